/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_REQUEST (ris3_request_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Request, ris3_request, RIS3, REQUEST, GObject)

/* That an organisation is asked about a region in a round of consultation; its answers are comments. Strings are never
 * NULL. */
gint64 ris3_request_get_id (Ris3Request *self);
gint64 ris3_request_get_round_id (Ris3Request *self);
gint64 ris3_request_get_organisation_id (Ris3Request *self);
const char *ris3_request_get_organisation (Ris3Request *self); /* its name */
guint ris3_request_get_nuts_version (Ris3Request *self);
const char *ris3_request_get_region_code (Ris3Request *self);
const char *ris3_request_get_channel (Ris3Request *self);     /* "e-mail", "letter" … */
const char *ris3_request_get_asked_on (Ris3Request *self);    /* ISO 8601 date; "": not asked yet */
const char *ris3_request_get_due_on (Ris3Request *self);      /* its own date, or that of the round; "": none */
const char *ris3_request_get_own_due_on (Ris3Request *self);  /* "": that of the round holds */
const char *ris3_request_get_answered_on (Ris3Request *self); /* "": not yet */
guint ris3_request_get_n_reminders (Ris3Request *self);
const char *ris3_request_get_reminded_on (Ris3Request *self); /* the last reminder; "": none */
gint64 ris3_request_get_last_reminder_id (Ris3Request *self); /* 0: none */
const char *ris3_request_get_remark (Ris3Request *self);

/* Whether it was asked, and has no answer. */
gboolean ris3_request_is_waiting (Ris3Request *self);
/* The same while its round is open: after that, nothing is waited for. */
gboolean ris3_request_is_open (Ris3Request *self);
/* Whether it is open for longer than it may. today: a date, as 2026-11-30 */
gboolean ris3_request_is_overdue (Ris3Request *self, const char *today);

G_END_DECLS
