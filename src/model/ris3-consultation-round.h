/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_CONSULTATION_ROUND (ris3_consultation_round_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ConsultationRound, ris3_consultation_round, RIS3, CONSULTATION_ROUND, GObject)

/* A round of consultation: who was asked, from when until when. Strings are never NULL. */
gint64 ris3_consultation_round_get_id (Ris3ConsultationRound *self);
const char *ris3_consultation_round_get_name (Ris3ConsultationRound *self); /* no other has it */
const char *ris3_consultation_round_get_scope (
    Ris3ConsultationRound *self); /* the text form of the filter that chose whom to ask; "": everybody */
const char *ris3_consultation_round_get_opened_on (Ris3ConsultationRound *self); /* ISO 8601 date */
const char *ris3_consultation_round_get_due_on (Ris3ConsultationRound *self);    /* "": no date */
const char *ris3_consultation_round_get_closed_on (Ris3ConsultationRound *self); /* "": still open */
const char *ris3_consultation_round_get_remark (Ris3ConsultationRound *self);

G_END_DECLS
