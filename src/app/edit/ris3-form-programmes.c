/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-programmes.h"

/* More of them are no help in a menu. */
#define MAX_PROGRAMMES 20

static void
add (GPtrArray *programmes, const char *programme)
{
  if (*programme != '\0' && programmes->len < MAX_PROGRAMMES
      && !g_ptr_array_find_with_equal_func (programmes, programme, g_str_equal, NULL))
    g_ptr_array_add (programmes, g_strdup (programme));
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

char **
ris3_form_programmes (Ris3Atlas *atlas)
{
  GPtrArray *programmes = g_ptr_array_new ();
  GListModel *participations = ris3_atlas_get_participations (atlas);
  GListModel *activities = ris3_atlas_get_activities (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (Ris3Participation) participation = g_list_model_get_item (participations, i);

      add (programmes, ris3_participation_get_programme (participation));
    }
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (Ris3Activity) activity = g_list_model_get_item (activities, i);

      add (programmes, ris3_activity_get_programme (activity));
    }
  g_ptr_array_sort (programmes, compare);
  g_ptr_array_add (programmes, NULL);
  return (char **) g_ptr_array_free (programmes, FALSE);
}
