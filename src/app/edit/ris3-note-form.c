/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-note-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/ris3-region-words.h"

/* Says what the note is on, and sets it in an edit that adds one; edit may be NULL. FALSE: there is no such thing. */
static gboolean
set_target (Ris3EditForm *form, Ris3Atlas *atlas, Ris3Edit *edit, const char *table, const char *key)
{
  if (g_str_equal (table, "region"))
    {
      const Ris3RegionName *region = ris3_form_region_find (atlas, key);
      g_autofree char *words = NULL;

      if (region == NULL)
        return FALSE;
      words = ris3_form_region_words (atlas, region->nuts_version, region->code);
      ris3_edit_form_add_fact (form, _ ("Region"), words);
      if (edit != NULL)
        ris3_form_region_set (edit, region);
    }
  else if (g_str_equal (table, "strategy"))
    {
      Ris3Strategy *strategy = ris3_atlas_lookup_strategy (atlas, key);

      if (strategy == NULL)
        return FALSE;
      ris3_edit_form_add_fact (form, _ ("Strategy"), ris3_strategy_get_title (strategy));
      if (edit != NULL)
        ris3_edit_set_text (edit, "strategy_id", key);
    }
  else
    {
      gint64 id = g_ascii_strtoll (key, NULL, 10);
      Ris3Priority *priority = ris3_atlas_lookup_priority (atlas, id, NULL);
      g_autofree char *words = NULL;

      if (priority == NULL)
        return FALSE;
      words = ris3_priority_words (priority);
      ris3_edit_form_add_fact (form, _ ("Priority"), words);
      if (edit != NULL)
        ris3_edit_set_integer (edit, "priority_id", id);
    }
  return TRUE;
}

static void
fill (Ris3EditForm *form)
{
  Ris3FormField *field
      = ris3_edit_form_add_field (form, ris3_form_text_view_new ("text", _ ("_Text of the note"), 8), NULL);

  ris3_form_field_set_required (field, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 420);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *strategy = NULL;
  g_autofree char *priority = NULL;
  g_autofree char *region = NULL;
  g_autofree char *version = NULL;
  Ris3EditForm *form;

  strategy = atlas != NULL ? ris3_atlas_dup_value (atlas, "note", key, "strategy_id") : NULL;
  if (strategy == NULL)
    return;
  priority = ris3_atlas_dup_value (atlas, "note", key, "priority_id");
  region = ris3_atlas_dup_value (atlas, "note", key, "region_code");
  version = ris3_atlas_dup_value (atlas, "note", key, "nuts_version");
  form = ris3_edit_form_new (desk, _ ("Edit Note"));
  ris3_edit_form_set_row (form, "note", key);
  if (*strategy != '\0')
    set_target (form, atlas, NULL, "strategy", strategy);
  else if (*priority != '\0')
    set_target (form, atlas, NULL, "priority", priority);
  else if (*region != '\0')
    {
      g_autofree char *region_key = g_strdup_printf ("%s %s", version, region);

      set_target (form, atlas, NULL, "region", region_key);
    }
  fill (form);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  const char *table, *key;
  Ris3EditForm *form;
  Ris3Edit *edit;

  if (atlas == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &table, &key);
  form = ris3_edit_form_new (desk, _ ("Add Note"));
  edit = ris3_edit_new_add ("note");
  ris3_edit_form_set_addition (form, "note", edit);
  if (set_target (form, atlas, edit, table, key))
    fill (form);
  else
    gtk_window_destroy (GTK_WINDOW (form));
}

void
ris3_note_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "note-form", .parameter_type = "x", .activate = form_action },
    { .name = "note-add", .parameter_type = "(ss)", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
