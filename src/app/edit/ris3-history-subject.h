/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-history.h"

G_BEGIN_DECLS

/* What is asked of the history of one thing, and what that is called: “Strategy “…””.
 *
 * table, key: as of the action "edit.history"
 * title: NULL for the whole atlas; (transfer full)
 * (transfer full) */
Ris3HistoryQuery *ris3_history_subject_new (Ris3Session *session, const char *table, const char *key, char **title);

G_END_DECLS
