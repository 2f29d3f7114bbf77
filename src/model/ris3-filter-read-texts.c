/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The texts that words are looked for in. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#define CONCAT " || char (10) || "

/* Each select is of the key and the columns that are named; a text of one row alone has the key as its parameter. */
static const struct
{
  const char *table;
  const char *select;
  Ris3TextColumn columns[3];
  guint n_columns;
} sources[RIS3_N_DOCUMENTS] = {
  [RIS3_DOCUMENT_STRATEGY]
  = { "strategy", "SELECT id, title, remark FROM strategy", { RIS3_TEXT_TITLE, RIS3_TEXT_REMARK }, 2 },
  [RIS3_DOCUMENT_PRIORITY]
  = { "priority",
      "SELECT id, label, text, iif (quote = '', original_text, original_text" CONCAT "quote) FROM priority",
      { RIS3_TEXT_LABEL, RIS3_TEXT_ENGLISH, RIS3_TEXT_ORIGINAL },
      3 },
  [RIS3_DOCUMENT_NOTE] = { "note", "SELECT id, text FROM note", { RIS3_TEXT_NOTE }, 1 },
  [RIS3_DOCUMENT_COMMENT]
  = { "comment",
      "SELECT id, text" CONCAT "english_text" CONCAT "proposed_change" CONCAT "decision_reason FROM comment",
      { RIS3_TEXT_COMMENT },
      1 },
};

/* The document of a row; -1: there is none. */
static gint
find_document (Ris3FilterIndex *index, Ris3DocumentKind kind, const char *key, gint64 id)
{
  guint low = index->first_documents[kind], high = index->first_documents[kind + 1];
  guint32 row;

  if (kind == RIS3_DOCUMENT_STRATEGY || kind == RIS3_DOCUMENT_PRIORITY)
    {
      row = kind == RIS3_DOCUMENT_STRATEGY ? _ris3_filter_find_strategy (index, key)
                                           : ris3_filter_index_find_priority (index, id);
      return row != RIS3_NO_ROW ? (gint) (low + row) : -1;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 other = g_array_index (index->documents, Ris3Document, middle).id;

      if (other == id)
        return (gint) middle;
      if (other < id)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

void
_ris3_filter_use_former (Ris3FilterReader *self)
{
  for (guint kind = 0; kind < RIS3_N_DOCUMENTS; kind++)
    for (guint i = self->index->first_documents[kind]; i < self->index->first_documents[kind + 1]; i++)
      {
        Ris3Document *document = &g_array_index (self->index->documents, Ris3Document, i);
        const char *key = kind == RIS3_DOCUMENT_STRATEGY ? self->index->strategy_ids->pdata[document->strategy] : "";
        gint place = find_document (self->former, kind, key, document->id);

        if (place >= 0)
          document->number = g_array_index (self->former->documents, Ris3Document, place).number;
      }
  for (guint i = 0; i < ris3_changes_get_length (self->changes); i++)
    for (guint kind = 0; kind < RIS3_N_DOCUMENTS; kind++)
      if (g_str_equal (ris3_changes_get_table (self->changes, i), sources[kind].table))
        {
          const char *key = ris3_changes_get_key (self->changes, i);
          gint place = find_document (self->index, kind, key, g_ascii_strtoll (key, NULL, 10));

          if (place >= 0)
            g_array_index (self->index->documents, Ris3Document, place).number = 0;
        }
}

typedef struct
{
  Ris3FilterReader *reader;
  Ris3DocumentKind kind;
} Texts;

static gboolean
read_text (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Texts *texts = user_data;
  Ris3FilterReader *self = texts->reader;
  gint place = find_document (self->index, texts->kind, _ris3_filter_get_text (row, 0), sqlite3_column_int64 (row, 0));
  const char *columns[RIS3_N_TEXTS] = { NULL };
  guint document = (guint) place;

  if (place < 0 || g_array_index (self->index->documents, Ris3Document, place).number != 0)
    return TRUE;
  for (guint i = 0; i < sources[texts->kind].n_columns; i++)
    columns[sources[texts->kind].columns[i]] = _ris3_filter_get_text (row, (int) i + 1);
  for (guint i = 0; i < RIS3_N_TEXTS; i++)
    g_ptr_array_add (self->texts, columns[i] != NULL && *columns[i] != '\0'
                                      ? g_string_chunk_insert (self->chunk, columns[i])
                                      : NULL);
  g_array_append_val (self->documents, document);
  return TRUE;
}

/* More than these are read with all others. */
#define MAX_SINGLE 500

gboolean
_ris3_filter_read_texts (Ris3Connection *connection, Ris3FilterReader *self, Ris3DocumentKind kind, GError **error)
{
  Texts texts = { self, kind };
  guint first = self->index->first_documents[kind];
  guint end = self->index->first_documents[kind + 1];
  guint n = 0;
  g_autofree char *select = g_strconcat (sources[kind].select, " WHERE id = ?", NULL);

  for (guint i = first; i < end; i++)
    n += g_array_index (self->index->documents, Ris3Document, i).number == 0;
  if (n > MAX_SINGLE)
    return ris3_loader_for_each_row (connection, sources[kind].select, NULL, read_text, &texts, error);
  for (guint i = first; n > 0 && i < end; i++)
    {
      const Ris3Document *document = &g_array_index (self->index->documents, Ris3Document, i);
      g_autofree char *key = kind == RIS3_DOCUMENT_STRATEGY
                                 ? g_strdup (self->index->strategy_ids->pdata[document->strategy])
                                 : g_strdup_printf ("%" G_GINT64_FORMAT, document->id);

      if (document->number == 0 && !ris3_loader_for_each_row (connection, select, key, read_text, &texts, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_ris3_filter_number_texts (Ris3FilterReader *self, GError **error)
{
  Ris3FilterIndex *index = self->index;
  guint32 first;

  if (!ris3_filter_texts_add (index->texts, (const char *const *) self->texts->pdata, self->documents->len, &first,
                              self->cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->documents->len; i++)
    g_array_index (index->documents, Ris3Document, g_array_index (self->documents, guint, i)).number = first + i;
  for (guint i = 0; i < index->documents->len; i++)
    index->n_numbered = MAX (index->n_numbered, g_array_index (index->documents, Ris3Document, i).number + 1);
  index->numbered = g_new0 (guint32, index->n_numbered + 1);
  for (guint i = 0; i < index->documents->len; i++)
    index->numbered[g_array_index (index->documents, Ris3Document, i).number] = i + 1;
  index->numbered[0] = 0;
  return TRUE;
}
