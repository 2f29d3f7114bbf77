/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-form-private.h"

#include "map/ris3-pack-words.h"

#define RECORDED RIS3_COLUMN_RECORDED
#define ANSWER RIS3_COLUMN_ANSWER
#define HIDDEN RIS3_COLUMN_HIDDEN

typedef enum
{
  CHOICES_NONE,
  CHOICES_AGREE,
  CHOICES_YES,
} Choices;

typedef struct _Ris3PackColumn
{
  const char *name;
  Ris3ColumnUse use;
  guint width;
  Choices choices;
} Column;

static const Column priority_columns[] = {
  { "period", RECORDED, 10, CHOICES_NONE },
  { "label", RECORDED, 9, CHOICES_NONE },
  { "page_label", RECORDED, 11, CHOICES_NONE },
  { "original_text", RECORDED, 38, CHOICES_NONE },
  { "text", RECORDED, 38, CHOICES_NONE },
  { "explicit_pm", RECORDED, 16, CHOICES_NONE },
  { "themes", RECORDED, 22, CHOICES_NONE },
  { "answer", ANSWER, 17, CHOICES_AGREE },
  { "proposed-label", ANSWER, 15, CHOICES_NONE },
  { "proposed-page_label", ANSWER, 15, CHOICES_NONE },
  { "proposed-text", ANSWER, 38, CHOICES_NONE },
  { "proposed-explicit_pm", ANSWER, 18, CHOICES_YES },
  { "comment", ANSWER, 38, CHOICES_NONE },
  { "role", ANSWER, 18, CHOICES_NONE },
  { "strategy_id", HIDDEN, 12, CHOICES_NONE },
  { "priority_id", HIDDEN, 12, CHOICES_NONE },
  { "key", HIDDEN, 24, CHOICES_NONE },
  { NULL, 0, 0, CHOICES_NONE },
};
static const Column new_columns[] = {
  { "period", RECORDED, 10, CHOICES_NONE },
  { "title", RECORDED, 36, CHOICES_NONE },
  { "proposed-label", ANSWER, 15, CHOICES_NONE },
  { "proposed-page_label", ANSWER, 15, CHOICES_NONE },
  { "proposed-text", ANSWER, 50, CHOICES_NONE },
  { "proposed-explicit_pm", ANSWER, 18, CHOICES_YES },
  { "proposed-themes", ANSWER, 26, CHOICES_NONE },
  { "comment", ANSWER, 38, CHOICES_NONE },
  { "role", ANSWER, 18, CHOICES_NONE },
  { "strategy_id", HIDDEN, 12, CHOICES_NONE },
  { "key", HIDDEN, 24, CHOICES_NONE },
  { NULL, 0, 0, CHOICES_NONE },
};
static const Column strategy_columns[] = {
  { "period", RECORDED, 10, CHOICES_NONE },
  { "title", RECORDED, 36, CHOICES_NONE },
  { "year", RECORDED, 8, CHOICES_NONE },
  { "pm_mark", RECORDED, 18, CHOICES_NONE },
  { "health_priority", RECORDED, 14, CHOICES_NONE },
  { "source_url", RECORDED, 34, CHOICES_NONE },
  { "answer", ANSWER, 17, CHOICES_AGREE },
  { "proposed-title", ANSWER, 36, CHOICES_NONE },
  { "proposed-year", ANSWER, 15, CHOICES_NONE },
  { "proposed-pm_mark", ANSWER, 20, CHOICES_YES },
  { "proposed-health_priority", ANSWER, 18, CHOICES_YES },
  { "proposed-source_url", ANSWER, 34, CHOICES_NONE },
  { "comment", ANSWER, 38, CHOICES_NONE },
  { "role", ANSWER, 18, CHOICES_NONE },
  { "strategy_id", HIDDEN, 12, CHOICES_NONE },
  { "key", HIDDEN, 24, CHOICES_NONE },
  { NULL, 0, 0, CHOICES_NONE },
};
static const Column region_columns[] = {
  { "about-region", RECORDED, 36, CHOICES_NONE },
  { "comment", ANSWER, 90, CHOICES_NONE },
  { "role", ANSWER, 30, CHOICES_NONE },
  { "key", HIDDEN, 24, CHOICES_NONE },
  { NULL, 0, 0, CHOICES_NONE },
};
static const Column about_columns[] = {
  { "about-purpose", RIS3_COLUMN_TITLE, 28, CHOICES_NONE },
  { "purpose", RECORDED, 96, CHOICES_NONE },
  { NULL, 0, 0, CHOICES_NONE },
};
static const struct
{
  const char *name;
  const Column *columns;
  guint n_frozen;
  guint n_lines;
} sheets[] = {
  { "sheet-about", about_columns, 0, 1 },   { "sheet-priorities", priority_columns, 2, 2 },
  { "sheet-new", new_columns, 1, 3 },       { "sheet-strategy", strategy_columns, 1, 3 },
  { "sheet-region", region_columns, 0, 8 },
};

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  const Ris3PackForm *self = user_data;

  return g_ptr_array_index (self->cells, row * self->headings->len + column);
}

void
_ris3_pack_form_init (Ris3PackForm *self, const char *name, const char *language)
{
  guint sheet = 0;
  const Column *columns;

  while (!g_str_equal (sheets[sheet].name, name))
    sheet++;
  columns = sheets[sheet].columns;
  *self = (Ris3PackForm){ .name = ris3_pack_words_get (name, language),
                          .columns = columns,
                          .n_frozen = sheets[sheet].n_frozen,
                          .n_lines = sheets[sheet].n_lines,
                          .agree = { ris3_pack_words_get ("agree", language),
                                     ris3_pack_words_get ("disagree", language), NULL },
                          .yes = { ris3_pack_words_get ("yes", language), ris3_pack_words_get ("no", language), NULL },
                          .headings = g_ptr_array_new (),
                          .cells = g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; columns[i].name != NULL; i++)
    {
      g_ptr_array_add (self->headings, (gpointer) ris3_pack_words_get (columns[i].name, language));
      self->looks[i] = (Ris3ColumnLook){ .use = columns[i].use,
                                         .width = columns[i].width,
                                         .choices = columns[i].choices == CHOICES_AGREE ? self->agree
                                                    : columns[i].choices == CHOICES_YES ? self->yes
                                                                                        : NULL };
    }
}

void
_ris3_pack_form_clear (Ris3PackForm *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
}

void
_ris3_pack_form_begin_row (Ris3PackForm *self)
{
  g_ptr_array_set_size (self->cells, (gint) (self->cells->len + self->headings->len));
}

static guint
find_column (const Ris3PackForm *self, const char *name)
{
  guint column = 0;

  while (!g_str_equal (self->columns[column].name, name))
    column++;
  return column;
}

void
_ris3_pack_form_put (Ris3PackForm *self, const char *column, char *text)
{
  guint cell = self->cells->len - self->headings->len + find_column (self, column);

  g_free (g_ptr_array_index (self->cells, cell));
  g_ptr_array_index (self->cells, cell) = text;
}

void
_ris3_pack_form_ask (Ris3PackForm *self, const char *column, const char *const *choices)
{
  self->odd = (Ris3CellLook){ .row = self->cells->len / self->headings->len - 1,
                              .column = find_column (self, column),
                              .look = { .use = ANSWER, .choices = choices } };
  self->has_odd = TRUE;
}

void
_ris3_pack_form_hide_if_empty (Ris3PackForm *self, const char *name)
{
  guint column = find_column (self, name);

  for (guint i = column; i < self->cells->len; i += self->headings->len)
    {
      const char *cell = g_ptr_array_index (self->cells, i);

      if (cell != NULL && *cell != '\0')
        return;
    }
  self->looks[column].use = RIS3_COLUMN_HIDDEN;
}

void
_ris3_pack_form_get_source (Ris3PackForm *self, Ris3SheetSource *source)
{
  static const Ris3ColumnKind kinds[_RIS3_PACK_FORM_MAX_COLUMNS] = { RIS3_COLUMN_TEXT };

  *source = (Ris3SheetSource){ .name = self->name,
                               .columns = (const char *const *) self->headings->pdata,
                               .kinds = kinds,
                               .n_columns = self->headings->len,
                               .n_rows = self->cells->len / self->headings->len,
                               .get_cell = get_cell,
                               .user_data = self,
                               .looks = self->looks,
                               .odd = self->has_odd ? &self->odd : NULL,
                               .n_frozen = self->n_frozen,
                               .n_lines = self->n_lines };
}
