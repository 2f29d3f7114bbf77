/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be edited, and what people call it. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>

static const Ris3EditField strategy_fields[] = {
  { "id", N_ ("Identifier"), NULL },
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "region_name", N_ ("Name of the region"), NULL },
  { "title", N_ ("Title"), NULL },
  { "year", N_ ("Year"), NULL },
  { "period", N_ ("Period"), NULL },
  { "language", N_ ("Language"), "''" },
  { "analysis_state", N_ ("Analysis"), "'desk'" },
  { "analyst", N_ ("Analyst"), "''" },
  { "reviewed_on", N_ ("Reviewed on"), "''" },
  { "withheld", N_ ("Withheld"), "0" },
  { "health_priority", N_ ("Health priority"), NULL },
  { "pm_mark", N_ ("Personalised medicine"), NULL },
  { "pm_basis", N_ ("Basis of the mark"), NULL },
  { "pm_disputed", N_ ("Disputed"), "0" },
  { "source_kind", N_ ("Kind of source"), "'strategy'" },
  { "source_title", N_ ("Title of the source"), "''" },
  { "source_url", N_ ("Address of the source"), "''" },
  { "document_url", N_ ("Address of the strategy"), "''" },
  { "remark", N_ ("Remark"), "''" },
};

static const Ris3EditField priority_fields[] = {
  { "strategy_id", N_ ("Strategy"), NULL },
  { "parent_id", N_ ("Part of"), NULL },
  { "label", N_ ("Label"), "''" },
  { "original_text", N_ ("Original text"), "''" },
  { "text", N_ ("Text in English"), "''" },
  { "page_index", N_ ("Page of the file"), NULL },
  { "page_label", N_ ("Printed page"), "''" },
  { "quote", N_ ("Quotation"), "''" },
  { "source_url", N_ ("Address of the source"), "''" },
  { "explicit_pm", N_ ("Names personalised medicine"), "0" },
  { "is_area", N_ ("Only an area"), "0" },
};

static const Ris3EditField note_fields[] = {
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "strategy_id", N_ ("Strategy"), NULL },
  { "priority_id", N_ ("Priority"), NULL },
  { "longitude", N_ ("Longitude"), NULL },
  { "latitude", N_ ("Latitude"), NULL },
  { "text", N_ ("Text"), NULL },
  { "colour", N_ ("Colour"), "''" },
  { "hidden", N_ ("Hidden"), "0" },
  { "author", N_ ("Author"), NULL },
};

static const Ris3EditField activity_fields[] = {
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "kind", N_ ("Kind"), "'project'" },
  { "title", N_ ("Title"), NULL },
  { "organisation_id", N_ ("Organisation"), NULL },
  { "programme", N_ ("Programme"), "''" },
  { "year_from", N_ ("First year"), NULL },
  { "year_to", N_ ("Last year"), NULL },
  { "url", N_ ("Address"), "''" },
  { "remark", N_ ("Remark"), "''" },
};

static const Ris3EditField participation_fields[] = {
  { "programme", N_ ("Programme"), NULL }, { "role", N_ ("Role"), NULL },
  { "country", N_ ("Country"), NULL },     { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },  { "name", N_ ("Name"), NULL },
  { "source", N_ ("Source"), "''" },
};

static const Ris3EditField organisation_fields[] = {
  { "name", N_ ("Name"), NULL },
  { "role", N_ ("Role"), "'other'" },
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
};

static const Ris3EditField assessment_fields[] = {
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "assessor", N_ ("Assessor"), NULL },
  { "pm_mark", N_ ("Personalised medicine"), NULL },
  { "source_url", N_ ("Address of the source"), "''" },
};

static const Ris3EditField saved_view_fields[] = {
  { "name", N_ ("Name"), NULL },
  { "view", N_ ("View"), "''" },
};

static const Ris3EditField joined_column_fields[] = {
  { "name", N_ ("Name"), NULL },
  { "kind", N_ ("Kind"), "'number'" },
  { "unit", N_ ("Unit of Measurement"), "''" },
  { "year", N_ ("Year"), NULL },
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "source", N_ ("Source"), "''" },
  { "source_file", N_ ("File"), "''" },
  { "source_date", N_ ("Date of the file"), "''" },
};

static const Ris3EditField meta_fields[] = {
  { "key", N_ ("Key"), NULL },
  { "value", N_ ("Value"), NULL },
};

/* Its state and the reason of a decision change by ris3_edit_new_comment_state (). */
static const Ris3EditField comment_fields[] = {
  { "key", N_ ("Key"), "lower (hex (randomblob (16)))" },
  { "parent_id", N_ ("Reply to"), NULL },
  { "request_id", N_ ("Request"), NULL },
  { "organisation_id", N_ ("Organisation"), NULL },
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "target", NC_ ("what a comment is about", "About"), "'region'" },
  { "target_name", N_ ("Name of what it is about"), "''" },
  { "strategy_id", N_ ("Strategy"), NULL },
  { "priority_id", N_ ("Priority"), NULL },
  { "figure", N_ ("Figure"), "''" },
  { "quote", N_ ("Quotation"), "''" },
  { "page_label", N_ ("Printed page"), "''" },
  { "author_role", N_ ("Role of the author"), "'regional authority'" },
  { "channel", N_ ("Channel"), "''" },
  { "received_on", N_ ("Received on"), "''" },
  { "language", N_ ("Language"), "''" },
  { "text", N_ ("Text"), NULL },
  { "english_text", N_ ("Text in English"), "''" },
  { "proposed_change", N_ ("Proposed change"), "''" },
  { "state", N_ ("State"), "'received'" },
  { "decision_reason", N_ ("Reason of the decision"), "''" },
  { "source_url", N_ ("Address of the source"), "''" },
};

/* Written with the state of a comment; those of the default atlas are imported. */
static const Ris3EditField comment_event_fields[] = {
  { "comment_id", NULL, NULL }, { "at", NULL, NULL },       { "actor", NULL, "''" },  { "actor_role", NULL, "''" },
  { "from_state", NULL, NULL }, { "to_state", NULL, NULL }, { "reason", NULL, "''" },
};

static const Ris3EditField consultation_round_fields[] = {
  { "name", N_ ("Name"), NULL },
  { "scope", N_ ("Scope"), "''" },
  { "opened_on", N_ ("Opened on"), "date ('now')" },
  { "due_on", N_ ("Due on"), "''" },
  { "closed_on", N_ ("Closed on"), "''" },
  { "remark", N_ ("Remark"), "''" },
};

static const Ris3EditField request_fields[] = {
  { "round_id", N_ ("Round of consultation"), NULL },
  { "organisation_id", N_ ("Organisation"), NULL },
  { "nuts_version", N_ ("NUTS version"), NULL },
  { "region_code", N_ ("Region"), NULL },
  { "channel", N_ ("Channel"), "''" },
  { "asked_on", N_ ("Asked on"), "''" },
  { "due_on", N_ ("Due on"), "''" },
  { "answered_on", N_ ("Answered on"), "''" },
  { "remark", N_ ("Remark"), "''" },
};

static const Ris3EditField reminder_fields[] = {
  { "request_id", N_ ("Request"), NULL },
  { "sent_on", N_ ("Sent on"), "date ('now')" },
  { "channel", N_ ("Channel"), "''" },
};

/* What came with a comment; its contents go with the step. */
static const Ris3EditField attachment_fields[] = {
  { "comment_id", N_ ("Comment"), NULL },      { "name", N_ ("Name"), NULL },
  { "media_type", N_ ("Kind of file"), "''" }, { "size", N_ ("Size"), NULL },
  { "digest", N_ ("Digest"), NULL },           { "url", N_ ("Address"), "''" },
};

/* Persons are imported, and no step of an edit names them. */
static const Ris3EditField contact_fields[] = {
  { "organisation_id", N_ ("Organisation"), NULL },
  { "unit", N_ ("Unit"), "''" },
  { "name", N_ ("Name"), "''" },
  { "role", N_ ("Role"), "''" },
  { "email", N_ ("E-mail"), "''" },
  { "phone", N_ ("Telephone"), "''" },
  { "language", N_ ("Language"), "''" },
  { "remark", N_ ("Remark"), "''" },
};

#define FIELDS(fields) fields, G_N_ELEMENTS (fields)

/* Titles are whole sentences of their own, since languages differ in more than words. */
static const Ris3EditTable tables[] = {
  { "strategy", "id", FALSE, N_ ("Add strategy “%s”"), N_ ("Change strategy “%s”"), N_ ("Delete strategy “%s”"),
    "title", FIELDS (strategy_fields) },
  { "priority", "id", TRUE, N_ ("Add priority “%s”"), N_ ("Change priority “%s”"), N_ ("Delete priority “%s”"),
    RIS3_PRIORITY_NAME, FIELDS (priority_fields) },
  { "note", "id", TRUE, N_ ("Add note “%s”"), N_ ("Change note “%s”"), N_ ("Delete note “%s”"), "text",
    FIELDS (note_fields) },
  { "activity", "id", TRUE, N_ ("Add activity “%s”"), N_ ("Change activity “%s”"), N_ ("Delete activity “%s”"), "title",
    FIELDS (activity_fields) },
  { "participation", "id", TRUE, N_ ("Add participation “%s”"), N_ ("Change participation “%s”"),
    N_ ("Delete participation “%s”"), "programme || ': ' || name", FIELDS (participation_fields) },
  { "organisation", "id", TRUE, N_ ("Add organisation “%s”"), N_ ("Change organisation “%s”"),
    N_ ("Delete organisation “%s”"), "name", FIELDS (organisation_fields) },
  { "assessment", "id", TRUE, N_ ("Add assessment “%s”"), N_ ("Change assessment “%s”"), N_ ("Delete assessment “%s”"),
    "assessor || ': ' || region_code", FIELDS (assessment_fields) },
  { "saved_view", "id", TRUE, N_ ("Add view “%s”"), N_ ("Change view “%s”"), N_ ("Delete view “%s”"), "name",
    FIELDS (saved_view_fields) },
  { "joined_column", "id", TRUE, N_ ("Join column “%s”"), N_ ("Change column “%s”"), N_ ("Remove column “%s”"), "name",
    FIELDS (joined_column_fields) },
  { "meta", "key", FALSE, N_ ("Add property “%s”"), N_ ("Change property “%s”"), N_ ("Delete property “%s”"), "key",
    FIELDS (meta_fields) },
  { "contact", "id", TRUE, NULL, NULL, NULL, NULL, FIELDS (contact_fields), TRUE },
  { "comment", "id", TRUE, N_ ("Record comment on “%s”"), N_ ("Change comment on “%s”"), N_ ("Delete comment on “%s”"),
    "target_name", FIELDS (comment_fields) },
  { "consultation_round", "id", TRUE, N_ ("Round “%s” opened"), N_ ("Round “%s” changed"), N_ ("Round “%s” deleted"),
    "name", FIELDS (consultation_round_fields) },
  { "request", "id", TRUE, N_ ("“%s” asked"), N_ ("Request to “%s” changed"), N_ ("Request to “%s” deleted"),
    "(SELECT name FROM organisation AS o WHERE o.id = organisation_id)", FIELDS (request_fields) },
  { "reminder", "id", TRUE, N_ ("“%s” reminded"), N_ ("Reminder of “%s” changed"), N_ ("Reminder of “%s” deleted"),
    "(SELECT o.name FROM organisation AS o JOIN request AS q ON q.organisation_id = o.id WHERE q.id = request_id)",
    FIELDS (reminder_fields) },
  { "attachment", "id", TRUE, N_ ("Attach “%s”"), N_ ("Change document “%s”"), N_ ("Remove document “%s”"), "name",
    FIELDS (attachment_fields) },
  { "comment_event", "id", TRUE, NULL, NULL, NULL, NULL, FIELDS (comment_event_fields), TRUE },
};

const Ris3EditTable *
ris3_edit_table_find (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].table, table))
      return &tables[i];
  return NULL;
}

const Ris3EditField *
ris3_edit_table_find_field (const Ris3EditTable *self, const char *column)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].column, column))
      return &self->fields[i];
  return NULL;
}

const char **
ris3_edit_table_get_fields (const char *table)
{
  const Ris3EditTable *self = ris3_edit_table_find (table);
  const char **fields;

  if (self == NULL || self->only_built)
    return NULL;
  fields = g_new0 (const char *, self->n_fields + 1);
  for (guint i = 0; i < self->n_fields; i++)
    fields[i] = self->fields[i].column;
  return fields;
}

const char *
ris3_edit_field_get_name (const char *table, const char *field)
{
  const Ris3EditTable *self = ris3_edit_table_find (table);
  const Ris3EditField *found = self != NULL && field != NULL ? ris3_edit_table_find_field (self, field) : NULL;

  return found != NULL && found->name != NULL ? _ (found->name) : NULL;
}
