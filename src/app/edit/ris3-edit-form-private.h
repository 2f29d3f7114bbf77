/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"

G_BEGIN_DECLS

struct _Ris3EditForm
{
  AdwWindow parent_instance;

  Ris3Session *session;
  Ris3Atlas *atlas; /* that it was opened for */
  char *table;
  char *key;                   /* NULL: a new row */
  Ris3EditFormMaker maker;     /* of what changes a row; NULL: an edit of one step */
  Ris3Edit *addition;          /* of a new row */
  GPtrArray *followers;        /* of Ris3Edit: of rows that name the new one */
  char *follower_column;       /* by which they do */
  guint n_awaited;             /* things that are read for it */
  gboolean tells_awaited;      /* the banner says so */
  Ris3EditFormBuilder builder; /* NULL: the fields are set in one step */
  Ris3EditFormSaver saver;     /* NULL: an edit saves it */
  gpointer user_data;          /* of the last two */
  GDestroyNotify destroy;
  GPtrArray *fields;   /* of Ris3FormField, not owned */
  gboolean scolds;     /* also of what is missing and was not touched */
  guint try_source;    /* until typing pauses */
  guint show_tick;     /* until what is said beside a field has its room; 0: not waiting */
  guint n_frames;      /* since then */
  GCancellable *trial; /* NULL: none is running */
  GCancellable *saving;
  gboolean gone;          /* the row was not there in the beginning */
  char *conflict_field;   /* NULL: none, or the row was deleted */
  gint64 conflict_change; /* 0: not known */

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkWidget *spinner;
  GtkWidget *banner;
  GtkLabel *banner_label;
  GtkWidget *banner_buttons; /* one for each action */
  GtkWidget *scroller;
  GtkBox *box;
};

/* In ris3-edit-form-save.c: trying, saving, and what is in the way. */

/* Tries what is typed as soon as typing pauses. */
void _ris3_edit_form_schedule_try (Ris3EditForm *self);
void _ris3_edit_form_stop_trying (Ris3EditForm *self);
void _ris3_edit_form_install_actions (GtkWidgetClass *klass);
/* Says what is in the way, and offers what can be done about it; words: NULL for nothing; actions: NULL-terminated */
void _ris3_edit_form_show_banner (Ris3EditForm *self, const char *words, const char *const *actions);

G_END_DECLS
