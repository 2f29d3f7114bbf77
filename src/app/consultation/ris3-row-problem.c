/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-row-problem.h"

/* That it is wrong is told by words and a sign, not by colour alone. */
GtkWidget *
ris3_row_problem_add (GtkListBox *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                                   "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  GtkWidget *self = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, "focusable", FALSE,
                                  "visible", FALSE, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "row-problem");
  gtk_list_box_append (list, self);
  return self;
}

void
ris3_row_problem_show (GtkWidget *self, GtkWidget *row, const char *words)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (self));
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)));

  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (self, words != NULL);
  if (words == NULL || gtk_widget_get_prev_sibling (self) == row)
    return;
  g_object_ref (self);
  gtk_list_box_remove (list, self);
  gtk_list_box_insert (list, self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_object_unref (self);
}
