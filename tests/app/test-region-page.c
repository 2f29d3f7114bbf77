/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-copy-text.h"
#include "app/region/ris3-region-page.h"
#include "test-find.h"
#include "test-log.h"
#include "test-panel.h"

#define assert_says(page, text) g_assert_nonnull (test_panel_find_text (page, text))
#define assert_says_not(page, text) g_assert_null (test_panel_find_text (page, text))

/* The worked example of the Commission's presentation. */
static void
test_example (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) breadcrumb = NULL;
  guint n_marks = 0, n_pages = 0;

  assert_says_not (page, "Provence");
  test_panel_select (session, "FRL0");

  breadcrumb = test_panel_find_class (page, "breadcrumb");
  g_assert_cmpuint (breadcrumb->len, ==, 1);
  assert_says (breadcrumb->pdata[0], "France");
  assert_says (breadcrumb->pdata[0], "(FRL)");
  assert_says (breadcrumb->pdata[0], "FRL0");
  assert_says (page, "Explicit PM priority");
  assert_says (page, "NUTS 2");
  assert_says (page, "2014–2020");
  assert_says (page, "Regional Innovation Strategy");
  assert_says (page, "2014 · French");
  assert_says (page, "Analysed from:");
  assert_says (page, "names personalised, precision or stratified medicine");

  rows = test_panel_find_class (page, "priority-row");
  g_assert_cmpuint (rows->len, ==, 11);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) marks = test_panel_find_class (rows->pdata[i], "pm");

      n_pages += test_panel_find_text (rows->pdata[i], "p. 28") != NULL;
      n_marks += marks->len;
      if (marks->len > 0)
        assert_says (rows->pdata[i], "3.1.5");
    }
  g_assert_cmpuint (n_marks, ==, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) numbers = test_panel_find_class (rows->pdata[i], "priority-number");

      g_assert_cmpuint (numbers->len, ==, 1);
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (numbers->pdata[0])), ==, 1);
    }
  /* The whole tree is on one page of the document, which is shown once. */
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (rows->pdata[0], "p. 28");
  assert_says (page, "ICPerMed – member through France");

  test_panel_close (page, session);
}

/* Each kind of absence is distinguished, and what is inherited names the region that it comes from. */
static void
test_absences (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  GtkWidget *link;
  gboolean handled = FALSE;

  test_panel_select (session, "AL");
  assert_says (page, "No strategy known");
  assert_says (page, "The atlas has no strategy for Albania");

  test_panel_select (session, "FRD1");
  assert_says (page, "Not yet analysed: the document is known");

  test_panel_select (session, "FRC2");
  assert_says (page, "health is not among the priorities");

  test_panel_select (session, "UKI");
  assert_says (page, "Health priority, PM not named, inherited");
  assert_says (page, "The atlas has no strategy for this region itself.");
  link = test_panel_find_text (page, "The map shows the strategy of United Kingdom");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", "UK", &handled);
  g_assert_true (handled);
  test_panel_settle ();
  g_assert_cmpstr (test_panel_selected_code (session), ==, "UK");

  test_panel_select (session, "FRL03");
  assert_says (page, "On the map, this region is part of Provence-Alpes-Côte d’Azur (FRL0).");
  assert_says (page, "Eurobiomed");

  test_panel_ask (session, "period=2021-2027");
  test_panel_select (session, "FRL0");
  assert_says (page, "no strategy of 2021–2027");
  assert_says (page, "Strategy 2014–2020");

  test_panel_close (page, session);
}

static void
test_disputed (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));

  test_panel_select (session, "DED");
  assert_says (page, "Explicit PM priority, disputed");
  assert_says (page, "The region itself answered that personalised medicine is a priority. "
                     "The Commission recorded that personalised medicine is not a priority.");
  assert_says (page, "Comments Received");
  assert_says (page, "Regional authority · SAPHIRe survey");

  test_panel_close (page, session);
}

static guint
count_texts (GtkWidget *widget, const char *text)
{
  guint count = GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
                && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_texts (child, text);
  return count;
}

/* How far a source was read, and what contradicts it, is said once; what stands under a priority says what it is. */
static void
test_said_once (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) themes = NULL;
  g_autoptr (GPtrArray) names = NULL;

  test_panel_ask (session, "period=2021-2027");
  test_panel_select (session, "DED");
  cards = test_panel_find_class (page, "panel-card");
  g_assert_cmpuint (count_texts (cards->pdata[0], "checked against the document"), ==, 1);
  g_assert_cmpuint (count_texts (cards->pdata[0], "nalysed"), ==, 1);
  g_assert_cmpuint (count_texts (cards->pdata[0], "Commission"), ==, 1);

  themes = test_panel_find_class (page, "themes");
  g_assert_cmpuint (themes->len, >, 0);
  for (guint i = 0; i < themes->len; i++)
    assert_says (themes->pdata[i], "Themes: ");
  test_panel_select (session, "MT");
  names = test_panel_find_class (page, "original-text");
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    assert_says (names->pdata[i], "In the source: ");

  test_panel_close (page, session);
}

/* A country answers for its areas, by class and each; many strategies show their priorities when asked. */
static void
test_country (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  const char *const rules[] = { "period=2014-2020 level=strategy-territory", "level=0" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GPtrArray) buttons = NULL;
      g_autoptr (GPtrArray) classes = NULL;
      g_autoptr (GPtrArray) strategies = NULL;
      g_autoptr (GPtrArray) folded = NULL;
      g_autoptr (GPtrArray) folds = NULL;

      test_panel_ask (session, rules[i]);
      test_panel_select (session, "FR");
      classes = test_panel_find_class (page, "area-classes");
      g_assert_cmpuint (classes->len, ==, 1);
      assert_says (classes->pdata[0], "Explicit PM priority");
      assert_says (classes->pdata[0], "No strategy known");
      buttons = test_panel_find_class (page, "region-button");
      g_assert_cmpuint (buttons->len, ==, 14);
      for (guint b = 0; b < buttons->len; b++)
        g_assert_nonnull (test_find_type (buttons->pdata[b], RIS3_TYPE_CLASS_SWATCH));
      assert_says_not (page, "⋯");

      strategies = test_panel_find_class (page, "strategy");
      g_assert_cmpuint (strategies->len, >, 10);
      g_assert_cmpuint (count_texts (page, "What it says on health"), >, 10);
      folded = test_panel_find_class (page, "priority-tree");
      /* What was opened stays so when the map is asked for something else. */
      g_assert_cmpuint (folded->len, ==, i);
      folds = test_panel_find_class (page, "fold");
      gtk_toggle_button_set_active (folds->pdata[1], TRUE);
      test_panel_settle ();
      g_ptr_array_unref (folded);
      folded = test_panel_find_class (page, "priority-tree");
      g_assert_cmpuint (folded->len, ==, 1);
    }
  /* What is a part of it shows its own class, not the country's share. */
  test_panel_select (session, "FRL0");
  assert_says (page, "On the map, this region is part of France.");
  assert_says (page, "Explicit PM priority");
  assert_says (page, "Counts for the share on the map, as the region’s own.");

  test_panel_close (page, session);
}

/* From a divided country down to a region and up again. */
static void
test_links (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  g_autoptr (GPtrArray) within = NULL;
  g_autoptr (GPtrArray) breadcrumb = NULL;
  GtkWidget *button;

  test_panel_select (session, "FR");
  assert_says (page, "The map divides this region into");
  assert_says (page, "14 Regions Within");
  within = test_panel_find_class (page, "region-button");
  g_assert_cmpuint (within->len, ==, 14);
  g_assert_nonnull (test_find_type (within->pdata[0], RIS3_TYPE_CLASS_SWATCH));

  button = gtk_widget_get_ancestor (test_panel_find_text (page, "FRL"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_focusable (button));
  gtk_widget_grab_focus (button);
  test_panel_key ("Return");
  test_panel_wait_for_selected (session, "FRL");
  assert_says (page, "The map shows the only strategy within this region, that of Provence-Alpes-Côte d’Azur (FRL0).");

  /* The followed link is gone; the focus is still on the page, at its top. */
  breadcrumb = test_panel_find_class (page, "breadcrumb");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (page)), breadcrumb->pdata[0]));
  test_panel_key ("Return");
  test_panel_wait_for_selected (session, "FR");

  test_panel_close (page, session);
}

/* The Tab key goes from link to link and skips text to copy. */
static void
test_tab (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  guint n_stops = 0;

  test_panel_select (session, "DED");
  while (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

      g_assert_null (gtk_widget_get_ancestor (focus, RIS3_TYPE_COPY_TEXT));
      g_assert_cmpuint (n_stops++, <, 50);
    }
  g_assert_cmpuint (n_stops, >=, 4);

  test_panel_close (page, session);
}

/* Every kind of region makes a page that fits the narrowest panel. */
static void
test_all_regions (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *page = test_panel_show (ris3_region_page_new (session));
  guint n_regions = ris3_boundaries_get_n_regions (ris3_session_get_boundaries (session));

  for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
    {
      g_autofree char *words = g_strdup_printf ("level=%s", ris3_level_rule_get_id (rule));

      test_panel_ask (session, words);
      for (guint i = rule; i < n_regions; i += g_test_thorough () ? 3 : 17)
        {
          int minimum;

          ris3_session_select (session, i);
          while (g_main_context_iteration (NULL, FALSE))
            ;
          g_assert_nonnull (
              test_panel_find_text (page, ris3_boundaries_get_region (ris3_session_get_boundaries (session), i)->code));
          gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          g_assert_cmpint (minimum, <=, 320);
        }
    }

  test_panel_close (page, session);
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/region-page/example", test_example);
  g_test_add_func ("/region-page/absences", test_absences);
  g_test_add_func ("/region-page/disputed", test_disputed);
  g_test_add_func ("/region-page/said-once", test_said_once);
  g_test_add_func ("/region-page/country", test_country);
  g_test_add_func ("/region-page/links", test_links);
  g_test_add_func ("/region-page/tab", test_tab);
  g_test_add_func ("/region-page/all-regions", test_all_regions);
  return g_test_run ();
}
