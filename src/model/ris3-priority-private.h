/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-priority.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Priority
{
  GObject parent_instance;

  gint64 id;
  char *strategy_id;
  gint64 parent_id; /* 0 for a root */
  char *label;
  char *text;
  char *original_text;
  gint page_index;
  char *page_label;
  char *quote;
  char *source_url;
  gboolean explicit_pm;
  gboolean is_area;
  char **themes;
  GRefString **theme_keys; /* in the same order */
  GListStore *children;
};

extern const Ris3Record ris3_priority_record;

/* A row of the record's query with its themes (texts: key and name by turns; NULL: none) as bytes. */
void ris3_priority_pack (sqlite3_stmt *row, const char *const *themes, guint n_texts, GByteArray *bytes);
/* The object; *bytes is moved behind it. (transfer full) */
Ris3Priority *ris3_priority_unpack (const guint8 **bytes);

G_END_DECLS
