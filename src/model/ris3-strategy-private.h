/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-forest-private.h"
#include "model/ris3-record-private.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later; but for priorities, see there. */
struct _Ris3Strategy
{
  GObject parent_instance;

  char *id;
  guint nuts_version;
  char *region_code;
  char *country;
  char *region_name;
  char *title;
  guint year;
  char *period;
  char *language;
  Ris3AnalysisState analysis_state;
  char *analyst;
  char *reviewed_on;
  gboolean withheld;
  Ris3Answer health_priority;
  Ris3Answer pm_mark;
  Ris3Basis pm_basis;
  gboolean pm_disputed;
  Ris3SourceKind source_kind;
  char *source_title;
  char *source_url;
  char *document_url;
  char *remark;
  Ris3Forest *forest;     /* that has its priorities; NULL: none are known */
  GListStore *priorities; /* NULL until they are asked for */
};

/* Where its priorities come from, before anything else uses it. */
void ris3_strategy_set_forest (Ris3Strategy *self, Ris3Forest *forest);
/* Whether two have equal priorities. */
gboolean ris3_strategy_priorities_equal (Ris3Strategy *a, Ris3Strategy *b);

extern const Ris3Record ris3_strategy_record;

G_END_DECLS
