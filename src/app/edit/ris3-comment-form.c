/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-language.h"
#include "app/edit/ris3-form-proposal.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-text.h"

/* Characters of a title where it is chosen. */
#define MAX_TITLE 90

/* What is chosen before the atlas knows it: which row is added, and with which organisation. */
typedef struct
{
  Ris3EditForm *form;
  Ris3Atlas *atlas;
  Ris3FormField *region; /* "2016 FRL0" */
  Ris3FormField *about;  /* "region", or a table and a key: "priority 346" */
  Ris3FormField *role;
  Ris3FormField *organisation; /* its name */
  Ris3FormField *proposal;
} Draft;

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* 0: there is none of that name. */
static gint64
find_organisation (Ris3Atlas *atlas, const char *name)
{
  GListModel *all = ris3_atlas_get_organisations (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (all, i);

      if (g_utf8_collate (ris3_organisation_get_name (organisation), name) == 0)
        return ris3_organisation_get_id (organisation);
    }
  return 0;
}

/* (transfer full), NULL-terminated */
static char **
list_organisations (Ris3Atlas *atlas)
{
  GListModel *all = ris3_atlas_get_organisations (atlas);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (all, i);

      g_strv_builder_add (names, ris3_organisation_get_name (organisation));
    }
  return g_strv_builder_end (names);
}

/* What is chosen: table and key; for a region, its own. (transfer full) */
static char *
get_target (Draft *draft, char **table)
{
  g_autofree char *about = ris3_form_field_get_value (draft->about);
  char *space = strchr (about, ' ');

  if (space == NULL)
    {
      *table = g_strdup ("region");
      return ris3_form_field_get_value (draft->region);
    }
  *table = g_strndup (about, (gsize) (space - about));
  return g_strdup (space + 1);
}

/* An organisation that is not known is added with its first comment. */
static void
append_organisation (Draft *draft, Ris3Edit *edit, const Ris3RegionName *region, const char *name)
{
  g_autoptr (Ris3Edit) addition = ris3_edit_new_add ("organisation");
  g_autofree char *role = ris3_form_field_get_value (draft->role);

  ris3_edit_set_text (addition, "name", name);
  ris3_edit_set_text (addition, "role", role);
  if (region != NULL)
    ris3_form_region_set (addition, region);
  ris3_edit_append (edit, addition);
}

static void
set_target (Draft *draft, Ris3Edit *edit)
{
  g_autofree char *table = NULL;
  g_autofree char *key = get_target (draft, &table);

  ris3_edit_set_text (edit, "target", table);
  if (g_str_equal (table, "strategy"))
    ris3_edit_set_text (edit, "strategy_id", key);
  else if (g_str_equal (table, "priority"))
    ris3_edit_set_integer (edit, "priority_id", g_ascii_strtoll (key, NULL, 10));
}

static Ris3Edit *
make_addition (Draft *draft)
{
  g_autofree char *region_key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, region_key);
  g_autofree char *organisation = ris3_form_field_get_value (draft->organisation);
  gint64 id = *organisation != '\0' ? find_organisation (draft->atlas, organisation) : 0;
  g_autoptr (Ris3Edit) comment = ris3_edit_new_add ("comment");
  Ris3Edit *edit;

  if (*organisation == '\0' || id != 0)
    edit = g_steal_pointer (&comment);
  else
    {
      /* Translators: an edit; %s is the name of an authority, which is recorded with it */
      g_autofree char *title = g_strdup_printf (_ ("Record comment of “%s”"), organisation);

      edit = ris3_edit_new_group ("comment-add", title);
      append_organisation (draft, edit, region, organisation);
      ris3_edit_append (edit, comment);
      ris3_edit_set_organisation_step (edit, 0);
    }
  if (id != 0)
    ris3_edit_set_integer (edit, "organisation_id", id);
  if (region != NULL)
    ris3_form_region_set (edit, region);
  set_target (draft, edit);
  return edit;
}

static void
on_row_changed_cb (Draft *draft)
{
  ris3_edit_form_replace_addition (draft->form, make_addition (draft));
}

static void
on_about_changed_cb (Draft *draft)
{
  g_autofree char *table = NULL;
  g_autofree char *key = get_target (draft, &table);

  ris3_form_proposal_set_target (RIS3_FORM_PROPOSAL (draft->proposal), draft->atlas, table, key);
  on_row_changed_cb (draft);
}

static void
add_priorities (Ris3FormChoice *choice, Ris3Strategy *strategy)
{
  GListModel *priorities = ris3_strategy_get_priorities (strategy);

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      g_autofree char *value = g_strdup_printf ("priority %" G_GINT64_FORMAT, ris3_priority_get_id (priority));
      g_autofree char *words = ris3_priority_words (priority);
      g_autofree char *shown = ris3_text_to_line (words, MAX_TITLE);
      /* Translators: a priority in a list, after its strategy */
      g_autofree char *title = g_strdup_printf (_ ("Priority: %s"), shown);

      ris3_form_choice_add (choice, value, title);
    }
}

/* The region itself, its strategies and their priorities. */
static void
fill_about (Draft *draft)
{
  Ris3FormChoice *choice = RIS3_FORM_CHOICE (draft->about);
  g_autofree char *key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, key);
  GListModel *strategies = ris3_atlas_get_strategies (draft->atlas);

  ris3_form_choice_clear (choice);
  ris3_form_choice_add (choice, "region", C_ ("target of a comment", "The region"));
  for (guint i = 0; region != NULL && i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autofree char *value = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *title = NULL;

      if (ris3_strategy_get_nuts_version (strategy) != region->nuts_version
          || !g_str_equal (ris3_strategy_get_region_code (strategy), region->code))
        continue;
      value = g_strdup_printf ("strategy %s", ris3_strategy_get_id (strategy));
      shown = ris3_text_to_line (ris3_strategy_get_title (strategy), MAX_TITLE);
      /* Translators: the title and the period of a strategy in a list */
      title = g_strdup_printf (_ ("Strategy: %s (%s)"), shown, ris3_strategy_get_period (strategy));
      ris3_form_choice_add (choice, value, title);
      add_priorities (choice, strategy);
    }
}

static void
on_region_changed_cb (Draft *draft)
{
  fill_about (draft);
  ris3_form_field_set_value (draft->about, "region");
}

static Ris3FormField *
new_role (void)
{
  return ris3_form_choice_new_role ("author_role", _ ("_Role of the author"));
}

static Ris3FormField *
new_channel (void)
{
  const char *const channels[]
      = { C_ ("channel of a comment", "E-mail"), C_ ("channel of a comment", "Letter"),
          C_ ("channel of a comment", "Meeting"), C_ ("channel of a comment", "Telephone"), NULL };
  Ris3FormField *field = ris3_form_entry_new ("channel", _ ("_Channel"), RIS3_FORM_ENTRY_TEXT);

  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (field), channels);
  return field;
}

/* What a letter says is typed or pasted first. */
static void
present (Ris3EditForm *form)
{
  gtk_window_set_default_size (GTK_WINDOW (form), 640, 680);
  ris3_edit_form_present (form);
}

static Ris3FormField *
add_text (Ris3EditForm *form)
{
  Ris3FormField *field
      = ris3_edit_form_add_field (form, ris3_form_text_view_new ("text", _ ("_Text of the comment"), 6), NULL);

  ris3_form_field_set_required (field, TRUE);
  return field;
}

static void
add_received (Ris3EditForm *form)
{
  g_autofree char *date = today ();

  ris3_edit_form_add_field (form, ris3_form_entry_new ("received_on", _ ("Received _on"), RIS3_FORM_ENTRY_DATE), date);
  ris3_edit_form_add_field (form, new_channel (), NULL);
}

/* What few letters need. Returns the proposal. */
static Ris3FormField *
add_rest (Ris3EditForm *form)
{
  Ris3FormField *field = ris3_edit_form_add_field (form, ris3_form_language_new (), NULL);

  ris3_form_field_set_hint (field, _ ("Of the text above."));
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("english_text", _ ("Text in _English"), 3), NULL);
  ris3_edit_form_add_heading (form, _ ("What It Is About"));
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("quote", _ ("_Quotation"), 2), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("page_label", _ ("_Page"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_hint (field, _ ("As it is printed."));
  field = ris3_edit_form_add_field (form, ris3_form_proposal_new ("proposed_change", _ ("Proposed c_hange")), NULL);
  ris3_form_field_set_hint (field, _ ("What is filled in can be applied with one key when the comment is accepted."));
  return field;
}

/* The region that a target belongs to; NULL: there is no such thing, or it is not said. */
static const Ris3RegionName *
find_region (Ris3Atlas *atlas, const char *table, const char *key)
{
  Ris3Strategy *strategy = NULL;

  if (g_str_equal (table, "region"))
    return ris3_form_region_find (atlas, key);
  if (g_str_equal (table, "strategy"))
    strategy = ris3_atlas_lookup_strategy (atlas, key);
  else
    ris3_atlas_lookup_priority (atlas, g_ascii_strtoll (key, NULL, 10), &strategy);
  if (strategy == NULL)
    return NULL;
  return ris3_atlas_lookup_region (atlas, ris3_strategy_get_nuts_version (strategy),
                                   ris3_strategy_get_region_code (strategy));
}

static void
add_where (Draft *draft, Ris3Session *session, const char *table, const char *key)
{
  const Ris3RegionName *region = find_region (draft->atlas, table, key);
  g_autofree char *region_key
      = region != NULL ? g_strdup_printf ("%u %s", region->nuts_version, region->code) : g_strdup ("");
  g_autofree char *about = g_str_equal (table, "region") ? g_strdup ("region") : g_strdup_printf ("%s %s", table, key);

  draft->region = ris3_edit_form_add_field (draft->form, ris3_form_region_new (session, region, _ ("Choose a Region")),
                                            region_key);
  ris3_form_field_set_required (draft->region, TRUE);
  ris3_form_field_set_missing_words (draft->region, _ ("Choose a region."));
  draft->about = ris3_form_choice_new ("target", _ ("A_bout"), TRUE);
  fill_about (draft);
  draft->about = ris3_edit_form_add_field (draft->form, draft->about, about);
  ris3_form_field_set_storage (draft->about, RIS3_FORM_STORAGE_NONE);
}

static void
add_author (Draft *draft)
{
  g_auto (GStrv) names = list_organisations (draft->atlas);

  draft->role = ris3_edit_form_add_field (draft->form, new_role (), "regional authority");
  draft->organisation = ris3_edit_form_add_field (
      draft->form, ris3_form_entry_new ("organisation_id", _ ("Or_ganisation"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (draft->organisation), (const char *const *) names);
  ris3_form_field_set_storage (draft->organisation, RIS3_FORM_STORAGE_NONE);
  ris3_form_field_set_hint (draft->organisation, _ ("One that is not known yet is recorded with the comment."));
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  const char *table, *key;
  Ris3FormField *text;
  Draft *draft;

  if (atlas == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &table, &key);
  draft = g_new0 (Draft, 1);
  draft->atlas = atlas;
  draft->form = ris3_edit_form_new (desk, _ ("Record Comment"));
  g_object_set_data_full (G_OBJECT (draft->form), "draft", draft, g_free);
  ris3_edit_form_set_addition (draft->form, "comment", ris3_edit_new_add ("comment"));
  add_where (draft, ris3_edit_desk_get_session (desk), table, key);
  text = add_text (draft->form);
  add_author (draft);
  add_received (draft->form);
  draft->proposal = add_rest (draft->form);
  on_about_changed_cb (draft);
  g_signal_connect_swapped (draft->region, "changed", G_CALLBACK (on_region_changed_cb), draft);
  g_signal_connect_swapped (draft->about, "changed", G_CALLBACK (on_about_changed_cb), draft);
  g_signal_connect_swapped (draft->role, "changed", G_CALLBACK (on_row_changed_cb), draft);
  g_signal_connect_swapped (draft->organisation, "changed", G_CALLBACK (on_row_changed_cb), draft);
  present (draft->form);
  gtk_widget_grab_focus (*key != '\0' ? GTK_WIDGET (text) : GTK_WIDGET (draft->region));
}

static void
add_target_fact (Ris3EditForm *form, Ris3Session *session, Ris3Comment *comment)
{
  g_autofree char *region = ris3_form_region_words (session, ris3_comment_get_nuts_version (comment),
                                                    ris3_comment_get_region_code (comment));

  ris3_edit_form_add_fact (form, _ ("Region"), region);
  if (!g_str_equal (ris3_comment_get_target (comment), "region"))
    ris3_edit_form_add_fact (form, C_ ("comment", "About"), ris3_comment_get_target_name (comment));
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  Ris3Comment *comment = atlas != NULL ? ris3_atlas_lookup_comment (atlas, id) : NULL;
  g_autofree char *target = NULL;
  Ris3FormField *proposal;
  Ris3EditForm *form;

  if (comment == NULL)
    return;
  form = ris3_edit_form_new (desk, _ ("Edit Comment"));
  ris3_edit_form_set_row (form, "comment", key);
  add_target_fact (form, ris3_edit_desk_get_session (desk), comment);
  add_text (form);
  ris3_edit_form_add_field (form, new_role (), NULL);
  add_received (form);
  proposal = add_rest (form);
  target = g_str_equal (ris3_comment_get_target (comment), "strategy")
               ? g_strdup (ris3_comment_get_strategy_id (comment))
               : g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));
  ris3_form_proposal_set_target (RIS3_FORM_PROPOSAL (proposal), atlas, ris3_comment_get_target (comment), target);
  ris3_form_field_set_original (proposal, ris3_comment_get_proposed_change (comment));
  present (form);
}

static void
reply_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  gint64 id = g_variant_get_int64 (parameter);
  Ris3Comment *comment = atlas != NULL ? ris3_atlas_lookup_comment (atlas, id) : NULL;
  g_autofree char *date = today ();
  Ris3EditForm *form;
  Ris3Edit *edit;

  if (comment == NULL)
    return;
  edit = ris3_edit_new_add ("comment");
  ris3_edit_set_integer (edit, "parent_id", id);
  ris3_edit_set_integer (edit, "nuts_version", ris3_comment_get_nuts_version (comment));
  ris3_edit_set_text (edit, "region_code", ris3_comment_get_region_code (comment));
  /* It is to a comment, whatever becomes of what that is about. */
  ris3_edit_set_text (edit, "target", "region");
  ris3_edit_set_text (edit, "target_name", ris3_comment_get_target_name (comment));
  form = ris3_edit_form_new (desk, _ ("Reply"));
  ris3_edit_form_set_addition (form, "comment", edit);
  add_target_fact (form, ris3_edit_desk_get_session (desk), comment);
  ris3_edit_form_add_fact (form, _ ("Comment"), ris3_comment_get_text (comment));
  add_text (form);
  ris3_edit_form_add_field (form, new_role (), "analyst");
  ris3_edit_form_add_field (form, ris3_form_entry_new ("received_on", _ ("_Date"), RIS3_FORM_ENTRY_DATE), date);
  ris3_edit_form_add_field (form, new_channel (), NULL);
  present (form);
}

void
ris3_comment_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "comment-add", .parameter_type = "(ss)", .activate = add_action },
    { .name = "comment-form", .parameter_type = "x", .activate = form_action },
    { .name = "comment-reply", .parameter_type = "x", .activate = reply_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
