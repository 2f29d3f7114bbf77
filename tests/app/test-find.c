/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-find.h"

#include "app/ris3-widget-key.h"

typedef gboolean (*Test) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Test test, gconstpointer data)
{
  GtkWidget *found = test (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, test, data);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
has_key (GtkWidget *widget, gconstpointer data)
{
  return g_strcmp0 (ris3_widget_get_key (widget), data) == 0;
}

GtkWidget *
test_find_type (gpointer widget, GType type)
{
  return find (GTK_WIDGET (widget), is_of_type, &type);
}

GtkWidget *
test_find_key (gpointer widget, const char *key)
{
  return find (GTK_WIDGET (widget), has_key, key);
}
