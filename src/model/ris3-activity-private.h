/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-activity.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Activity
{
  GObject parent_instance;

  gint64 id;
  guint nuts_version;
  char *region_code;
  char *kind;
  char *title;
  char *programme;
  guint year_from;
  guint year_to;
  char *url;
  char *remark;
  char **themes;
  GRefString **theme_keys;
};

extern const Ris3Record ris3_activity_record;

G_END_DECLS
