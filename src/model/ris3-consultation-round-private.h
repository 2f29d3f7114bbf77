/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-record-private.h"
#include "model/ris3-consultation-round.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3ConsultationRound
{
  GObject parent_instance;

  gint64 id;
  char *name;
  char *scope;
  char *opened_on;
  char *due_on;
  char *closed_on;
  char *remark;
};

extern const Ris3Record ris3_consultation_round_record;

G_END_DECLS
