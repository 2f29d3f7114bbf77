/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/classes/ris3-classes-window-private.h"

#include <string.h>

#include "map/ris3-class-breaks.h"

#define MANUAL "manual"

G_DEFINE_FINAL_TYPE (Ris3ClassesWindow, ris3_classes_window, ADW_TYPE_WINDOW)

/* Shows a view, if it can be shown: the window offers nothing else. Takes it. */
static void
show_view (Ris3ClassesWindow *self, Ris3View *view)
{
  if (view != NULL)
    ris3_session_set_view (self->session, view);
  g_clear_pointer (&view, ris3_view_unref);
}

static void
set_scheme (Ris3ClassesWindow *self, const char *scheme)
{
  show_view (self, ris3_view_with_scheme (ris3_session_get_view (self->session), scheme, NULL));
}

/* "manual:3,5.5", with the digits that are needed. */
static void
set_breaks (Ris3ClassesWindow *self, const double *breaks, guint n_breaks)
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
copy_breaks (Ris3ClassesWindow *self)
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
on_moved_cb (Ris3ClassesWindow *self, guint number, double to)
{
  g_autoptr (GArray) breaks = copy_breaks (self);

  if (number >= breaks->len)
    return;
  g_array_index (breaks, double, number) = to;
  set_breaks (self, (const double *) (void *) breaks->data, breaks->len);
}

static const Ris3ClassMethod *
get_method (Ris3ClassesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->method);

  return selected < self->methods->len ? g_array_index (self->methods, const Ris3ClassMethod *, selected) : NULL;
}

static void
divide (Ris3ClassesWindow *self, const Ris3ClassMethod *method)
{
  g_autofree char *scheme = g_strdup_printf ("%s:%d", method->id, gtk_spin_button_get_value_as_int (self->n_classes));

  set_scheme (self, method->divide != NULL ? scheme : method->id);
}

static void
on_method_changed_cb (Ris3ClassesWindow *self)
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
change_number (Ris3ClassesWindow *self, guint n_classes)
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
on_number_changed_cb (Ris3ClassesWindow *self)
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
on_palette_changed_cb (Ris3ClassesWindow *self)
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
on_kind_changed_cb (Ris3ClassesWindow *self)
{
  if (!self->is_updating)
    show_view (self, ris3_view_with_symbols (ris3_session_get_view (self->session),
                                             adw_combo_row_get_selected (self->kind) == 1));
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ClassesWindow *self = RIS3_CLASSES_WINDOW (widget);
  g_autoptr (Ris3View) classes = ris3_view_with_symbols (ris3_session_get_view (self->session), FALSE);
  g_autoptr (Ris3View) without = ris3_view_with_palette (classes, NULL, NULL);

  show_view (self, ris3_view_with_scheme (without, NULL, NULL));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RIS3_CLASSES_WINDOW (widget)->is_kept = TRUE;
  gtk_window_close (GTK_WINDOW (widget));
}

/* Only the classes come back: the view may have changed otherwise. */
static gboolean
ris3_classes_window_close_request (GtkWindow *window)
{
  Ris3ClassesWindow *self = RIS3_CLASSES_WINDOW (window);
  Ris3View *view = ris3_session_get_view (self->session);

  if (!self->is_kept && ris3_view_get_indicator (view) == ris3_view_get_indicator (self->former))
    {
      g_autoptr (Ris3View) shown = ris3_view_with_symbols (view, ris3_view_get_symbols (self->former));
      g_autoptr (Ris3View) coloured = ris3_view_with_palette (shown, ris3_view_get_palette (self->former), NULL);

      show_view (self, ris3_view_with_scheme (coloured, ris3_view_get_scheme (self->former), NULL));
    }
  return GTK_WINDOW_CLASS (ris3_classes_window_parent_class)->close_request (window);
}

static void
ris3_classes_window_dispose (GObject *object)
{
  Ris3ClassesWindow *self = RIS3_CLASSES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_CLASSES_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->former, ris3_view_unref);
  g_clear_pointer (&self->methods, g_array_unref);
  G_OBJECT_CLASS (ris3_classes_window_parent_class)->dispose (object);
}

static void
ris3_classes_window_class_init (Ris3ClassesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_classes_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_classes_window_close_request;
  g_type_ensure (RIS3_TYPE_CLASS_HISTOGRAM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/classes/ris3-classes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, about);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, kind_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, histogram);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, division);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, method);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, n_classes);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, colours);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, palette);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, reversed);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, classes);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, visions_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ClassesWindow, visions);
  gtk_widget_class_install_action (widget_class, "classes.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "classes.keep", NULL, keep_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ris3_classes_window_init (Ris3ClassesWindow *self)
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

GtkWindow *
ris3_classes_window_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3ClassesWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_classification (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_CLASSES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->former = ris3_view_ref (ris3_session_get_view (session));
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (_ris3_classes_window_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (_ris3_classes_window_show),
                           self, G_CONNECT_SWAPPED);
  _ris3_classes_window_make_palettes (self);
  _ris3_classes_window_show (self);
  return GTK_WINDOW (self);
}
