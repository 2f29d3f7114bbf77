/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a pin of the map, by the pointer and by keys. */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <glib/gi18n.h>

#include "app/ris3-menu-item.h"
#include "app/ris3-note-words.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"

static Ris3MapView *
find_map (Ris3MapStage *self, GtkWidget *pin)
{
  return RIS3_MAP_VIEW (gtk_widget_get_ancestor (pin, RIS3_TYPE_MAP_VIEW));
}

/* The region that a note is on; -1: none that is on the map. */
static gint
find_region (Ris3MapStage *self, Ris3Note *note)
{
  return *ris3_note_get_region_code (note) != '\0' ? ris3_session_find_place (
             self->session, NULL, ris3_note_get_nuts_version (note), ris3_note_get_region_code (note))
                                                   : -1;
}

GMenuModel *
_ris3_map_stage_make_pin_menu (Ris3MapStage *self, Ris3NotePin *pin)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  Ris3Note *note = ris3_note_pin_get_note (pin);
  gint64 id = ris3_note_get_id (note);
  guint number = ris3_note_pin_get_number (pin);
  gint region = find_region (self, note);
  guint side = ris3_map_view_get_side (find_map (self, GTK_WIDGET (pin)));

  if (number > 1)
    {
      g_autofree char *label = g_strdup_printf (
          /* Translators: of a pin that stands for several notes. */
          g_dngettext (GETTEXT_PACKAGE, "Show the %u Note Here", "Show the %u Notes Here", number), number);

      ris3_menu_append (menu, label, "map.open-note", g_variant_new ("(ux)", side, id));
      return G_MENU_MODEL (menu);
    }
  ris3_menu_append (menu, _ ("Open Note"), "map.open-note", g_variant_new ("(ux)", side, id));
  if (region >= 0)
    ris3_menu_append (menu, _ ("Show Its Region"), "map.show-note-region", g_variant_new_uint32 ((guint32) region));
  if (!ris3_session_get_editing (self->session))
    return G_MENU_MODEL (menu);
  ris3_menu_append (section, _ ("Edit Note…"), "edit.note-form", g_variant_new_int64 (id));
  ris3_menu_append (section, _ ("Hide Note from the Map"), "edit.set", ris3_note_new_hiding (note, TRUE));
  ris3_menu_append (section, _ ("Delete Note"), "edit.note-delete", g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static void
open_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  Ris3MapView *map;
  Ris3NotePin *pin;
  guint32 side;
  gint64 id;

  g_variant_get (parameter, "(ux)", &side, &id);
  map = side == RIS3_SIDE_FIRST ? self->map_view : self->second;
  pin = map != NULL ? ris3_note_pins_find_shown (ris3_map_view_get_pins (map), id) : NULL;
  if (pin != NULL)
    _ris3_map_stage_open_pin (self, map, pin);
}

static void
show_note_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  guint region = g_variant_get_uint32 (parameter);

  if (boundaries != NULL && region < ris3_boundaries_get_n_regions (boundaries))
    ris3_session_select (self->session, (gint) region);
}

void
_ris3_map_stage_install_pins (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.open-note", "(ux)", open_note_action);
  gtk_widget_class_install_action (klass, "map.show-note-region", "u", show_note_region_action);
}
