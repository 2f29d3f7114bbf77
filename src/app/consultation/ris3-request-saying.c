/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-request-saying.h"

#include <glib/gi18n.h>

static gboolean
is_asked (Ris3Request *request)
{
  return *ris3_request_get_asked_on (request) != '\0';
}

static gboolean
is_answered (Ris3Request *request)
{
  return *ris3_request_get_answered_on (request) != '\0';
}

static gboolean
fits (Ris3RequestSaying saying, Ris3Request *request)
{
  switch (saying)
    {
    case RIS3_REQUEST_ASKED:
      return !is_asked (request);
    case RIS3_REQUEST_REMINDED:
    case RIS3_REQUEST_ANSWERED:
      return ris3_request_is_waiting (request);
    case RIS3_REQUEST_NOT_ASKED:
      /* What came after it is taken back first. */
      return ris3_request_is_waiting (request) && ris3_request_get_n_reminders (request) == 0;
    case RIS3_REQUEST_NOT_ANSWERED:
      return is_answered (request);
    case RIS3_REQUEST_NOT_REMINDED:
      return ris3_request_get_n_reminders (request) > 0;
    case RIS3_REQUEST_CHANNEL:
    case RIS3_REQUEST_REMOVED:
    case RIS3_N_REQUEST_SAYINGS:
    default:
      return TRUE;
    }
}

static gboolean
fits_again (Ris3RequestSaying saying, Ris3Request *request)
{
  return (saying == RIS3_REQUEST_ASKED && is_asked (request))
         || (saying == RIS3_REQUEST_ANSWERED && is_answered (request));
}

GPtrArray *
ris3_request_saying_select (Ris3RequestSaying saying, GPtrArray *requests, gboolean again)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean are_again = again;

  g_return_val_if_fail (requests != NULL, selected);
  for (guint i = 0; i < requests->len; i++)
    are_again = are_again && fits_again (saying, g_ptr_array_index (requests, i));
  for (guint i = 0; i < requests->len; i++)
    if (are_again || fits (saying, g_ptr_array_index (requests, i)))
      g_ptr_array_add (selected, g_object_ref (g_ptr_array_index (requests, i)));
  return selected;
}

/* As a fact. (transfer full) */
static char *
make_title (Ris3RequestSaying saying, const char *round, guint n)
{
  switch (saying)
    {
    case RIS3_REQUEST_ASKED:
      /* Translators: the title of an edit: the name of a round, and how many were asked in it */
      return g_strdup_printf (ngettext ("Round “%s”: %u authority asked", "Round “%s”: %u authorities asked", n), round,
                              n);
    case RIS3_REQUEST_REMINDED:
      return g_strdup_printf (ngettext ("Round “%s”: %u authority reminded", "Round “%s”: %u authorities reminded", n),
                              round, n);
    case RIS3_REQUEST_ANSWERED:
      return g_strdup_printf (ngettext ("Round “%s”: %u authority answered", "Round “%s”: %u authorities answered", n),
                              round, n);
    case RIS3_REQUEST_CHANNEL:
      return g_strdup_printf (
          ngettext ("Round “%s”: channel of %u authority changed", "Round “%s”: channel of %u authorities changed", n),
          round, n);
    case RIS3_REQUEST_NOT_ASKED:
      return g_strdup_printf (
          ngettext ("Round “%s”: %u authority not asked yet", "Round “%s”: %u authorities not asked yet", n), round, n);
    case RIS3_REQUEST_NOT_ANSWERED:
      return g_strdup_printf (ngettext ("Round “%s”: %u authority has not answered yet",
                                        "Round “%s”: %u authorities have not answered yet", n),
                              round, n);
    case RIS3_REQUEST_NOT_REMINDED:
      return g_strdup_printf (ngettext ("Round “%s”: last reminder of %u authority removed",
                                        "Round “%s”: last reminders of %u authorities removed", n),
                              round, n);
    case RIS3_REQUEST_REMOVED:
      return g_strdup_printf (ngettext ("Round “%s”: %u authority removed", "Round “%s”: %u authorities removed", n),
                              round, n);
    case RIS3_N_REQUEST_SAYINGS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* (transfer full) */
static Ris3Edit *
make_reminder (Ris3Request *request, const char *date, const char *channel)
{
  Ris3Edit *edit = ris3_edit_new_add ("reminder");

  ris3_edit_set_integer (edit, "request_id", ris3_request_get_id (request));
  ris3_edit_set_text (edit, "sent_on", date);
  ris3_edit_set_text (edit, "channel", channel != NULL ? channel : ris3_request_get_channel (request));
  return edit;
}

/* (transfer full) */
static Ris3Edit *
make_step (Ris3RequestSaying saying, Ris3Request *request, const char *date, const char *channel)
{
  gint64 id = saying == RIS3_REQUEST_NOT_REMINDED ? ris3_request_get_last_reminder_id (request)
                                                  : ris3_request_get_id (request);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  Ris3Edit *edit;

  if (saying == RIS3_REQUEST_REMINDED)
    return make_reminder (request, date, channel);
  if (saying == RIS3_REQUEST_NOT_REMINDED)
    return ris3_edit_new_delete ("reminder", key);
  if (saying == RIS3_REQUEST_REMOVED)
    return ris3_edit_new_delete ("request", key);
  edit = ris3_edit_new_set ("request", key);
  if (saying == RIS3_REQUEST_ASKED || saying == RIS3_REQUEST_NOT_ASKED)
    ris3_edit_set_text (edit, "asked_on", saying == RIS3_REQUEST_ASKED ? date : "");
  if (saying == RIS3_REQUEST_ANSWERED || saying == RIS3_REQUEST_NOT_ANSWERED)
    ris3_edit_set_text (edit, "answered_on", saying == RIS3_REQUEST_ANSWERED ? date : "");
  if (channel != NULL && (saying == RIS3_REQUEST_ASKED || saying == RIS3_REQUEST_CHANNEL))
    ris3_edit_set_text (edit, "channel", channel);
  return edit;
}

Ris3Edit *
ris3_request_saying_make_edit (Ris3RequestSaying saying,
                               GPtrArray *requests,
                               Ris3ConsultationRound *round,
                               const char *date,
                               const char *channel)
{
  g_autofree char *title = NULL;
  Ris3Edit *all;

  g_return_val_if_fail (requests != NULL && requests->len > 0 && RIS3_IS_CONSULTATION_ROUND (round), NULL);
  title = make_title (saying, ris3_consultation_round_get_name (round), requests->len);
  all = ris3_edit_new_group (saying == RIS3_REQUEST_REMOVED ? "request-remove" : "request-state", title);
  for (guint i = 0; i < requests->len; i++)
    {
      g_autoptr (Ris3Edit) edit = make_step (saying, g_ptr_array_index (requests, i), date, channel);

      ris3_edit_append (all, edit);
    }
  return all;
}
