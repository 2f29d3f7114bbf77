/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-record-private.h"
#include "model/ris3-organisation.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Organisation
{
  GObject parent_instance;

  gint64 id;
  char *name;
  char *role;
  guint nuts_version;
  char *region_code;
};

extern const Ris3Record ris3_organisation_record;

G_END_DECLS
