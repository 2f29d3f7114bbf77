/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-note.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Note
{
  GObject parent_instance;

  gint64 id;
  guint nuts_version;
  char *region_code;
  char *strategy_id;
  gint64 priority_id;
  double longitude; /* NAN without a place */
  double latitude;
  char *text;
  char *colour;
  gboolean hidden;
  char *author;
  char *created_at;
  char *changed_at;
};

extern const Ris3Record ris3_note_record;

G_END_DECLS
