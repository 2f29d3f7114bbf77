/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FILTER_STEPS (ris3_filter_steps_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FilterSteps, ris3_filter_steps, RIS3, FILTER_STEPS, GObject)

/* The steps of filtering in a session, wherever they were made, which can be undone and redone. (They change nothing in
 * the atlas, and are apart from its edits.)
 *
 * Signals: changed ()
 */
Ris3FilterSteps *ris3_filter_steps_new (Ris3Session *session);

/* by: -1 to undo, 1 to redo a step. What the step is called: "Add France"; NULL: there is none. (transfer full) */
char *ris3_filter_steps_describe (Ris3FilterSteps *self, int by);
void ris3_filter_steps_go (Ris3FilterSteps *self, int by);

G_END_DECLS
