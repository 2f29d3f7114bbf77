/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-inbox-page.h"

#include <adwaita.h>

#include "app/consultation/ris3-inbox-detail.h"

G_BEGIN_DECLS

struct _Ris3InboxPage
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3InboxList *list;
  GtkSelectionModel *selection; /* of it */
  GArray *ids;                  /* of the selected comments, in the order of the list */
  guint position;               /* of the first of them */
  gboolean has_keys;            /* before the list changed */
  gboolean is_restoring;        /* the program selects */
  gboolean is_outdated;         /* the comments have changed while nobody saw the page */
  gboolean is_filtered;
  gconstpointer boundaries; /* that name the regions: only compared */

  GtkWidget *side;
  GtkLabel *open_label;
  GtkLabel *decided_label;
  GtkLabel *all_label;
  GtkWidget *filtered;
  GtkWidget *only; /* says that no others are listed */
  GtkWidget *record_button;
  GtkStack *stack;
  AdwStatusPage *message;
  GtkWidget *clear_button;
  GtkBox *rows;
  GtkListView *view;
  GtkWidget *detail;
};

/* ris3-inbox-page-rows.c: which rows are selected, and how one goes from one to another. */
void _ris3_inbox_page_add_rows (Ris3InboxPage *self);
void _ris3_inbox_page_install_row_actions (GtkWidgetClass *klass);
/* The selected comments as they are now. (transfer container) */
GPtrArray *_ris3_inbox_page_get_selected (Ris3InboxPage *self);
/* Selects one row alone, shows it and gives it the keys. */
void _ris3_inbox_page_select (Ris3InboxPage *self, guint position);

/* ris3-inbox-page-moves.c: from one state to another. */
void _ris3_inbox_page_install_moves (GtkWidgetClass *klass);
/* Which can be made. */
void _ris3_inbox_page_update_moves (Ris3InboxPage *self);

/* ris3-inbox-page.c */
/* Other comments are selected, or the same have changed. */
void _ris3_inbox_page_show_selected (Ris3InboxPage *self);

G_END_DECLS
