/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-private.h"

G_BEGIN_DECLS

/* An edit while it is performed. */
typedef struct
{
  Ris3Connection *connection;
  const char *actor;
  const char *now;
  GArray *ids;              /* of gint64, for the steps so far */
  GHashTable *priorities;   /* ids, as texts, that have a new place */
  gboolean is_building;     /* a new file */
  sqlite3_session *session; /* that sees what is written; NULL: it is not recorded */
  GArray *applied;          /* of gint64: events of comments that are to name this edit */
  GArray *inserted;         /* of Ris3InsertedRows: new rows that the session has not seen; NULL without session */
} Ris3Performance;

/* A sentence with a name in the place of “%s”. (transfer full) */
char *ris3_edit_fill_in (const char *sentence, const char *name);

/* What is looked at before and after rows are written (ris3-edit-look.c); each sets RIS3_EDIT_ERROR. */

/* One value of a row as text; NULL if it is NULL, or if there is no such row. */
gboolean ris3_edit_read_text (Ris3Performance *self,
                              const Ris3EditTable *table,
                              const char *expression,
                              const char *key,
                              gboolean *found,
                              char **text,
                              GError **error);
/* Whether the row is there, and what it is called. */
gboolean
ris3_edit_find_row (Ris3Performance *self, const Ris3EditTable *table, const char *key, char **name, GError **error);
gboolean ris3_edit_check_settings (const Ris3EditTable *table, const Ris3EditStep *step, GError **error);
gboolean ris3_edit_check_expectations (Ris3Performance *self,
                                       const Ris3EditTable *table,
                                       const Ris3EditStep *step,
                                       GError **error);
/* Foreign keys are checked only at the end, and then without saying which. */
gboolean
ris3_edit_check_references (Ris3Performance *self, const Ris3EditTable *table, const char *key, GError **error);
/* What SQLite would say only at the commit, and without words. */
gboolean ris3_edit_check_dangling (Ris3Performance *self, GError **error);

/* What writes rows (ris3-edit-write.c). */
gboolean ris3_edit_add_row (Ris3Performance *self,
                            const Ris3EditTable *table,
                            const Ris3EditStep *step,
                            char **key,
                            GError **error);
gboolean
ris3_edit_set_row (Ris3Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error);
gboolean
ris3_edit_delete_row (Ris3Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error);
gboolean
ris3_edit_write_themes (Ris3Performance *self, const char *table, gint64 id, char *const *themes, GError **error);
/* Of comments (ris3-edit-comment.c): what may be set of one, what a new one has besides, and its state. */
gboolean ris3_edit_check_comment (Ris3Performance *self, const Ris3EditStep *step, GError **error);
gboolean ris3_edit_complete_comment (Ris3Performance *self, gint64 id, GError **error);
gboolean ris3_edit_set_comment_state (Ris3Performance *self, const Ris3EditStep *step, GError **error);
/* At the end: lets what was applied name this edit, which has no entry in the log yet. */
gboolean ris3_edit_link_comments (Ris3Performance *self, GError **error);
/* Those of a joined column (ris3-edit-values.c). */
gboolean ris3_edit_write_values (Ris3Performance *self, const Ris3EditStep *step, gint64 id, GError **error);
/* Those of an attachment that was added (ris3-edit-contents.c). */
gboolean ris3_edit_write_contents (Ris3Performance *self, const Ris3EditStep *step, GError **error);

G_END_DECLS
