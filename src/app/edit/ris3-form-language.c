/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-language.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-form-choice.h"
#include "model/ris3-language.h"

static gint
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (ris3_language_get_name (*(const char *const *) a),
                         ris3_language_get_name (*(const char *const *) b));
}

Ris3FormField *
ris3_form_language_new (void)
{
  Ris3FormField *field = ris3_form_choice_new ("language", _ ("_Language"), TRUE);
  g_autofree const char **codes = ris3_language_get_codes ();

  g_qsort_with_data (codes, (gint) g_strv_length ((char **) codes), sizeof *codes, compare_titles, NULL);
  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "", C_ ("language", "Not known"));
  for (guint i = 0; codes[i] != NULL; i++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), codes[i], ris3_language_get_name (codes[i]));
  return field;
}
