/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-files-job.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FILES_WINDOW (ris3_files_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (Ris3FilesWindow, ris3_files_window, RIS3, FILES_WINDOW, AdwWindow)

/* A window that writes many files into a folder: how they are made is chosen while their names are shown; it asks what
 * is to become of those that exist, shows how far it is, and what became of them. It goes when another atlas is opened.
 *
 * Actions: files.choose-folder, files.write, files.cancel, files.open-folder
 */
struct _Ris3FilesWindowClass
{
  AdwWindowClass parent_class;

  const char *folder_title; /* of the dialog that asks for it; not translated yet */
  /* Tells the job what to list next. */
  void (*choose) (Ris3FilesWindow *self, const char *folder);
  /* Shows what was listed, or why nothing was; error may be NULL. */
  void (*show_files) (Ris3FilesWindow *self, const GError *error);
  /* What is asked about files that exist, n of them. heading: (out) (transfer full). Returns the body. (transfer full)
   */
  char *(*ask) (Ris3FilesWindow *self, const char *const *existing, guint n_existing, char **heading);
  /* Says on the page of the report what became of the files. */
  void (*report) (Ris3FilesWindow *self);
};

/* The parts of the template. pages: with "choices", "working", "report" */
typedef struct
{
  GtkStack *pages;
  AdwActionRow *folder_row;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwStatusPage *report;
  GtkWidget *open_button;
  GtkWidget *write_button;
} Ris3FilesWindowParts;

/* For subclasses, after the template is there. */
void ris3_files_window_set_parts (Ris3FilesWindow *self, const Ris3FilesWindowParts *parts);
/* The same, once all can be chosen, before it lists anything. job: (transfer full) */
void ris3_files_window_set_job (Ris3FilesWindow *self, Ris3Session *session, Ris3FilesJob *job);
/* Something else was chosen: lists the files anew; nothing happens before there is a job. */
void ris3_files_window_list (Ris3FilesWindow *self);
/* It will be: what is listed is not what is chosen. */
void ris3_files_window_expect (Ris3FilesWindow *self);

Ris3FilesJob *ris3_files_window_get_job (Ris3FilesWindow *self); /* NULL before there is one, and once it is gone */
const char *ris3_files_window_get_folder (Ris3FilesWindow *self);

G_END_DECLS
