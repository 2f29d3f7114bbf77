/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/boundaries/ris3-boundary-window.h"

#include "app/boundaries/ris3-boundary-choice-page.h"
#include "app/boundaries/ris3-boundary-draft.h"
#include "app/boundaries/ris3-boundary-report-page.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_BOUNDARY_IDLE,
  RIS3_BOUNDARY_LOOKS,  /* at a file */
  RIS3_BOUNDARY_READS,  /* its areas */
  RIS3_BOUNDARY_WRITES, /* the atlas */
} Ris3BoundaryWorking;

struct _Ris3BoundaryWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  AdwToast *toast; /* that is shown; weak */
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkStack *pages;
  Ris3BoundaryChoicePage *choice_page;
  Ris3BoundaryReportPage *report_page;
  AdwStatusPage *failure;
  GtkWidget *failure_forget;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *bar;
  GtkButton *next_button;
  GtkWidget *back_button;

  Ris3Session *session;
  Ris3BoundaryDraft *draft;
  char *path; /* that is looked at */
  Ris3BoundaryWorking working;
  GCancellable *cancellable; /* of what is being done */
  guint timer;               /* of the progress */
};

/* ris3-boundary-window.c */
void _ris3_boundary_window_show_page (Ris3BoundaryWindow *self, const char *name);
const char *_ris3_boundary_window_get_page (Ris3BoundaryWindow *self);
void _ris3_boundary_window_update (Ris3BoundaryWindow *self);
void _ris3_boundary_window_show_choice (Ris3BoundaryWindow *self);
/* A sentence above all pages; NULL: none. */
void _ris3_boundary_window_tell_problem (Ris3BoundaryWindow *self, const char *words);
void _ris3_boundary_window_fail (Ris3BoundaryWindow *self, const GError *error);

/* ris3-boundary-window-work.c */
void _ris3_boundary_window_look (Ris3BoundaryWindow *self, const char *path);
void _ris3_boundary_window_read (Ris3BoundaryWindow *self);
/* Makes the atlas remember what was read, or else forget what it remembers. */
void _ris3_boundary_window_write (Ris3BoundaryWindow *self, gboolean remember);
/* Stops what is being done. */
void _ris3_boundary_window_stop (Ris3BoundaryWindow *self);

G_END_DECLS
