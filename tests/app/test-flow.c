/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "app/ris3-flow.h"
#include "test-log.h"

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum, natural;

  gtk_widget_measure (widget, orientation, for_size, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, >=, minimum);
  return orientation == GTK_ORIENTATION_VERTICAL ? minimum : natural;
}

/* What a box relies on when it asks for the height before it knows the width. */
static void
test_height (void)
{
  g_autoptr (GtkWidget) flow = g_object_ref_sink (ris3_flow_new ());
  int least, narrowest, natural;

  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *chip = gtk_label_new ("Biomarkers and diagnostics · Medical devices");

      gtk_label_set_wrap (GTK_LABEL (chip), TRUE);
      ris3_flow_append (RIS3_FLOW (flow), chip);
    }
  least = measure (flow, GTK_ORIENTATION_VERTICAL, -1);
  natural = measure (flow, GTK_ORIENTATION_HORIZONTAL, -1);
  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <, natural / 5);
  g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, natural), ==, least);
  g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, narrowest), >, 5 * least);
  for (int width = narrowest; width <= natural; width++)
    g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, width), >=, least);
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/flow/height", test_height);
  return g_test_run ();
}
