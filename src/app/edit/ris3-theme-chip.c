/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-theme-chip.h"

#include <glib/gi18n.h>

struct _Ris3ThemeChip
{
  GtkWidget parent_instance;

  char *key;
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (Ris3ThemeChip, ris3_theme_chip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REMOVED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
move (Ris3ThemeChip *self, int by)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, by);
  return GDK_EVENT_STOP;
}

static void
remove_chip (Ris3ThemeChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint keycode,
                   GdkModifierType state,
                   Ris3ThemeChip *self)
{
  int to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;

  if ((key == GDK_KEY_Left || key == GDK_KEY_KP_Left) && (state & GDK_ALT_MASK) != 0)
    return move (self, to_left);
  if ((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) && (state & GDK_ALT_MASK) != 0)
    return move (self, -to_left);
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  remove_chip (self);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, Ris3ThemeChip *self)
{
  return gdk_content_provider_new_typed (RIS3_TYPE_THEME_CHIP, self);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, Ris3ThemeChip *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static int
get_place (GtkWidget *widget)
{
  int place = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    place++;
  return place;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Ris3ThemeChip *self)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (dragged == NULL || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  move (RIS3_THEME_CHIP (dragged), get_place (GTK_WIDGET (self)) - get_place (dragged));
  return TRUE;
}

static void
ris3_theme_chip_dispose (GObject *object)
{
  g_clear_pointer (&RIS3_THEME_CHIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ris3_theme_chip_parent_class)->dispose (object);
}

static void
ris3_theme_chip_finalize (GObject *object)
{
  g_free (RIS3_THEME_CHIP (object)->key);
  G_OBJECT_CLASS (ris3_theme_chip_parent_class)->finalize (object);
}

static gboolean
ris3_theme_chip_grab_focus (GtkWidget *widget)
{
  /* GTK also asks so when Tab finds nothing more within: then the focus goes on. */
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (RIS3_THEME_CHIP (widget)->button);
}

static void
ris3_theme_chip_class_init (Ris3ThemeChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_theme_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_theme_chip_finalize;
  widget_class->grab_focus = ris3_theme_chip_grab_focus;
  signals[SIGNAL_REMOVED]
      = g_signal_new ("removed", RIS3_TYPE_THEME_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", RIS3_TYPE_THEME_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "themechip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ris3_theme_chip_init (Ris3ThemeChip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RIS3_TYPE_THEME_CHIP, GDK_ACTION_MOVE);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  self->button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_box_append (GTK_BOX (self->box), self->button);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (remove_chip), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
ris3_theme_chip_new (const char *key, const char *name)
{
  Ris3ThemeChip *self = g_object_new (RIS3_TYPE_THEME_CHIP, NULL);
  /* Translators: of a theme that was chosen; %s is its name */
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), name);

  self->key = g_strdup (key);
  gtk_label_set_text (self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Delete", -1);
  gtk_widget_set_tooltip_text (self->button, _ ("Remove Theme (Alt+Left, Alt+Right: Move It)"));
  return GTK_WIDGET (self);
}

const char *
ris3_theme_chip_get_key (Ris3ThemeChip *self)
{
  g_return_val_if_fail (RIS3_IS_THEME_CHIP (self), NULL);
  return self->key;
}
