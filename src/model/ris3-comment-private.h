/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-comment.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Comment
{
  GObject parent_instance;

  gint64 id;
  guint nuts_version;
  char *region_code;
  char *strategy_id;
  char *author_role;
  char *channel;
  char *received_on;
  char *text;
  char *state;
  char *source_url;
};

extern const Ris3Record ris3_comment_record;

G_END_DECLS
