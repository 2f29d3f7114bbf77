/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-strategy-card.h"

#include <glib/gi18n.h>

#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/ris3-region-parts.h"
#include "app/region/ris3-strategy-answers.h"
#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"

static char *
describe (Ris3Strategy *strategy)
{
  guint year = ris3_strategy_get_year (strategy);
  g_autofree char *year_words = year != 0 ? g_strdup_printf ("%u", year) : g_strdup (_ ("year unknown"));
  const char *language = ris3_strategy_get_language (strategy);

  return *language != '\0' ? g_strjoin (" · ", year_words, ris3_language_get_name (language), NULL)
                           : g_steal_pointer (&year_words);
}

static GtkWidget *
new_links (Ris3Strategy *strategy)
{
  GtkWidget *links = ris3_flow_new ();
  const char *lead = ris3_strategy_is_analysed (strategy) ? _ ("Analysed from:") : _ ("Known from:");
  const char *source = ris3_strategy_get_source_url (strategy);
  const char *document = ris3_strategy_get_document_url (strategy);
  const char *source_title = ris3_strategy_get_source_title (strategy);
  const char *kind = ris3_source_kind_get_title (ris3_strategy_get_source_kind (strategy));

  if (*source == '\0' && *source_title != '\0')
    {
      g_autofree char *name = g_strdup_printf (C_ ("source", "%s: %s"), kind, source_title);
      g_autofree char *words = g_strdup_printf ("%s %s", lead, name);

      ris3_flow_append (RIS3_FLOW (links), ris3_part_text (words, "quiet"));
    }
  else if (*source == '\0' && *document == '\0')
    ris3_flow_append (RIS3_FLOW (links), ris3_part_text (_ ("No link to the source is recorded."), "quiet"));
  else
    ris3_flow_append (RIS3_FLOW (links), ris3_part_text (lead, "quiet"));
  if (*source != '\0')
    {
      GtkWidget *link = ris3_part_web_link (kind, source);

      if (*source_title != '\0')
        {
          g_autofree char *tooltip = g_strdup_printf ("%s\n%s", source_title, source);

          gtk_widget_set_tooltip_text (link, tooltip);
        }
      ris3_flow_append (RIS3_FLOW (links), link);
    }
  if (*document != '\0' && !g_str_equal (document, source))
    ris3_flow_append (RIS3_FLOW (links), ris3_part_web_link (_ ("Strategy document"), document));
  ris3_flow_append (
      RIS3_FLOW (links),
      ris3_part_text (ris3_analysis_state_get_title (ris3_strategy_get_analysis_state (strategy)), "quiet"));
  return links;
}

static GtkWidget *
new_mark (Ris3Strategy *strategy, Ris3Atlas *atlas)
{
  g_autofree char *words = ris3_mark_words (strategy, atlas);
  GtkWidget *mark = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 4, "card-mark");
  GtkWidget *chips = ris3_flow_new ();

  if (ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    ris3_flow_append (RIS3_FLOW (chips), ris3_part_chip (_ ("Personalised medicine"), "pm"));
  if (ris3_strategy_get_pm_disputed (strategy))
    ris3_flow_append (RIS3_FLOW (chips), ris3_part_chip (C_ ("class of a region", "Disputed"), "disputed"));
  if (gtk_widget_get_first_child (chips) != NULL)
    gtk_box_append (GTK_BOX (mark), chips);
  else
    g_object_unref (g_object_ref_sink (chips));
  gtk_box_append (GTK_BOX (mark), ris3_part_text (words, NULL));
  return mark;
}

GtkWidget *
ris3_strategy_card_new (Ris3Session *session, Ris3Strategy *strategy)
{
  g_autofree char *description = NULL;
  GtkWidget *card, *title;

  g_return_val_if_fail (RIS3_IS_STRATEGY (strategy) && RIS3_IS_SESSION (session), NULL);

  card = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 4, "panel-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ris3_strategy_get_title (strategy), -1);

  title = ris3_copy_text_new (ris3_strategy_get_title (strategy));
  gtk_widget_add_css_class (title, "card-title");
  gtk_box_append (GTK_BOX (card), title);

  description = describe (strategy);
  gtk_box_append (GTK_BOX (card), ris3_part_text (description, "quiet"));
  gtk_box_append (GTK_BOX (card), new_links (strategy));

  if (ris3_strategy_is_analysed (strategy) && !ris3_strategy_get_withheld (strategy)
      && (ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES || ris3_strategy_get_pm_disputed (strategy)
          || ris3_strategy_get_health_priority (strategy) == RIS3_ANSWER_YES))
    gtk_box_append (GTK_BOX (card), new_mark (strategy, ris3_session_get_atlas (session)));
  if (ris3_session_get_editing (session))
    gtk_box_append (GTK_BOX (card), ris3_strategy_answers_new (session, strategy));

  return card;
}
