/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-theme-search.h"

#include <glib/gi18n.h>

/* Rows at most: a file may have any number of themes. */
#define MAX_RESULTS 300

struct _Ris3ThemeSearch
{
  GtkWidget parent_instance;

  Ris3ThemeFinder *finder;
  Ris3ThemeIsChosen is_chosen;
  gpointer data;
  GPtrArray *results; /* of const Ris3Theme, as the rows of the list */

  GtkEditable *entry;
  GtkPopover *popover;
  GtkListBox *list;
  GtkLabel *no_match;
};

G_DEFINE_FINAL_TYPE (Ris3ThemeSearch, ris3_theme_search, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_BACKSPACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (Ris3ThemeSearch *self, const Ris3Theme *theme)
{
  g_autofree char *key = ris3_theme_get_key (theme);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = new_label (theme->name, NULL);

  /* The codes of the atlas's own themes are names for programs. */
  if (!g_str_equal (theme->scheme, RIS3_THEME_SCHEME))
    {
      GtkWidget *code = new_label (theme->code, "quiet");

      gtk_label_set_width_chars (GTK_LABEL (code), 4);
      gtk_box_append (GTK_BOX (box), code);
    }
  gtk_label_set_max_width_chars (GTK_LABEL (name), 44);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (self->is_chosen != NULL && self->is_chosen (key, self->data))
    gtk_box_append (GTK_BOX (box), new_label (_ ("Chosen"), "quiet"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  Ris3ThemeSearch *self = data;
  const Ris3Theme *theme = self->results->pdata[gtk_list_box_row_get_index (row)];
  const Ris3Theme *other = before != NULL ? self->results->pdata[gtk_list_box_row_get_index (before)] : NULL;
  g_autofree char *name = NULL;

  if (other != NULL && g_str_equal (theme->scheme, other->scheme) && g_str_equal (theme->version, other->version))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  name = ris3_theme_get_codebook_name (theme);
  gtk_list_box_row_set_header (row, new_label (name, "codebook-heading"));
}

/* Scrolls as far as it takes to see a row. */
static void
scroll_to (Ris3ThemeSearch *self, GtkWidget *row)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (Ris3ThemeSearch *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, GTK_WIDGET (row));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
close_results (Ris3ThemeSearch *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_popover_popdown (self->popover);
}

static void
clear_rows (Ris3ThemeSearch *self)
{
  GtkListBoxRow *row;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->results, g_ptr_array_unref);
}

static void
show_results (Ris3ThemeSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *words = NULL;

  if (self->finder == NULL)
    return;
  clear_rows (self);
  self->results = ris3_theme_finder_find (self->finder, text);
  if (self->results->len > MAX_RESULTS)
    g_ptr_array_set_size (self->results, MAX_RESULTS);
  for (guint i = 0; i < self->results->len; i++)
    gtk_list_box_append (self->list, new_row (self, self->results->pdata[i]));
  words = g_strdup_printf (_ ("No theme matches “%s”. Try the beginning of another word."), text);
  gtk_label_set_text (self->no_match, words);
  gtk_popover_popup (self->popover);
  select_row (self, 0);
}

static void
choose (Ris3ThemeSearch *self, guint position)
{
  g_autofree char *key = NULL;

  if (self->results == NULL || position >= self->results->len)
    return;
  key = ris3_theme_get_key (self->results->pdata[position]);
  gtk_editable_set_text (self->entry, "");
  close_results (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, key);
}

static void
on_changed_cb (Ris3ThemeSearch *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    show_results (self);
  else
    close_results (self);
}

static guint
get_selected (Ris3ThemeSearch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
}

static void
on_entry_activated_cb (Ris3ThemeSearch *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    choose (self, get_selected (self));
  else
    show_results (self);
}

/* Escape closes the results first, then clears the text; then it is for the window. */
static void
on_stop_search_cb (Ris3ThemeSearch *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    close_results (self);
  else
    gtk_editable_set_text (self->entry, "");
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint keycode,
                   GdkModifierType state,
                   Ris3ThemeSearch *self)
{
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self->popover));
  gboolean is_empty = *gtk_editable_get_text (self->entry) == '\0';
  guint n_results = is_open && self->results != NULL ? self->results->len : 0;

  if (key == GDK_KEY_BackSpace && is_empty)
    {
      g_signal_emit (self, signals[SIGNAL_BACKSPACE], 0);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && is_empty && !is_open)
    return GDK_EVENT_PROPAGATE;
  if ((!down && !up) || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!is_open)
    show_results (self);
  else if (n_results > 0)
    select_row (self, (get_selected (self) + (down ? 1 : n_results - 1)) % n_results);
  return GDK_EVENT_STOP;
}

static void
on_focus_left_cb (Ris3ThemeSearch *self)
{
  close_results (self);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Ris3ThemeSearch *self)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
ris3_theme_search_grab_focus (GtkWidget *widget)
{
  /* GTK also asks so when Tab finds nothing more within: then the focus goes on. */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (GTK_WIDGET (RIS3_THEME_SEARCH (widget)->entry));
}

static void
ris3_theme_search_dispose (GObject *object)
{
  Ris3ThemeSearch *self = RIS3_THEME_SEARCH (object);

  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_THEME_SEARCH);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->finder, ris3_theme_finder_unref);
  G_OBJECT_CLASS (ris3_theme_search_parent_class)->dispose (object);
}

static void
ris3_theme_search_class_init (Ris3ThemeSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_theme_search_dispose;
  widget_class->grab_focus = ris3_theme_search_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RIS3_TYPE_THEME_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_BACKSPACE]
      = g_signal_new ("backspace", RIS3_TYPE_THEME_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-theme-search.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeSearch, popover);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeSearch, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeSearch, no_match);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
ris3_theme_search_init (Ris3ThemeSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

void
ris3_theme_search_set_finder (Ris3ThemeSearch *self, Ris3ThemeFinder *finder)
{
  g_return_if_fail (RIS3_IS_THEME_SEARCH (self));
  close_results (self);
  clear_rows (self);
  g_clear_pointer (&self->finder, ris3_theme_finder_unref);
  self->finder = finder != NULL ? ris3_theme_finder_ref (finder) : NULL;
}

void
ris3_theme_search_set_is_chosen (Ris3ThemeSearch *self, Ris3ThemeIsChosen is_chosen, gpointer data)
{
  g_return_if_fail (RIS3_IS_THEME_SEARCH (self));
  self->is_chosen = is_chosen;
  self->data = data;
}
