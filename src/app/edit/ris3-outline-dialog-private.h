/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-outline-dialog.h"
#include "app/edit/ris3-outline-draft.h"
#include "app/edit/ris3-outline-preview.h"

G_BEGIN_DECLS

struct _Ris3OutlineDialog
{
  AdwWindow parent_instance;

  Ris3Session *session;
  char *strategy_id;
  char *language;     /* of the strategy; UNDETERMINED if it has none */
  GArray *places;     /* of gint64, as the choices of place */
  char *extract_read; /* what the draft was read from; NULL without */
  char *pasted;       /* on the preview; else NULL */
  Ris3OutlineDraft *draft;
  GArray *positions;     /* of the lines of the edit that is being made; else NULL */
  GCancellable *reading; /* else NULL */
  GCancellable *cancellable;

  GtkWidget *back;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkStack *pages;
  GtkTextView *extract;
  GtkSpinner *spinner;
  GtkWidget *cancel;
  AdwComboRow *language_row;
  AdwComboRow *place;
  Ris3OutlinePreview *preview;
  GtkButton *accept;
  GtkButton *add;
};

/* A sentence above everything else; NULL: none. */
void _ris3_outline_dialog_tell_problem (Ris3OutlineDialog *self, const char *words);
void _ris3_outline_dialog_tell_error (Ris3OutlineDialog *self, const GError *error);

/* Fills the choices of language and place, and keeps them up to date. */
void _ris3_outline_dialog_fill_choices (Ris3OutlineDialog *self);
/* The language chosen for the extract: "en", or that of the strategy. */
const char *_ris3_outline_dialog_get_language (Ris3OutlineDialog *self);

/* Makes the buttons say how much they are about. */
void _ris3_outline_dialog_update_buttons (Ris3OutlineDialog *self);
/* Adds the lines by one edit, and closes the dialog; if that is refused, everything stays. */
void _ris3_outline_dialog_add (Ris3OutlineDialog *self);

G_END_DECLS
