/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-comment-fields.h"
#include "app/edit/ris3-comment-files.h"
#include "app/edit/ris3-comment-mail.h"
#include "app/edit/ris3-comment-request.h"
#include "app/edit/ris3-comment-tail.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-organisation.h"
#include "app/edit/ris3-form-proposal.h"
#include "app/edit/ris3-form-region.h"
#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-region-key.h"
#include "model/ris3-text.h"

/* Characters of a title where it is chosen. */
#define MAX_TITLE 90

/* What is chosen before the atlas knows it: which row is added, and with which organisation. */
typedef struct
{
  Ris3EditForm *form;
  Ris3Atlas *atlas;
  Ris3FormField *region; /* "2016 FRL0" */
  Ris3FormField *about;  /* "region", "figure", or a table and a key: "priority 346" */
  Ris3FormField *role;
  Ris3FormField *organisation; /* its name */
  Ris3FormField *received_on;
  Ris3FormField *request; /* whether it answers one */
  Ris3FormField *proposal;
  Ris3View *figure; /* what the map showed when the form was opened */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  ris3_view_unref (draft->figure);
  g_free (draft);
}

/* What is chosen: table and key; for a region and a figure of it, that of the region. (transfer full) */
static char *
get_target (Draft *draft, char **table)
{
  g_autofree char *about = ris3_form_field_get_value (draft->about);
  char *space = strchr (about, ' ');

  if (space == NULL)
    {
      *table = g_steal_pointer (&about);
      return ris3_form_field_get_value (draft->region);
    }
  *table = g_strndup (about, (gsize) (space - about));
  return g_strdup (space + 1);
}

static void
append_answer (Draft *draft, Ris3Edit *edit, Ris3Request *request)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_request_get_id (request));
  g_autofree char *received_on = ris3_form_field_get_value (draft->received_on);
  g_autoptr (Ris3Edit) answer = ris3_edit_new_set ("request", key);

  ris3_edit_set_text (answer, "answered_on", received_on);
  ris3_edit_append (edit, answer);
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
  else if (g_str_equal (table, "figure"))
    {
      g_autofree char *figure = ris3_view_to_text (draft->figure);
      g_autofree char *name = ris3_view_describe (draft->figure);

      ris3_edit_set_text (edit, "figure", figure);
      ris3_edit_set_text (edit, "target_name", name);
    }
}

static Ris3Edit *
make_addition (Draft *draft)
{
  g_autofree char *region_key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, region_key);
  g_autofree char *organisation = ris3_form_field_get_value (draft->organisation);
  Ris3Organisation *known = ris3_form_organisation_get (RIS3_FORM_ORGANISATION (draft->organisation));
  g_autoptr (Ris3Edit) comment = ris3_edit_new_add ("comment");
  Ris3Request *request = draft->request != NULL ? ris3_comment_request_get (draft->request) : NULL;
  guint n_files = ris3_comment_files_count (draft->form);
  Ris3Edit *edit;

  if (request != NULL)
    {
      /* Translators: an edit; %s is the name of an authority */
      g_autofree char *title = g_strdup_printf (_ ("Record answer of “%s”"), organisation);

      edit = ris3_edit_new_group ("comment-add", title);
      append_answer (draft, edit, request);
      ris3_edit_append (edit, comment);
      ris3_edit_set_integer (edit, "request_id", ris3_request_get_id (request));
    }
  else if ((*organisation == '\0' || known != NULL) && n_files > 0)
    {
      /* Translators: an edit */
      g_autofree char *title = g_strdup_printf (
          ngettext ("Record comment with %u document", "Record comment with %u documents", n_files), n_files);

      edit = ris3_edit_new_group ("comment-add", title);
      ris3_edit_append (edit, comment);
    }
  else if (*organisation == '\0' || known != NULL)
    edit = g_steal_pointer (&comment);
  else
    {
      /* Translators: an edit; %s is the name of an authority, which is recorded with it */
      g_autofree char *title = g_strdup_printf (_ ("Record comment of “%s”"), organisation);

      edit = ris3_edit_new_group ("comment-add", title);
      ris3_comment_fields_append_organisation (draft->form, edit, region);
      ris3_edit_append (edit, comment);
      ris3_edit_set_organisation_step (edit, 0);
    }
  if (known != NULL)
    ris3_edit_set_integer (edit, "organisation_id", ris3_organisation_get_id (known));
  if (region != NULL)
    ris3_form_region_set (edit, region);
  set_target (draft, edit);
  return edit;
}

/* Who writes is what the organisation is; a new one, or none yet, is of the region's level. What somebody has chosen
 * stays. */
static void
preset_role (Draft *draft)
{
  Ris3Organisation *known = ris3_form_organisation_get (RIS3_FORM_ORGANISATION (draft->organisation));
  g_autofree char *key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, key);

  if (ris3_form_field_is_changed (draft->role))
    return;
  ris3_form_field_set_original (draft->role, known != NULL                          ? ris3_organisation_get_role (known)
                                             : region != NULL && region->level == 0 ? "national authority"
                                                                                    : "regional authority");
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
update_request (Draft *draft)
{
  g_autofree char *received_on = ris3_form_field_get_value (draft->received_on);

  ris3_comment_request_update (draft->request, draft->atlas,
                               ris3_form_organisation_get (RIS3_FORM_ORGANISATION (draft->organisation)), received_on);
  on_row_changed_cb (draft);
}

static void
on_organisation_changed_cb (Draft *draft)
{
  preset_role (draft);
  update_request (draft);
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

/* The map as it is shown now: what an authority says of the colour that its region has there. */
static void
add_figure (Draft *draft)
{
  g_autofree char *words = ris3_view_describe (draft->figure);
  g_autofree char *shown = ris3_text_to_line (words, MAX_TITLE);
  /* Translators: what a comment is about, in a list; %s is what the map shows */
  g_autofree char *title = g_strdup_printf (_ ("The map as it is shown: %s"), shown);

  ris3_form_choice_add (RIS3_FORM_CHOICE (draft->about), "figure", title);
}

/* The region itself, the map, its strategies and their priorities. */
static void
fill_about (Draft *draft)
{
  Ris3FormChoice *choice = RIS3_FORM_CHOICE (draft->about);
  g_autofree char *key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, key);
  GListModel *strategies = ris3_atlas_get_strategies (draft->atlas);

  ris3_form_choice_clear (choice);
  ris3_form_choice_add (choice, "region", C_ ("target of a comment", "The region"));
  add_figure (draft);
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
  g_autofree char *key = ris3_form_field_get_value (draft->region);

  fill_about (draft);
  ris3_form_organisation_set_region (RIS3_FORM_ORGANISATION (draft->organisation),
                                     ris3_form_region_find (draft->atlas, key));
  preset_role (draft);
  ris3_form_field_set_value (draft->about, "region");
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
  g_autofree char *region_key = region != NULL ? ris3_region_key (region->nuts_version, region->code) : g_strdup ("");
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
add_author (Draft *draft, Ris3Session *session)
{
  g_autofree char *key = ris3_form_field_get_value (draft->region);

  draft->organisation = ris3_edit_form_add_field (
      draft->form, ris3_form_organisation_new (session, "organisation_id", _ ("Orga_nisation")), NULL);
  ris3_form_organisation_set_region (RIS3_FORM_ORGANISATION (draft->organisation),
                                     ris3_form_region_find (draft->atlas, key));
  draft->role = ris3_comment_fields_add_role (draft->form, "regional authority");
  preset_role (draft);
}

void
ris3_comment_draft_open (Ris3EditDesk *desk, const char *table, const char *key)
{
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3FormField *text;
  Draft *draft;

  g_return_if_fail (table != NULL && key != NULL);
  if (atlas == NULL)
    return;
  draft = g_new0 (Draft, 1);
  draft->atlas = atlas;
  draft->figure = ris3_view_ref (ris3_session_get_view (session));
  draft->form = ris3_edit_form_new (desk, _ ("Record Comment"));
  g_object_set_data_full (G_OBJECT (draft->form), "draft", draft, draft_free);
  ris3_edit_form_set_addition (draft->form, "comment", ris3_edit_new_add ("comment"));
  add_where (draft, session, table, key);
  text = ris3_comment_fields_add_text (draft->form, _ ("_Text of the comment"));
  ris3_comment_files_add (draft->form, session, G_CALLBACK (on_row_changed_cb), draft);
  ris3_comment_tail_watch (draft->form);
  add_author (draft, session);
  ris3_comment_fields_add_way (draft->form, _ ("Received _on"));
  draft->received_on = ris3_edit_form_get_field (draft->form, "received_on");
  draft->request = ris3_comment_request_add (draft->form);
  ris3_comment_fields_add_language (draft->form);
  draft->proposal = ris3_comment_fields_add_passage (draft->form);
  update_request (draft);
  on_about_changed_cb (draft);
  g_signal_connect_swapped (draft->region, "changed", G_CALLBACK (on_region_changed_cb), draft);
  g_signal_connect_swapped (draft->about, "changed", G_CALLBACK (on_about_changed_cb), draft);
  g_signal_connect_swapped (draft->role, "changed", G_CALLBACK (on_row_changed_cb), draft);
  g_signal_connect_swapped (draft->organisation, "changed", G_CALLBACK (on_organisation_changed_cb), draft);
  g_signal_connect_swapped (draft->received_on, "changed", G_CALLBACK (update_request), draft);
  g_signal_connect_swapped (draft->request, "changed", G_CALLBACK (on_row_changed_cb), draft);
  ris3_comment_mail_take_pasted (draft->form, session);
  ris3_comment_fields_present (draft->form);
  gtk_widget_grab_focus (*key != '\0' ? GTK_WIDGET (text) : GTK_WIDGET (draft->region));
}
