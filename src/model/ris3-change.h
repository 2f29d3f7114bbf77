/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One entry of the history: an edit, an undo or a redo. It does not change; whether it has been undone since is as it
 * was when it was read. */
#define RIS3_TYPE_CHANGE (ris3_change_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Change, ris3_change, RIS3, CHANGE, GObject)

/* One value that a change changed, of one row. */
typedef struct
{
  const char *table;
  char *key;
  const char *field; /* a column; "": the row as a whole, where several are told one by one after it */
  char *before;      /* NULL: there was none, or the row was added */
  char *after;       /* NULL: there is none, or the row was deleted */
  enum
  {
    RIS3_VALUE_ADDED,
    RIS3_VALUE_CHANGED,
    RIS3_VALUE_DELETED,
  } kind; /* what was done to the row */

  /* Only of ris3_history_read_named_values (): */
  char *name;        /* what people call the row; of a theme: the priority or activity that has it. NULL: not known */
  char *before_name; /* where a value names another row or a theme: what that is called; else NULL */
  char *after_name;
  gboolean is_there; /* there is such a row now, and it holds this: */
  char *present;
} Ris3ChangedValue;

void ris3_changed_value_free (Ris3ChangedValue *self);

gint64 ris3_change_get_id (Ris3Change *self);
GDateTime *ris3_change_get_time (Ris3Change *self); /* local time; (transfer none) */
const char *ris3_change_get_at (Ris3Change *self);  /* the same as it is stored: UTC, ISO 8601 */
const char *ris3_change_get_actor (Ris3Change *self);
const char *ris3_change_get_kind (Ris3Change *self); /* for programs: "priority-delete", "undo" */
const char *ris3_change_get_title (Ris3Change *self);
guint ris3_change_get_n_rows (Ris3Change *self);     /* that it touched */
gint64 ris3_change_get_undoes (Ris3Change *self);    /* the change that it reverts; 0: none */
gint64 ris3_change_get_undone_by (Ris3Change *self); /* the change that reverts it; 0: none */
/* Whether it is not in effect any more: undone, and that not undone in turn. */
gboolean ris3_change_is_undone (Ris3Change *self);
/* What reverts it, or brings it back, when it is reverted: the last of the undos that follow on it, or itself. */
gint64 ris3_change_get_last (Ris3Change *self);
/* Whether both say the same of the same change. */
gboolean ris3_change_equal (Ris3Change *self, Ris3Change *other);

G_END_DECLS
