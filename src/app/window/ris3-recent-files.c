/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-recent-files.h"

#include <glib/gi18n.h>

#include "app/ris3-menu-label.h"
#include "model/ris3-text.h"

#define KEY "recent-files"
#define MAX_FILES 10
/* Characters of a name in the menu. */
#define MAX_NAME 60

/* The list without one, and with another at its head. */
static void
change (GSettings *settings, const char *without, const char *with)
{
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (with != NULL)
    g_ptr_array_add (changed, (gpointer) with);
  for (guint i = 0; uris[i] != NULL && changed->len < MAX_FILES; i++)
    if (!g_str_equal (uris[i], without))
      g_ptr_array_add (changed, uris[i]);
  g_ptr_array_add (changed, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *) changed->pdata);
}

void
ris3_recent_files_add (GSettings *settings, const char *uri)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && uri != NULL);
  change (settings, uri, uri);
}

void
ris3_recent_files_remove (GSettings *settings, const char *uri)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && uri != NULL);
  change (settings, uri, NULL);
}

static char *
get_name (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  return path != NULL ? g_filename_display_basename (path) : g_strdup (uri);
}

static gboolean
is_ambiguous (char **uris, guint index, const char *name)
{
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *other = get_name (uris[i]);

      if (i != index && g_str_equal (name, other))
        return TRUE;
    }
  return FALSE;
}

static char *
make_label (char **uris, guint index)
{
  g_autofree char *name = get_name (uris[index]);
  g_autofree char *path = g_filename_from_uri (uris[index], NULL, NULL);
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;

  if (path != NULL && is_ambiguous (uris, index, name))
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *folder_name = g_filename_display_basename (folder);

      /* Translators: a file, and the folder that it is in. */
      whole = g_strdup_printf (_ ("%s in “%s”"), name, folder_name);
    }
  else
    whole = g_strdup (name);
  shown = ris3_text_shorten (whole, MAX_NAME);
  return ris3_menu_label (shown);
}

GMenuModel *
ris3_recent_files_make_menu (GSettings *settings, const char *except_uri, const char *action)
{
  g_auto (GStrv) uris = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_val_if_fail (G_IS_SETTINGS (settings) && action != NULL, NULL);
  uris = g_settings_get_strv (settings, KEY);
  for (guint i = 0; uris[i] != NULL; i++)
    if (g_strcmp0 (uris[i], except_uri) != 0)
      {
        g_autofree char *label = make_label (uris, i);
        g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

        g_menu_item_set_action_and_target (item, action, "s", uris[i]);
        g_menu_append_item (menu, item);
      }
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}
