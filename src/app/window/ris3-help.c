/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-help.h"

#include <string.h>

#include "app/ris3-class-swatch.h"
#include "map/ris3-class-scheme.h"

#define RESOURCES "/io/github/ris3atlas/Ris3Atlas/ui/window/"

static void
set_swatch (GtkBuilder *builder, const char *name, Ris3ClassScheme *scheme, guint klass, Ris3Marks marks)
{
  ris3_class_swatch_set (RIS3_CLASS_SWATCH (gtk_builder_get_object (builder, name)), scheme, klass, marks);
}

/* The swatches of a scheme's classes have names that end in those of the classes. */
static void
set_swatches (GtkBuilder *builder, const char *prefix, Ris3ClassScheme *scheme, guint n_classes)
{
  for (guint klass = 0; klass < n_classes; klass++)
    {
      g_autofree char *name = g_strconcat (prefix, ris3_class_scheme_get_id (scheme, klass), NULL);

      set_swatch (builder, name, scheme, klass, RIS3_MARK_NONE);
    }
}

GtkWindow *
ris3_help_new_reading_the_map (void)
{
  g_autoptr (Ris3ClassScheme) categories = ris3_class_scheme_new_categories (ris3_indicator_get (0));
  g_autoptr (Ris3ClassScheme) shares = ris3_class_scheme_new_shares ();
  g_autoptr (GtkBuilder) builder = NULL;
  guint sample = ris3_class_scheme_get_sample_class (categories);

  g_type_ensure (RIS3_TYPE_CLASS_SWATCH);
  builder = gtk_builder_new_from_resource (RESOURCES "reading-the-map.ui");
  set_swatches (builder, "swatch-", categories, ris3_class_scheme_get_n_classes (categories));
  set_swatches (builder, "swatch-share-", shares, ris3_class_scheme_get_n_value_classes (shares));
  set_swatch (builder, "swatch-disputed", categories, sample, RIS3_MARK_DISPUTED);
  set_swatch (builder, "swatch-inherited", categories, sample, RIS3_MARK_INHERITED);
  return GTK_WINDOW (gtk_builder_get_object (builder, "reading_the_map"));
}

/* GTK (until 4.14, at least) shows some keys by names for programs: "Page_Down". */
static void
name_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      guint key = strchr (text, '_') != NULL ? gdk_keyval_from_name (text) : GDK_KEY_VoidSymbol;
      g_autofree char *label = key != GDK_KEY_VoidSymbol ? gtk_accelerator_get_label (key, 0) : NULL;

      if (label != NULL)
        gtk_label_set_text (GTK_LABEL (widget), label);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_keys (child);
}

GtkWindow *
ris3_help_new_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  name_keys (GTK_WIDGET (window));
  return window;
}
