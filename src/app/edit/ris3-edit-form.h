/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/edit/ris3-edit-desk.h"
#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

#define RIS3_TYPE_EDIT_FORM (ris3_edit_form_get_type ())
G_DECLARE_FINAL_TYPE (Ris3EditForm, ris3_edit_form, RIS3, EDIT_FORM, AdwWindow)

/* A dialog in which one row of the atlas is added or changed. It tries what is typed while it is typed and says beside
 * each field what is wrong; it sets only what was changed, and only if nobody else has changed it meanwhile; when
 * saving fails, it stays as it is, says why, and can try again.
 */
Ris3EditForm *ris3_edit_form_new (Ris3EditDesk *desk, const char *title);

/* What the fields that are added are of. To be called before there are any. */
void ris3_edit_form_set_row (Ris3EditForm *self, const char *table, const char *key);
/* Makes the edit in whose last step the fields of a row are set. (transfer full) */
typedef Ris3Edit *(*Ris3EditFormMaker) (Ris3EditForm *self);
/* What is chosen in the fields of a row needs steps before the one that sets them. */
void ris3_edit_form_set_maker (Ris3EditForm *self, Ris3EditFormMaker maker);
/* A new row, which this edit adds; the fields are set in its last step. (transfer full) */
void ris3_edit_form_set_addition (Ris3EditForm *self, const char *table, Ris3Edit *edit);
/* The same row is added in another way, by something that was chosen. (transfer full) */
void ris3_edit_form_replace_addition (Ris3EditForm *self, Ris3Edit *edit);

/* What is done after the new row is added, and is not tried while somebody types: edits of one step each (element-type
 * Ris3Edit). column: in which they name that row; NULL: they do not. (transfer none) */
void ris3_edit_form_set_followers (Ris3EditForm *self, GPtrArray *edits, const char *column);

/* Something is read for the form, or has been: it is not saved without it. */
void ris3_edit_form_await (Ris3EditForm *self, gboolean begins);

/* Makes the edit of a new row of what was typed; its first step adds the row. NULL: it cannot; error: with the field */
typedef Ris3Edit *(*Ris3EditFormBuilder) (Ris3EditForm *self, gpointer user_data, GError **error);
/* A new row, which more than its own step adds. To be called before there are fields. user_data: taken */
void ris3_edit_form_set_builder (Ris3EditForm *self,
                                 const char *table,
                                 Ris3EditFormBuilder builder,
                                 gpointer user_data,
                                 GDestroyNotify destroy);

/* Saves in another way than by an edit what was typed, all of it sound, and ends that, now or later. */
typedef void (*Ris3EditFormSaver) (Ris3EditForm *self, gpointer user_data);
/* What the form is about is saved by a function. To be called before there are fields. user_data: taken */
void ris3_edit_form_set_saver (Ris3EditForm *self, Ris3EditFormSaver saver, gpointer user_data, GDestroyNotify destroy);
/* For a saver: it is saved, and the form goes; or it is not, and the form says why. error: NULL: it is */
void ris3_edit_form_end_saving (Ris3EditForm *self, const GError *error);

/* A heading for the fields after it. */
void ris3_edit_form_add_heading (Ris3EditForm *self, const char *heading);
/* What is shown only. */
void ris3_edit_form_add_fact (Ris3EditForm *self, const char *label, const char *text);
/* Takes a field and shows what the row has; preset: what a new row has; NULL: nothing. Returns the field. */
Ris3FormField *ris3_edit_form_add_field (Ris3EditForm *self, Ris3FormField *field, const char *preset);
/* NULL: there is no such field. (transfer none) */
Ris3FormField *ris3_edit_form_get_field (Ris3EditForm *self, const char *column);

/* A small form: Enter in a line of text saves it, as Ctrl+Enter does anywhere. */
void ris3_edit_form_save_on_enter (Ris3EditForm *self);
/* Shows it; a row that no longer exists is not shown, and the form is destroyed. */
void ris3_edit_form_present (Ris3EditForm *self);

G_END_DECLS
