/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many comments the person has not read, at the button of the inbox. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

/* Of the button of the inbox: two labels with the number of comments that the person has not read. */
#define BESIDE "ris3-unread-beside"
#define UPON "ris3-unread-upon"

/* Beside the name or, where there is no room for names, upon the icon. */
static void
show_unread (Ris3Window *self, GtkWidget *button)
{
  guint n = ris3_reading_marks_get_n_unread (self->reading);
  GtkWidget *beside = g_object_get_data (G_OBJECT (button), BESIDE);
  GtkWidget *upon = g_object_get_data (G_OBJECT (button), UPON);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  /* Translators: of the page “Inbox”: how many comments nobody has read at this computer */
  g_autofree char *words = g_strdup_printf (ngettext ("Inbox, %'u unread", "Inbox, %'u unread", n), n);
  const char *title = n > 0 ? words : C_ ("page of the window", "Inbox");
  g_autofree char *tooltip = g_strdup_printf (C_ ("tooltip", "%s (%s)"), title, _ ("Alt+4"));
  gboolean medium;

  g_object_get (self->map_view, "medium", &medium, NULL);
  gtk_label_set_label (GTK_LABEL (beside), number);
  gtk_label_set_label (GTK_LABEL (upon), number);
  gtk_widget_set_visible (beside, n > 0 && !medium);
  gtk_widget_set_visible (upon, n > 0 && medium);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkWidget *
new_count (GtkWidget *button, const char *key)
{
  GtkWidget *count = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (count, "unread-count");
  g_object_set_data (G_OBJECT (button), key, count);
  return count;
}

static void
add_unread (Ris3Window *self, GtkWidget *button)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = g_object_ref (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *upon = new_count (button, UPON);

  gtk_widget_set_halign (upon, GTK_ALIGN_END);
  gtk_widget_set_valign (upon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), new_count (button, BESIDE));
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), upon);
  g_object_unref (box);
  show_unread (self, button);
}

static void
show_all_unread (Ris3Window *self)
{
  show_unread (self, gtk_widget_get_last_child (self->page_switcher));
  show_unread (self, gtk_widget_get_last_child (self->bottom_switcher));
}

void
_ris3_window_add_unread (Ris3Window *self)
{
  /* The inbox comes last. */
  add_unread (self, gtk_widget_get_last_child (self->page_switcher));
  add_unread (self, gtk_widget_get_last_child (self->bottom_switcher));
  g_signal_connect_object (self->reading, "notify::n-unread", G_CALLBACK (show_all_unread), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::medium", G_CALLBACK (show_all_unread), self, G_CONNECT_SWAPPED);
}
