/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/figure/ris3-figure-batch-job.h"
#include "app/figure/ris3-figure-batch.h"

G_BEGIN_DECLS

struct _Ris3FigureBatch
{
  AdwWindow parent_instance;

  GtkStack *pages;
  AdwComboRow *each_row;
  GtkEditable *name_entry;
  AdwComboRow *table_row;
  AdwActionRow *folder_row;
  GtkWidget *folder_button;
  AdwPreferencesGroup *files_group;
  GtkStringList *names;
  GtkWidget *names_frame;
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwStatusPage *report;
  GtkStringList *failures;
  GtkWidget *failures_frame;
  GtkWidget *open_button;
  GtkWidget *save_button;

  Ris3Session *session; /* NULL: the window is gone */
  GSettings *settings;
  Ris3FigureBatchJob *job;
  Ris3PageFormat format;
  char *folder;
  char *own_name;      /* the name that was offered last */
  guint pause;         /* before files are listed, else 0 */
  guint timer;         /* looks at the progress, else 0 */
  gboolean is_listing; /* the job is at work */
  gboolean is_writing;
  gboolean has_changed; /* since it was begun to list */
  gboolean is_ready;    /* what is listed is what is chosen */
};

/* ris3-figure-batch-save.c: asks what is to become of files that exist, and writes. */
void _ris3_figure_batch_save (Ris3FigureBatch *self);
/* Lets what is being written end. */
void _ris3_figure_batch_stop (Ris3FigureBatch *self);
void _ris3_figure_batch_open_folder (Ris3FigureBatch *self);

/* ris3-figure-batch.c */
void _ris3_figure_batch_update (Ris3FigureBatch *self);

G_END_DECLS
