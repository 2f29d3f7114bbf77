/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-record-private.h"
#include "model/ris3-comment.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Comment
{
  GObject parent_instance;

  gint64 id;
  char *key;
  gint64 parent_id;
  gint64 request_id;
  gint64 organisation_id;
  char *organisation;
  guint nuts_version;
  char *region_code;
  char *target;
  char *target_name;
  guint target_state;
  char *strategy_id;
  gint64 priority_id;
  char *figure;
  char *quote;
  char *page_label;
  char *author_role;
  char *channel;
  char *received_on;
  char *language;
  char *text;
  char *english_text;
  char *proposed_change;
  char *state;
  char *decision_reason;
  char *source_url;
  guint n_attachments;
};

extern const Ris3Record ris3_comment_record;

G_END_DECLS
