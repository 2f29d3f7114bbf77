/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-participation.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it; nobody changes it later. */
struct _Ris3Participation
{
  GObject parent_instance;

  char *programme;
  char *role;
  char *country;
  guint nuts_version;
  char *region_code;
  char *name;
  char *source;
};

G_END_DECLS
