/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is written and read of each table. Every column of schema.sql is there, but the numbers that only order rows. */

#include "config.h"

#include "model/ris3-exchange.h"

#include <glib/gi18n-lib.h>

#define YEAR 1990, 2100
#define VERSION 2003, 2100

static const char *const states[] = { "pending", "desk", "document", "confirmed", NULL };
static const char *const bases[] = { "text", "commission", "region", "secondary", NULL };
static const char *const sources[] = { "strategy", "official-page", "report", "news", NULL };
static const char *const kinds[] = { "project", "best-practice", "data-set", "infrastructure", "call", NULL };
static const char *const roles[]
    = { "regional authority", "national authority", "Commission", "analyst", "other", NULL };

static const Ris3ExchangeColumn strategy_columns[] = {
  { "strategy_id", N_ ("Strategy"), "id", RIS3_EXCHANGE_KEY },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION, TRUE },
  { "nuts_level", N_ ("NUTS level"), NULL, RIS3_EXCHANGE_INTEGER, FALSE, NULL, 0, 3 },
  { "country", N_ ("Country"), NULL, RIS3_EXCHANGE_CODE },
  { "region_name", N_ ("Name of the region"), "region_name", RIS3_EXCHANGE_TEXT },
  { "title", N_ ("Title"), "title", RIS3_EXCHANGE_TEXT, TRUE },
  { "year", N_ ("Year"), "year", RIS3_EXCHANGE_INTEGER, FALSE, NULL, YEAR },
  { "period", N_ ("Period"), "period", RIS3_EXCHANGE_CODE, TRUE },
  { "language", N_ ("Language"), "language", RIS3_EXCHANGE_CODE },
  { "analysis_state", N_ ("Analysis"), "analysis_state", RIS3_EXCHANGE_WORD, FALSE, states },
  { "analyst", N_ ("Analyst"), "analyst", RIS3_EXCHANGE_TEXT },
  { "reviewed_on", N_ ("Reviewed on"), "reviewed_on", RIS3_EXCHANGE_DATE },
  { "withheld", N_ ("Withheld"), "withheld", RIS3_EXCHANGE_ANSWER },
  { "has_health_priority", N_ ("Health priority"), "health_priority", RIS3_EXCHANGE_ANSWER },
  { "pm_mark", N_ ("Personalised medicine"), "pm_mark", RIS3_EXCHANGE_ANSWER },
  { "pm_basis", N_ ("Basis of the mark"), "pm_basis", RIS3_EXCHANGE_WORD, FALSE, bases },
  { "pm_disputed", N_ ("Disputed"), "pm_disputed", RIS3_EXCHANGE_ANSWER },
  { "source_kind", N_ ("Kind of source"), "source_kind", RIS3_EXCHANGE_WORD, FALSE, sources },
  { "source_title", N_ ("Title of the source"), "source_title", RIS3_EXCHANGE_TEXT },
  { "source_url", N_ ("Address of the source"), "source_url", RIS3_EXCHANGE_TEXT },
  { "document_url", N_ ("Address of the strategy"), "document_url", RIS3_EXCHANGE_TEXT },
  { "remark", N_ ("Remark"), "remark", RIS3_EXCHANGE_TEXT },
};

/* position: 1, 2, 3 … in a strategy, each parent before what is part of it. */
static const Ris3ExchangeColumn priority_columns[] = {
  { "priority_id", N_ ("Priority"), "id", RIS3_EXCHANGE_KEY },
  { "strategy_id", N_ ("Strategy"), "strategy_id", RIS3_EXCHANGE_KEY, TRUE },
  { "position", N_ ("Position"), "position", RIS3_EXCHANGE_INTEGER, FALSE, NULL, 1, G_MAXINT32 },
  { "parent_position", N_ ("Position of the parent"), "parent_id", RIS3_EXCHANGE_INTEGER, FALSE, NULL, 1, G_MAXINT32 },
  { "parent_label", N_ ("Part of"), NULL, RIS3_EXCHANGE_CODE },
  { "label", N_ ("Label"), "label", RIS3_EXCHANGE_CODE },
  { "text_original", N_ ("Original text"), "original_text", RIS3_EXCHANGE_TEXT },
  { "text_en", N_ ("Text in English"), "text", RIS3_EXCHANGE_TEXT },
  { "page_index", N_ ("Page of the file"), "page_index", RIS3_EXCHANGE_INTEGER, FALSE, NULL, 0, G_MAXINT32 },
  { "page", N_ ("Printed page"), "page_label", RIS3_EXCHANGE_CODE },
  { "quote", N_ ("Quotation"), "quote", RIS3_EXCHANGE_TEXT },
  { "source_url", N_ ("Address of the source"), "source_url", RIS3_EXCHANGE_TEXT },
  { "explicit_pm", N_ ("Names personalised medicine"), "explicit_pm", RIS3_EXCHANGE_ANSWER },
  { "is_area", N_ ("Only an area"), "is_area", RIS3_EXCHANGE_ANSWER },
  { "themes", N_ ("Themes"), "themes", RIS3_EXCHANGE_THEMES },
};

static const Ris3ExchangeColumn participation_columns[] = {
  { "participation_id", N_ ("Participation"), "id", RIS3_EXCHANGE_KEY },
  { "programme", N_ ("Programme"), "programme", RIS3_EXCHANGE_TEXT, TRUE },
  { "role", N_ ("Role"), "role", RIS3_EXCHANGE_TEXT, TRUE },
  { "country", N_ ("Country"), "country", RIS3_EXCHANGE_CODE },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION },
  { "name", N_ ("Name"), "name", RIS3_EXCHANGE_TEXT, TRUE },
  { "source", N_ ("Source"), "source", RIS3_EXCHANGE_TEXT },
};

static const Ris3ExchangeColumn activity_columns[] = {
  { "activity_id", N_ ("Activity"), "id", RIS3_EXCHANGE_KEY },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION, TRUE },
  { "kind", N_ ("Kind"), "kind", RIS3_EXCHANGE_WORD, FALSE, kinds },
  { "title", N_ ("Title"), "title", RIS3_EXCHANGE_TEXT, TRUE },
  { "organisation", N_ ("Organisation"), "organisation_id", RIS3_EXCHANGE_KEY },
  { "programme", N_ ("Programme"), "programme", RIS3_EXCHANGE_TEXT },
  { "year_from", N_ ("First year"), "year_from", RIS3_EXCHANGE_INTEGER, FALSE, NULL, YEAR },
  { "year_to", N_ ("Last year"), "year_to", RIS3_EXCHANGE_INTEGER, FALSE, NULL, YEAR },
  { "url", N_ ("Address"), "url", RIS3_EXCHANGE_TEXT },
  { "remark", N_ ("Remark"), "remark", RIS3_EXCHANGE_TEXT },
  { "themes", N_ ("Themes"), "themes", RIS3_EXCHANGE_THEMES },
};

static const Ris3ExchangeColumn organisation_columns[] = {
  { "organisation_id", N_ ("Identifier"), "id", RIS3_EXCHANGE_KEY },
  { "name", N_ ("Name"), "name", RIS3_EXCHANGE_TEXT, TRUE },
  { "role", N_ ("Role"), "role", RIS3_EXCHANGE_WORD, FALSE, roles },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION },
};

static const Ris3ExchangeColumn contact_columns[] = {
  { "contact_id", N_ ("Identifier"), "id", RIS3_EXCHANGE_KEY },
  { "organisation", N_ ("Organisation"), "organisation_id", RIS3_EXCHANGE_KEY, TRUE },
  { "unit", N_ ("Unit"), "unit", RIS3_EXCHANGE_TEXT },
  { "name", N_ ("Name"), "name", RIS3_EXCHANGE_TEXT },
  { "role", N_ ("Role"), "role", RIS3_EXCHANGE_TEXT },
  { "email", N_ ("E-mail"), "email", RIS3_EXCHANGE_TEXT },
  { "phone", N_ ("Telephone"), "phone", RIS3_EXCHANGE_CODE },
  { "language", N_ ("Language"), "language", RIS3_EXCHANGE_CODE },
  { "remark", N_ ("Remark"), "remark", RIS3_EXCHANGE_TEXT },
};

static const Ris3ExchangeColumn assessment_columns[] = {
  { "assessment_id", N_ ("Identifier"), "id", RIS3_EXCHANGE_KEY },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION, TRUE },
  { "assessor", N_ ("Assessor"), "assessor", RIS3_EXCHANGE_TEXT, TRUE },
  { "pm_mark", N_ ("Personalised medicine"), "pm_mark", RIS3_EXCHANGE_ANSWER, TRUE },
  { "source_url", N_ ("Address of the source"), "source_url", RIS3_EXCHANGE_TEXT },
};

static const Ris3ExchangeColumn note_columns[] = {
  { "note_id", N_ ("Identifier"), "id", RIS3_EXCHANGE_KEY },
  { "nuts_version", N_ ("NUTS version"), "nuts_version", RIS3_EXCHANGE_INTEGER, FALSE, NULL, VERSION },
  { "nuts_code", N_ ("Region"), "region_code", RIS3_EXCHANGE_REGION },
  { "strategy_id", N_ ("Strategy"), "strategy_id", RIS3_EXCHANGE_KEY },
  { "priority_id", N_ ("Priority"), "priority_id", RIS3_EXCHANGE_KEY },
  { "longitude", N_ ("Longitude"), "longitude", RIS3_EXCHANGE_REAL, FALSE, NULL, -180, 180 },
  { "latitude", N_ ("Latitude"), "latitude", RIS3_EXCHANGE_REAL, FALSE, NULL, -90, 90 },
  { "text", N_ ("Text"), "text", RIS3_EXCHANGE_TEXT, TRUE },
  { "colour", N_ ("Colour"), "colour", RIS3_EXCHANGE_CODE },
  { "hidden", N_ ("Hidden"), "hidden", RIS3_EXCHANGE_ANSWER },
  { "author", N_ ("Author"), "author", RIS3_EXCHANGE_TEXT },
  { "created_at", N_ ("Written at"), "created_at", RIS3_EXCHANGE_CODE },
  { "changed_at", N_ ("Changed at"), "changed_at", RIS3_EXCHANGE_CODE },
};

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)

static const struct
{
  const char *name;
  const char *title;
  const char *table;
  const Ris3ExchangeColumn *columns;
  guint n_columns;
} tables[RIS3_N_EXCHANGES] = {
  [RIS3_EXCHANGE_STRATEGIES] = { "strategies", N_ ("Strategies"), "strategy", COLUMNS (strategy_columns) },
  [RIS3_EXCHANGE_PRIORITIES] = { "priorities", N_ ("Priorities"), "priority", COLUMNS (priority_columns) },
  [RIS3_EXCHANGE_PARTICIPATIONS]
  = { "participations", N_ ("Participations"), "participation", COLUMNS (participation_columns) },
  [RIS3_EXCHANGE_ACTIVITIES] = { "activities", N_ ("Activities"), "activity", COLUMNS (activity_columns) },
  [RIS3_EXCHANGE_ORGANISATIONS]
  = { "organisations", N_ ("Organisations"), "organisation", COLUMNS (organisation_columns) },
  [RIS3_EXCHANGE_CONTACTS] = { "contacts", N_ ("Contacts"), "contact", COLUMNS (contact_columns) },
  [RIS3_EXCHANGE_ASSESSMENTS] = { "assessments", N_ ("Assessments"), "assessment", COLUMNS (assessment_columns) },
  [RIS3_EXCHANGE_NOTES] = { "notes", N_ ("Notes"), "note", COLUMNS (note_columns) },
};

const char *
ris3_exchange_get_name (Ris3Exchange table)
{
  g_return_val_if_fail (table < RIS3_N_EXCHANGES, NULL);
  return tables[table].name;
}

const char *
ris3_exchange_get_title (Ris3Exchange table)
{
  g_return_val_if_fail (table < RIS3_N_EXCHANGES, NULL);
  return _ (tables[table].title);
}

/* Strategies and organisations are named by the others. */
guint
ris3_exchange_get_turn (Ris3Exchange table)
{
  return table == RIS3_EXCHANGE_STRATEGIES ? 0 : table == RIS3_EXCHANGE_ORGANISATIONS ? 1 : 2 + table;
}

const char *
ris3_exchange_get_table (Ris3Exchange table)
{
  g_return_val_if_fail (table < RIS3_N_EXCHANGES, NULL);
  return tables[table].table;
}

gboolean
ris3_exchange_from_name (const char *name, Ris3Exchange *table)
{
  g_return_val_if_fail (name != NULL && table != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    if (g_str_equal (tables[i].name, name))
      {
        *table = (Ris3Exchange) i;
        return TRUE;
      }
  return FALSE;
}

const Ris3ExchangeColumn *
ris3_exchange_get_columns (Ris3Exchange table, guint *n_columns)
{
  g_return_val_if_fail (table < RIS3_N_EXCHANGES, NULL);
  if (n_columns != NULL)
    *n_columns = tables[table].n_columns;
  return tables[table].columns;
}

gint
ris3_exchange_find_column (Ris3Exchange table, const char *name)
{
  g_return_val_if_fail (table < RIS3_N_EXCHANGES && name != NULL, -1);
  for (guint i = 0; i < tables[table].n_columns; i++)
    if (g_str_equal (tables[table].columns[i].name, name))
      return (gint) i;
  return -1;
}
