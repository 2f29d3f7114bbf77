/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The strategies of a region: first those that decide its colour, then the others. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/ris3-region-parts.h"
#include "app/region/ris3-strategy-card.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-period.h"
#include "map/ris3-region-strategies.h"

static char *
get_title (Ris3Classification *classification, const Ris3RegionStrategy *entry)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  g_autofree char *period = ris3_period_to_text (ris3_strategy_get_period (entry->strategy));

  if (entry->part == RIS3_STRATEGY_PART_OWN || entry->part == RIS3_STRATEGY_PART_NONE)
    return g_strdup_printf (_ ("Strategy %s"), period);
  /* Translators: the name of another region, a period */
  return g_strdup_printf (_ ("Strategy of %s, %s"),
                          ris3_region_display_name (ris3_boundaries_get_region (boundaries, entry->region)), period);
}

static gboolean
is_of_period (Ris3Classification *classification, Ris3Strategy *strategy)
{
  const char *period = ris3_classification_get_period (classification);

  return period == NULL || g_str_equal (period, ris3_strategy_get_period (strategy));
}

/* What it has to do with the share that the map shows of the region, or of the wider one that it is part of. */
static char *
explain_share (Ris3Boundaries *boundaries, const Ris3RegionStrategy *entry, guint n_deciding, guint n_areas)
{
  switch (entry->part)
    {
    case RIS3_STRATEGY_PART_OWN:
      if (n_areas == 1)
        return g_strdup (_ ("Counts for the share on the map, as the region’s own."));
      return g_strdup_printf (ngettext ("Counts for %u of the %u areas within: the one without its own.",
                                        "Counts for %u of the %u areas within: those without their own.",
                                        entry->n_areas),
                              entry->n_areas, n_areas);
    case RIS3_STRATEGY_PART_WITHIN:
      if (n_deciding == 1)
        return g_strdup (_ ("Counts for the share on the map, as the only strategy within."));
      return g_strdup_printf (ngettext ("The %u strategy within that counts for the share on the map.",
                                        "One of the %u strategies that count for the share on the map.", n_deciding),
                              n_deciding);
    case RIS3_STRATEGY_PART_INHERITED:
      /* Translators: %s is the name of a wider region */
      return g_strdup_printf (_ ("Counts for the share on the map, inherited from %s."),
                              ris3_region_display_name (ris3_boundaries_get_region (boundaries, entry->region)));
    case RIS3_STRATEGY_PART_NONE:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* Why it decides the colour, or does not. */
static char *
explain (Ris3Classification *classification,
         guint region,
         const Ris3RegionStrategy *entry,
         guint n_deciding,
         guint n_areas)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);

  if (ris3_classification_shows_shares (classification) && entry->part != RIS3_STRATEGY_PART_NONE)
    return explain_share (boundaries, entry, n_deciding, n_areas);
  switch (entry->part)
    {
    case RIS3_STRATEGY_PART_OWN:
      if (n_areas == 1)
        return g_strdup (_ ("Decides the colour, as the region’s own."));
      return g_strdup_printf (ngettext ("Decides the colour of %u of the %u areas within: the one without its own.",
                                        "Decides the colour of %u of the %u areas within: those without their own.",
                                        entry->n_areas),
                              entry->n_areas, n_areas);
    case RIS3_STRATEGY_PART_WITHIN:
      if (n_deciding == 1)
        return g_strdup (_ ("Decides the colour, as the only strategy within."));
      return g_strdup_printf (ngettext ("One of the %u strategy that decides the colours within.",
                                        "One of the %u strategies that decide the colours within.", n_deciding),
                              n_deciding);
    case RIS3_STRATEGY_PART_INHERITED:
      /* Translators: %s is the name of a wider region */
      return g_strdup_printf (_ ("Decides the colour, inherited from %s."),
                              ris3_region_display_name (ris3_boundaries_get_region (boundaries, entry->region)));
    case RIS3_STRATEGY_PART_NONE:
      break;
    }
  if (!is_of_period (classification, entry->strategy))
    return g_strdup (_ ("It is of another period than the map shows."));
  return g_strdup (n_areas > 1 ? _ ("Decides no colour: later ones, or those of regions within, count.")
                               : _ ("Decides no colour: a later one counts."));
}

static void
fill_priorities (GtkWidget *box, GParamSpec *pspec, Ris3Session *session)
{
  Ris3Strategy *strategy = g_object_get_data (G_OBJECT (box), "ris3-strategy");
  Ris3PartFiller filler = { .box = GTK_BOX (box) };

  if (gtk_widget_get_visible (box))
    ris3_part_filler_add (&filler, ris3_strategy_priorities_new (session, strategy, gtk_widget_get_first_child (box)));
}

/* Of many strategies, the priorities are made when they are asked for. */
static GtkWidget *
show_folded_priorities (Ris3Session *session, Ris3Strategy *strategy, const char *name, GtkWidget *present)
{
  g_autofree char *fold_name = g_strconcat ("fold-", ris3_strategy_get_id (strategy), NULL);
  GtkWidget *box, *section;

  if (present != NULL)
    {
      box = gtk_widget_get_last_child (present);
      g_object_set_data_full (G_OBJECT (box), "ris3-strategy", g_object_ref (strategy), g_object_unref);
      fill_priorities (box, NULL, session);
      return present;
    }
  box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 0, "folded-priorities");
  g_object_set_data_full (G_OBJECT (box), "ris3-strategy", g_object_ref (strategy), g_object_unref);
  gtk_widget_set_visible (box, FALSE);
  g_signal_connect_object (box, "notify::visible", G_CALLBACK (fill_priorities), session, 0);
  section = ris3_region_page_fold_new (_ ("What it says on health"), fold_name, box, FALSE);
  ris3_widget_set_key (section, name);
  return section;
}

static GtkWidget *
new_heading (Ris3Session *session, Ris3Strategy *strategy, const char *title)
{
  GtkWidget *heading = ris3_part_heading (title, 2);
  GtkWidget *line;

  if (!ris3_session_get_editing (session))
    return heading;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), ris3_strategy_menu_button_new (strategy));
  return line;
}

/* What is said of the strategy itself. */
static GtkWidget *
show_record (Ris3Session *session, Ris3Strategy *strategy, const char *title, const char *why, GtkWidget *present)
{
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();
  g_autofree char *mark = ris3_mark_words (strategy, ris3_session_get_atlas (session));
  g_autofree char *name = g_strconcat ("record-", ris3_strategy_get_id (strategy), NULL);
  GtkWidget *section;

  ris3_part_basis_add_object (basis, strategy);
  ris3_part_basis_add_text (basis, title);
  ris3_part_basis_add_text (basis, why);
  ris3_part_basis_add_text (basis, mark);
  ris3_part_basis_add_number (basis, ris3_session_get_editing (session));
  if (ris3_part_basis_made (basis, present))
    return present;
  section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 4, "section");
  ris3_widget_set_key (section, name);
  gtk_widget_add_css_class (section, "strategy");
  gtk_box_append (GTK_BOX (section), new_heading (session, strategy, title));
  gtk_box_append (GTK_BOX (section), ris3_part_text (why, "strategy-why"));
  gtk_box_append (GTK_BOX (section), ris3_strategy_card_new (session, strategy));
  ris3_part_basis_keep_in (g_steal_pointer (&basis), section);
  return section;
}

static GtkWidget *
show_strategy (Ris3Session *session,
               Ris3Strategy *strategy,
               const char *title,
               const char *why,
               gboolean fold,
               GtkWidget *present)
{
  GtkWidget *part = present != NULL ? present : ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 0, NULL);
  Ris3PartFiller filler = { .box = GTK_BOX (part) };
  const char *id = ris3_strategy_get_id (strategy);
  g_autofree char *record_name = g_strconcat ("record-", id, NULL);
  g_autofree char *name = g_strconcat (fold ? "folded-" : "priorities-", id, NULL);
  GtkWidget *record = ris3_part_filler_find (&filler, record_name);
  GtkWidget *priorities = ris3_part_filler_find (&filler, name);

  ris3_part_filler_add (&filler, show_record (session, strategy, title, why, record));
  if (fold)
    priorities = show_folded_priorities (session, strategy, name, priorities);
  else
    priorities = ris3_strategy_priorities_new (session, strategy, priorities);
  ris3_part_filler_add (&filler, priorities);
  ris3_part_filler_end (&filler);
  return part;
}

/* Strategies that are gone stay while something is being written in them. */
static void
keep_drafts (Ris3PartFiller *filler)
{
  GtkWidget *next = filler->last != NULL ? gtk_widget_get_next_sibling (filler->last)
                                         : gtk_widget_get_first_child (GTK_WIDGET (filler->box));

  while (next != NULL)
    {
      GtkWidget *part = next;
      GtkWidget *priorities = gtk_widget_get_last_child (part);

      next = gtk_widget_get_next_sibling (part);
      if (priorities != NULL && g_str_has_prefix (ris3_widget_get_key (priorities), "priorities-")
          && ris3_strategy_priorities_set_deleted (priorities))
        ris3_part_filler_add (filler, part);
    }
}

static char *
absence_words (Ris3Classification *classification, const Ris3Region *region, gboolean is_divided)
{
  const char *period = ris3_classification_get_period (classification);
  const char *name = ris3_region_display_name (region);

  if (is_divided)
    return g_strdup_printf (_ ("The atlas has no strategy for %s as a whole."), name);
  if (period != NULL)
    {
      g_autofree char *period_words = ris3_period_to_text (period);

      return g_strdup_printf (_ ("The atlas has no strategy of %s for %s. That does not mean that none exists."),
                              period_words, name);
    }
  return g_strdup_printf (_ ("The atlas has no strategy for %s. That does not mean that none exists."), name);
}

static GtkWidget *
new_absence (Ris3Session *session, guint region, const char *words)
{
  GtkWidget *section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 6, "section");

  gtk_box_append (GTK_BOX (section), ris3_part_heading (_ ("Strategy"), 2));
  gtk_box_append (GTK_BOX (section), ris3_part_text (words, "absence"));
  if (ris3_session_get_editing (session))
    gtk_box_append (GTK_BOX (section), ris3_region_page_add_strategy_button_new (session, region));
  return section;
}

/* What stands over those that decide nothing: with the map's period, they are of others. */
static GtkWidget *
new_others_heading (Ris3Classification *classification, GArray *told, guint n_deciding)
{
  gboolean all_of_others = TRUE;
  GtkWidget *heading;

  for (guint i = n_deciding; i < told->len; i++)
    all_of_others &= !is_of_period (classification, g_array_index (told, Ris3RegionStrategy, i).strategy);
  heading = ris3_part_heading (all_of_others ? _ ("Other Periods") : _ ("Not Shown on the Map"), 2);
  gtk_widget_add_css_class (heading, "others-heading");
  return heading;
}

GtkWidget *
ris3_region_page_strategies_new (Ris3Session *session, guint region, GtkWidget *present)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  g_autoptr (GArray) told = ris3_region_strategies_new (classification, region);
  GtkWidget *box = present != NULL ? present : ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 0, NULL);
  Ris3PartFiller filler = { .box = GTK_BOX (box) };
  guint n_areas, n_deciding = 0;
  g_autofree guint *counts = ris3_region_count_areas (classification, region, &n_areas);
  gboolean has_own = FALSE;

  ris3_widget_set_key (box, "section-strategies");
  for (guint i = 0; i < told->len; i++)
    {
      const Ris3RegionStrategy *entry = &g_array_index (told, Ris3RegionStrategy, i);

      n_deciding += entry->part != RIS3_STRATEGY_PART_NONE;
      has_own |= entry->region == (gint) region;
    }
  if (n_areas > 1 ? !has_own : n_deciding == 0)
    {
      g_autofree char *words = absence_words (
          classification, ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region),
          n_areas > 1);

      ris3_part_filler_add (&filler, new_absence (session, region, words));
    }
  for (guint i = 0; i < told->len; i++)
    {
      const Ris3RegionStrategy *entry = &g_array_index (told, Ris3RegionStrategy, i);
      g_autofree char *title = get_title (classification, entry);
      g_autofree char *why = explain (classification, region, entry, n_deciding, n_areas);
      g_autofree char *name = g_strconcat ("strategy-", ris3_strategy_get_id (entry->strategy), NULL);
      GtkWidget *part;

      if (i == n_deciding)
        ris3_part_filler_add (&filler, new_others_heading (classification, told, n_deciding));
      part = show_strategy (session, entry->strategy, title, why, n_areas > 1 && n_deciding > 1,
                            ris3_part_filler_find (&filler, name));
      ris3_widget_set_key (part, name);
      ris3_part_filler_add (&filler, part);
    }
  keep_drafts (&filler);
  ris3_part_filler_end (&filler);
  return box;
}
