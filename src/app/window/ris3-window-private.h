/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/window/ris3-window.h"

#include "app/consultation/ris3-inbox-page.h"
#include "app/edit/ris3-edit-desk.h"
#include "app/filter/ris3-filter-steps.h"
#include "app/map/ris3-headline.h"
#include "app/map/ris3-insets.h"
#include "app/map/ris3-legend.h"
#include "app/map/ris3-map-stage.h"
#include "app/records/ris3-record-table.h"

G_BEGIN_DECLS

struct _Ris3Window
{
  AdwApplicationWindow parent_instance;

  Ris3Session *session;
  GSettings *settings;

  Ris3EditDesk *desk;

  AdwToastOverlay *toasts;
  AdwToast *toast;    /* that is shown; weak */
  guint toast_source; /* of its end, else 0 */
  GtkWidget *stack;
  GtkWidget *search_slot;
  GtkWidget *search; /* Ris3RegionSearch */
  GtkWidget *view_button_label;
  GtkLabel *file_label;
  GtkMenuButton *view_button;
  gconstpointer menu_boundaries; /* of which its menu is; only compared */
  GtkMenuButton *main_button;
  GMenuModel *main_menu;
  GPtrArray *themes;          /* of Ris3Theme, of the atlas; NULL: not read yet */
  GMenu *against_section;     /* of the menu of what is shown: periods to compare with; NULL: it is not made yet */
  const char *against_period; /* that it leaves out, interned */
  const Ris3Indicator *against_indicator; /* the same of indicators */
  GMenu *file_section;                    /* of the main menu, with the recent files */
  gboolean lists_recent;
  GMenu *edit_section; /* the same */
  GtkWidget *undo_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *banner;
  GtkWidget *banner_box;
  GtkLabel *banner_label;
  GtkWidget *banner_retry;
  GtkWidget *banner_copy;
  GtkWidget *banner_open;
  GtkWidget *banner_choose;
  GtkWidget *banner_forget;
  gboolean has_unrecorded; /* the last thing that was done cannot be undone */
  gboolean is_closing;     /* as soon as everything is saved */
  gboolean is_lost;        /* the banner says that the file is */
  gboolean is_own_failed;  /* the banner says that boundaries of one's own are */
  GtkWidget *own_bar;      /* while these are read */
  GtkLabel *own_words;
  GtkProgressBar *own_progress;
  guint own_timer;
  AdwStatusPage *failure_page;
  GtkToggleButton *failure_details_button;
  GtkLabel *failure_details;
  AdwFlap *filter_flap;    /* the filter beside everything else */
  GtkWidget *filter_slot;  /* of it */
  GtkWidget *filter_panel; /* NULL until it is first shown */
  Ris3FilterSteps *filter_steps;
  GtkWidget *filter_button;
  GtkWidget *filter_mark;    /* of the button: a filter is on */
  gboolean filter_was_open;  /* before the window was narrow */
  guint width_source;        /* follows the width, else 0 */
  AdwFlap *flap;             /* the region panel beside the pages */
  GtkStack *pages;           /* map, table, charts, inbox */
  Ris3RecordTable *table;    /* NULL until it is first shown */
  Ris3InboxPage *inbox;      /* the same */
  Ris3ReadingMarks *reading; /* of the comments in it */
  gboolean panel_was_open;   /* before the inbox was shown */
  GtkWidget *page_switcher;
  GtkWidget *bottom_switcher;
  GtkWidget *selection_bar; /* above the panel, where several regions are selected */
  GtkLabel *selection_words;
  GtkWidget *clear_button;
  GtkStack *panel_stack;
  GtkWidget *classes; /* in it while classes are chosen, else NULL */
  gboolean panel_was_open_before_classes;
  Ris3MapStage *stage;
  Ris3MapView *map_view;
  Ris3Headline *headline;
  Ris3Legend *legend;
  Ris3Insets *insets;
  GtkToggleButton *insets_button;
  ShumateScale *scale;
  GtkLabel *credit;
  GtkSpinner *spinner;
  gint64 first_change; /* since the figure that was opened was saved */
};

/* ris3-window-actions.c */
void _ris3_window_install_actions (GtkWidgetClass *klass);

/* ris3-window-boundaries.c */
void _ris3_window_install_boundary_actions (GtkWidgetClass *klass);
void _ris3_window_add_boundaries (Ris3Window *self);
/* Shows a file if it may be one of boundaries. */
gboolean _ris3_window_take_boundaries (Ris3Window *self, const char *path);

/* ris3-window-classes.c */
void _ris3_window_install_class_actions (GtkWidgetClass *klass);
void _ris3_window_add_classes (Ris3Window *self);

/* ris3-window-choices.c */
void _ris3_window_add_choices (Ris3Window *self);
void _ris3_window_update_choices (Ris3Window *self);
void _ris3_window_forget_view_menu (Ris3Window *self);
/* The indicators in that menu; the themes of the atlas that they ask of are read beforehand, which takes a moment. */
void _ris3_window_append_indicators (Ris3Window *self, GMenu *section);
/* The same, of those that can be shown together with another. */
void _ris3_window_append_others (Ris3Window *self, GMenu *section);
/* What the map can be compared with, in place of its indicator. */
void _ris3_window_append_compared (Ris3Window *self, GMenu *section);
void _ris3_window_read_themes (Ris3Window *self);
void _ris3_window_update_title (Ris3Window *self);

/* ris3-window-edit.c */
void _ris3_window_install_edit_actions (GtkWidgetClass *klass);
void _ris3_window_add_editing (Ris3Window *self);
/* The open atlas is another one. */
void _ris3_window_watch_undo (Ris3Window *self);

/* Says that the atlas is only read, and offers to edit it. */
void _ris3_window_offer_editing (Ris3Window *self);

/* ris3-window-columns.c */
void _ris3_window_install_column_actions (GtkWidgetClass *klass);
/* What is done with joined columns, in the menu of these. */
void _ris3_window_append_column_actions (Ris3Window *self, GMenu *section);

/* ris3-window-selection.c */
void _ris3_window_install_selection_actions (GtkWidgetClass *klass);
void _ris3_window_add_selection (Ris3Window *self);

/* ris3-window-close.c */
void _ris3_window_add_closing (Ris3Window *self);
/* Saves what is being written, and asks what cannot be saved; if that takes longer, the window closes itself then. */
gboolean _ris3_window_may_close (Ris3Window *self);

/* ris3-window-file.c */
void _ris3_window_install_file_actions (GtkWidgetClass *klass);
void _ris3_window_add_file (Ris3Window *self);
/* Remembers the open atlas among the recent ones. */
void _ris3_window_remember_file (Ris3Window *self);
/* Asks where a copy of a backup copy is to be saved, and saves it. */
void _ris3_window_copy_backup (Ris3Window *self, const char *backup_path, GtkWindow *parent);

/* ris3-window-trouble.c */
void _ris3_window_add_trouble (Ris3Window *self);
void _ris3_window_install_trouble_actions (GtkWidgetClass *klass);
void _ris3_window_show_failure (Ris3Window *self, const GError *error);
/* Adds win.editing, which says why an atlas that is read-only is not edited. */
void _ris3_window_add_editing_action (Ris3Window *self);

/* The banner says no longer that boundaries of one's own cannot be shown. */
void _ris3_window_forget_own_failure (Ris3Window *self);

/* Says why, if the open atlas cannot be written. */
gboolean _ris3_window_is_read_only (Ris3Window *self);

/* ris3-window-notes.c */
void _ris3_window_install_note_actions (GtkWidgetClass *klass);
void _ris3_window_add_notes (Ris3Window *self);

/* ris3-window-comments.c */
void _ris3_window_install_comment_actions (GtkWidgetClass *klass);

/* ris3-window-unread.c: to be called when the buttons of the pages are there */
void _ris3_window_add_unread (Ris3Window *self);

/* ris3-window-pages.c */
/* On the map. */
void _ris3_window_show_selected (Ris3Window *self);
void _ris3_window_show_inbox (Ris3Window *self);
/* Shows the inbox, and a comment in it. */
void _ris3_window_show_comment (Ris3Window *self, gint64 id);
void _ris3_window_add_pages (Ris3Window *self);
gboolean _ris3_window_shows_map (Ris3Window *self);
gboolean _ris3_window_shows_inbox (Ris3Window *self);
/* Gives the keys to what the page is about. */
void _ris3_window_focus_page (Ris3Window *self);
void _ris3_window_restore_page (Ris3Window *self);
void _ris3_window_save_page (Ris3Window *self);

/* ris3-window-table.c */
void _ris3_window_install_table_actions (GtkWidgetClass *klass);
/* ris3-window-map.c */
void _ris3_window_install_map_actions (GtkWidgetClass *klass);
/* Shows again what a figure shows. FALSE: by its name, the file is none */
gboolean _ris3_window_take_figure (Ris3Window *self, const char *path);
/* Lets files be dropped on the window: an atlas is opened, a table imported, boundaries are
 * shown, and so is what a figure shows. */
void _ris3_window_add_tables (Ris3Window *self);

/* ris3-window-toast.c */
/* Says something in passing, in place of what was said before. button: NULL, or what activates an action with a target;
 * target: may be NULL, and floating */
void _ris3_window_tell (Ris3Window *self, const char *text, const char *button, const char *action, GVariant *target);
/* The panel came or went. */
void _ris3_window_place_toast (Ris3Window *self);

/* ris3-window-views.c */
void _ris3_window_install_view_actions (GtkWidgetClass *klass);
/* ris3-window-register.c */
void _ris3_window_install_register_actions (GtkWidgetClass *klass);
/* In ris3-window-rounds.c. */
void _ris3_window_install_round_actions (GtkWidgetClass *klass);
void _ris3_window_add_saved_views (Ris3Window *self);
/* Shows the map of a view in its text form; name: of it, for a sentence that says why it cannot be shown. */
void _ris3_window_show_view (Ris3Window *self, const char *name, const char *text);
/* Moves the map to an extent of a view; NULL: it stays. */
void _ris3_window_show_extent (Ris3Window *self, const char *extent);
/* What part of the map is shown, as a view keeps it; NULL: all of Europe. (transfer full) */
char *_ris3_window_dup_extent (Ris3Window *self);
/* Their part of the menu of what the map shows. */
void _ris3_window_append_saved_views (Ris3Window *self, GMenu *menu);

/* ris3-window-filter.c */
void _ris3_window_add_filter (Ris3Window *self);
/* The window has a width, which may be another one. */
void _ris3_window_follow_width (Ris3Window *self);
/* TRUE if the filter lay on the map. */
gboolean _ris3_window_close_covering_filter (Ris3Window *self);
/* Whether it is open where there is room for it. */
gboolean _ris3_window_get_filter_open (Ris3Window *self);

/* ris3-window-state.c */
void _ris3_window_restore_state (Ris3Window *self);
void _ris3_window_save_state (Ris3Window *self);

/* ris3-window.c: shows in the panel what is chosen: classes, a region, or all of them. */
void _ris3_window_show_in_panel (Ris3Window *self);

G_END_DECLS
