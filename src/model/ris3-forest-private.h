/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The priorities of strategies, as bytes: an atlas can hold hundreds of thousands, and people look at a few. Those of a
 * strategy become objects when they are first asked for. Filled by one thread; whoever asks, in any thread, waits until
 * that has finished. */
typedef struct _Ris3Forest Ris3Forest;

Ris3Forest *ris3_forest_new (void);
Ris3Forest *ris3_forest_ref (Ris3Forest *self);
void ris3_forest_unref (Ris3Forest *self);

/* What ends the filling. (transfer none) */
GCancellable *ris3_forest_get_cancellable (Ris3Forest *self);

/* On the thread that fills it. rows: of ris3_priority_pack (), siblings in their order, which form trees */
void ris3_forest_add (Ris3Forest *self, const char *strategy_id, GBytes *rows);
/* Says which strategy a priority belongs to. */
void ris3_forest_add_owner (Ris3Forest *self, gint64 priority_id, const char *strategy_id);
/* Waits so long, unless somebody waits for this. */
void ris3_forest_pause (Ris3Forest *self, gint64 microseconds);
/* A strategy that somebody waits for, and that should be added before others; NULL: none. (transfer full) */
char *ris3_forest_take_wish (Ris3Forest *self);
/* All strategies have been added. */
void ris3_forest_fill_up (Ris3Forest *self);
/* error: why it could not be filled, or why the file should not be trusted; NULL: all is well */
void ris3_forest_finish (Ris3Forest *self, const GError *error);

/* Whether it was filled, and with what ris3_forest_finish () was told. */
gboolean ris3_forest_wait (Ris3Forest *self, GError **error);
/* The rows of a strategy; NULL or empty: none. (transfer full) */
GBytes *ris3_forest_get (Ris3Forest *self, const char *strategy_id);
/* Nobody will ask for this strategy again. */
void ris3_forest_drop (Ris3Forest *self, const char *strategy_id);
/* The strategy that a priority belonged to when this was filled; NULL: none. (transfer none) */
const char *ris3_forest_find_owner (Ris3Forest *self, gint64 priority_id);
/* Calls func for each priority of a forest that has been filled. */
void ris3_forest_for_each_owner (Ris3Forest *self,
                                 void (*func) (gint64 priority_id, const char *strategy_id, gpointer user_data),
                                 gpointer user_data);

/* Makes a tree of rows: a list of the roots. NULL: nothing. (transfer full) */
GListStore *ris3_forest_plant (GBytes *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Forest, ris3_forest_unref)

G_END_DECLS
