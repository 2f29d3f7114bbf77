/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SQLite takes JSON apart, in memory. */

#include "config.h"

#include "model/ris3-edit-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-schema-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  char *name;
  char *type; /* as json_each () has it: "text", "integer" … */
  char *text; /* the value; of an object or array its JSON */
} Member;

static void
member_free (gpointer data)
{
  Member *member = data;

  g_free (member->name);
  g_free (member->type);
  g_free (member->text);
  g_free (member);
}

/* The members of an object, or the elements of an array. NULL: it is not JSON. */
static GPtrArray *
read_members (Ris3Connection *connection, const char *json)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (member_free);
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection, "SELECT key, type, value FROM json_each (?) WHERE json_valid (?1)", NULL);
  gboolean has_row = TRUE;

  ris3_statement_bind (statement, "s", json);
  while (has_row)
    {
      Member *member;

      if (!ris3_connection_step (connection, statement, &has_row, NULL))
        return NULL;
      if (!has_row)
        break;
      member = g_new0 (Member, 1);
      member->name = ris3_statement_get_text (statement, 0);
      member->type = ris3_statement_get_text (statement, 1);
      member->text = ris3_statement_get_text (statement, 2);
      g_ptr_array_add (members, member);
    }
  return g_steal_pointer (&members);
}

static gboolean
is_object (const char *json)
{
  return *(json + strspn (json, " \t\r")) == '{';
}

static const Member *
find (GPtrArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (((Member *) g_ptr_array_index (members, i))->name, name))
      return g_ptr_array_index (members, i);
  return NULL;
}

static gboolean
complain (GError **error, const char *name)
{
  return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, name, _ ("“%s” is missing, or not of the right kind."),
                              name);
}

/* A value that names a row: a text or a number. */
static gboolean
get_text (GPtrArray *members, const char *name, const char **text, GError **error)
{
  const Member *member = find (members, name);

  *text = member != NULL ? member->text : NULL;
  return (member != NULL && (g_str_equal (member->type, "text") || g_str_equal (member->type, "integer")))
         || complain (error, name);
}

/* A number; preset, if there is none, or null. */
static gboolean
get_number (GPtrArray *members, const char *name, gint64 preset, gint64 *number, GError **error)
{
  const Member *member = find (members, name);

  *number = preset;
  if (member == NULL || g_str_equal (member->type, "null"))
    return TRUE;
  if (!g_str_equal (member->type, "integer"))
    return complain (error, name);
  *number = g_ascii_strtoll (member->text, NULL, 10);
  return TRUE;
}

static gboolean
get_after (GPtrArray *members, gint64 *after, GError **error)
{
  const Member *member = find (members, "after");

  *after = RIS3_EDIT_LAST;
  if (member == NULL || !g_str_equal (member->type, "text"))
    return get_number (members, "after", RIS3_EDIT_LAST, after, error);
  if (g_str_equal (member->text, "first"))
    *after = RIS3_EDIT_FIRST;
  else if (!g_str_equal (member->text, "last"))
    return complain (error, "after");
  return TRUE;
}

static char **
get_themes (Ris3Connection *connection, GPtrArray *members, GError **error)
{
  const Member *member = find (members, "themes");
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();

  if (member != NULL && g_str_equal (member->type, "array"))
    elements = read_members (connection, member->text);
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      const Member *element = g_ptr_array_index (elements, i);

      if (!g_str_equal (element->type, "text"))
        g_clear_pointer (&elements, g_ptr_array_unref);
      else
        g_strv_builder_add (themes, element->text);
    }
  if (elements != NULL)
    return g_strv_builder_end (themes);
  complain (error, "themes");
  return NULL;
}

static gboolean
set_field (Ris3Edit *edit, const Member *member, GError **error)
{
  if (g_str_equal (member->type, "text"))
    ris3_edit_set_text (edit, member->name, member->text);
  else if (g_str_equal (member->type, "integer"))
    ris3_edit_set_integer (edit, member->name, g_ascii_strtoll (member->text, NULL, 10));
  else if (g_str_equal (member->type, "real"))
    ris3_edit_set_real (edit, member->name, g_ascii_strtod (member->text, NULL));
  else if (g_str_equal (member->type, "true") || g_str_equal (member->type, "false"))
    ris3_edit_set_integer (edit, member->name, g_str_equal (member->type, "true"));
  else if (g_str_equal (member->type, "null"))
    ris3_edit_set_null (edit, member->name);
  else
    return complain (error, member->name);
  return TRUE;
}

/* What is no field of a table. */
static gboolean
is_own (const Member *member, const char *key)
{
  static const char *const names[] = { "edit", "parent", "after", "themes", "children", "expect", NULL };

  return g_strv_contains (names, member->name) || g_strcmp0 (member->name, key) == 0;
}

static gboolean
set_expectations (Ris3Connection *connection, Ris3Edit *edit, const Member *member, GError **error)
{
  g_autoptr (GPtrArray) members = g_str_equal (member->type, "object") ? read_members (connection, member->text) : NULL;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const Member *expected = g_ptr_array_index (members, i);

      if (g_str_equal (expected->type, "object") || g_str_equal (expected->type, "array"))
        return complain (error, "expect");
      /* true and false are 1 and 0 here already. */
      ris3_edit_expect (edit, expected->name, expected->text);
    }
  return members != NULL || complain (error, "expect");
}

/* The fields of the last step; key: the member that names the row; NULL for a new one. */
static gboolean
set_fields (Ris3Connection *connection, Ris3Edit *edit, GPtrArray *members, const char *key, GError **error)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = g_ptr_array_index (members, i);

      if (!is_own (member, key) && !set_field (edit, member, error))
        return FALSE;
      if (g_str_equal (member->name, "expect") && !set_expectations (connection, edit, member, error))
        return FALSE;
    }
  if (find (members, "themes") != NULL)
    {
      g_auto (GStrv) themes = get_themes (connection, members, error);

      if (themes == NULL)
        return FALSE;
      ris3_edit_set_themes (edit, (const char *const *) themes);
    }
  return TRUE;
}

static gboolean
add_children (Ris3Connection *connection, Ris3Edit *edit, guint above, GPtrArray *members, guint depth, GError **error)
{
  const Member *member = find (members, "children");
  g_autoptr (GPtrArray) children = NULL;

  if (member == NULL)
    return TRUE;
  if (g_str_equal (member->type, "array") && depth <= RIS3_SCHEMA_MAX_DEPTH)
    children = read_members (connection, member->text);
  if (children == NULL)
    return complain (error, "children");
  for (guint i = 0; i < children->len; i++)
    {
      const Member *child = g_ptr_array_index (children, i);
      g_autoptr (GPtrArray) fields
          = g_str_equal (child->type, "object") ? read_members (connection, child->text) : NULL;
      guint step;

      if (fields == NULL)
        return complain (error, "children");
      step = ris3_edit_append_below (edit, above);
      if (!set_fields (connection, edit, fields, NULL, error)
          || !add_children (connection, edit, step, fields, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

static Ris3Edit *
read_add (Ris3Connection *connection, const char *table, GPtrArray *members, GError **error)
{
  g_autoptr (Ris3Edit) edit = NULL;
  const char *strategy_id;
  gint64 parent;
  gint64 after;

  if (!g_str_equal (table, "priority"))
    {
      edit = ris3_edit_new_add (table);
      return set_fields (connection, edit, members, NULL, error) ? g_steal_pointer (&edit) : NULL;
    }
  if (!get_text (members, "strategy_id", &strategy_id, error) || !get_number (members, "parent", 0, &parent, error)
      || !get_after (members, &after, error))
    return NULL;
  edit = ris3_edit_new_priority_add (strategy_id, parent, after);
  return set_fields (connection, edit, members, NULL, error) && add_children (connection, edit, 0, members, 1, error)
             ? g_steal_pointer (&edit)
             : NULL;
}

static Ris3Edit *
read_of_priority (Ris3Connection *connection, const char *verb, GPtrArray *members, GError **error)
{
  static const char *const ways[] = { "up", "down", "in", "out" };
  g_auto (GStrv) themes = NULL;
  const char *word;
  gint64 id;
  gint64 parent;
  gint64 after;

  if (!get_text (members, "id", &word, error) || !get_number (members, "id", 0, &id, error))
    return NULL;
  if (g_str_equal (verb, "move"))
    return get_number (members, "parent", 0, &parent, error) && get_after (members, &after, error)
               ? ris3_edit_new_priority_move (id, parent, after)
               : NULL;
  if (g_str_equal (verb, "themes"))
    {
      themes = get_themes (connection, members, error);
      return themes != NULL ? ris3_edit_new_priority_themes (id, (const char *const *) themes) : NULL;
    }
  if (!get_text (members, "way", &word, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i], word))
      return ris3_edit_new_priority_shift (id, (Ris3Shift) i);
  complain (error, "way");
  return NULL;
}

static Ris3Edit *
read_restore (GPtrArray *members, GError **error)
{
  const Member *field = find (members, "field");
  const char *table;
  const char *key;
  gint64 change;

  if (!get_number (members, "change", 0, &change, error) || !get_text (members, "table", &table, error)
      || !get_text (members, "key", &key, error))
    return NULL;
  return ris3_edit_new_restore (change, table, key, field != NULL ? field->text : NULL);
}

static Ris3Edit *read_edit (Ris3Connection *connection, const char *json, gboolean is_inner, GError **error);

static Ris3Edit *
read_group (Ris3Connection *connection, GPtrArray *members, GError **error)
{
  const Member *inner = find (members, "edits");
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  const char *title;

  if (!get_text (members, "title", &title, error))
    return NULL;
  if (inner != NULL && *title != '\0' && g_str_equal (inner->type, "array"))
    elements = read_members (connection, inner->text);
  if (elements == NULL)
    {
      complain (error, *title != '\0' ? "edits" : "title");
      return NULL;
    }
  edit = ris3_edit_new_group ("group", title);
  for (guint i = 0; i < elements->len; i++)
    {
      g_autoptr (Ris3Edit) part
          = read_edit (connection, ((Member *) g_ptr_array_index (elements, i))->text, TRUE, error);

      if (part == NULL)
        return NULL;
      ris3_edit_append (edit, part);
    }
  return g_steal_pointer (&edit);
}

static Ris3Edit *
read_of_table (Ris3Connection *connection, const char *word, GPtrArray *members, GError **error)
{
  const char *dash = strrchr (word, '-');
  g_autofree char *table = dash != NULL ? g_strndup (word, (gsize) (dash - word)) : g_strdup ("");
  const char *verb = dash != NULL ? dash + 1 : "";
  const Ris3EditTable *found = ris3_edit_table_find (table);
  const Ris3EditTable *known = found != NULL && !found->only_built ? found : NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  const char *key;

  if (known != NULL && g_str_equal (verb, "add"))
    return read_add (connection, table, members, error);
  if (known != NULL && (g_str_equal (verb, "set") || g_str_equal (verb, "delete")))
    {
      if (!get_text (members, known->key, &key, error))
        return NULL;
      if (g_str_equal (verb, "delete"))
        return ris3_edit_new_delete (table, key);
      edit = ris3_edit_new_set (table, key);
      return set_fields (connection, edit, members, known->key, error) ? g_steal_pointer (&edit) : NULL;
    }
  if (g_str_equal (word, "priority-move") || g_str_equal (word, "priority-themes")
      || g_str_equal (word, "priority-shift"))
    return read_of_priority (connection, verb, members, error);
  ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "edit", _ ("There is no edit “%s”."), word);
  return NULL;
}

/* Which of the two would count? */
static gboolean
check_once (GPtrArray *members, GError **error)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = g_ptr_array_index (members, i);

      if (find (members, member->name) != member)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, member->name, _ ("“%s” is there twice."),
                                    member->name);
    }
  return TRUE;
}

static Ris3Edit *
read_edit (Ris3Connection *connection, const char *json, gboolean is_inner, GError **error)
{
  g_autoptr (GPtrArray) members = json != NULL && is_object (json) ? read_members (connection, json) : NULL;
  const char *word;

  if (members == NULL || members->len == 0)
    {
      ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL, _ ("This is not an edit as a JSON object."));
      return NULL;
    }
  if (!check_once (members, error) || !get_text (members, "edit", &word, error))
    return NULL;
  if (g_str_equal (word, "restore"))
    return read_restore (members, error);
  if (g_str_equal (word, "group") && !is_inner)
    return read_group (connection, members, error);
  return read_of_table (connection, word, members, error);
}

GPtrArray *
ris3_edits_read_json (const char *text, gsize length, GArray **lines, guint *error_line, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_unref);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3Connection) connection = ris3_connection_open (NULL, RIS3_CONNECTION_MEMORY, NULL, error);
  const char *end = text + length;

  *error_line = 0;
  if (connection == NULL)
    return NULL;
  /* Some editors begin a text in UTF-8 with it. */
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    text += strlen (BYTE_ORDER_MARK);
  for (guint number = 1; text < end; number++)
    {
      const char *line_end = memchr (text, '\n', (gsize) (end - text));
      gsize line_length = (gsize) ((line_end != NULL ? line_end : end) - text);
      g_autofree char *line = g_strndup (text, line_length);
      Ris3Edit *edit;

      *error_line = number;
      text += line_length + 1;
      if (strlen (line) != line_length || !g_utf8_validate (line, -1, NULL))
        {
          ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL, _ ("This is not text in UTF-8."));
          return NULL;
        }
      if (line[strspn (line, " \t\r")] == '\0')
        continue;
      edit = read_edit (connection, line, FALSE, error);
      if (edit == NULL)
        return NULL;
      g_ptr_array_add (edits, edit);
      g_array_append_val (numbers, number);
    }
  *lines = g_steal_pointer (&numbers);
  return g_steal_pointer (&edits);
}
