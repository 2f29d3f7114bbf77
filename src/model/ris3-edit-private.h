/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* A table that can be edited. */
typedef struct
{
  const char *column;
  const char *name;   /* marked for translation: what people call it */
  const char *preset; /* SQL: the value of a new row where nothing was set; NULL: none, it must be set or is optional */
} Ris3EditField;

typedef struct
{
  const char *table;
  const char *key;        /* its column */
  gboolean key_is_number; /* given by SQLite */
  const char *add_title;  /* marked for translation, each with one %s for the name of the row */
  const char *set_title;
  const char *delete_title;
  const char *name; /* SQL: what a row is called in titles */
  const Ris3EditField *fields;
  guint n_fields;
  gboolean only_built; /* rows are only added, and only to a new file */
} Ris3EditTable;

/* Characters of a label that is a heading rather than a number: it is not said again before a text that begins so. */
#define RIS3_LONG_LABEL 8
/* SQL: what a priority is called. */
#define RIS3_PRIORITY_TEXT "CASE WHEN text <> '' THEN text ELSE original_text END"
#define RIS3_PRIORITY_NAME                                                                                             \
  "trim (CASE WHEN length (label) > " G_STRINGIFY (                                                                    \
      RIS3_LONG_LABEL) " AND substr (" RIS3_PRIORITY_TEXT                                                              \
                       ", 1, length (label)) = label THEN '' ELSE label END || ' ' || " RIS3_PRIORITY_TEXT ")"

const Ris3EditTable *ris3_edit_table_find (const char *table);
const Ris3EditField *ris3_edit_table_find_field (const Ris3EditTable *self, const char *column);

typedef enum
{
  RIS3_VERB_ADD,
  RIS3_VERB_SET,
  RIS3_VERB_DELETE,
  RIS3_VERB_MOVE,
  RIS3_VERB_SHIFT,
  RIS3_VERB_THEMES,
  RIS3_VERB_RESTORE,
  RIS3_VERB_BACKUP,
  RIS3_VERB_IMPORT,
  RIS3_VERB_STATE,
} Ris3Verb;

typedef struct
{
  char *column;
  GVariant *value; /* "s", "x" or "d"; "u": the id that this step gave; NULL: nothing */
} Ris3Setting;

typedef struct
{
  Ris3Verb verb;
  char *table;
  char *key;                  /* of SET and the like */
  GPtrArray *settings;        /* of Ris3Setting */
  GPtrArray *expectations;    /* of Ris3Setting, with texts */
  char **themes;              /* NULL: not set */
  char **values;              /* of a joined column that is added; NULL: not set */
  gint64 parent_id, after_id; /* of a priority that is added or moved */
  gint parent_step;           /* the step that adds the parent, or organisation; -1: parent_id holds */
  Ris3Shift shift;
  gint64 change_id; /* of RESTORE; field may be NULL */
  char *field;
  enum
  {
    RIS3_RESTORE_OTHER, /* the value before, or, if that is there already, the one after */
    RIS3_RESTORE_BEFORE,
    RIS3_RESTORE_AFTER,
  } which;
  char *state;                    /* of STATE: a word */
  char *reason;                   /* and why */
  char *role;                     /* in what role the actor decides */
  char *backup_path;              /* of BACKUP */
  struct _Ris3ImportBatch *batch; /* of IMPORT */
  GBytes *contents;               /* of an attachment that is added; NULL: none */
} Ris3EditStep;

struct _Ris3Edit
{
  gatomicrefcount references;
  char *kind;   /* NULL: that of the only step */
  char *title;  /* NULL: made of the only step */
  char *report; /* what is said when it is done; NULL: the title */
  GPtrArray *steps;
};

/* What is said when it is done, if that is not its title; else NULL. (transfer full) */
char *ris3_edit_dup_report (Ris3Edit *self);

/* The value of a setting of a step; FALSE: not set. */
gboolean ris3_edit_step_get (const Ris3EditStep *self, const char *column, GVariant **value);

/* What became of an edit while it was applied. */
typedef struct
{
  char *title; /* of the change log */
  GArray *ids; /* of gint64: for each step, the id of the row that it added or that it is about; 0 for a text key */
  GArray *inserted; /* of Ris3InsertedRows: new rows that the session was not shown */
} Ris3EditOutcome;

void ris3_edit_outcome_clear (Ris3EditOutcome *self);

/* Does all steps, within a transaction in which foreign keys are deferred. session: what records them. FALSE:
 * RIS3_EDIT_ERROR or RIS3_ATLAS_ERROR; the transaction must then be rolled back. */
gboolean ris3_edit_perform (Ris3Edit *self,
                            Ris3Connection *connection,
                            sqlite3_session *session,
                            const char *actor,
                            const char *now,
                            Ris3EditOutcome *outcome,
                            GError **error);

/* Makes an edit of additions part of a new file, which nobody has opened yet: it is not recorded. Who builds the file
 * checks it as a whole at the end. id: of the last row; may be NULL */
gboolean ris3_edit_build (Ris3Edit *self, Ris3Connection *connection, gint64 *id, GError **error);

/* Whether priorities (a set of ids as texts), with what is above and below them, are not nested too deep. */
gboolean ris3_edit_check_depths (Ris3Connection *connection, GHashTable *priorities, GError **error);

/* Sets an error for what SQLite says when it refuses a row: a sentence about a field. Returns FALSE. */
gboolean ris3_edit_refuse (Ris3Connection *connection, const Ris3EditTable *table, int code, GError **error);

/* Places, in ris3-edit-place.c: where a priority goes among its siblings; siblings are renumbered if there is no room
 * between two. id: the one that is moved, 0 for a new one. */
gboolean ris3_edit_find_position (Ris3Connection *connection,
                                  const char *strategy_id,
                                  gint64 parent_id,
                                  gint64 after_id,
                                  gint64 id,
                                  double *position,
                                  GError **error);
gboolean ris3_edit_move (Ris3Connection *connection, gint64 id, gint64 parent_id, gint64 after_id, GError **error);
gboolean ris3_edit_shift (Ris3Connection *connection, gint64 id, Ris3Shift shift, GError **error);

/* In ris3-edit-restore.c. */
gboolean ris3_edit_restore (Ris3Connection *connection, const Ris3EditStep *step, GError **error);

/* Whether it restores a backup copy. Then foreign keys are off, since their actions would take away what comes back. */
gboolean ris3_edit_is_backup (Ris3Edit *self);
/* In ris3-edit-backup.c. */
gboolean ris3_edit_restore_backup (Ris3Connection *connection, const char *backup_path, GError **error);

G_END_DECLS
