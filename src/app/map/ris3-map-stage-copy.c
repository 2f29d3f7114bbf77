/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be copied of the map, by keys and by its context menu. */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <glib/gi18n.h>

#include "app/ris3-context-menu.h"
#include "app/ris3-region-words.h"

static Ris3Classification *
get_classification (Ris3MapStage *self)
{
  return self->session != NULL ? ris3_session_get_classification (self->session) : NULL;
}

static void
copy_text (Ris3MapStage *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GdkTexture) picture = ris3_map_stage_make_picture (RIS3_MAP_STAGE (widget));

  if (picture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), picture);
}

/* The headline, which never comes without its base; of two maps, both, and what differs. */
static void
copy_figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  g_autofree char *text = self->session != NULL ? ris3_session_dup_figures (self->session) : NULL;

  if (text != NULL)
    copy_text (self, text);
}

static void
append_areas (GString *text, Ris3Classification *classification, const char *heading)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  g_autofree char *title = ris3_boundaries_dup_title (boundaries);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\n", title, _ ("Region"), _ ("Country"), heading);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Region *region
          = ris3_boundaries_get_region (boundaries, ris3_classification_get_territory (classification, i)->region);
      g_autofree char *words = ris3_territory_words (classification, i);

      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", region->code, ris3_region_display_name (region),
                              ris3_region_display_name (ris3_region_country (boundaries, region)), words);
    }
}

/* Each area of the map in a line: code, name, country and class, as spreadsheets take it. Two maps have other areas,
 * and so one table after the other. */
static void
copy_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  Ris3Classification *classification = get_classification (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (classification == NULL)
    return;
  if (self->compares)
    {
      Ris3Classification *second = ris3_session_get_side (self->session, RIS3_SIDE_SECOND);
      g_autofree char *first_title = ris3_comparison_dup_side_title (classification, second);
      g_autofree char *second_title = ris3_comparison_dup_side_title (second, classification);

      append_areas (text, classification, first_title);
      g_string_append_c (text, '\n');
      append_areas (text, second, second_title);
    }
  else
    append_areas (text, classification, ris3_indicator_get_title (ris3_classification_get_indicator (classification)));
  copy_text (self, text->str);
}

static void
copy_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  Ris3Boundaries *boundaries = self->session != NULL ? ris3_session_get_boundaries (self->session) : NULL;
  guint index = g_variant_get_uint32 (parameter);
  const Ris3Region *region;
  g_autofree char *text = NULL;

  if (boundaries == NULL || index >= ris3_boundaries_get_n_regions (boundaries))
    return;
  region = ris3_boundaries_get_region (boundaries, index);
  text = g_strdup_printf (C_ ("region", "%s (%s)"), ris3_region_display_name (region), region->code);
  copy_text (self, text);
}

static GMenuModel *
make_menu (Ris3MapStage *self, gint region, double x, double y)
{
  GMenu *menu = g_menu_new ();

  g_autoptr (GMenu) filtering = g_menu_new ();
  guint n_selected;

  ris3_session_get_selection (self->session, &n_selected);
  if (n_selected > 0)
    {
      g_menu_append (filtering,
                     n_selected == 1 ? _ ("Filter to the Selected Region") : _ ("Filter to the Selected Regions"),
                     "win.filter-selection");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (filtering));
    }
  _ris3_map_stage_append_pinning (self, menu, x, y);
  if (region >= 0)
    {
      const Ris3Region *record = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region);
      /* Translators: an entry of a menu; a region's name and code. */
      g_autofree char *label = g_strdup_printf (_ ("Copy “%s (%s)”"), ris3_region_display_name (record), record->code);
      g_autoptr (GMenu) section = g_menu_new ();
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "map.copy-region", "u", (guint32) region);
      g_menu_append_item (section, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  g_menu_append (menu, self->compares ? _ ("Copy Both Maps as a Picture") : _ ("Copy the Map as a Picture"),
                 "map.copy-picture");
  g_menu_append (menu, self->compares ? _ ("Copy Both Figures with Their Bases") : _ ("Copy the Figure with Its Base"),
                 "map.copy-figure");
  g_menu_append (menu, self->compares ? _ ("Copy the List of Areas of Both Maps") : _ ("Copy the List of Areas"),
                 "map.copy-list");
  return G_MENU_MODEL (menu);
}

static void
show_menu (Ris3MapStage *self, GMenuModel *model, double x, double y)
{
  if (self->menu == NULL)
    self->menu = ris3_context_menu_new (GTK_WIDGET (self), model, FALSE);
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  ris3_context_menu_pop_up (self->menu, GTK_WIDGET (self), x, y);
}

/* That of a pin or a badge; NULL: it is neither. (transfer full) */
static GMenuModel *
make_sign_menu (Ris3MapStage *self, GtkWidget *sign)
{
  if (RIS3_IS_NOTE_PIN (sign))
    return _ris3_map_stage_make_pin_menu (self, RIS3_NOTE_PIN (sign));
  return RIS3_IS_COUNT_BADGE (sign) ? _ris3_map_stage_make_badge_menu (self, RIS3_COUNT_BADGE (sign)) : NULL;
}

static void
on_pressed_cb (Ris3MapStage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  g_autoptr (GMenuModel) model = NULL;

  if (get_classification (self) == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  model = picked != NULL ? make_sign_menu (self, picked) : NULL;
  if (model == NULL)
    model = make_menu (self, ris3_session_get_hovered_region (self->session), x, y);
  show_menu (self, model, x, y);
}

/* Where a region is on the first map, if it can be seen there. */
static gboolean
find_region (Ris3MapStage *self, guint region, double *x, double *y)
{
  Ris3Point inside = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region)->inside;
  const GdkRectangle *place = &self->map_places[RIS3_SIDE_FIRST];
  Ris3Frame frame;

  if (!ris3_region_layer_get_frame (ris3_map_view_get_layer (self->map_view), &frame))
    return FALSE;
  *x = place->x + (inside.x - frame.x) * frame.scale;
  *y = place->y + (inside.y - frame.y) * frame.scale;
  return *x >= place->x && *y >= place->y && *x < place->x + place->width && *y < place->y + place->height;
}

/* By keyboard, for the pin or the badge that has the focus, or for what is selected. */
static void
show_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GMenuModel) model = NULL;
  graphene_rect_t bounds;
  gint region;
  double x, y;

  if (get_classification (self) == NULL)
    return;
  model = focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds) ? make_sign_menu (self, focus) : NULL;
  if (model != NULL)
    {
      show_menu (self, model, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
      return;
    }
  region = ris3_session_get_selected_region (self->session);
  if (region < 0 || !find_region (self, (guint) region, &x, &y))
    {
      x = gtk_widget_get_width (widget) / 2.0;
      y = gtk_widget_get_height (widget) / 2.0;
    }
  model = make_menu (self, region, x, y);
  show_menu (self, model, x, y);
}

void
_ris3_map_stage_install_copying (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (klass, "map.copy-figure", NULL, copy_figure_action);
  gtk_widget_class_install_action (klass, "map.copy-list", NULL, copy_list_action);
  gtk_widget_class_install_action (klass, "map.copy-region", "u", copy_region_action);
  gtk_widget_class_install_action (klass, "map.menu", NULL, show_menu_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "map.copy-picture", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "map.copy-figure", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "map.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
}

void
_ris3_map_stage_add_menu (Ris3MapStage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
