/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-packs-job.h"
#include "app/consultation/ris3-packs-window.h"

G_BEGIN_DECLS

struct _Ris3PacksWindow
{
  AdwWindow parent_instance;

  GtkStack *pages;
  AdwPreferencesGroup *choices_group;
  AdwActionRow *folder_row;
  GtkWidget *folder_button;
  AdwComboRow *format_row;
  AdwComboRow *language_row;
  GtkSwitch *sheets;
  AdwPreferencesGroup *files_group;
  GtkWidget *names_frame;
  GtkLabel *names;
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwStatusPage *report;
  GtkWidget *rest_frame;
  GtkLabel *rest;
  GtkWidget *open_button;
  GtkWidget *write_button;

  Ris3Session *session; /* NULL: the window is gone */
  GSettings *settings;
  Ris3PacksJob *job;
  char *folder;
  guint timer;         /* looks at the progress, else 0 */
  gboolean is_listing; /* the job is at work */
  gboolean is_writing;
  gboolean has_changed; /* since it was begun to list */
  gboolean is_ready;    /* what is listed is what is chosen */
};

/* ris3-packs-window-write.c: asks what is to become of files that exist, and writes. */
void _ris3_packs_window_write (Ris3PacksWindow *self);
/* Lets the pack that is being written end. */
void _ris3_packs_window_stop (Ris3PacksWindow *self);
void _ris3_packs_window_open_folder (Ris3PacksWindow *self);

/* ris3-packs-window.c */
void _ris3_packs_window_update (Ris3PacksWindow *self);

G_END_DECLS
