/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-record-private.h"
#include "model/ris3-request.h"

G_BEGIN_DECLS

/* Filled by the loader, in the thread that makes it, and never changed later. */
struct _Ris3Request
{
  GObject parent_instance;

  gint64 id;
  gint64 round_id;
  gint64 organisation_id;
  char *organisation;
  guint nuts_version;
  char *region_code;
  char *channel;
  char *asked_on;
  char *due_on;
  char *own_due_on;
  char *round_closed_on;
  char *answered_on;
  guint n_reminders;
  char *reminded_on;
  gint64 last_reminder_id;
  char *remark;
};

extern const Ris3Record ris3_request_record;

G_END_DECLS
