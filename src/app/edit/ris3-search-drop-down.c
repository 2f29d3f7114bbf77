/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-search-drop-down.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-list-scroll.h"
#include "geo/ris3-fold.h"

#define MAX_HEIGHT 320
#define ROW_MARGIN 6
/* After which rows that have changed are where they stay. */
#define FRAMES 8
/* Of a title: what it is found by. */
#define WORDS_KEY "ris3-words"

struct _Ris3SearchDropDown
{
  GtkWidget parent_instance;

  GtkStringList *titles;
  guint selected;
  char **words; /* that are looked for, folded; NULL: none */
  GtkFilter *filter;
  GtkSingleSelection *found;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover;
  GtkEditable *search;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  guint n_frames; /* for which the height of the list is still to be seen to */
};

G_DEFINE_FINAL_TYPE (Ris3SearchDropDown, ris3_search_drop_down, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_found (gpointer item, gpointer user_data)
{
  Ris3SearchDropDown *self = user_data;
  const char *folded = g_object_get_data (item, WORDS_KEY);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (folded == NULL || strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
show_found (Ris3SearchDropDown *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* A list asks for the height of its rows before it knows which of them are of two lines. */
static gboolean
on_frame_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Ris3SearchDropDown *self = user_data;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  int height = MIN ((int) gtk_adjustment_get_upper (place), MAX_HEIGHT);

  if (height > gtk_adjustment_get_page_size (place))
    gtk_scrolled_window_set_min_content_height (self->scrolled, height);
  self->n_frames--;
  return self->n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
fit_height (Ris3SearchDropDown *self)
{
  gtk_scrolled_window_set_min_content_height (self->scrolled, -1);
  if (self->n_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_frame_cb, self, NULL);
  self->n_frames = FRAMES;
}

static void
on_search_changed_cb (Ris3SearchDropDown *self)
{
  g_autofree char *folded = ris3_fold (gtk_editable_get_text (self->search));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  fit_height (self);
  gtk_single_selection_set_selected (self->found, 0);
  show_found (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    ris3_list_scroll_to (self->list, 0);
}

static void
choose (Ris3SearchDropDown *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->found);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  if (item == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) title = g_list_model_get_item (G_LIST_MODEL (self->titles), i);

      if ((gpointer) title == item)
        {
          gtk_popover_popdown (GTK_POPOVER (self->popover));
          ris3_search_drop_down_set_selected (self, i);
          return;
        }
    }
}

/* The whole list, at what is chosen. */
static void
on_show_cb (Ris3SearchDropDown *self)
{
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_editable_set_text (self->search, "");
  on_search_changed_cb (self);
  if (self->selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->found, self->selected);
  ris3_list_scroll_to (self->list, self->selected);
}

/* Up and down go through the list while the search keeps the keys. */
static gboolean
on_search_key_cb (Ris3SearchDropDown *self, guint key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint selected = gtk_single_selection_get_selected (self->found);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down)
    selected = MIN (selected + 1, n - 1);
  else if (selected > 0)
    selected--;
  gtk_single_selection_set_selected (self->found, selected);
  ris3_list_scroll_to (self->list, selected);
  return GDK_EVENT_STOP;
}

/* The first letter opens the list. */
static gboolean
on_button_key_cb (Ris3SearchDropDown *self, guint key, guint code, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if (!g_unichar_isalnum (letter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_text (self->search, text);
  gtk_editable_set_position (self->search, -1);
  return GDK_EVENT_STOP;
}

static void
ris3_search_drop_down_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    g_value_set_uint (value, RIS3_SEARCH_DROP_DOWN (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ris3_search_drop_down_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    ris3_search_drop_down_set_selected (RIS3_SEARCH_DROP_DOWN (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static gboolean
ris3_search_drop_down_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RIS3_SEARCH_DROP_DOWN (widget)->button);
}

static void
ris3_search_drop_down_dispose (GObject *object)
{
  Ris3SearchDropDown *self = RIS3_SEARCH_DROP_DOWN (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->titles);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (ris3_search_drop_down_parent_class)->dispose (object);
}

static void
ris3_search_drop_down_class_init (Ris3SearchDropDownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_search_drop_down_dispose;
  object_class->get_property = ris3_search_drop_down_get_property;
  object_class->set_property = ris3_search_drop_down_set_property;
  widget_class->grab_focus = ris3_search_drop_down_grab_focus;
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "searchdropdown");
}

/* A long title is not cut off where it is chosen. */
static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                               PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "margin-start", ROW_MARGIN,
                                               "margin-end", ROW_MARGIN, "margin-top", ROW_MARGIN, "margin-bottom",
                                               ROW_MARGIN, NULL));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
new_list (Ris3SearchDropDown *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkFilterListModel *model
      = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->titles)), g_object_ref (self->filter));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  self->found = gtk_single_selection_new (G_LIST_MODEL (model));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->found)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choices"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (choose), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  self->scrolled = GTK_SCROLLED_WINDOW (window);
  return window;
}

static void
add_search (Ris3SearchDropDown *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), self->popover);
  /* At once: Enter may follow. */
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (choose), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self);
  gtk_widget_add_controller (entry, keys);
}

static void
build_popover (Ris3SearchDropDown *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = gtk_label_new (_ ("Nothing matches."));

  self->popover = gtk_popover_new ();
  add_search (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_list (self), "list");
  gtk_widget_add_css_class (none, "quiet");
  gtk_widget_set_margin_top (none, 6);
  gtk_widget_set_margin_bottom (none, 6);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_show_cb), self);
}

static void
ris3_search_drop_down_init (Ris3SearchDropDown *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->titles = gtk_string_list_new (NULL);
  self->selected = GTK_INVALID_LIST_POSITION;
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  build_popover (self);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "child", self->label, "popover", self->popover,
                               "always-show-arrow", TRUE, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  /* A menu button keeps its child and its arrow together in its middle. */
  for (GtkWidget *widget = GTK_WIDGET (self->label); widget != self->button; widget = gtk_widget_get_parent (widget))
    gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_button_key_cb), self);
  gtk_widget_add_controller (self->button, keys);
}

GtkWidget *
ris3_search_drop_down_new (void)
{
  return g_object_new (RIS3_TYPE_SEARCH_DROP_DOWN, NULL);
}

void
ris3_search_drop_down_add (Ris3SearchDropDown *self, const char *title, const char *words)
{
  g_autofree char *all = NULL;
  g_autoptr (GObject) item = NULL;
  guint n;

  g_return_if_fail (RIS3_IS_SEARCH_DROP_DOWN (self) && title != NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));
  all = g_strjoin (" ", title, words, NULL);
  gtk_string_list_append (self->titles, title);
  item = g_list_model_get_item (G_LIST_MODEL (self->titles), n);
  g_object_set_data_full (item, WORDS_KEY, ris3_fold (all), g_free);
  if (n == 0)
    ris3_search_drop_down_set_selected (self, 0);
}

void
ris3_search_drop_down_clear (Ris3SearchDropDown *self)
{
  g_return_if_fail (RIS3_IS_SEARCH_DROP_DOWN (self));
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);
  ris3_search_drop_down_set_selected (self, GTK_INVALID_LIST_POSITION);
}

void
ris3_search_drop_down_set_selected (Ris3SearchDropDown *self, guint selected)
{
  const char *title;

  g_return_if_fail (RIS3_IS_SEARCH_DROP_DOWN (self));
  if (selected == self->selected)
    return;
  self->selected = selected;
  title = gtk_string_list_get_string (self->titles, selected);
  gtk_label_set_text (self->label, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

guint
ris3_search_drop_down_get_selected (Ris3SearchDropDown *self)
{
  g_return_val_if_fail (RIS3_IS_SEARCH_DROP_DOWN (self), GTK_INVALID_LIST_POSITION);
  return self->selected;
}
