/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* The sections of a region page. Each looks up what it shows in the session, whose classification
 * exists, and is NULL when there is nothing to show. All are floating.
 *
 * present: the same section as it is now, or NULL; if nothing in it has changed, it is the result
 */

/* A link to another region. The region is selected a moment after the click, as its page replaces
 * the one that the link is on.
 */
GtkWidget *ris3_region_page_link_new (Ris3Session *session, guint region, const char *title);

/* A section that folds away its content. name: that of what folds it, which has the focus */
GtkWidget *ris3_region_page_fold_new (const char *title, const char *name, GtkWidget *content, gboolean expanded);
/* Whether it is open; FALSE if it is none, or NULL. */
gboolean ris3_region_page_fold_is_expanded (GtkWidget *section);

GtkWidget *ris3_region_page_why_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_strategies_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_areas_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_within_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_participations_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_comments_new (Ris3Session *session, guint region, GtkWidget *present);
/* Whether what is recorded of a code of some NUTS version is shown on a region. */
gboolean
ris3_region_page_is_at (guint nuts_version, const char *code, Ris3Classification *classification, guint region);
/* Whether a comment is about a region or one of its strategies. */
gboolean ris3_region_page_is_about (Ris3Comment *comment, Ris3Classification *classification, guint region);
/* What was called so when the comment on it came, a strategy, a priority or a map; NULL: the region itself. (transfer
 * none) */
const char *ris3_region_page_get_about (Ris3Comment *comment);
/* What happened, the latest first: it is read a moment later, and is not seen before. */
GtkWidget *ris3_region_page_timeline_new (Ris3Session *session, guint region, GtkWidget *present);

/* While the session is edited: what can be added to the region, and its history. */
GtkWidget *ris3_region_page_tools_new (Ris3Session *session, guint region, GtkWidget *present);
/* A button that adds a strategy to a region. */
GtkWidget *ris3_region_page_add_strategy_button_new (Ris3Session *session, guint region);

/* present: the section as it is now, which is the result if nothing in it has changed; may be NULL */
GtkWidget *ris3_region_page_activities_new (Ris3Session *session, guint region, GtkWidget *present);
GtkWidget *ris3_region_page_notes_new (Ris3Session *session, guint region, GtkWidget *present);

G_END_DECLS
