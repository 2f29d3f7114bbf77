/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-record-private.h"
#include "model/ris3-saved-view.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3SavedView
{
  GObject parent_instance;

  gint64 id;
  char *name;
  char *view;
};

extern const Ris3Record ris3_saved_view_record;

G_END_DECLS
