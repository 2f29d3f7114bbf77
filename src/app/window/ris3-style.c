/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-style.h"

#define FOLDER "/io/github/ris3atlas/Ris3Atlas/"

static GtkStyleProvider *
load (const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  return GTK_STYLE_PROVIDER (provider);
}

static void
update_high_contrast (AdwStyleManager *manager, GParamSpec *pspec, GtkStyleProvider *provider)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (gdk_display_get_default (), provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), provider);
}

void
ris3_style_load (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkStyleProvider) provider = load (FOLDER "style.css");
  g_autoptr (GtkStyleProvider) high_contrast = load (FOLDER "style-hc.css");

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), FOLDER "icons");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), provider,
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_high_contrast), high_contrast, 0);
  update_high_contrast (manager, NULL, high_contrast);
  /* The display holds it only in high contrast. */
  g_object_set_data_full (G_OBJECT (manager), "ris3-high-contrast", g_steal_pointer (&high_contrast), g_object_unref);
}
