/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-priority.h"

G_BEGIN_DECLS

/* How far a strategy was read. */
typedef enum
{
  RIS3_ANALYSIS_PENDING,   /* known, but its contents are not: "not yet analysed" */
  RIS3_ANALYSIS_DESK,      /* known from pages and reports, to be checked against the document */
  RIS3_ANALYSIS_DOCUMENT,  /* the document itself was read */
  RIS3_ANALYSIS_CONFIRMED, /* confirmed by the region */
} Ris3AnalysisState;

/* A question that the analysis may not have answered. */
typedef enum
{
  RIS3_ANSWER_UNKNOWN,
  RIS3_ANSWER_NO,
  RIS3_ANSWER_YES,
} Ris3Answer;

/* What a personalised-medicine mark rests on. */
typedef enum
{
  RIS3_BASIS_NONE,
  RIS3_BASIS_TEXT,       /* the source that was read says it */
  RIS3_BASIS_COMMISSION, /* recorded by the Commission */
  RIS3_BASIS_REGION,     /* the region's own answer */
  RIS3_BASIS_SECONDARY,  /* a call, news item or consultation linked to the strategy */
  RIS3_N_BASES,
} Ris3Basis;

typedef enum
{
  RIS3_SOURCE_STRATEGY,      /* the strategy document */
  RIS3_SOURCE_OFFICIAL_PAGE, /* a page of the region or of the S3 Platform */
  RIS3_SOURCE_REPORT,
  RIS3_SOURCE_NEWS,
} Ris3SourceKind;

#define RIS3_TYPE_STRATEGY (ris3_strategy_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Strategy, ris3_strategy, RIS3, STRATEGY, GObject)

/* One RIS3 document, or its successor, of one region. Strings are never NULL ("" where the
 * atlas has none) and belong to the strategy.
 */
const char *ris3_strategy_get_id (Ris3Strategy *self); /* "FRL0-2014" */
guint ris3_strategy_get_nuts_version (Ris3Strategy *self);
const char *ris3_strategy_get_region_code (Ris3Strategy *self);
guint ris3_strategy_get_level (Ris3Strategy *self);
const char *ris3_strategy_get_country (Ris3Strategy *self);
const char *ris3_strategy_get_region_name (Ris3Strategy *self);
const char *ris3_strategy_get_title (Ris3Strategy *self);
guint ris3_strategy_get_year (Ris3Strategy *self);           /* 0: no source gives it */
const char *ris3_strategy_get_period (Ris3Strategy *self);   /* "2014-2020" */
const char *ris3_strategy_get_language (Ris3Strategy *self); /* ISO 639-1 of the source that was read */
Ris3AnalysisState ris3_strategy_get_analysis_state (Ris3Strategy *self);
const char *ris3_strategy_get_analyst (Ris3Strategy *self);     /* who read it last */
const char *ris3_strategy_get_reviewed_on (Ris3Strategy *self); /* and when, ISO 8601 */
/* Recorded, but not to be shown, as this was not agreed to. */
gboolean ris3_strategy_get_withheld (Ris3Strategy *self);
Ris3Answer ris3_strategy_get_health_priority (Ris3Strategy *self);
Ris3Answer ris3_strategy_get_pm_mark (Ris3Strategy *self);
Ris3Basis ris3_strategy_get_pm_basis (Ris3Strategy *self);
gboolean ris3_strategy_get_pm_disputed (Ris3Strategy *self);
Ris3SourceKind ris3_strategy_get_source_kind (Ris3Strategy *self);
/* The title of the source, where no address is known. */
const char *ris3_strategy_get_source_title (Ris3Strategy *self);
const char *ris3_strategy_get_source_url (Ris3Strategy *self);
const char *ris3_strategy_get_document_url (Ris3Strategy *self);
/* Free text: what is uncertain or was corrected in the record. */
const char *ris3_strategy_get_remark (Ris3Strategy *self);
/* The roots of the priority tree, a GListModel of Ris3Priority in the document's order. It is made when it is first
 * asked for. (transfer none) */
GListModel *ris3_strategy_get_priorities (Ris3Strategy *self);

/* Whether its contents are known: any state but pending. */
gboolean ris3_strategy_is_analysed (Ris3Strategy *self);

/* Names for files and command lines: "desk", "commission" ("" for none), "official-page". (transfer none) */
const char *ris3_analysis_state_get_id (Ris3AnalysisState state);
const char *ris3_basis_get_id (Ris3Basis basis);
const char *ris3_source_kind_get_id (Ris3SourceKind kind);

G_END_DECLS
