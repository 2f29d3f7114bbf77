/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/figure/ris3-figure-window.h"

#include "app/figure/ris3-figure-draft.h"
#include "app/figure/ris3-figure-preview.h"
#include "app/figure/ris3-figure-words-row.h"

G_BEGIN_DECLS

struct _Ris3FigureWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  Ris3FigurePreview *preview;
  GtkSpinner *spinner;
  GtkWidget *grey_bar;
  GtkLabel *grey_words;
  GtkWidget *changes_button;
  GtkWidget *choices;
  GtkMenuButton *templates_button;
  AdwComboRow *template_row;
  AdwComboRow *format_row;
  AdwComboRow *table_row;
  AdwComboRow *size_row;
  AdwActionRow *width_row;
  AdwActionRow *height_row;
  AdwActionRow *dpi_row;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *dpi;
  GtkWidget *size_problem_row;
  GtkLabel *size_problem;
  Ris3FigureWordsRow *title_row;
  Ris3FigureWordsRow *subtitle_row;
  GtkEditable *number_entry;
  Ris3FigureWordsRow *notes_row;
  GtkEditable *publisher_entry;
  AdwComboRow *extent_row;
  AdwComboRow *crs_row;
  GtkWidget *code_entry;
  GtkWidget *crs_problem_row;
  GtkLabel *crs_problem;
  GtkWidget *second_map_row;
  GtkSwitch *second_map;
  GtkSwitch *insets;
  GtkSwitch *small_states;
  GtkSwitch *graticule;
  GtkSwitch *pins;
  GtkWidget *names_row;
  GtkSwitch *names;
  GtkSwitch *disclaimer;
  AdwPreferencesGroup *classes_group;
  GtkWidget *progress_bar;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *save_button;

  Ris3Session *session;
  GSettings *settings;
  Ris3FigureDraft *draft;
  char **selected;     /* codes of the regions that were selected */
  char *shown_extent;  /* of the map in the window; NULL: all of Europe */
  char *figure_extent; /* of the figure that was opened; NULL: none */
  char *own_title;
  char *own_subtitle;    /* NULL: not known yet */
  GPtrArray *class_rows; /* of AdwEntryRow */
  gboolean is_filling;   /* the rows follow the options */
  guint code_source;     /* the code of the projection is being written, else 0 */
  gpointer saving;       /* ris3-figure-window-save.c; NULL: nothing is saved */
  guint timer;           /* looks at its progress */
  gboolean is_copying;
  AdwToast *toast; /* that is shown; weak */
};

/* ris3-figure-window.c: says what went wrong, or with NULL, that nothing did. */
void _ris3_figure_window_tell_problem (Ris3FigureWindow *self, const char *words);
/* What may be done now. */
void _ris3_figure_window_update_actions (Ris3FigureWindow *self);

/* ris3-figure-window-choices.c */
/* The lists of the rows, once. */
void _ris3_figure_window_make_choices (Ris3FigureWindow *self);
/* Shows options in the rows. */
void _ris3_figure_window_fill (Ris3FigureWindow *self, const Ris3PageOptions *options);
/* The draft has changed: what is wrong, and the words that are the page's own. */
void _ris3_figure_window_update_choices (Ris3FigureWindow *self);
/* A row has. */
void _ris3_figure_window_choose (Ris3FigureWindow *self);
void _ris3_figure_window_choose_crs (Ris3FigureWindow *self);
void _ris3_figure_window_choose_code (Ris3FigureWindow *self);
/* FALSE: the rows say what no page can be. */
gboolean _ris3_figure_window_is_valid (Ris3FigureWindow *self);
Ris3PageFormat _ris3_figure_window_get_format (Ris3FigureWindow *self);
/* The parts of the map that there are to choose from, and the first of them. */
void _ris3_figure_window_fill_extents (Ris3FigureWindow *self);
void _ris3_figure_window_choose_extent (Ris3FigureWindow *self);

/* ris3-figure-window-copy.c: puts a picture of the page on the clipboard. */
void _ris3_figure_window_copy (Ris3FigureWindow *self);

/* ris3-figure-window-print.c: asks for a printer, and prints. */
void _ris3_figure_window_print (Ris3FigureWindow *self);
/* What is printed then. (transfer full) */
GtkPrintOperation *_ris3_figure_window_make_print (Ris3FigureWindow *self);

/* ris3-figure-window-save.c */
/* Asks where, and saves. */
void _ris3_figure_window_save (Ris3FigureWindow *self);
/* Stops that, if it is not done yet. */
void _ris3_figure_window_stop_saving (Ris3FigureWindow *self);

/* ris3-figure-window-templates.c: the templates of one's own. */
/* Once. */
void _ris3_figure_window_install_template_actions (GtkWidgetClass *klass);
void _ris3_figure_window_make_templates (Ris3FigureWindow *self);

G_END_DECLS
