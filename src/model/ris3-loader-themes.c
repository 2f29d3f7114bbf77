/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The themes of priorities and activities. */

#include "config.h"

#include "model/ris3-activity-private.h"
#include "model/ris3-loader-private.h"

typedef struct
{
  GPtrArray *names; /* of char * */
  GPtrArray *keys;  /* of GRefString: there are few different ones, and many priorities */
} Entry;

enum
{
  COLUMN_ID,
  COLUMN_KEY,
  COLUMN_NAME,
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->names);
  g_ptr_array_unref (entry->keys);
  g_free (entry);
}

Ris3Themes *
ris3_themes_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, entry_free);
}

static gboolean
read_theme (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  GHashTable *self = user_data;
  gint64 id = sqlite3_column_int64 (row, COLUMN_ID);
  Entry *entry = g_hash_table_lookup (self, &id);
  g_autofree char *key = ris3_statement_get_text (row, COLUMN_KEY);

  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      entry->names = g_ptr_array_new_with_free_func (g_free);
      entry->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
      g_hash_table_insert (self, g_memdup2 (&id, sizeof id), entry);
    }
  g_ptr_array_add (entry->names, ris3_statement_get_text (row, COLUMN_NAME));
  g_ptr_array_add (entry->keys, g_ref_string_new_intern (key != NULL ? key : ""));
  return TRUE;
}

gboolean
ris3_themes_read (Ris3Themes *self, Ris3Connection *connection, const char *sql, const char *argument, GError **error)
{
  return ris3_loader_for_each_row (connection, sql, argument, read_theme, self, error);
}

void
ris3_themes_get (Ris3Themes *self, gint64 id, char ***names, GRefString ***keys)
{
  const Entry *entry = g_hash_table_lookup (self, &id);
  guint n = entry != NULL ? entry->names->len : 0;

  *names = g_new0 (char *, n + 1);
  *keys = g_new0 (GRefString *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      (*names)[i] = g_strdup (g_ptr_array_index (entry->names, i));
      (*keys)[i] = g_ref_string_acquire (g_ptr_array_index (entry->keys, i));
    }
}

#define SELECT_THEMES                                                                                                  \
  "SELECT t.activity_id, scheme || ' ' || version || ' ' || code, c.name FROM activity_theme AS t"                     \
  " JOIN codebook AS c USING (scheme, version, code)"
#define OF_ACTIVITY " WHERE t.activity_id = ?"
#define THEME_ORDER " ORDER BY t.activity_id, scheme, version, c.position"

gboolean
ris3_loader_read_activity_themes (Ris3Connection *connection, GPtrArray *activities, gboolean all, GError **error)
{
  g_autoptr (GHashTable) themes = ris3_themes_new ();

  if (all && !ris3_themes_read (themes, connection, SELECT_THEMES THEME_ORDER, NULL, error))
    return FALSE;
  for (guint i = 0; i < activities->len; i++)
    {
      Ris3Activity *activity = g_ptr_array_index (activities, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, activity->id);

      if (!all && !ris3_themes_read (themes, connection, SELECT_THEMES OF_ACTIVITY THEME_ORDER, id, error))
        return FALSE;
      ris3_themes_get (themes, activity->id, &activity->themes, &activity->theme_keys);
    }
  return TRUE;
}
