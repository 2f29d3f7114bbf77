/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns that were chosen for a set of headings: a colleague sends the same kind of file again. */

#include "config.h"

#include "app/table/ris3-import-window-private.h"

#define KEY "import-columns"
/* Sets of headings, the latest first. */
#define MAX_REMEMBERED 40

void
_ris3_import_window_recall (Ris3ImportWindow *self, Ris3ImportSheet *sheet)
{
  g_autofree char *headings = ris3_column_mapping_dup_headings_key (ris3_import_sheet_get_sample (sheet));
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, KEY);
  GVariantIter iter;
  const char *key, *text;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &text))
    if (g_str_equal (key, headings))
      {
        ris3_import_sheet_recall (sheet, text);
        return;
      }
}

void
_ris3_import_window_remember (Ris3ImportWindow *self, const Ris3ImportSheet *sheet)
{
  Ris3Table *sample = ris3_import_sheet_get_sample (sheet);
  g_autofree char *headings = ris3_column_mapping_dup_headings_key (sample);
  g_autofree char *columns = ris3_column_mapping_to_text (ris3_import_sheet_get_mapping (sheet), sample);
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *text;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", headings, columns);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &text) && n < MAX_REMEMBERED)
    if (!g_str_equal (key, headings))
      {
        g_variant_builder_add (&builder, "(ss)", key, text);
        n++;
      }
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}
