/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-strategy-proposal.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/edit/ris3-strategy-form.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-proposal.h"

/* Of the form. */
#define COMMENT "comment"
#define ATLAS "atlas"

static gboolean
is_accepted (Ris3Comment *comment)
{
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
  return state == RIS3_COMMENT_ACCEPTED || state == RIS3_COMMENT_PARTLY_ACCEPTED;
}

/* The reason is part of the steps before and after that of the strategy. */
static void
on_reason_changed_cb (Ris3EditForm *form)
{
  Ris3Comment *comment = g_object_get_data (G_OBJECT (form), COMMENT);
  Ris3FormField *field = ris3_edit_form_get_field (form, "decision_reason");
  const Ris3RegionName *region
      = ris3_atlas_lookup_region (g_object_get_data (G_OBJECT (form), ATLAS), ris3_comment_get_nuts_version (comment),
                                  ris3_comment_get_region_code (comment));
  g_autofree char *reason = field != NULL ? ris3_form_field_get_value (field) : g_strdup ("");
  /* Translators: %s is what a comment is about. */
  g_autofree char *title = g_strdup_printf (_ ("Apply the comment on “%s”"), ris3_comment_get_target_name (comment));
  Ris3Edit *edit = ris3_edit_new_group ("comment-apply", title);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_unref);
  g_autoptr (Ris3Edit) addition = ris3_strategy_form_new_addition (region);
  gint64 id = ris3_comment_get_id (comment);

  if (!is_accepted (comment))
    {
      g_autoptr (Ris3Edit) decision = ris3_edit_new_comment_state (id, RIS3_COMMENT_ACCEPTED, reason, NULL);

      ris3_edit_append (edit, decision);
    }
  ris3_edit_append (edit, addition);
  g_ptr_array_add (after, ris3_edit_new_comment_state (id, RIS3_COMMENT_APPLIED, reason, NULL));
  ris3_edit_form_replace_addition (form, edit);
  ris3_edit_form_set_followers (form, after, NULL);
}

/* Fills in what the comment says. */
static void
fill (Ris3EditForm *form, Ris3Comment *comment)
{
  static const char *const fields[] = { "title", "period", "year", "pm_mark", "health_priority", "document_url" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *proposed = ris3_proposal_dup_new_strategy (comment, fields[i]);
      const char *value = proposed;

      if (proposed == NULL)
        continue;
      if (ris3_proposal_is_answer (fields[i]))
        value = g_ascii_strcasecmp (proposed, "yes") == 0 ? "1" : g_ascii_strcasecmp (proposed, "no") == 0 ? "0" : "";
      ris3_form_field_set_value (ris3_edit_form_get_field (form, fields[i]), value);
      if (g_str_equal (fields[i], "pm_mark") && g_str_equal (value, "1"))
        {
          /* The authority itself has said so; and it is a health priority, whether or not that is said. */
          ris3_form_field_set_value (ris3_edit_form_get_field (form, "pm_basis"), "region");
          ris3_form_field_set_value (ris3_edit_form_get_field (form, "health_priority"), "1");
        }
    }
}

static void
add_reason (Ris3EditForm *form)
{
  Ris3FormField *field = ris3_edit_form_add_field (
      form, ris3_form_text_view_new ("decision_reason", _ ("Reason o_f the decision"), 2), NULL);

  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_NONE);
  ris3_form_field_set_required (field, TRUE);
  ris3_form_field_set_missing_words (field, _ ("Say why: a decision is kept with its reason."));
  ris3_form_field_set_awaited (field);
  ris3_form_field_set_hint (field, _ ("The comment is accepted with it, and applied by recording the strategy."));
  g_signal_connect_object (field, "changed", G_CALLBACK (on_reason_changed_cb), form, G_CONNECT_SWAPPED);
}

void
ris3_strategy_proposal_open (Ris3EditDesk *desk, gint64 comment_id)
{
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3Comment *comment = atlas != NULL ? ris3_atlas_lookup_comment (atlas, comment_id) : NULL;
  g_autofree char *region = NULL;
  Ris3EditForm *form;

  if (comment == NULL
      || ris3_atlas_lookup_region (atlas, ris3_comment_get_nuts_version (comment),
                                   ris3_comment_get_region_code (comment))
             == NULL)
    return;
  region = ris3_form_region_words (session, ris3_comment_get_nuts_version (comment),
                                   ris3_comment_get_region_code (comment));
  form = ris3_edit_form_new (desk, _ ("Add Strategy"));
  g_object_set_data_full (G_OBJECT (form), COMMENT, g_object_ref (comment), g_object_unref);
  g_object_set_data_full (G_OBJECT (form), ATLAS, g_object_ref (atlas), g_object_unref);
  ris3_edit_form_set_addition (form, "strategy", ris3_edit_new_add ("strategy"));
  ris3_edit_form_add_fact (form, _ ("Region"), region);
  ris3_edit_form_add_fact (form, _ ("Comment"), ris3_comment_get_text (comment));
  if (!is_accepted (comment))
    add_reason (form);
  on_reason_changed_cb (form);
  /* Of another period than that of the map, as likely as not. */
  ris3_strategy_form_add_fields (form, atlas, NULL);
  fill (form, comment);
  gtk_window_set_default_size (GTK_WINDOW (form), 640, 680);
  ris3_edit_form_present (form);
}
