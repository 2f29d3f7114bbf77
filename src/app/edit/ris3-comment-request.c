/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-request.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-form-switch.h"
#include "map/ris3-date.h"

#define REQUEST "request" /* of the field */

Ris3FormField *
ris3_comment_request_add (Ris3EditForm *form)
{
  Ris3FormField *field;

  g_return_val_if_fail (RIS3_IS_EDIT_FORM (form), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_switch_new ("request_id", _ ("Ans_wers the request")), "1");
  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (field), FALSE);
  return field;
}

/* That was asked last. (transfer full) */
static Ris3Request *
find (Ris3Atlas *atlas, Ris3Organisation *organisation, const char *received_on)
{
  GListModel *requests = ris3_atlas_get_requests (atlas);
  Ris3Request *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);
      const char *asked_on = ris3_request_get_asked_on (request);

      if (ris3_request_get_organisation_id (request) != ris3_organisation_get_id (organisation)
          || !ris3_request_is_open (request) || strcmp (asked_on, received_on) > 0
          || (found != NULL && strcmp (ris3_request_get_asked_on (found), asked_on) >= 0))
        continue;
      g_set_object (&found, request);
    }
  return found;
}

void
ris3_comment_request_update (Ris3FormField *field,
                             Ris3Atlas *atlas,
                             Ris3Organisation *organisation,
                             const char *received_on)
{
  Ris3Request *request;

  g_return_if_fail (RIS3_IS_FORM_FIELD (field) && RIS3_IS_ATLAS (atlas) && received_on != NULL);
  request = organisation != NULL ? find (atlas, organisation, received_on) : NULL;
  if (request != NULL)
    {
      Ris3ConsultationRound *round = ris3_atlas_lookup_round (atlas, ris3_request_get_round_id (request));
      g_autofree char *asked = ris3_date_to_text (ris3_request_get_asked_on (request));
      /* Translators: a round of consultation, and a day */
      g_autofree char *hint = g_strdup_printf (_ ("Of the round “%s”, asked on %s"),
                                               round != NULL ? ris3_consultation_round_get_name (round) : "", asked);

      ris3_form_field_set_hint (field, hint);
    }
  gtk_widget_set_visible (GTK_WIDGET (field), request != NULL);
  g_object_set_data_full (G_OBJECT (field), REQUEST, request, g_object_unref);
}

Ris3Request *
ris3_comment_request_get (Ris3FormField *field)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (RIS3_IS_FORM_FIELD (field), NULL);
  value = ris3_form_field_get_value (field);
  return g_str_equal (value, "1") ? g_object_get_data (G_OBJECT (field), REQUEST) : NULL;
}
