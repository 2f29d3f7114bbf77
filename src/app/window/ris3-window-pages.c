/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of the window: which is shown, and how one goes from one to another. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/charts/ris3-charts-page.h"
#include "app/consultation/ris3-inbox-page.h"
#include "app/ris3-session-filter.h"
#include "model/ris3-text.h"

/* Characters of a title in a toast. */
#define MAX_TITLE 60

static const char *const pages[] = { "map", "table", "charts", "inbox", NULL };

gboolean
_ris3_window_shows_map (Ris3Window *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "map") == 0;
}

gboolean
_ris3_window_shows_inbox (Ris3Window *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "inbox") == 0;
}

void
_ris3_window_focus_page (Ris3Window *self)
{
  if (_ris3_window_shows_map (self))
    gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
  else
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

static void
on_opened_cb (Ris3Window *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

void
_ris3_window_show_selected (Ris3Window *self)
{
  gint region = ris3_session_get_selected_region (self->session);

  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("map"));
  if (region >= 0)
    ris3_map_view_show_region (self->map_view, (guint) region);
}

static void
on_unplaced_cb (Ris3Window *self, const char *title)
{
  g_autofree char *shown = ris3_text_shorten (title, MAX_TITLE);
  /* Translators: %s is the title of a strategy, or what a comment is about */
  g_autofree char *text = g_strdup_printf (_ ("“%s” has no place among the regions of this map."), shown);

  _ris3_window_tell (self, text, NULL, NULL, NULL);
}

static void
on_move_refused_cb (Ris3Window *self, const char *words)
{
  _ris3_window_tell (self, words, NULL, NULL, NULL);
}

static void
on_hidden_cb (Ris3Window *self, gint64 id)
{
  _ris3_window_tell (self, _ ("The comment is recorded, but the filter hides it."), _ ("_Show"), "win.show-comment",
                     g_variant_new_int64 (id));
}

static void
on_copied_cb (Ris3Window *self, guint n_rows)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u row copied.", "%'u rows copied.", n_rows), n_rows);

  _ris3_window_tell (self, text, NULL, NULL, NULL);
}

/* The table and the inbox have what is of all periods, the map that of one: they ask the same filter of all. */
static void
filter_pages (Ris3Window *self)
{
  Ris3FilterIndex *index = ris3_session_get_filter_index (self->session);
  g_autoptr (Ris3Filter) filter = ris3_session_tell_filter (self->session);
  g_autoptr (Ris3FilterResult) result = NULL;

  if (self->table == NULL && self->inbox == NULL)
    return;
  if (index != NULL && !ris3_filter_is_empty (filter))
    result = ris3_filter_index_apply (index, filter, RIS3_FILTER_ANY_PERIOD, NULL);
  if (self->table != NULL)
    ris3_record_table_set_filter_result (self->table, result);
  if (self->inbox != NULL)
    ris3_inbox_page_set_filter_result (self->inbox, result);
}

static void
watch_filter (Ris3Window *self)
{
  if (self->table == NULL && self->inbox == NULL)
    g_signal_connect_object (self->session, "notify::filter-result", G_CALLBACK (filter_pages), self,
                             G_CONNECT_SWAPPED);
}

/* It is made when it is first wanted: the window starts without it. */
static void
need_table (Ris3Window *self)
{
  GtkWidget *table;

  if (self->table != NULL)
    return;
  watch_filter (self);
  table = ris3_record_table_new (self->session, self->settings);
  self->table = RIS3_RECORD_TABLE (table);
  g_signal_connect_object (table, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "map-wanted", G_CALLBACK (_ris3_window_show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "copied", G_CALLBACK (on_copied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "unplaced", G_CALLBACK (on_unplaced_cb), self, G_CONNECT_SWAPPED);
  filter_pages (self);
  gtk_stack_add_named (self->pages, table, "table");
}

/* The same. */
static void
need_inbox (Ris3Window *self)
{
  GtkWidget *inbox;

  if (self->inbox != NULL)
    return;
  watch_filter (self);
  inbox = ris3_inbox_page_new (self->session, self->reading, self->settings);
  self->inbox = RIS3_INBOX_PAGE (inbox);
  g_signal_connect_object (inbox, "map-wanted", G_CALLBACK (_ris3_window_show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inbox, "figure-wanted", G_CALLBACK (_ris3_window_show_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inbox, "unplaced", G_CALLBACK (on_unplaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inbox, "move-refused", G_CALLBACK (on_move_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inbox, "hidden", G_CALLBACK (on_hidden_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inbox, "edit-refused", G_CALLBACK (_ris3_window_offer_editing), self, G_CONNECT_SWAPPED);
  filter_pages (self);
  gtk_stack_add_named (self->pages, inbox, "inbox");
}

static void
on_step_cb (Ris3Window *self, int by)
{
  ris3_filter_steps_go (self->filter_steps, by);
}

/* The same. */
static void
need_charts (Ris3Window *self)
{
  GtkWidget *charts;

  if (gtk_stack_get_child_by_name (self->pages, "charts") != NULL)
    return;
  charts = ris3_charts_page_new (self->session);
  g_signal_connect_object (charts, "step", G_CALLBACK (on_step_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, charts, "charts");
}

/* The comment that is selected stands where the region would. */
static void
place_panel (Ris3Window *self, const char *page)
{
  gboolean is_inbox = g_str_equal (page, "inbox");
  gboolean was_inbox = _ris3_window_shows_inbox (self);

  if (is_inbox && !was_inbox)
    {
      self->panel_was_open = adw_flap_get_reveal_flap (self->flap);
      adw_flap_set_reveal_flap (self->flap, FALSE);
    }
  else if (was_inbox && !is_inbox && self->panel_was_open)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static gboolean
show_page (Ris3Window *self, const char *page)
{
  if (!g_strv_contains (pages, page))
    return FALSE;
  if (g_str_equal (page, "table"))
    need_table (self);
  else if (g_str_equal (page, "charts"))
    need_charts (self);
  else if (g_str_equal (page, "inbox"))
    need_inbox (self);
  place_panel (self, page);
  gtk_stack_set_visible_child_name (self->pages, page);
  return TRUE;
}

static void
page_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = user_data;

  if (!show_page (self, g_variant_get_string (value, NULL)))
    return;
  g_simple_action_set_state (action, value);
  _ris3_window_focus_page (self);
}

void
_ris3_window_show_inbox (Ris3Window *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("inbox"));
}

void
_ris3_window_show_comment (Ris3Window *self, gint64 id)
{
  _ris3_window_show_inbox (self);
  ris3_inbox_page_show (self->inbox, id);
}

static GtkWidget *
new_button (const char *page, const char *title, const char *icon, const char *shortcut, GtkWidget **label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", title, shortcut);

  *label = gtk_label_new (title);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), *label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  return button;
}

/* follows_width: labels, or icons where the header bar is narrow; both would leave the search no room */
static void
fill_switcher (Ris3Window *self, GtkWidget *box, gboolean follows_width)
{
  const struct
  {
    const char *page;
    const char *title;
    const char *icon;
    const char *shortcut;
  } all[] = {
    { "map", C_ ("page of the window", "Map"), "find-location-symbolic", _ ("Alt+1") },
    { "table", C_ ("page of the window", "Table"), "view-list-symbolic", _ ("Alt+2") },
    { "charts", C_ ("page of the window", "Charts"), "ris3-chart-symbolic", _ ("Alt+3") },
    { "inbox", C_ ("page of the window", "Inbox"), "mail-unread-symbolic", _ ("Alt+4") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      GtkWidget *label;
      GtkWidget *button = new_button (all[i].page, all[i].title, all[i].icon, all[i].shortcut, &label);

      if (follows_width)
        {
          g_object_bind_property (self->map_view, "medium", label, "visible",
                                  G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
          g_object_bind_property (self->map_view, "medium", gtk_widget_get_prev_sibling (label), "visible",
                                  G_BINDING_SYNC_CREATE);
        }
      else
        {
          gtk_widget_set_hexpand (button, TRUE);
          /* Large text and long words: the window can still be as narrow as a telephone. */
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        }
      gtk_box_append (GTK_BOX (box), button);
    }
}

void
_ris3_window_add_pages (Ris3Window *self)
{
  static const GActionEntry entries[]
      = { { .name = "page", .parameter_type = "s", .state = "'map'", .change_state = page_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->reading = ris3_reading_marks_new (self->session);
  fill_switcher (self, self->page_switcher, TRUE);
  fill_switcher (self, self->bottom_switcher, FALSE);
  _ris3_window_add_unread (self);
}

void
_ris3_window_restore_page (Ris3Window *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  if (show_page (self, page))
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "page")),
                               g_variant_new_string (page));
}

void
_ris3_window_save_page (Ris3Window *self)
{
  g_settings_set_string (self->settings, "page", gtk_stack_get_visible_child_name (self->pages));
  if (self->table != NULL)
    ris3_record_table_save (self->table);
}
