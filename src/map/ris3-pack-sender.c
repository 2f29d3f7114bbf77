/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-contact.h"

/* Whether one of its words is an e-mail address, which may stand in brackets or beside another. */
static gboolean
has_email (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;<>()", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (ris3_contact_email_is_sound (words[i]))
      return TRUE;
  return FALSE;
}

const char *
ris3_pack_sender_describe_problem (const Ris3PackSender *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_strstrip (g_strdup (self->reply_to != NULL ? self->reply_to : ""));
  if (*text == '\0' || has_email (text))
    return NULL;
  if (strchr (text, '@') != NULL)
    return _ ("This looks like an e-mail address, and is none: look at it once more.");
  /* A street and a place. */
  return strpbrk (text, " ,") != NULL ? NULL : _ ("This is no e-mail address, and short for a postal one.");
}
