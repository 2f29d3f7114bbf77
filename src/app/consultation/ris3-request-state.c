/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-request-state.h"

#include <glib/gi18n.h>

#include "map/ris3-date.h"

gboolean
ris3_request_is_in_state (Ris3Request *request, Ris3RequestState state, const char *today)
{
  g_return_val_if_fail (RIS3_IS_REQUEST (request) && today != NULL, FALSE);
  switch (state)
    {
    case RIS3_REQUESTS_NOT_ASKED:
      return *ris3_request_get_asked_on (request) == '\0' && *ris3_request_get_answered_on (request) == '\0';
    case RIS3_REQUESTS_WAITING:
      return ris3_request_is_waiting (request);
    case RIS3_REQUESTS_OVERDUE:
      return ris3_request_is_overdue (request, today);
    case RIS3_REQUESTS_ANSWERED:
      return *ris3_request_get_answered_on (request) != '\0';
    case RIS3_REQUESTS_ALL:
    case RIS3_N_REQUEST_STATES:
    default:
      return TRUE;
    }
}

char *
ris3_request_state_to_text (Ris3RequestState state, guint n)
{
  switch (state)
    {
    case RIS3_REQUESTS_ALL:
      return g_strdup_printf (C_ ("requests of a round", "All (%u)"), n);
    case RIS3_REQUESTS_NOT_ASKED:
      return g_strdup_printf (C_ ("requests of a round", "Not Asked Yet (%u)"), n);
    case RIS3_REQUESTS_WAITING:
      return g_strdup_printf (C_ ("requests of a round", "Asked, Not Answered (%u)"), n);
    case RIS3_REQUESTS_OVERDUE:
      return g_strdup_printf (C_ ("requests of a round", "Overdue (%u)"), n);
    case RIS3_REQUESTS_ANSWERED:
      return g_strdup_printf (C_ ("requests of a round", "Answered (%u)"), n);
    case RIS3_N_REQUEST_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ris3_request_describe (Ris3Request *request, const char *today)
{
  g_autofree char *asked = NULL;
  g_autofree char *answered = NULL;
  g_autofree char *due = NULL;
  g_autofree char *reminded = NULL;
  guint n_reminders;
  GString *text;

  g_return_val_if_fail (RIS3_IS_REQUEST (request) && today != NULL, NULL);
  asked = ris3_date_to_text (ris3_request_get_asked_on (request));
  answered = ris3_date_to_text (ris3_request_get_answered_on (request));
  due = ris3_date_to_text (ris3_request_get_due_on (request));
  reminded = ris3_date_to_text (ris3_request_get_reminded_on (request));
  n_reminders = ris3_request_get_n_reminders (request);
  text = g_string_new (NULL);
  if (*answered != '\0' && *due != '\0')
    /* Translators: three dates */
    g_string_append_printf (text, _ ("Asked on %s, due on %s, answered on %s"), asked, due, answered);
  else if (*answered != '\0')
    /* Translators: two dates */
    g_string_append_printf (text, _ ("Asked on %s, answered on %s"), asked, answered);
  /* Until when all have time, the window says above them. */
  else if (*asked == '\0' && *ris3_request_get_own_due_on (request) != '\0')
    g_string_append_printf (text, _ ("Not asked yet, due on %s"), due);
  else if (*asked == '\0')
    g_string_append (text, _ ("Not asked yet"));
  else if (ris3_request_is_overdue (request, today))
    g_string_append_printf (text, _ ("Overdue since %s, asked on %s"), due, asked);
  else if (*due != '\0')
    g_string_append_printf (text, _ ("Asked on %s, due on %s"), asked, due);
  else
    g_string_append_printf (text, _ ("Asked on %s"), asked);
  if (n_reminders > 0)
    {
      g_string_append (text, " · ");
      if (n_reminders == 1)
        g_string_append_printf (text, _ ("reminded on %s"), reminded);
      else
        g_string_append_printf (text,
                                ngettext ("reminded %u time, last on %s", "reminded %u times, last on %s", n_reminders),
                                n_reminders, reminded);
    }
  return g_string_free (text, FALSE);
}
