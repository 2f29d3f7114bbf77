/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-language.h"

#include <glib-object.h>

#include "geo/ris3-fold.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-language.h"

typedef struct
{
  const char **codes;
  const char **own;   /* in packs.ini, of each: "own-fr" */
  const char **other; /* the same: "language-fr" */
  const char **names;
} Languages;

static Languages *
load (void)
{
  Languages *self = g_new0 (Languages, 1);
  guint n;

  self->codes = ris3_language_get_codes ();
  n = g_strv_length ((char **) self->codes);
  self->own = g_new0 (const char *, n + 1);
  self->other = g_new0 (const char *, n + 1);
  self->names = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->own[i] = g_strconcat ("own-", self->codes[i], NULL);
      self->other[i] = g_strconcat ("language-", self->codes[i], NULL);
      self->names[i] = ris3_pack_words_get (self->own[i], "en");
    }
  return self;
}

static const Languages *
get_languages (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, (GThreadFunc) (GCallback) load, NULL);
}

const char *const *
ris3_pack_language_get_names (void)
{
  return get_languages ()->names;
}

const char *
ris3_pack_language_get_name (const char *code)
{
  g_autofree char *own = g_strconcat ("own-", code, NULL);

  return ris3_pack_words_get (own, "en");
}

const char *
ris3_pack_language_find (const char *text)
{
  const Languages *self = get_languages ();
  g_autofree char *folded = NULL;
  gint found;

  g_return_val_if_fail (text != NULL, NULL);
  found = ris3_pack_words_find (self->own, text, NULL);
  if (found < 0)
    found = ris3_pack_words_find (self->other, text, NULL);
  if (found >= 0)
    return self->codes[found];
  folded = ris3_fold (text);
  for (guint i = 0; self->codes[i] != NULL; i++)
    if (g_str_equal (self->codes[i], folded))
      return self->codes[i];
  return NULL;
}
