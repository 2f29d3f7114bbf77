/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-widget-key.h"

#define DATA "ris3-widget-key"

void
ris3_widget_set_key (GtkWidget *widget, const char *key)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && key != NULL);
  g_object_set_data_full (G_OBJECT (widget), DATA, g_strdup (key), g_free);
}

const char *
ris3_widget_get_key (GtkWidget *widget)
{
  const char *key;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), "");
  key = g_object_get_data (G_OBJECT (widget), DATA);
  return key != NULL ? key : "";
}
