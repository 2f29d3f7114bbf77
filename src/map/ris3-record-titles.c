/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-record-titles.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *words;
} Title;

static const Title roles[] = {
  { "member", NC_ ("role in a programme", "member") },
  { "observer", NC_ ("role in a programme", "observer") },
  { "coordinator", NC_ ("role in a programme", "coordinator") },
  { "partner", NC_ ("role in a programme", "partner") },
  { "associated", NC_ ("role in a programme", "associated") },
};

static const Title comment_states[] = {
  { "received", NC_ ("state of a comment", "received") },
  { "acknowledged", NC_ ("state of a comment", "acknowledged") },
  { "in review", NC_ ("state of a comment", "in review") },
  { "accepted", NC_ ("state of a comment", "accepted") },
  { "partly accepted", NC_ ("state of a comment", "partly accepted") },
  { "not accepted", NC_ ("state of a comment", "not accepted") },
  { "noted", NC_ ("state of a comment", "noted") },
  { "applied", NC_ ("state of a comment", "applied") },
  { "closed", NC_ ("state of a comment", "closed") },
};

static const Title author_roles[] = {
  { "regional authority", NC_ ("author of a comment", "Regional authority") },
  { "national authority", NC_ ("author of a comment", "National authority") },
  { "Commission", NC_ ("author of a comment", "Commission") },
  { "analyst", NC_ ("author of a comment", "Analyst") },
  { "other", NC_ ("author of a comment", "Other author") },
};

static const Title activity_kinds[] = {
  { "project", NC_ ("kind of activity", "Project") },
  { "best-practice", NC_ ("kind of activity", "Best practice") },
  { "data-set", NC_ ("kind of activity", "Data set") },
  { "infrastructure", NC_ ("kind of activity", "Infrastructure") },
  { "call", NC_ ("kind of activity", "Call") },
};

static const char *
find_title (const Title *titles, guint n_titles, const char *context, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);
  for (guint i = 0; i < n_titles; i++)
    if (g_str_equal (titles[i].id, id))
      return g_dpgettext2 (GETTEXT_PACKAGE, context, titles[i].words);
  return id;
}

const char *
ris3_participation_role_get_title (const char *id)
{
  return find_title (roles, G_N_ELEMENTS (roles), "role in a programme", id);
}

const char *
ris3_activity_kind_get_title (const char *id)
{
  return find_title (activity_kinds, G_N_ELEMENTS (activity_kinds), "kind of activity", id);
}

const char *
ris3_comment_state_get_title (const char *id)
{
  return find_title (comment_states, G_N_ELEMENTS (comment_states), "state of a comment", id);
}

const char *
ris3_author_role_get_title (const char *id)
{
  return find_title (author_roles, G_N_ELEMENTS (author_roles), "author of a comment", id);
}

const char *
ris3_source_kind_get_title (Ris3SourceKind kind)
{
  switch (kind)
    {
    case RIS3_SOURCE_STRATEGY:
      return _ ("Strategy document");
    case RIS3_SOURCE_OFFICIAL_PAGE:
      return _ ("Official page");
    case RIS3_SOURCE_REPORT:
      return _ ("Report");
    case RIS3_SOURCE_NEWS:
      return _ ("News item");
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_analysis_state_get_title (Ris3AnalysisState state)
{
  switch (state)
    {
    case RIS3_ANALYSIS_PENDING:
      return _ ("Not yet analysed");
    case RIS3_ANALYSIS_DESK:
      return _ ("To be checked against the document");
    case RIS3_ANALYSIS_DOCUMENT:
      return _ ("The document itself was read");
    case RIS3_ANALYSIS_CONFIRMED:
      return _ ("Confirmed by the region");
    }
  g_return_val_if_reached (NULL);
}

const char *
ris3_mark_basis_get_title (Ris3Basis basis)
{
  switch (basis)
    {
    case RIS3_BASIS_TEXT:
      return _ ("The source that was read");
    case RIS3_BASIS_COMMISSION:
      return _ ("A record of the Commission");
    case RIS3_BASIS_REGION:
      return _ ("The region’s own answer");
    case RIS3_BASIS_SECONDARY:
      return _ ("A call, news item or consultation");
    case RIS3_BASIS_NONE:
    case RIS3_N_BASES:
      break;
    }
  return "";
}
