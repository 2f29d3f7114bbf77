/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack.h"

#include "map/ris3-pack-key.h"
#include "map/ris3-pack-words.h"

/* A sheet in the making: its cells, row by row. */
typedef struct
{
  const char *name;
  GPtrArray *headings;
  GPtrArray *cells;
} Sheet;

static const char *const priority_columns[] = {
  "key",
  "strategy_id",
  "priority_id",
  "period",
  "label",
  "page_label",
  "original_text",
  "text",
  "explicit_pm",
  "answer",
  "proposed-label",
  "proposed-page_label",
  "proposed-text",
  "proposed-explicit_pm",
  "comment",
  "role",
  NULL,
};
static const char *const strategy_columns[] = {
  "key",
  "strategy_id",
  "period",
  "title",
  "year",
  "pm_mark",
  "health_priority",
  "source_url",
  "answer",
  "proposed-title",
  "proposed-year",
  "proposed-pm_mark",
  "proposed-health_priority",
  "proposed-source_url",
  "comment",
  "role",
  NULL,
};
static const char *const about_columns[] = { "what", "value", NULL };

static void
sheet_init (Sheet *self, const char *name, const char *const *columns, const char *language)
{
  self->name = ris3_pack_words_get (name, language);
  self->headings = g_ptr_array_new ();
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; columns[i] != NULL; i++)
    g_ptr_array_add (self->headings, (gpointer) ris3_pack_words_get (columns[i], language));
}

static void
sheet_clear (Sheet *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
}

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  const Sheet *sheet = user_data;

  return g_ptr_array_index (sheet->cells, row * sheet->headings->len + column);
}

/* Takes the text. */
static void
add_cell (Sheet *sheet, char *text)
{
  g_ptr_array_add (sheet->cells, text);
}

/* The columns that are to be answered. */
static void
end_row (Sheet *sheet)
{
  while (sheet->cells->len % sheet->headings->len != 0)
    add_cell (sheet, NULL);
}

/* As people read a value: answers in their language. */
static char *
show_value (const char *field, const char *value, const char *language)
{
  return g_strdup (ris3_pack_key_is_answer (field) ? ris3_pack_words_get (value, language) : value);
}

/* priority: NULL: the row is about the strategy */
static void
add_row (Sheet *sheet, const Ris3Pack *pack, Ris3Strategy *strategy, Ris3Priority *priority, GChecksum *digest)
{
  const char *const *fields = ris3_pack_key_get_fields (priority != NULL);
  char *values[RIS3_PACK_MAX_FIELDS];
  Ris3PackKey key = { .nuts_version = pack->nuts_version,
                      .region_code = pack->region_code,
                      .request_id = pack->request != NULL ? ris3_request_get_id (pack->request) : 0,
                      .is_priority = priority != NULL,
                      .priority_id = priority != NULL ? ris3_priority_get_id (priority) : 0,
                      .strategy_id = (char *) ris3_strategy_get_id (strategy) };
  char *text;

  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    {
      values[i] = priority != NULL ? ris3_pack_key_get_priority_value (priority, i)
                                   : ris3_pack_key_get_strategy_value (strategy, i);
      key.digests[i] = ris3_pack_key_digest (values[i]);
    }
  text = ris3_pack_key_to_text (&key);
  g_checksum_update (digest, (const guchar *) text, -1);
  add_cell (sheet, text);
  add_cell (sheet, g_strdup (key.strategy_id));
  if (priority != NULL)
    add_cell (sheet, g_strdup_printf ("%" G_GINT64_FORMAT, key.priority_id));
  add_cell (sheet, g_strdup (ris3_strategy_get_period (strategy)));
  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    {
      add_cell (sheet, show_value (fields[i], values[i], pack->language));
      g_free (values[i]);
    }
  end_row (sheet);
}

/* Each with those below it, in the document's order. */
static void
add_priorities (Sheet *sheet, const Ris3Pack *pack, Ris3Strategy *strategy, GListModel *priorities, GChecksum *digest)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      add_row (sheet, pack, strategy, priority, digest);
      add_priorities (sheet, pack, strategy, ris3_priority_get_children (priority), digest);
    }
}

static void
add_about (Sheet *sheet, const char *language, const char *what, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  add_cell (sheet, g_strdup (ris3_pack_words_get (what, language)));
  add_cell (sheet, g_strdup (value));
}

static void
fill_about (Sheet *sheet, const Ris3Pack *pack, Ris3Atlas *atlas, GChecksum *digest)
{
  const char *language = pack->language;
  Ris3Request *request = pack->request;
  Ris3ConsultationRound *round
      = request != NULL ? ris3_atlas_lookup_round (atlas, ris3_request_get_round_id (request)) : NULL;
  g_autofree char *region
      = g_strdup_printf ("%s (%s, NUTS %u)", pack->region_name, pack->region_code, pack->nuts_version);

  add_about (sheet, language, "about-purpose", ris3_pack_words_get ("purpose", language));
  add_about (sheet, language, "about-how", ris3_pack_words_get ("how", language));
  add_about (sheet, language, "about-region", region);
  add_about (sheet, language, "about-organisation", request != NULL ? ris3_request_get_organisation (request) : NULL);
  add_about (sheet, language, "about-round", round != NULL ? ris3_consultation_round_get_name (round) : NULL);
  add_about (sheet, language, "about-due", request != NULL ? ris3_request_get_due_on (request) : NULL);
  add_about (sheet, language, "about-data", ris3_atlas_get_data_date (atlas));
  add_about (sheet, language, "about-digest", g_checksum_get_string (digest));
}

static GBytes *
make_file (const Ris3Pack *self, Ris3Atlas *atlas, Ris3TableFormat format, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  Ris3ColumnKind kinds[G_N_ELEMENTS (priority_columns)] = { RIS3_COLUMN_TEXT };
  Sheet sheets[3];
  Ris3SheetSource sources[G_N_ELEMENTS (sheets)];
  GBytes *bytes;

  sheet_init (&sheets[0], "sheet-priorities", priority_columns, self->language);
  sheet_init (&sheets[1], "sheet-strategy", strategy_columns, self->language);
  sheet_init (&sheets[2], "sheet-about", about_columns, self->language);
  for (guint i = 0; i < self->strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (self->strategies, i);

      add_row (&sheets[1], self, strategy, NULL, digest);
      add_priorities (&sheets[0], self, strategy, ris3_strategy_get_priorities (strategy), digest);
    }
  fill_about (&sheets[2], self, atlas, digest);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    sources[i] = (Ris3SheetSource){ .name = sheets[i].name,
                                    .columns = (const char *const *) sheets[i].headings->pdata,
                                    .kinds = kinds,
                                    .n_columns = sheets[i].headings->len,
                                    .n_rows = sheets[i].cells->len / sheets[i].headings->len,
                                    .get_cell = get_cell,
                                    .user_data = &sheets[i] };
  bytes = ris3_table_write (format, sources, G_N_ELEMENTS (sources), NULL, NULL, error);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    sheet_clear (&sheets[i]);
  return bytes;
}

gboolean
ris3_pack_write (const Ris3Pack *self,
                 Ris3Atlas *atlas,
                 Ris3TableFormat format,
                 const char *path,
                 const Ris3FileId *inputs,
                 guint n_inputs,
                 GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && RIS3_IS_ATLAS (atlas) && format != RIS3_TABLE_CSV && path != NULL, FALSE);

  file = ris3_output_file_begin (path, format == RIS3_TABLE_ODS ? RIS3_OUTPUT_ODS : RIS3_OUTPUT_XLSX, inputs, n_inputs,
                                 error);
  bytes = file != NULL ? make_file (self, atlas, format, error) : NULL;
  return bytes != NULL && ris3_output_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
         && ris3_output_file_commit (file, error);
}
