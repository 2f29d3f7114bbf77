/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-comment-state.h"

G_BEGIN_DECLS

/* One change of an atlas as a person would name it: what is to be done, to which rows. It knows no file and can be
 * kept, tried and applied in any thread, once or several times. It is checked when it is applied
 * (ris3_atlas_edit_async (), Ris3Editor): then all of its steps are done in one transaction, or none.
 *
 * An edit consists of steps, most of them of one. Fields are set in the last step that was added. Tables and fields are
 * those of schema.sql:
 *
 *   g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("strategy", "FRL0-2014");
 *   ris3_edit_set_integer (edit, "pm_mark", 1);
 *   ris3_edit_set_text (edit, "pm_basis", "text");
 *
 * What can be edited: strategy, priority, note, activity, participation, organisation, assessment, saved_view,
 * joined_column, comment, attachment, consultation_round, request, reminder (a row each, named by its id) and meta
 * (named by its key). What a table needs is said by ris3_edit_table_get_fields (). Many rows at once, also of contact,
 * are imported (ris3_import_plan_make_edit ()).
 */
typedef struct _Ris3Edit Ris3Edit;

#define RIS3_TYPE_EDIT (ris3_edit_get_type ())
GType ris3_edit_get_type (void);

/* Adds a row. Fields that are not set have their default: empty, unanswered, "desk" as analysis state …
 * A strategy without an id gets one of its region and period; a note is dated; a priority comes after all others, and
 * needs a strategy_id (see also ris3_edit_new_priority_add ()). (transfer full) */
Ris3Edit *ris3_edit_new_add (const char *table);
/* Changes fields of a row. One without any change does nothing, and is not recorded. (transfer full) */
Ris3Edit *ris3_edit_new_set (const char *table, const char *key);
/* Deletes a row with everything that is part of it: a strategy with its priorities, a priority with those below it,
 * their themes and notes. Comments stay. (transfer full) */
Ris3Edit *ris3_edit_new_delete (const char *table, const char *key);

#define RIS3_EDIT_FIRST 0
#define RIS3_EDIT_LAST -1

/* Adds a priority. parent_id: 0 for one at the top. after_id: the sibling that it comes after, RIS3_EDIT_FIRST or
 * RIS3_EDIT_LAST. (transfer full) */
Ris3Edit *ris3_edit_new_priority_add (const char *strategy_id, gint64 parent_id, gint64 after_id);
/* Moves a priority, with what is below it, to another place of its strategy. (transfer full) */
Ris3Edit *ris3_edit_new_priority_move (gint64 id, gint64 parent_id, gint64 after_id);

typedef enum
{
  RIS3_SHIFT_UP,   /* before the sibling before it */
  RIS3_SHIFT_DOWN, /* after the sibling after it */
  RIS3_SHIFT_IN,   /* one level down: the last below the sibling before it */
  RIS3_SHIFT_OUT,  /* one level up: after its parent */
} Ris3Shift;

/* Moves a priority by one, as the keys do. Where there is no such place, this does nothing. (transfer full) */
Ris3Edit *ris3_edit_new_priority_shift (gint64 id, Ris3Shift shift);
/* Replaces the themes of a priority. themes: NULL-terminated, the most important first, each "scheme version code", or
 * only the code of the atlas's own themes ("2.10"), or the name of one. (transfer full) */
Ris3Edit *ris3_edit_new_priority_themes (gint64 id, const char *const *themes);
/* Gives a field the value that it had before an edit, or, if that is the newer one, that it got by it; the change is
 * one of the history. field: NULL for all fields of the row that this edit changed. Whole edits, such as a deletion,
 * are reverted by undoing them. (transfer full) */
Ris3Edit *ris3_edit_new_restore (gint64 change_id, const char *table, const char *key, const char *field);
/* The same for one field, with the choice of the value: the one before the edit, or the one that it got by it.
 * (transfer full) */
Ris3Edit *
ris3_edit_new_restore_value (gint64 change_id, const char *table, const char *key, const char *field, gboolean before);
/* Brings a comment to another state, with an entry in its own history: who, when, from which state, and why. If it
 * cannot follow the present state, or a reason is missing that it needs, the edit is refused. A decision keeps its
 * reason with the comment. If other steps of the same edit change the record, that entry names this edit, so that the
 * comment leads to the change, and the change to the comment.
 *
 * reason: NULL or "": none
 * role: in what role the person does it, such as "head of unit"; NULL: none is recorded
 *
 * (transfer full) */
Ris3Edit *ris3_edit_new_comment_state (gint64 id, Ris3CommentState state, const char *reason, const char *role);
/* Gives all rows the values that they have in another atlas: a backup copy of this one, also of an older version. It is
 * one edit of the history like any other, and can be undone; the history itself stays, and so do persons. The file
 * stays the same, so that every window on it shows what has changed. If rows of the present atlas need what is not in
 * the copy, it is refused, RIS3_EDIT_ERROR_CONFLICT. It is applied alone, not with other edits. title: for people.
 * (transfer full)
 */
Ris3Edit *ris3_edit_new_backup (const char *backup_path, const char *title);
/* An edit without steps, for what several together are: a table that is imported, an outline that is pasted. kind: for
 * programs, like "outline-paste"; title: for people, with a capital letter, like “Paste 8 priorities”. (transfer full)
 */
Ris3Edit *ris3_edit_new_group (const char *kind, const char *title);

/* The same steps again, which can be added to without changing this one. (transfer full) */
Ris3Edit *ris3_edit_copy (Ris3Edit *self);
Ris3Edit *ris3_edit_ref (Ris3Edit *self);
void ris3_edit_unref (Ris3Edit *self);

/* Sets a field of the last step: a column of its table. What is not a field of it, or not allowed, is found when the
 * edit is applied, and is then an error about this field. In a NULL text nothing is set. */
void ris3_edit_set_text (Ris3Edit *self, const char *field, const char *value);
void ris3_edit_set_integer (Ris3Edit *self, const char *field, gint64 value);
void ris3_edit_set_real (Ris3Edit *self, const char *field, double value);
/* The id of the row that an earlier step of the same edit adds. */
void ris3_edit_set_step (Ris3Edit *self, const char *field, guint step);
/* No answer, no year, no page. */
void ris3_edit_set_null (Ris3Edit *self, const char *field);
/* The themes of the priority or activity that the last step adds or changes; as in ris3_edit_new_priority_themes (). */
void ris3_edit_set_themes (Ris3Edit *self, const char *const *themes);
/* The values of the joined_column that the last step adds: NULL-terminated, each "VERSION CODE VALUE", the value in one
 * line and, of a column of numbers, as C writes it: "2016 FRL0 12.5". What is no number, or no region of the atlas, is
 * an error about the field "values" when the edit is applied. */
void ris3_edit_set_values (Ris3Edit *self, const char *const *values);
/* The contents of the attachment that the last step adds, of which it has the digest. They are kept in the atlas, once,
 * and outlive the attachment, so that its removal can be undone. */
void ris3_edit_set_contents (Ris3Edit *self, GBytes *contents);
/* Says what a field of the last step held when the person began: if it holds something else by then, somebody has
 * changed it meanwhile, and the edit is refused, RIS3_EDIT_ERROR_CONFLICT. NULL: it was empty or unanswered. A number
 * as its text; "themes" as ris3_atlas_dup_value () has them. */
void ris3_edit_expect (Ris3Edit *self, const char *field, const char *value);

/* Appends the steps of another edit, and gives the index of the first of them. */
guint ris3_edit_append (Ris3Edit *self, Ris3Edit *other);
/* Appends the addition of a priority below the one that an earlier step adds. Gives the index of the step. */
guint ris3_edit_append_below (Ris3Edit *self, guint step);

/* The organisation of the comment that the last step adds is the one that an earlier step adds. */
void ris3_edit_set_organisation_step (Ris3Edit *self, guint step);

/* How the edit is named in history and undo, instead of the name that it gets of itself. */
void ris3_edit_set_title (Ris3Edit *self, const char *title);

guint ris3_edit_get_n_steps (Ris3Edit *self);
/* The table whose row a step adds, changes or deletes. (transfer none) */
const char *ris3_edit_get_step_table (Ris3Edit *self, guint step);
/* For programs: "priority-delete". (transfer none) */
const char *ris3_edit_get_kind (Ris3Edit *self);

/* The fields of a table that can be set; NULL for a table that cannot be edited. NULL-terminated. (transfer container)
 */
const char **ris3_edit_table_get_fields (const char *table);
/* What people call a field: “Year”. NULL for one that cannot be set. (transfer none) */
const char *ris3_edit_field_get_name (const char *table, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Edit, ris3_edit_unref)

G_END_DECLS
