/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person is erased: from the rows, from the pages of the file, and from its backup copies. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "model/ris3-backup.h"
#include "model/ris3-contact.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-editor-private.h"
#include "model/ris3-loader-private.h"
#include "model/ris3-person-words.h"

typedef struct
{
  const char *who;
  guint n_contacts;
  GPtrArray *mentions;    /* NULL: not looked for */
  Ris3PersonWords *words; /* by which they are found */
} Erasing;

/* What rows are called, and texts in them that people write. A comment is found by its region and what it is about. */
static const char list_texts[]
    = "WITH called (id, what) AS (SELECT id, 'comment ' || id || ' (' || region_code || ', '"
      " || replace (substr (target_name, 1, 60), char (10), ' ') || ')' FROM comment)"
      " SELECT what, text || x'0a' || english_text || x'0a' || quote || x'0a' || proposed_change || x'0a'"
      " || decision_reason || x'0a' || channel || x'0a' || target_name FROM comment JOIN called USING (id)"
      " UNION ALL SELECT what, reason || x'0a' || actor FROM comment_event JOIN called ON called.id = comment_id"
      " UNION ALL SELECT 'document ' || id, name || x'0a' || url FROM attachment"
      " UNION ALL SELECT 'note ' || id, text || x'0a' || author FROM note"
      " UNION ALL SELECT 'round ' || id, name || x'0a' || remark FROM consultation_round"
      " UNION ALL SELECT 'request ' || id, remark || x'0a' || channel FROM request"
      " UNION ALL SELECT 'strategy ' || id, title || x'0a' || remark || x'0a' || analyst FROM strategy"
      " UNION ALL SELECT 'priority ' || id || ' (' || strategy_id || ')', label || x'0a' || original_text || x'0a'"
      " || text || x'0a' || quote FROM priority"
      " UNION ALL SELECT 'activity ' || id, title || x'0a' || remark FROM activity"
      " UNION ALL SELECT 'organisation ' || id, name FROM organisation"
      " UNION ALL SELECT 'person ' || id, unit || x'0a' || remark FROM contact"
      " UNION ALL SELECT 'saved view ' || id, name FROM saved_view"
      " UNION ALL SELECT 'change ' || id, title || x'0a' || actor FROM change_log";

static gboolean
add_words (Ris3Connection *connection, sqlite3_stmt *row, gpointer words, GError **error)
{
  for (int column = 0; column < 2; column++)
    {
      g_autofree char *text = ris3_statement_get_text (row, column);

      if (text != NULL)
        ris3_person_words_add (words, text);
    }
  return TRUE;
}

static gboolean
add_mention (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Erasing *erasing = user_data;
  g_autofree char *what = ris3_statement_get_text (row, 0);
  g_autofree char *text = ris3_statement_get_text (row, 1);

  if (what != NULL && text != NULL && ris3_person_words_stand_in (erasing->words, text)
      && !g_ptr_array_find_with_equal_func (erasing->mentions, what, g_str_equal, NULL))
    g_ptr_array_add (erasing->mentions, g_steal_pointer (&what));
  return TRUE;
}

/* A document that was removed may be by them, too. Copies of the first version have none. */
static gboolean
erase_removed_documents (Ris3Connection *connection, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (connection, "SELECT 1 FROM sqlite_schema WHERE name = 'attachment_data'", error);
  gboolean has;

  return statement != NULL && ris3_connection_step (connection, statement, &has, error)
         && (!has
             || ris3_connection_execute (
                 connection, "DELETE FROM attachment_data WHERE digest NOT IN (SELECT digest FROM attachment)", error));
}

/* Who is meant by a name or an address. */
#define WHO " FROM contact WHERE name = ?1 OR email = ?1 COLLATE NOCASE"

/* Their requests and comments lose them by the foreign keys. */
static gboolean
erase_rows (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Erasing *erasing = user_data;
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (connection, "DELETE" WHO, error);

  if (statement == NULL)
    return FALSE;
  /* Whoever is named by the one is to be found by the other, too. */
  if (erasing->mentions != NULL
      && !ris3_loader_for_each_row (connection, "SELECT name, email" WHO, erasing->who, add_words, erasing->words,
                                    error))
    return FALSE;
  ris3_statement_bind (statement, "s", erasing->who);
  if (!ris3_connection_run (connection, statement, error))
    return FALSE;
  erasing->n_contacts = (guint) sqlite3_changes (ris3_connection_get_handle (connection));
  if (erasing->n_contacts > 0 && !erase_removed_documents (connection, error))
    return FALSE;
  if (erasing->mentions == NULL)
    return TRUE;
  g_ptr_array_set_size (erasing->mentions, 0);
  return ris3_loader_for_each_row (connection, list_texts, NULL, add_mention, erasing, error);
}

/* Pages that an earlier change has freed may hold the person, too: all are written anew, which attaches a file. */
static gboolean
rewrite (Ris3Connection *connection, GError **error)
{
  sqlite3 *handle = ris3_connection_get_handle (connection);
  int before = sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1);
  gboolean ok = ris3_connection_execute (connection, "VACUUM", error);

  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, before);
  return ok;
}

static gboolean
erase_within (Ris3Connection *connection, Erasing *erasing, GError **error)
{
  return ris3_connection_execute (connection, "PRAGMA secure_delete = ON", error)
         && ris3_connection_transaction (connection, erase_rows, erasing, error)
         && (erasing->n_contacts == 0 || rewrite (connection, error));
}

static gboolean
erase_once (Ris3Editor *self, gpointer data, GError **error)
{
  return ris3_editor_check_writable (self, error) && erase_within (self->connection, data, error);
}

/* Copies are read-only, so that nobody edits them. One of an older version has other tables. */
static gboolean
erase_from_copy (const char *path, const char *who, guint *n_contacts)
{
  Erasing erasing = { .who = who };
  g_autoptr (Ris3Connection) connection = NULL;
  GStatBuf status;
  gboolean ok;

  if (g_stat (path, &status) != 0 || g_chmod (path, 0600) != 0)
    return FALSE;
  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  ok = connection != NULL && erase_within (connection, &erasing, NULL);
  g_clear_pointer (&connection, ris3_connection_close);
  (void) g_chmod (path, status.st_mode & 07777);
  *n_contacts = erasing.n_contacts;
  return ok;
}

Ris3Erasure *
ris3_editor_erase_person (Ris3Editor *self, const char *who, GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) erased = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (Ris3Erasure) erasure = g_new0 (Ris3Erasure, 1);
  g_autoptr (Ris3PersonWords) words = ris3_person_words_new ();
  Erasing erasing = { .who = who, .mentions = mentions, .words = words };

  g_return_val_if_fail (self != NULL && who != NULL, NULL);
  ris3_person_words_add (words, who);

  if (*who == '\0' || !ris3_editor_try (self, erase_once, &erasing, error))
    {
      if (*who == '\0')
        ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL, _ ("Say who: a name or an e-mail address."));
      return NULL;
    }
  erasure->n_contacts = erasing.n_contacts;
  backups = ris3_backup_list (ris3_connection_get_path (self->connection));
  for (guint i = 0; i < backups->len; i++)
    {
      const Ris3Backup *backup = g_ptr_array_index (backups, i);
      guint n_contacts = 0;

      if (!erase_from_copy (backup->path, who, &n_contacts))
        g_ptr_array_add (left, g_strdup (backup->path));
      else if (n_contacts > 0)
        g_ptr_array_add (erased, g_strdup (backup->path));
    }
  erasure->n_backups = erased->len;
  if (erasure->n_contacts == 0 && erasure->n_backups == 0)
    {
      ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL,
                           _ ("Nobody in the atlas has the name or e-mail address “%s”."), who);
      return NULL;
    }
  g_ptr_array_add (erased, NULL);
  g_ptr_array_add (left, NULL);
  g_ptr_array_add (mentions, NULL);
  erasure->backups = (GStrv) g_ptr_array_steal (erased, NULL);
  erasure->left_backups = (GStrv) g_ptr_array_steal (left, NULL);
  erasure->mentions = (GStrv) g_ptr_array_steal (mentions, NULL);
  return g_steal_pointer (&erasure);
}

static void
append_list (GString *text, const char *heading, char **lines)
{
  if (lines[0] == NULL)
    return;
  g_string_append_printf (text, "%s\n", heading);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (lines[i]);

      g_string_append_printf (text, "  %s\n", shown);
    }
}

char *
ris3_erasure_to_text (const Ris3Erasure *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));
  g_string_append_printf (text,
                          ngettext ("%u entry about the person was erased from the atlas; comments stay with their "
                                    "role and organisation.\n",
                                    "%u entries about the person were erased from the atlas; comments stay with their "
                                    "role and organisation.\n",
                                    self->n_contacts),
                          self->n_contacts);
  append_list (text, _ ("They were erased from these backup copies, too:"), self->backups);
  append_list (text,
               _ ("They could not be erased from these backup copies, which you have to erase or remove by hand:"),
               self->left_backups);
  append_list (text, _ ("The name or address still stands in what people wrote; look at:"), self->mentions);
  return g_string_free (text, FALSE);
}
