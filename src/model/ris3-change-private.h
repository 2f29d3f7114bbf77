/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change.h"

G_BEGIN_DECLS

struct _Ris3Change
{
  GObject parent_instance;

  gint64 id;
  char *at;
  char *actor;
  char *kind;
  char *title;
  guint n_rows;
  gint64 undoes;
  gint64 undone_by;
  guint n_undos; /* that follow on it, one on the other */
  gint64 last;
  GDateTime *time;
};

G_END_DECLS
