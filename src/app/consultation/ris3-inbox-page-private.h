/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-inbox-page.h"

#include <adwaita.h>

#include "app/consultation/ris3-inbox-detail.h"
#include "app/consultation/ris3-inbox-row.h"

G_BEGIN_DECLS

struct _Ris3InboxPage
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3ReadingMarks *marks;
  GSettings *settings;
  Ris3InboxList *list;
  GtkSelectionModel *selection; /* of it */
  GArray *ids;                  /* of the selected comments, in the order of the list */
  guint position;               /* of the first of them */
  gboolean has_keys;            /* before the list changed */
  gboolean is_restoring;        /* the program selects */
  gboolean is_leading;          /* the same, and what is selected then is shown */
  gboolean is_outdated;         /* the comments have changed while nobody saw the page */
  gboolean is_filtered;
  GHashTable *decisions;    /* ids of comments that were decided here → whether they are so now */
  gint64 chosen;            /* the comment that the person chose, or went on in, as long as it is selected; 0: none */
  gint64 hidden;            /* a comment that was added and that the filter hides, until one is chosen; 0: none */
  gint64 reading;           /* the comment that is shown alone; 0: none */
  guint reading_source;     /* until it counts as read; 0: it is, or is not to be */
  gconstpointer boundaries; /* that name the regions: only compared */

  GtkWidget *side;
  GtkLabel *open_label;
  GtkLabel *decided_label;
  GtkLabel *all_label;
  GtkLabel *unread_label;
  GtkWidget *filtered;
  GtkWidget *only; /* says that no others are listed */
  GtkLabel *only_label;
  GtkWidget *record_button;
  GtkStack *stack;
  AdwStatusPage *message;
  GtkWidget *clear_button;
  GtkBox *rows;
  GtkListView *view;
  GMenuModel *row_menu;
  GtkWidget *menu; /* of it; NULL until it is wanted */
  GtkWidget *detail;
  gboolean wants_detail; /* else it is folded away */
  GtkWidget *divider;    /* between both */
  gboolean is_beside;    /* the detail beside the list, else below */
  int detail_width;      /* as it was chosen; 0: it was not */
  int detail_height;
  int grabbed_part; /* of the detail, when the divider was grabbed */
};

/* ris3-inbox-page-rows.c: which rows are selected, and how one goes from one to another. */
void _ris3_inbox_page_add_rows (Ris3InboxPage *self);
void _ris3_inbox_page_install_row_actions (GtkWidgetClass *klass);
/* The selected comments as they are now. (transfer container) */
GPtrArray *_ris3_inbox_page_get_selected (Ris3InboxPage *self);
/* Selects one row alone, shows it and gives it the keys: as the program does it, by which nothing is read. */
void _ris3_inbox_page_select (Ris3InboxPage *self, guint position);
/* The same, as the person wants it. */
void _ris3_inbox_page_choose (Ris3InboxPage *self, guint position);

/* ris3-inbox-page-moves.c: from one state to another. */
void _ris3_inbox_page_install_moves (GtkWidgetClass *klass);
/* Which can be made. */
void _ris3_inbox_page_update_moves (Ris3InboxPage *self);
/* The list was read: where a decision was taken back, its comments are selected again. */
void _ris3_inbox_page_follow_decisions (Ris3InboxPage *self);

/* Calls a function with each row that there is a widget for. */
void _ris3_inbox_page_for_each_row (Ris3InboxPage *self, void (*func) (Ris3InboxRow *row));
/* Selects several, shows the first, and gives it the keys if the page has them. */
void _ris3_inbox_page_select_many (Ris3InboxPage *self, GtkBitset *positions);

/* ris3-inbox-page-layout.c: how list and comment share the room. */
void _ris3_inbox_page_add_divider (Ris3InboxPage *self);
void _ris3_inbox_page_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline);
void _ris3_inbox_page_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* ris3-inbox-page-menu.c: the menu of a row. */
void _ris3_inbox_page_add_menu (Ris3InboxPage *self);

/* ris3-inbox-page-reading.c: which comments are unread. */
void _ris3_inbox_page_install_reading (GtkWidgetClass *klass);
void _ris3_inbox_page_watch_marks (Ris3InboxPage *self);
/* What is selected is what the person wants to read. */
void _ris3_inbox_page_begin_reading (Ris3InboxPage *self);
/* Another comment is shown alone, or none: one that was chosen and stays there counts as read. */
void _ris3_inbox_page_follow_reading (Ris3InboxPage *self);
/* What is unread among the selected ones can be marked as read, and the other way round. */
void _ris3_inbox_page_update_reading (Ris3InboxPage *self, GPtrArray *selected);

/* ris3-inbox-page.c */
void _ris3_inbox_page_show_counts (Ris3InboxPage *self);
/* Other comments are selected, or the same have changed. */
void _ris3_inbox_page_show_selected (Ris3InboxPage *self);

G_END_DECLS
