/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_FIELD (ris3_form_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (Ris3FormField, ris3_form_field, RIS3, FORM_FIELD, GtkWidget)

/* One value in a form: its label, what it is written or chosen with, a hint, and beside it, in words, what is wrong
 * with it. A value is a text as the file has it (ris3_atlas_dup_value ()): a number as its text, "" for none.
 *
 * Signal "changed" (): a person has changed the value.
 */
struct _Ris3FormFieldClass
{
  GtkWidgetClass parent_class;

  char *(*get_value) (Ris3FormField *self);
  void (*set_value) (Ris3FormField *self, const char *value);
  /* What is wrong with the value whatever else the atlas holds, as a sentence; NULL: nothing. (transfer full) */
  char *(*check) (Ris3FormField *self);
  /* Of RIS3_FORM_STORAGE_OWN: the value for what the file has. (transfer full) */
  char *(*read) (Ris3FormField *self, Ris3Atlas *atlas, const char *stored);
  /* The same: sets it in the last step of an edit; expect: only if the file still has what was read last. */
  void (*apply) (Ris3FormField *self, Ris3Edit *edit, gboolean expect);
};

/* How a value is written. */
typedef enum
{
  RIS3_FORM_STORAGE_TEXT,     /* "" is an empty text */
  RIS3_FORM_STORAGE_OPTIONAL, /* a text; "" is no answer */
  RIS3_FORM_STORAGE_INTEGER,  /* "" is no answer */
  RIS3_FORM_STORAGE_REAL,     /* the same, with decimals */
  RIS3_FORM_STORAGE_THEMES,   /* one a line */
  RIS3_FORM_STORAGE_REGION,   /* "2016 FRL0", in nuts_version and the column of the code; "" is none */
  RIS3_FORM_STORAGE_OWN,      /* the field knows what the file has for it */
  RIS3_FORM_STORAGE_NONE,     /* it is not: who made the form says what it means */
} Ris3FormStorage;

/* For subclasses, once.
 *
 * label: with a mnemonic
 * input: what has the focus
 * holder: what it lies in, which is taken; NULL: the input stands at the end of the line of its label
 */
void
ris3_form_field_build (Ris3FormField *self, const char *column, const char *label, GtkWidget *input, GtkWidget *holder);
/* For subclasses: a person has changed the value. */
void ris3_form_field_emit_changed (Ris3FormField *self);

const char *ris3_form_field_get_column (Ris3FormField *self);
GtkWidget *ris3_form_field_get_input (Ris3FormField *self); /* (transfer none) */
void ris3_form_field_set_storage (Ris3FormField *self, Ris3FormStorage storage);
/* A field without which the row cannot be. */
void ris3_form_field_set_required (Ris3FormField *self, gboolean required);
/* What is said, as a sentence, where a required field is empty; NULL: the usual. */
void ris3_form_field_set_missing_words (Ris3FormField *self, const char *words);
/* A sentence below the input; NULL: none. */
void ris3_form_field_set_hint (Ris3FormField *self, const char *hint);

char *ris3_form_field_get_value (Ris3FormField *self); /* (transfer full) */
/* Changes the value for a person, who sees it. */
void ris3_form_field_set_value (Ris3FormField *self, const char *value);
/* The value that a row of the file has for it; NULL: there is no such row. (transfer full) */
char *ris3_form_field_read (Ris3FormField *self, Ris3Atlas *atlas, const char *table, const char *key);
/* Shows the value that the file has. What is typed from now on is compared with it. */
void ris3_form_field_set_original (Ris3FormField *self, const char *value);
const char *ris3_form_field_get_original (Ris3FormField *self);
gboolean ris3_form_field_is_changed (Ris3FormField *self);
/* Whether its column has the value (not: RIS3_FORM_STORAGE_NONE). */
gboolean ris3_form_field_is_stored (Ris3FormField *self);
/* Whether it is required and empty. */
gboolean ris3_form_field_is_missing (Ris3FormField *self);

/* One that a new row may need, or not: what the atlas refuses about it is not said before somebody has touched it. */
void ris3_form_field_set_awaited (Ris3FormField *self);
/* Whether it is one and nobody has touched it. */
gboolean ris3_form_field_is_awaited (Ris3FormField *self);
/* Looks for what is wrong with the value alone, and says so; without scold, not that one is missing that nobody has
 * touched yet. Whether it is right. */
gboolean ris3_form_field_check (Ris3FormField *self, gboolean scold);
/* Whether the last check found nothing wrong. */
gboolean ris3_form_field_is_sound (Ris3FormField *self);
/* Says what the atlas finds wrong with it; NULL: nothing. */
void ris3_form_field_set_refusal (Ris3FormField *self, const char *sentence);
/* What is shown as wrong; NULL: nothing. */
const char *ris3_form_field_get_problem (Ris3FormField *self);

/* From now on, another value than the original one in the file is overwritten. */
void ris3_form_field_insist (Ris3FormField *self);
/* Sets the value in the last step of an edit; expect: only if the file still has the original one. */
void ris3_form_field_apply (Ris3FormField *self, Ris3Edit *edit, gboolean expect);

G_END_DECLS
