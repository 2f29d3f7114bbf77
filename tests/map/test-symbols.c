/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts as circles: their area is the number, small ones lie on top, and absences stay fills; and signs that would lie
 * on each other. */

#include <math.h>

#include "fixture.h"
#include "map/ris3-class-term.h"
#include "map/ris3-colour-vision.h"
#include "map/ris3-crowd.h"
#include "map/ris3-gathering.h"
#include "map/ris3-symbols.h"

static void
test_area (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      double greatest = g_test_rand_int_range (1, 1000), value = g_test_rand_double_range (0, greatest);
      double size = ris3_symbol_get_size (value, greatest);

      g_assert_cmpfloat_with_epsilon (size * size, value / greatest, 1e-12);
    }
  g_assert_cmpfloat_with_epsilon (ris3_symbol_get_size (8, 8) / ris3_symbol_get_size (2, 8), 2, 1e-12);
  g_assert_cmpfloat (ris3_symbol_get_size (0, 8), ==, 0);
  g_assert_cmpfloat (ris3_symbol_get_size (3, 0), ==, 0);
}

static void
test_samples (void)
{
  static const struct
  {
    double greatest;
    guint n;
    double samples[RIS3_SYMBOLS_MAX_SAMPLES];
  } cases[] = {
    { 0, 0, { 0 } },
    { 1, 1, { 1 } },
    { 3, 1, { 2 } },
    { 8, 2, { 5, 1 } },
    { 17, 2, { 10, 2 } },
    { 49, 3, { 20, 5, 1 } },
    { 100, 3, { 100, 20, 5 } },
    { 730, 3, { 500, 100, 20 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double samples[RIS3_SYMBOLS_MAX_SAMPLES];

      g_assert_cmpuint (ris3_symbols_choose_samples (cases[i].greatest, samples), ==, cases[i].n);
      for (guint j = 0; j < cases[i].n; j++)
        g_assert_cmpfloat (samples[j], ==, cases[i].samples[j]);
    }
}

static Ris3Classification *
classify (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);
  g_autoptr (Ris3Placement) placement = NULL;

  g_assert_no_error (error);
  placement = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
  return ris3_classification_new (placement, view);
}

static void
test_list (void)
{
  g_autoptr (Ris3Classification) classes = classify ("indicator=priorities");
  g_autoptr (Ris3Classification) shown = classify ("indicator=priorities symbols=yes");
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (shown);
  double greatest, most = 0;
  g_autoptr (GArray) symbols = ris3_symbols_list (shown, &greatest);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  guint n = 0, n_inherited = 0;

  g_assert_false (ris3_classification_shows_symbols (classes));
  g_assert_true (ris3_classification_shows_symbols (shown));
  g_assert_cmpuint (ris3_class_scheme_get_n_value_classes (scheme), ==, 1);
  for (guint i = 0; i < ris3_classification_get_n_territories (shown); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (shown, i);
      const Ris3Territory *other = ris3_classification_get_territory (classes, i);

      g_assert_cmpint (ris3_class_scheme_get_absence (scheme, territory->klass), ==, other->value.absence);
      if (territory->value.absence == RIS3_ABSENCE_NONE && territory->value.number > 0)
        {
          gboolean is_inherited = (territory->marks & RIS3_MARK_INHERITED) != 0;

          /* One number of a wider region is one circle, however many areas have it. */
          n += !is_inherited || g_hash_table_add (sources, GINT_TO_POINTER (territory->source_region));
          n_inherited += is_inherited;
          most = MAX (most, territory->value.number);
        }
    }
  g_assert_cmpuint (symbols->len, ==, n);
  g_assert_cmpuint (n_inherited, >, g_hash_table_size (sources));
  g_assert_cmpfloat (greatest, ==, most);
  for (guint i = 0; i < symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (symbols, Ris3Symbol, i);
      const Ris3Territory *territory = ris3_classification_get_territory (shown, symbol->territory);

      if (territory->marks & RIS3_MARK_INHERITED)
        g_assert_cmpmem (
            &symbol->centre, sizeof (Ris3Point),
            &ris3_boundaries_get_region (ris3_classification_get_boundaries (shown), (guint) territory->source_region)
                 ->inside,
            sizeof (Ris3Point));
      g_assert_cmpfloat (symbol->value, ==, territory->value.number);
      g_assert_cmpfloat (symbol->size, ==, ris3_symbol_get_size (symbol->value, most));
      if (i > 0)
        g_assert_cmpfloat (symbol->value, <=, symbol[-1].value);
    }
  /* What is a circle is no class that a filter could ask for. */
  g_assert_null (ris3_class_terms_list (shown, 0));
}

/* The ground is told from every absence, by every reader, in both styles. */
static void
test_ground (void)
{
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_ground ();

  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);
      guint32 ground = ris3_class_scheme_get_fill (scheme, 0, palette).colour;
      g_autoptr (GArray) alike = ris3_class_scheme_find_alike (scheme, palette);

      for (guint i = 0; i < alike->len; i++)
        g_test_message ("%u %u: %u %.1f", name, g_array_index (alike, Ris3AlikeClasses, i).b,
                        g_array_index (alike, Ris3AlikeClasses, i).vision,
                        g_array_index (alike, Ris3AlikeClasses, i).distance);
      g_assert_cmpuint (alike->len, ==, 0);
      g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, ground, palette->land), >=, 10);
      g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, ground, palette->sea), >=, 10);
      g_assert_cmpfloat (ris3_colour_get_contrast (ground, palette->symbol), >=, 3);
    }
}

static void
test_place (void)
{
  Ris3Symbol symbol = { .centre = { 0.5, 0.25 }, .size = 0.5 };
  Ris3Frame frame = { 0.4, 0.2, 1000, 200, 100 };
  double x, y, size;

  g_assert_true (ris3_symbol_place (&symbol, &frame, 20, &x, &y, &size));
  g_assert_cmpfloat_with_epsilon (x, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 50, 1e-9);
  g_assert_cmpfloat (size, ==, 10);
  symbol.centre.x = 0.7;
  g_assert_false (ris3_symbol_place (&symbol, &frame, 20, &x, &y, &size));
  symbol.centre.x = NAN;
  g_assert_false (ris3_symbol_place (&symbol, &frame, 20, &x, &y, &size));
}

/* Of what is shown at a scale, nothing lies on anything else, and nothing is lost. */
static void
assert_gathered (const Ris3CrowdSign *signs, guint n, double scale, const Ris3CrowdSize *size)
{
  guint count = 0, sum = 0, n_chained = 0;

  for (guint i = 0; i < n; i++)
    {
      guint of_chain = 0;

      count += signs[i].count;
      sum += signs[i].sum;
      g_assert_cmpuint (signs[signs[i].leader].leader, ==, signs[i].leader);
      g_assert_true ((signs[i].sum > 0) == (signs[i].leader == i));
      if (signs[i].sum == 0)
        continue;
      for (guint j = i; j != G_MAXUINT; j = signs[j].next, n_chained++)
        {
          g_assert_cmpuint (signs[j].leader, ==, i);
          of_chain += signs[j].count;
        }
      g_assert_cmpuint (of_chain, ==, signs[i].sum);
      for (guint j = 0; j < i; j++)
        if (signs[j].sum > 0)
          g_assert_true (fabs (signs[i].place.y - signs[j].place.y) * scale >= size->height
                         || fabs (signs[i].place.x - signs[j].place.x) * scale
                                >= (ris3_crowd_size_get_width (size, signs[i].sum)
                                    + ris3_crowd_size_get_width (size, signs[j].sum))
                                       / 2);
    }
  g_assert_cmpuint (sum, ==, count);
  g_assert_cmpuint (n_chained, ==, n);
}

/* Signs are gathered once a scale, and anew where there are others. */
static void
test_gathering (void)
{
  const Ris3CrowdSize size = { .width = 20, .height = 18, .digit = 8 };
  g_autoptr (Ris3Gathering) gathering = ris3_gathering_new ();
  Ris3Box box;

  g_assert_cmpfloat (ris3_gathering_get_scale (gathering), ==, 0);
  ris3_gathering_add (gathering, (Ris3Point){ 0.5, 0.5 }, 3);
  ris3_gathering_add (gathering, (Ris3Point){ 0.51, 0.5 }, 1);
  g_assert_true (ris3_gathering_set_scale (gathering, 1000, &size));
  g_assert_false (ris3_gathering_set_scale (gathering, 1000, &size));
  g_assert_cmpuint (ris3_gathering_get_sum (gathering, 0), ==, 4);
  g_assert_cmpuint (ris3_gathering_get_sum (gathering, 1), ==, 0);
  g_assert_cmpuint (ris3_gathering_get_leader (gathering, 1), ==, 0);
  g_assert_cmpuint (ris3_gathering_get_next (gathering, 0), ==, 1);
  g_assert_cmpuint (ris3_gathering_get_next (gathering, 1), ==, G_MAXUINT);
  g_assert_cmpfloat (ris3_gathering_get_place (gathering, 1, 1000).x, ==, 510);
  box = ris3_gathering_get_box (gathering, 0);
  g_assert_cmpfloat (box.x1, ==, 0.51);
  g_assert_true (ris3_gathering_part_at (gathering, 0, 4000, &size));
  g_assert_false (ris3_gathering_part_at (gathering, 0, 1500, &size));
  g_assert_false (ris3_gathering_part_at (gathering, G_MAXUINT, 4000, &size));
  g_assert_true (ris3_gathering_set_scale (gathering, 4000, &size));
  g_assert_cmpuint (ris3_gathering_get_sum (gathering, 1), ==, 1);
  ris3_gathering_forget_scale (gathering);
  g_assert_true (ris3_gathering_set_scale (gathering, 4000, &size));
  ris3_gathering_clear (gathering);
  g_assert_cmpfloat (ris3_gathering_get_scale (gathering), ==, 0);
}

static void
test_crowd (void)
{
  const Ris3CrowdSize size = { .width = 20, .height = 18, .digit = 8 };
  Ris3CrowdSign pair[] = { { .place = { 0.5, 0.5 }, .count = 9 },
                           { .place = { 0.5 + 0.0235, 0.5 }, .count = 1 },
                           { .place = { 0.5 - 0.019, 0.5 }, .count = 3 } };
  Ris3CrowdSign signs[400];
  Ris3Box box;

  g_assert_cmpfloat (ris3_crowd_size_get_width (&size, 9), ==, 20);
  g_assert_cmpfloat (ris3_crowd_size_get_width (&size, 10), ==, 28);
  g_assert_cmpfloat (ris3_crowd_size_get_width (&size, 999), ==, 36);
  /* The third lies on the first one; with its sum this is as wide as to lie on the second one too. */
  ris3_crowd_gather (pair, 3, 1000, &size);
  g_assert_cmpuint (pair[0].sum, ==, 13);
  box = ris3_crowd_get_box (pair, 0);
  g_assert_cmpfloat (box.x0, ==, pair[2].place.x);
  g_assert_cmpfloat (box.x1, ==, pair[1].place.x);
  ris3_crowd_gather (pair, 3, 2000, &size);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (pair[i].sum, ==, pair[i].count);
  ris3_crowd_gather (NULL, 0, 1, &size);

  for (guint round = 0; round < 40; round++)
    {
      double scale = pow (2, g_test_rand_double_range (5, 14));

      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        signs[i] = (Ris3CrowdSign){ .place = { g_test_rand_double (), g_test_rand_double () },
                                    .count = (guint) g_test_rand_int_range (1, 30) };
      ris3_crowd_gather (signs, G_N_ELEMENTS (signs), scale, &size);
      assert_gathered (signs, G_N_ELEMENTS (signs), scale, &size);
    }
}

static void
test_avoid (void)
{
  const Ris3Box others[] = { { 0, 0, 10, 10 }, { 100, 100, 126, 136 } };
  Ris3Box free_one = { 20, 20, 40, 40 }, pinned = { 103, 127, 123, 145 }, self = { 0, 0, 10, 10 };
  Ris3Box crowded = { 50, 50, 60, 60 }, full = { 0, 0, 120, 120 };

  ris3_crowd_avoid (&free_one, others, 2, G_MAXUINT);
  g_assert_cmpfloat (free_one.x0, ==, 20);
  ris3_crowd_avoid (&self, others, 2, 0);
  g_assert_cmpfloat (self.x0, ==, 0);
  /* Below the pin, which ends where its region is. */
  ris3_crowd_avoid (&pinned, others, 2, G_MAXUINT);
  g_assert_cmpfloat (pinned.x0, ==, 103);
  g_assert_cmpfloat (pinned.y0, >=, 136);
  g_assert_cmpfloat (pinned.y1 - pinned.y0, ==, 18);
  ris3_crowd_avoid (&crowded, &full, 1, G_MAXUINT);
  g_assert_cmpfloat (crowded.x0, ==, 50);
}

/* A badge has the colours of outlines. */
static void
test_badge (void)
{
  for (Ris3PaletteName name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);

      g_assert_cmpfloat (ris3_colour_get_contrast (palette->highlight, palette->halo), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/symbols/area", test_area);
  g_test_add_func ("/symbols/samples", test_samples);
  g_test_add_func ("/symbols/list", test_list);
  g_test_add_func ("/symbols/ground", test_ground);
  g_test_add_func ("/symbols/place", test_place);
  g_test_add_func ("/symbols/crowd", test_crowd);
  g_test_add_func ("/symbols/gathering", test_gathering);
  g_test_add_func ("/symbols/avoid", test_avoid);
  g_test_add_func ("/symbols/badge", test_badge);
  return fixture_run ();
}
