/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-map-card.h"
#include "app/region/ris3-region-list.h"
#include "app/region/ris3-region-page.h"
#include "app/region/ris3-region-search.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-session-own.h"
#include "model/ris3-text.h"

/* Characters of the name of an atlas in the title of the window. */
#define MAX_TITLE 200

G_DEFINE_FINAL_TYPE (Ris3Window, ris3_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_banner_closed_cb (Ris3Window *self)
{
  self->is_own_failed = FALSE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
}

static void
on_classification_changed_cb (Ris3Window *self)
{
  if (ris3_session_get_classification (self->session) == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  /* Boundaries have levels of their own. */
  if (self->menu_boundaries != ris3_session_get_boundaries (self->session))
    _ris3_window_forget_view_menu (self);
  self->menu_boundaries = ris3_session_get_boundaries (self->session);
  gtk_label_set_label (self->credit, ris3_geodata_describe_map_credit (ris3_session_get_boundaries (self->session)));
}

static void
on_loading_changed_cb (Ris3Window *self)
{
  gboolean loading = ris3_session_get_loading (self->session);

  /* What is read in the background shows how far it is elsewhere. */
  if (ris3_session_is_loading_own (self->session) && ris3_session_get_classification (self->session) != NULL)
    loading = FALSE;

  gtk_spinner_set_spinning (self->spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
}

/* What the window says of the atlas itself: its title, and in the menu its periods. */
static void
show_atlas (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autofree char *file = g_filename_display_basename (ris3_atlas_get_path (atlas));
  g_autofree char *name = ris3_text_shorten (ris3_atlas_get_title (atlas), MAX_TITLE);
  /* Translators: the title of a window: an atlas and its file. */
  g_autofree char *title = *name != '\0' ? g_strdup_printf (_ ("%s (%s) – RIS3 Atlas"), name, file)
                                         : g_strdup_printf (_ ("%s – RIS3 Atlas"), file);

  gtk_window_set_title (GTK_WINDOW (self), title);
  _ris3_window_forget_view_menu (self);
  _ris3_window_update_choices (self);
}

static void
on_atlas_opened_cb (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autoptr (GFile) file = g_file_new_for_path (ris3_atlas_get_path (atlas));
  g_autofree char *uri = g_file_get_uri (file);

  on_banner_closed_cb (self);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  _ris3_window_read_themes (self);
  self->is_lost = FALSE;
  g_settings_set_string (self->settings, "last-file", uri);
  ris3_atlas_set_keeps_backups (atlas, TRUE);
  _ris3_window_remember_file (self);
  _ris3_window_watch_undo (self);
  show_atlas (self);
}

static void
on_atlas_changed_cb (Ris3Window *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "meta") || ris3_changes_contain_table (changes, "strategy"))
    show_atlas (self);
}

/* The panel's width where it lies on the map. */
static int
get_panel_cover (Ris3Window *self)
{
  int width;

  if (!adw_flap_get_folded (self->flap) || !adw_flap_get_reveal_flap (self->flap))
    return 0;
  gtk_widget_measure (adw_flap_get_flap (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MIN (width, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
update_panel_cover (Ris3Window *self)
{
  ris3_map_stage_set_end_inset (self->stage, get_panel_cover (self));
  _ris3_window_place_toast (self);
}

void
_ris3_window_show_in_panel (Ris3Window *self)
{
  gboolean has_selection = ris3_session_get_selected_region (self->session) >= 0;

  gtk_stack_set_visible_child_name (self->panel_stack, self->classes != NULL ? "classes"
                                                       : has_selection       ? "region"
                                                                             : "list");
}

/* A folded panel covers the map: it opens when a region is selected and closes when none is. In a table, many are
 * selected on the way to one that is opened. */
static void
on_selection_changed_cb (Ris3Window *self)
{
  gint selected = ris3_session_get_selected_region (self->session);
  gboolean has_selection = selected >= 0;

  _ris3_window_show_in_panel (self);
  if (!_ris3_window_shows_map (self) || self->classes != NULL)
    return;
  if (has_selection || adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, has_selection);
  if (has_selection && adw_flap_get_folded (self->flap))
    ris3_map_stage_uncover_region (self->stage, selected);
}

static void
on_folded_changed_cb (Ris3Window *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap,
                              _ris3_window_shows_map (self)
                                  && (self->classes != NULL || ris3_session_get_selected_region (self->session) >= 0));
  else
    adw_flap_set_reveal_flap (self->flap, !_ris3_window_shows_inbox (self));
  update_panel_cover (self);
}

static void
on_search_activated_cb (Ris3Window *self, gint region)
{
  ris3_session_select (self->session, region);
  ris3_map_view_show_region (self->map_view, region);
  _ris3_window_focus_page (self);
}

/* The map knows how wide the window is, but is not told while another page is shown. */
static void
ris3_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (ris3_window_parent_class)->size_allocate (widget, width, height, baseline);
  ris3_map_view_check_width (RIS3_WINDOW (widget)->map_view);
  _ris3_window_follow_width (RIS3_WINDOW (widget));
}

static gboolean
ris3_window_close_request (GtkWindow *window)
{
  if (!_ris3_window_may_close (RIS3_WINDOW (window)))
    return TRUE;
  _ris3_window_save_state (RIS3_WINDOW (window));
  return GTK_WINDOW_CLASS (ris3_window_parent_class)->close_request (window);
}

static void
ris3_window_dispose (GObject *object)
{
  Ris3Window *self = RIS3_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_clear_handle_id (&self->own_timer, g_source_remove);
  g_clear_handle_id (&self->width_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_WINDOW);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_object (&self->against_section);
  g_clear_object (&self->filter_steps);
  g_clear_object (&self->desk);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ris3_window_parent_class)->dispose (object);
}

static void
ris3_window_class_init (Ris3WindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_window_close_request;
  widget_class->size_allocate = ris3_window_size_allocate;

  g_type_ensure (RIS3_TYPE_MAP_STAGE);
  g_type_ensure (RIS3_TYPE_MAP_VIEW);
  g_type_ensure (RIS3_TYPE_MAP_CARD);
  g_type_ensure (RIS3_TYPE_HEADLINE);
  g_type_ensure (RIS3_TYPE_LEGEND);
  g_type_ensure (RIS3_TYPE_INSETS);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/window/ris3-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, search_slot);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, view_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, view_button_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, main_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, main_menu);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, edit_section);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, file_section);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, undo_box);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, undo_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, redo_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, file_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_box);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_retry);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_copy);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_open);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_choose);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_forget);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, own_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, own_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, own_progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, banner_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, failure_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, failure_details_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, failure_details);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, filter_flap);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, filter_slot);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, filter_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, filter_mark);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, flap);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, page_switcher);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, bottom_switcher);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, selection_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, clear_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, panel_stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, stage);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, map_view);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, headline);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, legend);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, insets);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, insets_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, scale);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, credit);
  gtk_widget_class_bind_template_child (widget_class, Ris3Window, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_closed_cb);
  _ris3_window_install_actions (widget_class);
  _ris3_window_install_class_actions (widget_class);
  _ris3_window_install_boundary_actions (widget_class);
  _ris3_window_install_edit_actions (widget_class);
  _ris3_window_install_file_actions (widget_class);
  _ris3_window_install_trouble_actions (widget_class);
  _ris3_window_install_table_actions (widget_class);
  _ris3_window_install_map_actions (widget_class);
  _ris3_window_install_view_actions (widget_class);
  _ris3_window_install_register_actions (widget_class);
  _ris3_window_install_round_actions (widget_class);
  _ris3_window_install_selection_actions (widget_class);
  _ris3_window_install_column_actions (widget_class);
  _ris3_window_install_comment_actions (widget_class);
  _ris3_window_install_note_actions (widget_class);
}

/* Binds all views to what the window shows. */
static void
attach_session (Ris3Window *self, Ris3Session *session)
{
  g_autoptr (Ris3RegionModel) regions = NULL;

  self->session = g_object_ref (session);
  ris3_map_stage_set_session (self->stage, self->session);
  ris3_map_view_set_session (self->map_view, self->session);
  ris3_headline_set_session (self->headline, self->session);
  ris3_legend_set_session (self->legend, self->session, RIS3_SIDE_FIRST);
  ris3_insets_set_session (self->insets, self->session, RIS3_SIDE_FIRST);
  ris3_map_card_bind_toggle (RIS3_MAP_CARD (self->insets), self->insets_button);
  shumate_scale_set_viewport (self->scale, shumate_map_get_viewport (ris3_map_view_get_map (self->map_view)));
  regions = ris3_region_model_new (self->session);
  gtk_stack_add_named (self->panel_stack, ris3_region_list_new (self->session, regions), "list");
  gtk_stack_add_named (self->panel_stack, ris3_region_page_new (self->session), "region");

  self->search = ris3_region_search_new (regions);
  ris3_region_search_add_words (RIS3_REGION_SEARCH (self->search), self->session);
  gtk_box_append (GTK_BOX (self->search_slot), self->search);
  g_signal_connect_swapped (self->search, "activated", G_CALLBACK (on_search_activated_cb), self);

  g_signal_connect_object (self->session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::loading", G_CALLBACK (on_loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (on_atlas_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (update_panel_cover), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::narrow", G_CALLBACK (_ris3_window_update_title), self,
                           G_CONNECT_SWAPPED);
  _ris3_window_add_choices (self);
  _ris3_window_add_classes (self);
  _ris3_window_add_selection (self);
  _ris3_window_add_editing (self);
  _ris3_window_add_closing (self);
  _ris3_window_add_trouble (self);
  _ris3_window_add_file (self);
  _ris3_window_add_tables (self);
  _ris3_window_add_boundaries (self);
  _ris3_window_add_pages (self);
  _ris3_window_add_saved_views (self);
  _ris3_window_add_filter (self);
  _ris3_window_add_notes (self);
  ris3_menu_tooltips_tame (GTK_WIDGET (self));
  _ris3_window_restore_state (self);
  _ris3_window_update_title (self);
  _ris3_window_focus_page (self);
}

static void
ris3_window_init (Ris3Window *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (RIS3_APPLICATION_ID);
}

Ris3Window *
ris3_window_new (AdwApplication *application, Ris3Session *session)
{
  Ris3Window *self = g_object_new (RIS3_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  /* A form of this window leaves the other windows free. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  attach_session (self, session);
  return self;
}

void
ris3_window_open (Ris3Window *self, GFile *file)
{
  g_return_if_fail (RIS3_IS_WINDOW (self) && G_IS_FILE (file));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  ris3_session_open (self->session, file);
}

void
ris3_window_open_last (Ris3Window *self)
{
  g_return_if_fail (RIS3_IS_WINDOW (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  ris3_session_open_last (self->session, self->settings);
}

Ris3Session *
ris3_window_get_session (Ris3Window *self)
{
  g_return_val_if_fail (RIS3_IS_WINDOW (self), NULL);
  return self->session;
}

Ris3MapView *
ris3_window_get_map_view (Ris3Window *self)
{
  g_return_val_if_fail (RIS3_IS_WINDOW (self), NULL);
  return self->map_view;
}
