/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is under way in a region. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-record-section.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-copy-text.h"
#include "map/ris3-record-titles.h"

static char *
describe_years (Ris3Activity *activity)
{
  guint from = ris3_activity_get_year_from (activity);
  guint to = ris3_activity_get_year_to (activity);

  if (from == 0 && to == 0)
    return NULL;
  if (to == 0)
    /* Translators: %u is the year in which something began */
    return g_strdup_printf (_ ("since %u"), from);
  if (from == 0)
    /* Translators: %u is the year in which something ended */
    return g_strdup_printf (_ ("until %u"), to);
  return from == to ? g_strdup_printf ("%u", from) : g_strdup_printf ("%u–%u", from, to);
}

static char *
describe (Ris3Activity *activity)
{
  g_autofree char *years = describe_years (activity);
  const char *programme = ris3_activity_get_programme (activity);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) ris3_activity_kind_get_title (ris3_activity_get_kind (activity)));
  if (*programme != '\0')
    g_ptr_array_add (parts, (gpointer) programme);
  if (years != NULL)
    g_ptr_array_add (parts, years);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
new_row (Ris3Session *session, Ris3Activity *activity)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 4, "card-row");
  g_autofree char *words = describe (activity);
  g_autofree char *themes = g_strjoinv (" · ", (char **) ris3_activity_get_themes (activity));
  GtkWidget *title = ris3_copy_text_new (ris3_activity_get_title (activity));

  gtk_widget_add_css_class (title, "card-title");
  gtk_box_append (GTK_BOX (row), ris3_record_line_new (session, title, "activity", ris3_activity_get_id (activity),
                                                       _ ("Edit Activity…"), _ ("Delete Activity")));
  gtk_box_append (GTK_BOX (row), ris3_part_text (words, "quiet"));
  if (*themes != '\0')
    {
      g_autofree char *names = g_strdup_printf (_ ("Themes: %s"), themes);

      gtk_box_append (GTK_BOX (row), ris3_part_text (names, "themes"));
    }
  if (*ris3_activity_get_remark (activity) != '\0')
    gtk_box_append (GTK_BOX (row), ris3_copy_text_new (ris3_activity_get_remark (activity)));
  if (*ris3_activity_get_url (activity) != '\0')
    gtk_box_append (GTK_BOX (row), ris3_part_web_link (_ ("Web page"), ris3_activity_get_url (activity)));
  return row;
}

GtkWidget *
ris3_region_page_activities_new (Ris3Session *session, guint region, GtkWidget *present)
{
  GListModel *activities = ris3_atlas_get_activities (ris3_session_get_atlas (session));
  Ris3Classification *classification = ris3_session_get_classification (session);
  Ris3RecordSection *section = ris3_record_section_begin (_ ("Activities"), "section-activities");

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (Ris3Activity) activity = g_list_model_get_item (activities, i);

      if (ris3_region_page_is_at (ris3_activity_get_nuts_version (activity), ris3_activity_get_region_code (activity),
                                  classification, region))
        ris3_record_section_add (section, activity, "", new_row (session, activity));
    }
  return ris3_record_section_end (section, present);
}
