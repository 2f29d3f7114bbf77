/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/classes/ris3-classes-panel-private.h"

#include <string.h>

#include "map/ris3-class-breaks.h"

#define MANUAL "manual"

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (Ris3ClassesPanel, ris3_classes_panel, GTK_TYPE_WIDGET)

/* Shows a view, if it can be shown: the panel offers nothing else. Takes it. */
static void
show_view (Ris3ClassesPanel *self, Ris3View *view)
{
  if (view != NULL)
    ris3_session_set_view (self->session, view);
  g_clear_pointer (&view, ris3_view_unref);
}

static void
set_scheme (Ris3ClassesPanel *self, const char *scheme)
{
  show_view (self, ris3_view_with_scheme (ris3_session_get_view (self->session), scheme, NULL));
}

/* "manual:3,5.5", with the digits that are needed. */
static void
set_breaks (Ris3ClassesPanel *self, const double *breaks, guint n_breaks)
{
  g_autoptr (GString) text = g_string_new (MANUAL);

  for (guint i = 0; i < n_breaks; i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%c%s", i == 0 ? ':' : ',',
                              g_ascii_formatd (digits, sizeof digits, "%.12g", breaks[i]));
    }
  if (n_breaks > 0)
    set_scheme (self, text->str);
}

/* (transfer full) */
static GArray *
copy_breaks (Ris3ClassesPanel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_breaks;
  const double *breaks = ris3_class_scheme_get_breaks (ris3_classification_get_scheme (classification), &n_breaks);

  if (breaks != NULL)
    g_array_append_vals (copy, breaks, n_breaks);
  return copy;
}

static void
on_moved_cb (Ris3ClassesPanel *self, guint number, double to)
{
  g_autoptr (GArray) breaks = copy_breaks (self);

  if (number >= breaks->len)
    return;
  g_array_index (breaks, double, number) = to;
  set_breaks (self, (const double *) (void *) breaks->data, breaks->len);
}

static const Ris3ClassMethod *
get_method (Ris3ClassesPanel *self)
{
  guint selected = adw_combo_row_get_selected (self->method);

  return selected < self->methods->len ? g_array_index (self->methods, const Ris3ClassMethod *, selected) : NULL;
}

static void
divide (Ris3ClassesPanel *self, const Ris3ClassMethod *method)
{
  g_autofree char *scheme = g_strdup_printf ("%s:%d", method->id, gtk_spin_button_get_value_as_int (self->n_classes));

  set_scheme (self, method->divide != NULL ? scheme : method->id);
}

static void
on_method_changed_cb (Ris3ClassesPanel *self)
{
  const Ris3ClassMethod *method = get_method (self);
  g_autoptr (GArray) breaks = NULL;

  if (self->is_updating || method == NULL)
    return;
  if (!g_str_equal (method->id, MANUAL))
    {
      divide (self, method);
      return;
    }
  /* One's own begin with those that are there. */
  breaks = copy_breaks (self);
  set_breaks (self, (const double *) (void *) breaks->data, breaks->len);
}

/* One's own: the widest class is divided, or the last break removed. */
static void
change_number (Ris3ClassesPanel *self, guint n_classes)
{
  g_autoptr (GArray) breaks = copy_breaks (self);
  g_autoptr (GArray) values = ris3_classification_list_values (ris3_session_get_classification (self->session));

  while (breaks->len + 1 > n_classes)
    g_array_set_size (breaks, breaks->len - 1);
  while (breaks->len + 1 < n_classes && values->len > 0)
    {
      double best = 0, middle = 0;
      guint place = 0;

      for (guint i = 0; i <= breaks->len; i++)
        {
          double from = i > 0 ? g_array_index (breaks, double, i - 1) : g_array_index (values, double, 0);
          double to
              = i < breaks->len ? g_array_index (breaks, double, i) : g_array_index (values, double, values->len - 1);

          if (to - from > best)
            {
              best = to - from;
              middle = (from + to) / 2;
              place = i;
            }
        }
      if (best <= 0)
        break;
      g_array_insert_val (breaks, place, middle);
    }
  set_breaks (self, (const double *) (void *) breaks->data, breaks->len);
}

static void
on_number_changed_cb (Ris3ClassesPanel *self)
{
  const Ris3ClassMethod *method = get_method (self);

  if (self->is_updating || method == NULL)
    return;
  if (method->divide != NULL)
    divide (self, method);
  else if (g_str_equal (method->id, MANUAL))
    change_number (self, (guint) gtk_spin_button_get_value_as_int (self->n_classes));
}

static void
on_palette_changed_cb (Ris3ClassesPanel *self)
{
  guint selected = adw_combo_row_get_selected (self->palette);
  g_autofree char *text = NULL;

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  /* The first is the classes' own. */
  if (selected > 0)
    text = ris3_colour_set_to_text (ris3_colour_set_get (selected - 1), gtk_switch_get_active (self->reversed));
  show_view (self, ris3_view_with_palette (ris3_session_get_view (self->session), text, NULL));
}

static void
on_kind_changed_cb (Ris3ClassesPanel *self)
{
  if (!self->is_updating)
    show_view (self, ris3_view_with_symbols (ris3_session_get_view (self->session),
                                             adw_combo_row_get_selected (self->kind) == 1));
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ClassesPanel *self = RIS3_CLASSES_PANEL (widget);
  g_autoptr (Ris3View) classes = ris3_view_with_symbols (ris3_session_get_view (self->session), FALSE);
  g_autoptr (Ris3View) without = ris3_view_with_palette (classes, NULL, NULL);

  show_view (self, ris3_view_with_scheme (without, NULL, NULL));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

/* Only the classes come back: the view may have changed otherwise. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ClassesPanel *self = RIS3_CLASSES_PANEL (widget);
  Ris3View *view = ris3_session_get_view (self->session);
  g_autoptr (Ris3View) shown = ris3_view_with_symbols (view, ris3_view_get_symbols (self->former));
  g_autoptr (Ris3View) coloured = ris3_view_with_palette (shown, ris3_view_get_palette (self->former), NULL);

  if (ris3_view_get_indicator (view) == ris3_view_get_indicator (self->former))
    show_view (self, ris3_view_with_scheme (coloured, ris3_view_get_scheme (self->former), NULL));
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* With another indicator, another one's classes are what comes back. */
static void
on_view_changed_cb (Ris3ClassesPanel *self)
{
  Ris3View *view = ris3_session_get_view (self->session);

  if (ris3_view_get_indicator (view) == ris3_view_get_indicator (self->former))
    return;
  ris3_view_unref (self->former);
  self->former = ris3_view_ref (view);
}

static gboolean
ris3_classes_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (RIS3_CLASSES_PANEL (widget)->content), GTK_DIR_TAB_FORWARD);
}

/* Where the panel slides over the map, it can have the keys only now. */
static void
ris3_classes_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_classes_panel_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
ris3_classes_panel_dispose (GObject *object)
{
  Ris3ClassesPanel *self = RIS3_CLASSES_PANEL (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_CLASSES_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->former, ris3_view_unref);
  g_clear_pointer (&self->methods, g_array_unref);
  G_OBJECT_CLASS (ris3_classes_panel_parent_class)->dispose (object);
}

static void
ris3_classes_panel_class_init (Ris3ClassesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_classes_panel_dispose;
  widget_class->grab_focus = ris3_classes_panel_grab_focus;
  widget_class->map = ris3_classes_panel_map;
  /* Done or taken back: it is no longer wanted. */
  signals[SIGNAL_CLOSED]
      = g_signal_new ("closed", RIS3_TYPE_CLASSES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_CLASS_HISTOGRAM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/classes/ris3-classes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, about);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, kind_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, kind);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, histogram);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, warning);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, division);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, method);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, n_classes);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, colours);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, palette);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, reversed);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, classes);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, visions_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesPanel, visions);
  gtk_widget_class_install_action (widget_class, "classes.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "classes.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "classes.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "classes.cancel", NULL);
}

static void
ris3_classes_panel_init (Ris3ClassesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->methods = g_array_new (FALSE, FALSE, sizeof (const Ris3ClassMethod *));
  g_signal_connect_swapped (self->histogram, "moved", G_CALLBACK (on_moved_cb), self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_kind_changed_cb), self);
  g_signal_connect_swapped (self->method, "notify::selected", G_CALLBACK (on_method_changed_cb), self);
  g_signal_connect_swapped (self->n_classes, "value-changed", G_CALLBACK (on_number_changed_cb), self);
  g_signal_connect_swapped (self->palette, "notify::selected", G_CALLBACK (on_palette_changed_cb), self);
  g_signal_connect_swapped (self->reversed, "notify::active", G_CALLBACK (on_palette_changed_cb), self);
}

GtkWidget *
ris3_classes_panel_new (Ris3Session *session)
{
  Ris3ClassesPanel *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_classification (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_CLASSES_PANEL, NULL);
  self->session = g_object_ref (session);
  self->former = ris3_view_ref (ris3_session_get_view (session));
  g_signal_connect_object (session, "notify::view", G_CALLBACK (on_view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (_ris3_classes_panel_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (_ris3_classes_panel_show),
                           self, G_CONNECT_SWAPPED);
  _ris3_classes_panel_make_palettes (self);
  _ris3_classes_panel_show (self);
  return GTK_WIDGET (self);
}
