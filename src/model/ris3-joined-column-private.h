/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-joined-column.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3JoinedColumn
{
  GObject parent_instance;

  gint64 id;
  char *name;
  gint kind;
  char *unit;
  guint year;
  guint nuts_version;
  char *source;
  char *source_file;
  char *source_date;
  char *values; /* "2016 FRL0 12.5", one a line */
};

extern const Ris3Record ris3_joined_column_record;

G_END_DECLS
