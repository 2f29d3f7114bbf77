/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-note-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-switch.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/ris3-region-words.h"
#include "map/ris3-note-colour.h"

/* Says which strategy or priority the note is on, and sets it in an edit that adds one; edit may be NULL. FALSE: there
 * is no such thing. */
static gboolean
set_target (Ris3EditForm *form, Ris3Session *session, Ris3Edit *edit, const char *table, const char *key)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (session);

  if (g_str_equal (table, "strategy"))
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

static char *
degrees_to_text (double degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.5f", degrees));
}

/* Where the pin stands, how it looks, and whether it is on the map at all. place: longitude and latitude of a new note;
 * NULL: those of the row */
static void
add_pin (Ris3EditForm *form, const double *place)
{
  Ris3FormField *colour = ris3_form_choice_new ("colour", _ ("_Colour of its pin"), FALSE);
  g_autofree char *longitude = place != NULL ? degrees_to_text (place[0]) : NULL;
  g_autofree char *latitude = place != NULL ? degrees_to_text (place[1]) : NULL;
  const Ris3NoteColour *colours;
  Ris3FormField *field;
  guint n_colours;

  colours = ris3_note_colour_list (&n_colours);
  for (guint i = 0; i < n_colours; i++)
    {
      g_autofree char *title = ris3_note_colour_dup_title (&colours[i]);

      ris3_form_choice_add (RIS3_FORM_CHOICE (colour), colours[i].value, title);
    }
  ris3_edit_form_add_heading (form, _ ("Pin on the Map"));
  ris3_edit_form_add_field (form, ris3_form_entry_new ("longitude", _ ("L_ongitude"), RIS3_FORM_ENTRY_LONGITUDE),
                            longitude);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("latitude", _ ("L_atitude"), RIS3_FORM_ENTRY_LATITUDE),
                                    latitude);
  ris3_form_field_set_hint (field, _ ("In degrees. Without a place, the note has no pin. On the map, a pin can also be "
                                      "dragged to its place."));
  ris3_edit_form_add_field (form, colour, NULL);
  ris3_edit_form_add_field (form, ris3_form_switch_new ("hidden", _ ("_Hidden from the map")), "0");
}

/* What a note is on that is on no strategy or priority: it may be a place of the map only. */
static void
add_region (Ris3EditForm *form, Ris3Session *session, const char *key)
{
  const Ris3RegionName *region = ris3_form_region_find (ris3_session_get_atlas (session), key);
  Ris3FormField *field = ris3_edit_form_add_field (
      form, ris3_form_region_new_stored (session, region, _ ("None: it is only a place on the map")),
      region != NULL ? key : "");

  ris3_form_field_set_hint (field, _ ("The note is on the page of this region, too."));
}

static void
add_text (Ris3EditForm *form)
{
  ris3_form_field_set_required (
      ris3_edit_form_add_field (form, ris3_form_text_view_new ("text", _ ("_Text of the note"), 8), NULL), TRUE);
}

/* region: its key, "" for none; NULL: it is on a strategy or priority, and has no pin; place: as for add_pin () */
static void
fill (Ris3EditForm *form, Ris3Session *session, const char *region, const double *place)
{
  add_text (form);
  if (region != NULL)
    {
      add_region (form, session, region);
      add_pin (form, place);
    }
  gtk_window_set_default_size (GTK_WINDOW (form), 520, region != NULL ? 700 : 420);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *strategy = NULL;
  g_autofree char *priority = NULL;
  g_autofree char *region = NULL;
  g_autofree char *version = NULL;
  g_autofree char *region_key = NULL;
  Ris3EditForm *form;
  gboolean is_on_record;

  strategy = atlas != NULL ? ris3_atlas_dup_value (atlas, "note", key, "strategy_id") : NULL;
  if (strategy == NULL)
    return;
  priority = ris3_atlas_dup_value (atlas, "note", key, "priority_id");
  region = ris3_atlas_dup_value (atlas, "note", key, "region_code");
  version = ris3_atlas_dup_value (atlas, "note", key, "nuts_version");
  form = ris3_edit_form_new (desk, _ ("Edit Note"));
  ris3_edit_form_set_row (form, "note", key);
  is_on_record = *strategy != '\0' || *priority != '\0';
  if (is_on_record)
    set_target (form, session, NULL, *strategy != '\0' ? "strategy" : "priority",
                *strategy != '\0' ? strategy : priority);
  region_key = *region != '\0' ? g_strdup_printf ("%s %s", version, region) : g_strdup ("");
  fill (form, session, is_on_record ? NULL : region_key, NULL);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  const char *table, *key;
  Ris3EditForm *form;
  Ris3Edit *edit;

  if (atlas == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &table, &key);
  form = ris3_edit_form_new (desk, _ ("Add Note"));
  edit = ris3_edit_new_add ("note");
  ris3_edit_form_set_addition (form, "note", edit);
  if (g_str_equal (table, "region") && (*key == '\0' || ris3_form_region_find (atlas, key) != NULL))
    fill (form, session, key, NULL);
  else if (!g_str_equal (table, "region") && set_target (form, session, edit, table, key))
    fill (form, session, NULL, NULL);
  else
    gtk_window_destroy (GTK_WINDOW (form));
}

static void
pin_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3EditForm *form;
  const char *region;
  double place[2];

  if (atlas == NULL)
    return;
  g_variant_get (parameter, "(dd&s)", &place[0], &place[1], &region);
  form = ris3_edit_form_new (desk, _ ("Add Note"));
  ris3_edit_form_set_addition (form, "note", ris3_edit_new_add ("note"));
  fill (form, session, region, place);
}

void
ris3_note_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "note-form", .parameter_type = "x", .activate = form_action },
    { .name = "note-add", .parameter_type = "(ss)", .activate = add_action },
    { .name = "note-pin", .parameter_type = "(dds)", .activate = pin_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
