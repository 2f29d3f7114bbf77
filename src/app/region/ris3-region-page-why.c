/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Links to other regions, and what the map shows of a region and why. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-period.h"
#include "model/ris3-printable.h"

typedef struct
{
  GWeakRef session;
  char *code;
} Followed;

static void
followed_free (Followed *followed)
{
  g_weak_ref_clear (&followed->session);
  g_free (followed->code);
  g_free (followed);
}

static gboolean
on_followed_cb (gpointer user_data)
{
  Followed *followed = user_data;
  g_autoptr (Ris3Session) session = g_weak_ref_get (&followed->session);
  Ris3Boundaries *boundaries = session != NULL ? ris3_session_get_boundaries (session) : NULL;
  gint region = boundaries != NULL ? ris3_boundaries_find (boundaries, followed->code) : -1;

  if (region >= 0)
    ris3_session_select (session, region);
  return G_SOURCE_REMOVE;
}

/* Selects the region after the signal of the link is over, which may not outlive the selection. */
static void
follow (Ris3Session *session, const char *code)
{
  Followed *followed = g_new0 (Followed, 1);

  g_weak_ref_init (&followed->session, session);
  followed->code = g_strdup (code);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_followed_cb, followed, (GDestroyNotify) followed_free);
}

static gboolean
on_link_activated_cb (GtkLabel *label, const char *code, Ris3Session *session)
{
  follow (session, code);
  return GDK_EVENT_STOP;
}

static void
on_link_clicked_cb (GtkButton *button, Ris3Session *session)
{
  follow (session, g_object_get_data (G_OBJECT (button), "ris3-region-code"));
}

GtkWidget *
ris3_region_page_link_new (Ris3Session *session, guint region, const char *title)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (session);
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  GtkWidget *link = ris3_part_link (title);
  g_autofree char *name = g_strconcat ("region-", record->code, NULL);

  ris3_widget_set_key (link, name);
  g_object_set_data_full (G_OBJECT (link), "ris3-region-code", g_strdup (record->code), g_free);
  g_signal_connect_object (link, "clicked", G_CALLBACK (on_link_clicked_cb), session, 0);
  return link;
}

static char *
link_markup (const Ris3Region *region)
{
  g_autofree char *name = ris3_region_name_with_code (region);
  g_autofree char *code_markup = ris3_printable_markup (region->code);
  g_autofree char *name_markup = ris3_printable_markup (name);

  return g_strdup_printf ("<a href=\"%s\">%s</a>", code_markup, name_markup);
}

/* The region is drawn in several areas. */
static char *
explain_divided (Ris3Classification *classification, const Ris3Region *region)
{
  Ris3LevelRule rule = ris3_classification_get_level_rule (classification);
  guint first = ris3_classification_get_leaf_territory (classification, region->first_leaf);
  guint last = ris3_classification_get_leaf_territory (classification, region->first_leaf + region->n_leaves - 1);
  guint n_areas = last - first + 1; /* territories are in tree order, like leaves */

  if (rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    return g_strdup_printf (
        ngettext ("The map divides this region into %u area, because regions within it have their own strategies.",
                  "The map divides this region into %u areas, because regions within it have their own strategies.",
                  n_areas),
        n_areas);
  return g_strdup_printf (ngettext ("The map shows the %u region of level %d within this one.",
                                    "The map shows the %u regions of level %d within this one.", n_areas),
                          n_areas, (int) rule);
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static gboolean
has_own_in_period (Ris3Classification *classification, guint region)
{
  const char *period = ris3_classification_get_period (classification);
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (
      ris3_classification_get_placement (classification), region, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (period == NULL || g_str_equal (period, ris3_strategy_get_period (strategies[i])))
      return TRUE;
  return FALSE;
}

static char *
describe_absence (Ris3Classification *classification)
{
  const char *period = ris3_classification_get_period (classification);
  g_autofree char *period_text = NULL;

  if (period == NULL)
    return g_strdup (_ ("The atlas has no strategy for this region itself."));
  period_text = ris3_period_to_text (period);
  return g_strdup_printf (_ ("The atlas has no strategy of %s for this region itself."), period_text);
}

/* The deciding strategy of a region within, the only one that there is. */
static char *
describe_only_one (Ris3Boundaries *boundaries, Ris3Strategy *strategy)
{
  gint within = ris3_boundaries_find (boundaries, ris3_strategy_get_region_code (strategy));
  g_autofree char *name = within >= 0 ? link_markup (ris3_boundaries_get_region (boundaries, within))
                                      : ris3_printable_markup (ris3_strategy_get_region_name (strategy));

  /* Translators: %s is the name of a region within the one that the page is about */
  return g_strdup_printf (_ ("The map shows the only strategy within this region, that of %s."), name);
}

/* The region is drawn as one area, or within a wider one. */
static char *
explain_territory (Ris3Classification *classification, guint region, guint index)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Territory *territory = ris3_classification_get_territory (classification, index);
  const Ris3Region *drawn = ris3_boundaries_get_region (boundaries, territory->region);
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);
  gboolean is_drawn_itself = drawn->first_leaf == record->first_leaf && drawn->n_leaves == record->n_leaves;
  gboolean has_own = has_own_in_period (classification, region);
  GString *text = g_string_new (NULL);

  if (!has_own && territory->n_strategies > 0)
    {
      g_autofree char *sentence = describe_absence (classification);

      append_sentence (text, sentence);
    }
  if (!is_drawn_itself)
    {
      g_autofree char *link = link_markup (drawn);
      /* Translators: %s is the name of a wider region */
      g_autofree char *sentence = g_strdup_printf (_ ("On the map, this region is part of %s."), link);

      append_sentence (text, sentence);
    }
  if (territory->marks & RIS3_MARK_INHERITED)
    {
      g_autofree char *link = link_markup (ris3_boundaries_get_region (boundaries, territory->source_region));
      /* Translators: %s is the name of a wider region */
      g_autofree char *sentence = g_strdup_printf (_ ("The map shows the strategy of %s, hatched as inherited."), link);

      append_sentence (text, sentence);
    }
  else if (territory->n_areas > 1)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext (
              "The map shows a share of the %u area within, which counts once. What is not known is not in the base.",
              "The map shows a share of the %u areas within, each of which counts once. What is not known is not in "
              "the base.",
              territory->n_areas),
          territory->n_areas);

      append_sentence (text, sentence);
    }
  else if (territory->n_strategies == 1 && is_drawn_itself && !has_own)
    {
      g_autofree char *sentence
          = describe_only_one (boundaries, ris3_classification_get_strategies (classification, index)[0]);

      append_sentence (text, sentence);
    }
  return g_string_free (text, FALSE);
}

GtkWidget *
ris3_region_page_why_new (Ris3Session *session, guint region, GtkWidget *present)
{
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();
  Ris3Classification *classification = ris3_session_get_classification (session);
  gint index = ris3_classification_find_territory (classification, region);
  g_autofree char *markup = NULL;
  GtkWidget *label;

  if (index < 0)
    markup = explain_divided (classification,
                              ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region));
  else
    markup = explain_territory (classification, region, index);
  if (*markup == '\0')
    return NULL;
  ris3_part_basis_add_text (basis, markup);
  if (ris3_part_basis_made (basis, present))
    return present;

  label = ris3_part_text ("", "region-why");
  ris3_widget_set_key (label, "section-why");
  ris3_part_basis_keep_in (g_steal_pointer (&basis), label);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link_activated_cb), session, 0);
  return label;
}
