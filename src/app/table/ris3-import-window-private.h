/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/table/ris3-import-window.h"

#include "app/table/ris3-import-columns-page.h"
#include "app/table/ris3-import-draft.h"
#include "app/table/ris3-import-file-page.h"
#include "app/table/ris3-import-rows-page.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_IMPORT_IDLE,
  RIS3_IMPORT_OPENS,
  RIS3_IMPORT_COMPARES,
  RIS3_IMPORT_WRITES, /* the atlas */
  RIS3_IMPORT_REPORTS,
} Ris3ImportWorking;

struct _Ris3ImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  AdwToast *toast; /* that is shown; weak */
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkStack *pages;
  Ris3ImportFilePage *file_page;
  Ris3ImportColumnsPage *columns_page;
  Ris3ImportRowsPage *rows_page;
  AdwStatusPage *failure;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *bar;
  GtkButton *next_button;
  GtkWidget *back_button;

  Ris3Session *session;
  GSettings *settings;
  Ris3ImportDraft *draft;
  char *path; /* that is being opened, or is open */
  Ris3ImportWorking working;
  GCancellable *cancellable; /* of what is being done */
  guint timer;               /* of the progress */
  char *told;                /* when the rows have been compared; else NULL */
  char *compared;            /* the choices of which the rows page shows the rows; NULL: of others */
};

/* ris3-import-window.c */
void _ris3_import_window_show_page (Ris3ImportWindow *self, const char *name);
const char *_ris3_import_window_get_page (Ris3ImportWindow *self);
/* The first step, with what is open. */
void _ris3_import_window_show_file (Ris3ImportWindow *self);
/* A sentence above all pages; NULL: none. */
void _ris3_import_window_tell_problem (Ris3ImportWindow *self, const char *words);
/* A sentence in passing. */
void _ris3_import_window_tell (Ris3ImportWindow *self, const char *words);
void _ris3_import_window_fail (Ris3ImportWindow *self, const GError *error);

/* ris3-import-window-steps.c */
gboolean _ris3_import_window_is_page (Ris3ImportWindow *self, const char *name);
/* Whether the rows page shows the rows as they are chosen to be compared. */
gboolean _ris3_import_window_is_compared (Ris3ImportWindow *self);
/* What stands around the pages follows what is done and shown. */
void _ris3_import_window_update (Ris3ImportWindow *self);
void _ris3_import_window_install_step_actions (GtkWidgetClass *klass);

/* ris3-import-window-work.c */
/* sheet: RIS3_IMPORT_ANY_SHEET, encoding: NULL, separator: '\0', heading_row: 0: are found out */
void _ris3_import_window_open (Ris3ImportWindow *self,
                               const char *path,
                               const char *encoding,
                               char separator,
                               guint sheet,
                               guint heading_row);
void _ris3_import_window_compare (Ris3ImportWindow *self);
/* The same, where what a region is called means something else now: what was chosen of the rows stays. words: are told
 * when it is done. (transfer full) */
void _ris3_import_window_compare_again (Ris3ImportWindow *self, char *words);
void _ris3_import_window_write (Ris3ImportWindow *self);
/* Stops what is being done. */
void _ris3_import_window_stop (Ris3ImportWindow *self);

/* ris3-import-window-memory.c */
/* Takes the columns of the last time, if such a sheet was imported before. */
void _ris3_import_window_recall (Ris3ImportWindow *self, Ris3ImportSheet *sheet);
void _ris3_import_window_remember (Ris3ImportWindow *self, const Ris3ImportSheet *sheet);

/* ris3-import-window-report.c */
void _ris3_import_window_install_report_actions (GtkWidgetClass *klass);

G_END_DECLS
