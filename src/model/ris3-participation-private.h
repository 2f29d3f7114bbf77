/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-participation.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Participation
{
  GObject parent_instance;

  gint64 id;
  char *programme;
  char *role;
  char *country;
  guint nuts_version;
  char *region_code;
  char *name;
  char *source;
};

extern const Ris3Record ris3_participation_record;

G_END_DECLS
