/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-expander.h"

static void
on_expanded_cb (GtkExpander *expander, GParamSpec *pspec, GtkWidget *content)
{
  gtk_expander_set_child (expander, gtk_expander_get_expanded (expander) ? content : NULL);
}

void
ris3_expander_set_content (GtkExpander *expander, GtkWidget *content)
{
  g_return_if_fail (GTK_IS_EXPANDER (expander) && GTK_IS_WIDGET (content));
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded_cb), g_object_ref_sink (content),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  on_expanded_cb (expander, NULL, content);
}
