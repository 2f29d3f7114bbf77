/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-document-row.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-parts.h"
#include "app/ris3-region-parts.h"

/* Digits of a digest that are shown: enough to compare by eye. */
#define N_DIGITS 12

static void
append_button (GtkWidget *line, const char *icon, const char *tooltip, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_box_append (GTK_BOX (line), button);
}

static GtkWidget *
new_facts (const Ris3Attachment *attachment)
{
  g_autofree char *size = g_format_size (attachment->size);
  /* Translators: the size of a document, and where it is: “2.1 MB, linked” */
  g_autofree char *place = *attachment->url != '\0' ? g_strdup_printf (C_ ("document", "%s, linked"), size)
                                                    : g_strdup_printf (C_ ("document", "%s, stored"), size);
  g_autofree char *words = g_strdup_printf ("%s · SHA-256 %.*s…", place, N_DIGITS, attachment->digest);
  g_autofree char *whole = g_strdup_printf ("SHA-256: %s", attachment->digest);
  GtkWidget *facts = ris3_part_text (words, "quiet");

  gtk_widget_set_tooltip_text (facts, whole);
  return facts;
}

GtkWidget *
ris3_document_row_new (const Ris3Attachment *attachment, gboolean can_remove)
{
  GtkWidget *row, *line, *link;
  g_autofree char *copy = NULL;
  g_autofree char *save = NULL;
  g_autofree char *discard = NULL;

  g_return_val_if_fail (attachment != NULL, NULL);
  row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  link = ris3_part_link (attachment->name);
  copy = g_strdup_printf (_ ("Copy the Digest of “%s”"), attachment->name);
  save = g_strdup_printf (_ ("Save “%s” as a File…"), attachment->name);
  discard = g_strdup_printf (_ ("Remove “%s”"), attachment->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "document.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", attachment->id);
  gtk_widget_set_tooltip_text (link, *attachment->url != '\0' ? attachment->url : _ ("Open the Document"));
  /* All the width there is: else a name is broken to fit the height of the buttons. */
  gtk_widget_set_hexpand (link, TRUE);
  gtk_widget_set_halign (link, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (line), link);
  append_button (line, "edit-copy-symbolic", copy, "document.copy-digest", attachment->id);
  if (*attachment->url == '\0')
    append_button (line, "document-save-as-symbolic", save, "document.save", attachment->id);
  if (can_remove)
    append_button (line, "user-trash-symbolic", discard, "document.remove", attachment->id);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), new_facts (attachment));
  return row;
}

void
ris3_document_row_show_state (GtkWidget *row, Ris3LinkState state)
{
  g_return_if_fail (GTK_IS_BOX (row));
  if (state == RIS3_LINK_MISSING)
    gtk_box_append (GTK_BOX (row),
                    ris3_inbox_part_new_warning (_ ("The file is not where it was when it was linked.")));
  else if (state == RIS3_LINK_CHANGED)
    gtk_box_append (GTK_BOX (row), ris3_inbox_part_new_warning (
                                       _ ("The file was changed after it was linked: it has another digest.")));
}
