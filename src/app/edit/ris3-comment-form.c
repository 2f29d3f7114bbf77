/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-comment-draft.h"
#include "app/edit/ris3-comment-fields.h"
#include "app/edit/ris3-comment-tail.h"
#include "app/edit/ris3-form-organisation.h"
#include "app/edit/ris3-form-proposal.h"
#include "app/edit/ris3-form-region.h"

/* Of the form of one that is recorded. */
#define COMMENT "comment"
#define ATLAS "atlas"

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
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table, *key;

  g_variant_get (parameter, "(&s&s)", &table, &key);
  ris3_comment_draft_open (RIS3_EDIT_DESK (user_data), table, key);
}

/* NULL: the atlas does not know it any more. */
static const Ris3RegionName *
find_region (Ris3Atlas *atlas, Ris3Comment *comment)
{
  return ris3_atlas_lookup_region (atlas, ris3_comment_get_nuts_version (comment),
                                   ris3_comment_get_region_code (comment));
}

/* Adds an organisation that is not known before the comment is changed. */
static Ris3Edit *
make_change (Ris3EditForm *form)
{
  Ris3FormField *field = ris3_edit_form_get_field (form, "organisation_id");
  g_autofree char *name = ris3_form_field_get_value (field);
  Ris3Comment *comment = g_object_get_data (G_OBJECT (form), COMMENT);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_id (comment));
  g_autoptr (Ris3Edit) change = ris3_edit_new_set ("comment", key);
  g_autofree char *title = NULL;
  Ris3Edit *edit;

  if (*name == '\0' || ris3_form_organisation_get (RIS3_FORM_ORGANISATION (field)) != NULL)
    return g_steal_pointer (&change);
  /* Translators: an edit; %s is the name of an authority, which is recorded with it */
  title = g_strdup_printf (_ ("Change comment to one of “%s”"), name);
  edit = ris3_edit_new_group ("comment-set", title);
  ris3_comment_fields_append_organisation (form, edit,
                                           find_region (g_object_get_data (G_OBJECT (form), ATLAS), comment));
  ris3_edit_append (edit, change);
  return edit;
}

static void
add_organisation (Ris3EditForm *form, Ris3Session *session, const Ris3RegionName *region)
{
  Ris3FormField *field = ris3_form_organisation_new (session, "organisation_id", _ ("Orga_nisation"));

  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_OWN);
  ris3_form_organisation_set_region (RIS3_FORM_ORGANISATION (field), region);
  ris3_edit_form_add_field (form, field, NULL);
  ris3_edit_form_set_maker (form, make_change);
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
  g_object_set_data_full (G_OBJECT (form), COMMENT, g_object_ref (comment), g_object_unref);
  g_object_set_data_full (G_OBJECT (form), ATLAS, g_object_ref (atlas), g_object_unref);
  add_target_fact (form, ris3_edit_desk_get_session (desk), comment);
  ris3_comment_fields_add_text (form, _ ("_Text of the comment"));
  ris3_comment_tail_watch (form);
  add_organisation (form, ris3_edit_desk_get_session (desk), find_region (atlas, comment));
  ris3_comment_fields_add_role (form, NULL);
  ris3_comment_fields_add_way (form, _ ("Received _on"));
  ris3_comment_fields_add_language (form);
  proposal = ris3_comment_fields_add_passage (form);
  target = g_str_equal (ris3_comment_get_target (comment), "strategy")
               ? g_strdup (ris3_comment_get_strategy_id (comment))
               : g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));
  ris3_form_proposal_set_target (RIS3_FORM_PROPOSAL (proposal), atlas, ris3_comment_get_target (comment), target);
  ris3_form_field_set_original (proposal, ris3_comment_get_proposed_change (comment));
  ris3_comment_fields_present (form);
}

static void
reply_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  gint64 id = g_variant_get_int64 (parameter);
  Ris3Comment *comment = atlas != NULL ? ris3_atlas_lookup_comment (atlas, id) : NULL;
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
  ris3_comment_fields_add_text (form, _ ("_Text of the reply"));
  ris3_comment_fields_add_role (form, "analyst");
  ris3_comment_fields_add_way (form, _ ("_Date"));
  ris3_comment_fields_add_language (form);
  ris3_comment_fields_present (form);
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
