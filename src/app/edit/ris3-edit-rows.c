/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-edit-rows.h"

/* Takes the edit. */
static void
do_edit (gpointer user_data, Ris3Edit *edit)
{
  ris3_session_edit (ris3_edit_desk_get_session (RIS3_EDIT_DESK (user_data)), edit);
  ris3_edit_unref (edit);
}

static void
strategy_delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_edit (user_data, ris3_edit_new_delete ("strategy", g_variant_get_string (parameter, NULL)));
}

static void
delete_numbered (const char *table, GVariant *parameter, gpointer user_data)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));

  do_edit (user_data, ris3_edit_new_delete (table, key));
}

static void
priority_delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  delete_numbered ("priority", parameter, user_data);
}

static void
note_delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  delete_numbered ("note", parameter, user_data);
}

static void
activity_delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  delete_numbered ("activity", parameter, user_data);
}

static void
participation_delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  delete_numbered ("participation", parameter, user_data);
}

static void
priority_shift_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const ways[] = { "up", "down", "in", "out" };
  gint64 id;
  const char *way;

  g_variant_get (parameter, "(x&s)", &id, &way);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i], way))
      do_edit (user_data, ris3_edit_new_priority_shift (id, (Ris3Shift) i));
}

static void
priority_move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 id, parent, after;

  g_variant_get (parameter, "(xxx)", &id, &parent, &after);
  do_edit (user_data, ris3_edit_new_priority_move (id, parent, after));
}

static void
set_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table, *key, *field;
  g_autoptr (GVariantIter) fields = NULL;
  GVariant *value;
  Ris3Edit *edit;

  g_variant_get (parameter, "(&s&sa{sv})", &table, &key, &fields);
  edit = ris3_edit_new_set (table, key);
  while (g_variant_iter_loop (fields, "{&sv}", &field, &value))
    if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
      ris3_edit_set_text (edit, field, g_variant_get_string (value, NULL));
    else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
      ris3_edit_set_integer (edit, field, g_variant_get_int64 (value));
    else
      ris3_edit_set_null (edit, field);
  do_edit (user_data, edit);
}

void
ris3_edit_rows_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "strategy-delete", .parameter_type = "s", .activate = strategy_delete_action },
    { .name = "priority-delete", .parameter_type = "x", .activate = priority_delete_action },
    { .name = "priority-shift", .parameter_type = "(xs)", .activate = priority_shift_action },
    { .name = "priority-move", .parameter_type = "(xxx)", .activate = priority_move_action },
    { .name = "set", .parameter_type = "(ssa{sv})", .activate = set_action },
    { .name = "note-delete", .parameter_type = "x", .activate = note_delete_action },
    { .name = "activity-delete", .parameter_type = "x", .activate = activity_delete_action },
    { .name = "participation-delete", .parameter_type = "x", .activate = participation_delete_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
