/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/records/ris3-record-columns.h"
#include "app/records/ris3-record-list.h"
#include "app/records/ris3-record-table.h"

G_BEGIN_DECLS

/* A column as it is remembered. */
typedef struct
{
  guint column;
  int width; /* -1: as at first */
  gboolean is_shown;
} Ris3RecordPlace;

typedef struct
{
  GArray *places; /* of Ris3RecordPlace: all columns, in their order */
  gint sorted_by; /* a column; -1: the natural order */
  gboolean descending;
} Ris3RecordLayout;

struct _Ris3RecordTable
{
  GtkWidget parent_instance;

  GtkLabel *headline;
  GtkWidget *all_periods_button;
  GtkDropDown *difference_choice;
  GtkWidget *chooser_button;
  GtkWidget *export_button;
  GtkSpinner *busy;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *message;
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkLabel *count;
  GtkLabel *selected;
  GMenuModel *row_menu;
  GtkWidget *popover; /* of the row menu; NULL until it is wanted */

  Ris3Session *session;
  GSettings *settings;
  Ris3RecordList *list;
  GHashTable *bound; /* of GtkListItem: the cells that have a row */
  Ris3Records records;
  Ris3RecordLayout layouts[RIS3_N_RECORDS];
  gboolean is_laying_out; /* columns are being put in their places */
  gboolean is_selecting;  /* the selection is passed on, one way or the other */

  gboolean all_periods;     /* not only what the map counts */
  gboolean compares;        /* two maps: their columns are there */
  gint difference;          /* of the regions of two maps; -1: all */
  Ris3FilterResult *filter; /* NULL: all rows */
  Ris3RecordData *data;     /* as new as the session; NULL: it has to be made */
  GPtrArray *themes;        /* of Ris3Theme; NULL: they have to be read */
  Ris3ExchangeRows *rows;   /* the same of priorities */
  GCancellable *working;    /* NULL: nothing is being read or sorted */
  GCancellable *reading;    /* of the themes; NULL: they are not being read */
  gboolean is_outdated;     /* other rows of the data, or in another order, are wanted */
  gboolean scrolls_to_top;
  guint busy_source; /* shows that it takes a while, else 0 */
};

/* ris3-record-table-columns.c */
void _ris3_record_table_load_layouts (Ris3RecordTable *self);
void _ris3_record_table_save_layouts (Ris3RecordTable *self);
void _ris3_record_table_free_layouts (Ris3RecordTable *self);
/* Shows the columns of its kind of rows. */
void _ris3_record_table_show_columns (Ris3RecordTable *self);
/* Takes over how somebody has changed their order and widths. */
void _ris3_record_table_keep_columns (Ris3RecordTable *self);
void _ris3_record_table_show_column (Ris3RecordTable *self, guint column, gboolean is_shown);
/* Whether there is something in the column, which may be of two maps; what it is called. */
gboolean _ris3_record_table_has_column (Ris3RecordTable *self, guint column);
char *_ris3_record_table_dup_title (Ris3RecordTable *self, guint column); /* (transfer full) */
/* by: -1 or 1 */
void _ris3_record_table_move_column (Ris3RecordTable *self, guint column, int by);
void _ris3_record_table_reset_columns (Ris3RecordTable *self);
/* column: -1 for the natural order */
void _ris3_record_table_sort (Ris3RecordTable *self, gint column, gboolean descending);
/* "Year, descending"; NULL: the natural order. (transfer full) */
char *_ris3_record_table_describe_order (Ris3RecordTable *self);
void _ris3_record_table_watch_sorter (Ris3RecordTable *self);
/* Has each cell show the row that is in its place by now. */
void _ris3_record_table_show_rows (Ris3RecordTable *self);

/* ris3-record-table-work.c */
/* Brings the rows up to date, as soon as the page is seen. */
void _ris3_record_table_work (Ris3RecordTable *self);
void _ris3_record_table_watch (Ris3RecordTable *self);
void _ris3_record_table_show_state (Ris3RecordTable *self);
/* Shows the choices that there are of such rows. */
void _ris3_record_table_show_choices (Ris3RecordTable *self);

/* ris3-record-table-rows.c */
void _ris3_record_table_install_row_actions (GtkWidgetClass *klass);
void _ris3_record_table_add_row_controllers (Ris3RecordTable *self);
void _ris3_record_table_activate (Ris3RecordTable *self, guint position);
/* Selects what the session has. */
void _ris3_record_table_follow_selection (Ris3RecordTable *self, gboolean scroll);
void _ris3_record_table_show_n_selected (Ris3RecordTable *self);
void _ris3_record_table_scroll_to (Ris3RecordTable *self, guint position);
/* The cell at a place of the view; NULL: there is none. */
GtkWidget *_ris3_record_table_pick (Ris3RecordTable *self, double x, double y);

/* ris3-record-chooser.c */
/* The menu of columns and order. Floating. */
GtkWidget *_ris3_record_chooser_new (Ris3RecordTable *self);

G_END_DECLS
