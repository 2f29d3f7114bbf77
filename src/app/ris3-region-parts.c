/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-region-parts.h"

#include <glib/gi18n.h>

#include "app/ris3-copy-text.h"

static GtkWidget *
new_label (const char *text, GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);
}

GtkWidget *
ris3_part_heading (const char *text, guint level)
{
  GtkWidget *heading = new_label (text, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
  gtk_widget_add_css_class (heading, level <= 2 ? "section-heading" : "part-heading");
  return heading;
}

GtkWidget *
ris3_part_text (const char *text, const char *css_class)
{
  GtkWidget *label = new_label (text, GTK_ACCESSIBLE_ROLE_LABEL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
ris3_part_chip (const char *text, const char *css_class)
{
  GtkWidget *chip = new_label (text, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_add_css_class (chip, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (chip, css_class);
  return chip;
}

GtkWidget *
ris3_part_web_link (const char *title, const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  GtkWidget *link;

  if (scheme == NULL || !(g_str_equal (scheme, "https") || g_str_equal (scheme, "http")))
    {
      g_autofree char *text = g_strdup_printf (C_ ("source", "%s: %s"), title, address);

      return ris3_copy_text_new (text);
    }
  label = g_strdup_printf ("%s ↗", title);
  /* Translators: read out for a link; %s is what it leads to, such as "Official page" */
  description = g_strdup_printf (_ ("%s, opens in the browser"), title);
  link = gtk_link_button_new_with_label (address, label);
  gtk_widget_set_tooltip_text (link, address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_add_css_class (link, "text-link");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  return link;
}

GtkWidget *
ris3_part_link (const char *title)
{
  GtkWidget *label = new_label (title, GTK_ACCESSIBLE_ROLE_LABEL);

  return g_object_new (GTK_TYPE_BUTTON, "child", label, "halign", GTK_ALIGN_START, "css-classes",
                       (const char *const[]){ "flat", "text-link", NULL }, NULL);
}

GtkWidget *
ris3_part_box (GtkAccessibleRole role, int spacing, const char *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", spacing, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

GtkWidget *
ris3_part_two_lines (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i > 0)
        gtk_widget_add_css_class (label, "quiet");
    }
  return box;
}
