/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows again what has changed in rows of a list view: at once in those that are in view, and in the others, of which
 * a list view keeps up to 200, a few a frame. Measuring the wrapped text of all in one frame would take longer than
 * ten.
 *
 * Reference counted, as rows go when they like. For the main thread.
 */
typedef struct _Ris3RowRefresh Ris3RowRefresh;

/* view: the list view whose descendants the rows are; not owned
 * refresh: shows a row anew
 * (transfer full)
 */
Ris3RowRefresh *ris3_row_refresh_new (GtkWidget *view, void (*refresh) (GtkWidget *row));
Ris3RowRefresh *ris3_row_refresh_ref (Ris3RowRefresh *self);
void ris3_row_refresh_unref (Ris3RowRefresh *self);

/* Refreshes a row, now or soon.
 *
 * row: not owned; it must be removed before it goes
 */
void ris3_row_refresh_add (Ris3RowRefresh *self, GtkWidget *row);

/* Forgets a row that has gone, or shows something else now. */
void ris3_row_refresh_remove (Ris3RowRefresh *self, GtkWidget *row);

/* Forgets the view, which goes, and all rows. */
void ris3_row_refresh_stop (Ris3RowRefresh *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RowRefresh, ris3_row_refresh_unref)

G_END_DECLS
