/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is about regions and strategies: requests, activities, participations, notes and comments. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#include <string.h>

enum
{
  COMMENT_RECEIVED = 1 << 1,
  COMMENT_DECIDED = 1 << 2,
  COMMENT_OPEN = 1 << 3,
};

static gboolean
read_request (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  guint32 region
      = _ris3_filter_need_region (self->index, (guint) sqlite3_column_int (row, 0), _ris3_filter_get_text (row, 1));

  /* Where several were asked, the one that has not answered is waited for. */
  if (!sqlite3_column_int (row, 2))
    g_hash_table_insert (self->asked, GUINT_TO_POINTER (region + 1), (gpointer) "asked");
  else if (!g_hash_table_contains (self->asked, GUINT_TO_POINTER (region + 1)))
    g_hash_table_insert (self->asked, GUINT_TO_POINTER (region + 1), (gpointer) "answered");
  return TRUE;
}

static gboolean
read_activity (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  guint32 region
      = _ris3_filter_need_region (self->index, (guint) sqlite3_column_int (row, 0), _ris3_filter_get_text (row, 1));

  guint n;
  const guint32 *strategies = ris3_filter_index_get_of_region (self->index, region, &n);

  for (guint i = 0; i < n; i++)
    self->activities[strategies[i]] = TRUE;
  return TRUE;
}

static gboolean
read_participation (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  Ris3FilterIndex *index = self->index;
  const char *country = _ris3_filter_get_text (row, 1);
  const char *code = _ris3_filter_get_text (row, 3);
  gboolean is_country = strlen (code) <= 2;
  guint32 region
      = is_country ? RIS3_NO_ROW : _ris3_filter_need_region (index, (guint) sqlite3_column_int (row, 2), code);
  Ris3FilterColumn *column = &self->columns[RIS3_FACET_PARTICIPATION];
  guint value;
  guint n = 0;
  const guint32 *strategies = NULL;

  if (*_ris3_filter_get_text (row, 0) == '\0')
    return TRUE;
  value = _ris3_column_need (column, RIS3_FACET_PARTICIPATION, _ris3_filter_get_text (row, 0), NULL);
  if (!is_country)
    strategies = ris3_filter_index_get_of_region (index, region, &n);
  else
    {
      Ris3FilterColumn *countries = &self->columns[RIS3_FACET_COUNTRY];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (countries->places, country));
      GArray *rows = place > 0 ? g_ptr_array_index (countries->rows, place - 1) : NULL;

      if (rows != NULL)
        {
          strategies = (const guint32 *) (const void *) rows->data;
          n = rows->len;
        }
    }
  for (guint i = 0; i < n; i++)
    _ris3_column_add (column, value, strategies[i]);
  return TRUE;
}

static gboolean
read_country (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;

  for (int i = 1; i < 4; i++)
    if (*_ris3_filter_get_text (row, i) != '\0')
      {
        g_ptr_array_add (self->index->country_names, g_strdup (_ris3_filter_get_text (row, i)));
        g_ptr_array_add (self->index->country_names, g_strdup (_ris3_filter_get_text (row, 0)));
      }
  return TRUE;
}

gboolean
_ris3_filter_read_regions (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  static const struct
  {
    const char *select;
    Ris3RowFunc func;
  } steps[] = {
    { "SELECT nuts_version, region_code, answered_on <> '' FROM request WHERE asked_on <> '' OR answered_on <> ''",
      read_request },
    { "SELECT DISTINCT nuts_version, region_code FROM activity", read_activity },
    { "SELECT DISTINCT programme, country, nuts_version, ifnull (region_code, '') FROM participation",
      read_participation },
    { "SELECT code, name, name_latin, name_english FROM region WHERE level = 0", read_country },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!ris3_loader_for_each_row (connection, steps[i].select, NULL, steps[i].func, self, error))
      return FALSE;
  return TRUE;
}

static void
add_document (Ris3FilterReader *self,
              Ris3DocumentKind kind,
              gint64 id,
              guint32 strategy,
              guint32 priority,
              guint32 region)
{
  Ris3Document document = { kind, 0, strategy, priority, region, id };

  g_array_append_val (self->index->documents, document);
}

enum
{
  ABOUT_ID,
  ABOUT_NUTS_VERSION,
  ABOUT_REGION,
  ABOUT_STRATEGY,
  ABOUT_PRIORITY,
  ABOUT_TARGET,
  ABOUT_PARENT,
  ABOUT_STATE,
};

static void
add_about (Ris3FilterReader *self,
           Ris3DocumentKind kind,
           sqlite3_stmt *row,
           gboolean may_be_region,
           Ris3Document *document)
{
  guint32 strategy = _ris3_filter_find_strategy (self->index, _ris3_filter_get_text (row, ABOUT_STRATEGY));
  guint32 priority = ris3_filter_index_find_priority (self->index, sqlite3_column_int64 (row, ABOUT_PRIORITY));
  guint32 region = RIS3_NO_ROW;

  if (priority != RIS3_NO_ROW)
    strategy = self->index->owners[priority];
  if (*_ris3_filter_get_text (row, ABOUT_REGION) != '\0')
    region = _ris3_filter_need_region (self->index, (guint) sqlite3_column_int (row, ABOUT_NUTS_VERSION),
                                       _ris3_filter_get_text (row, ABOUT_REGION));
  *document = (Ris3Document){ kind,
                              0,
                              strategy,
                              priority,
                              strategy == RIS3_NO_ROW && may_be_region ? region : RIS3_NO_ROW,
                              sqlite3_column_int64 (row, ABOUT_ID) };
}

static gboolean
read_note (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  Ris3Document document;

  add_about (self, RIS3_DOCUMENT_NOTE, row, TRUE, &document);
  g_array_append_val (self->index->documents, document);
  return TRUE;
}

static gboolean
is_open (const char *state)
{
  static const char *const open[] = { "received", "acknowledged", "in review", NULL };

  return g_strv_contains (open, state);
}

/* What is said of a strategy or priority that is no longer there is not about the others of its region. */
static gboolean
read_comment (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  const char *target = _ris3_filter_get_text (row, ABOUT_TARGET);
  gboolean is_of_region = g_str_equal (target, "region") || g_str_equal (target, "figure");
  guint8 flags = is_open (_ris3_filter_get_text (row, ABOUT_STATE)) ? COMMENT_RECEIVED | COMMENT_OPEN
                                                                    : COMMENT_RECEIVED | COMMENT_DECIDED;
  Ris3Document document;
  const guint32 *strategies;
  guint n;

  add_about (self, RIS3_DOCUMENT_COMMENT, row, is_of_region, &document);
  g_array_append_val (self->index->documents, document);
  if (sqlite3_column_type (row, ABOUT_PARENT) != SQLITE_NULL)
    return TRUE; /* a reply */
  if (document.strategy != RIS3_NO_ROW)
    self->comments[document.strategy] |= flags;
  strategies = ris3_filter_index_get_of_region (self->index, document.region, &n);
  for (guint i = 0; i < n; i++)
    self->comments[strategies[i]] |= flags;
  return TRUE;
}

gboolean
_ris3_filter_read_documents (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  Ris3FilterIndex *index = self->index;

  index->first_documents[RIS3_DOCUMENT_STRATEGY] = 0;
  for (guint32 i = 0; i < index->n_strategies; i++)
    add_document (self, RIS3_DOCUMENT_STRATEGY, 0, i, RIS3_NO_ROW, RIS3_NO_ROW);
  index->first_documents[RIS3_DOCUMENT_PRIORITY] = index->documents->len;
  for (guint32 i = 0; i < index->n_priorities; i++)
    add_document (self, RIS3_DOCUMENT_PRIORITY, index->priority_ids[i], index->owners[i], i, RIS3_NO_ROW);
  index->first_documents[RIS3_DOCUMENT_NOTE] = index->documents->len;
  if (!ris3_loader_for_each_row (connection,
                                 "SELECT id, nuts_version, region_code, strategy_id, priority_id FROM note ORDER BY id",
                                 NULL, read_note, self, error))
    return FALSE;
  index->first_documents[RIS3_DOCUMENT_COMMENT] = index->documents->len;
  if (!ris3_loader_for_each_row (
          connection,
          "SELECT id, nuts_version, region_code, strategy_id, priority_id, target, parent_id, state"
          " FROM comment ORDER BY id",
          NULL, read_comment, self, error))
    return FALSE;
  index->first_documents[RIS3_N_DOCUMENTS] = index->documents->len;
  return TRUE;
}

void
_ris3_filter_add_states (Ris3FilterReader *self)
{
  for (guint32 i = 0; i < self->index->n_strategies; i++)
    {
      guint8 flags = self->comments[i];
      const char *asked = g_hash_table_lookup (self->asked, GUINT_TO_POINTER (self->index->strategy_regions[i] + 1));

      _ris3_filter_reader_add (self, RIS3_FACET_COMMENT,
                               (flags & COMMENT_DECIDED) != 0    ? "decided"
                               : (flags & COMMENT_RECEIVED) != 0 ? "received"
                               : asked != NULL                   ? asked
                                                                 : "none",
                               i);
      if ((flags & COMMENT_OPEN) != 0)
        _ris3_filter_reader_add (self, RIS3_FACET_COMMENT, "open", i);
      _ris3_filter_reader_add (self, RIS3_FACET_ACTIVITY, self->activities[i] ? "yes" : "no", i);
    }
}
