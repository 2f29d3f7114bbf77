/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-window-private.h"

#include "app/figure/ris3-figure-batch.h"
#include "app/figure/ris3-figure-table-row.h"
#include "app/ris3-child-window.h"

#define PAGE_KEY "figure-page"
#define FORMAT_KEY "figure-format"
#define TABLE_KEY "figure-table"

/* Of the window, by its parent. */
#define MARGIN 60
#define MIN_WIDTH 820
#define MIN_HEIGHT 540
#define MAX_WIDTH 1500
#define MAX_HEIGHT 1000

G_DEFINE_FINAL_TYPE (Ris3FigureWindow, ris3_figure_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  SIGNAL_SHOW_CHANGES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
_ris3_figure_window_tell_problem (Ris3FigureWindow *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
  gtk_widget_set_visible (self->changes_button, FALSE);
}

void
_ris3_figure_window_update_actions (Ris3FigureWindow *self)
{
  gboolean can_leave
      = self->saving == NULL && _ris3_figure_window_is_valid (self) && ris3_figure_draft_is_ready (self->draft);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.save", can_leave);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.print", can_leave);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.batch", can_leave);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.copy", can_leave && !self->is_copying);
  gtk_widget_set_sensitive (self->choices, self->saving == NULL);
}

static void
on_draft_cb (Ris3FigureWindow *self)
{
  Ris3FigurePage *figure = ris3_figure_draft_get_figure (self->draft);

  ris3_figure_preview_show (self->preview, figure);
  gtk_spinner_set_spinning (self->spinner,
                            figure == NULL && ris3_figure_draft_get_fault (self->draft, NULL) == RIS3_FIGURE_FINE);
  _ris3_figure_window_update_choices (self);
  _ris3_figure_window_update_actions (self);
}

static void
on_choice_cb (Ris3FigureWindow *self)
{
  _ris3_figure_window_choose (self);
}

static void
on_crs_cb (Ris3FigureWindow *self)
{
  _ris3_figure_window_choose_crs (self);
}

static void
on_extent_cb (Ris3FigureWindow *self)
{
  _ris3_figure_window_choose_extent (self);
}

static void
on_code_cb (Ris3FigureWindow *self)
{
  _ris3_figure_window_choose_code (self);
}

static void
on_zoom_cb (Ris3FigureWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.zoom-fit",
                                 ris3_figure_preview_get_zoom (self->preview) > 0);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_window_save (RIS3_FIGURE_WINDOW (widget));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_window_copy (RIS3_FIGURE_WINDOW (widget));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_window_print (RIS3_FIGURE_WINDOW (widget));
}

static void
batch_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (widget);

  gtk_window_present (
      ris3_figure_batch_new (self->session, GTK_WINDOW (self), ris3_figure_draft_get_options (self->draft),
                             ris3_figure_draft_get_extent (self->draft), _ris3_figure_window_get_format (self),
                             ris3_figure_table_row_get (self->table_row)));
}

static void
show_changes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SHOW_CHANGES], 0);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_window_stop_saving (RIS3_FIGURE_WINDOW (widget));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (widget);

  if (g_str_equal (name, "figure.zoom-fit"))
    ris3_figure_preview_set_zoom (self->preview, 0);
  else if (g_str_equal (name, "figure.zoom-full"))
    ris3_figure_preview_set_zoom (self->preview, 1);
  else
    ris3_figure_preview_zoom_by (self->preview, g_str_equal (name, "figure.zoom-in") ? 1 : -1);
}

/* What belongs to the map at hand is not for the next one. (transfer full) */
static Ris3PageOptions *
recall (GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, PAGE_KEY);
  Ris3PageOptions *options = ris3_page_options_from_text (text, NULL, NULL);

  return options != NULL ? options : ris3_page_options_new ();
}

static void
remember (Ris3FigureWindow *self)
{
  g_autoptr (Ris3PageOptions) options = ris3_page_options_copy_lasting (ris3_figure_draft_get_options (self->draft));
  g_autofree char *text = ris3_page_options_to_text (options);
  const char *table = ris3_figure_table_row_get (self->table_row);

  g_settings_set_string (self->settings, PAGE_KEY, text);
  g_settings_set_string (self->settings, FORMAT_KEY, ris3_page_format_get_id (_ris3_figure_window_get_format (self)));
  g_settings_set_string (self->settings, TABLE_KEY, table != NULL ? table : "");
}

static gboolean
ris3_figure_window_close_request (GtkWindow *window)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (window);

  _ris3_figure_window_stop_saving (self);
  if (_ris3_figure_window_is_valid (self) && ris3_figure_draft_get_fault (self->draft, NULL) == RIS3_FIGURE_FINE)
    remember (self);
  return GTK_WINDOW_CLASS (ris3_figure_window_parent_class)->close_request (window);
}

static void
ris3_figure_window_dispose (GObject *object)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (object);

  _ris3_figure_window_stop_saving (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->code_source, g_source_remove);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_FIGURE_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_figure_window_parent_class)->dispose (object);
}

static void
ris3_figure_window_finalize (GObject *object)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->settings);
  g_strfreev (self->selected);
  g_free (self->shown_extent);
  g_free (self->figure_extent);
  g_free (self->own_title);
  g_free (self->own_subtitle);
  g_ptr_array_unref (self->class_rows);
  G_OBJECT_CLASS (ris3_figure_window_parent_class)->finalize (object);
}

static void
ris3_figure_window_class_init (Ris3FigureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_figure_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_figure_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_figure_window_close_request;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW_CHANGES] = g_signal_new ("show-changes", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_FIGURE_PREVIEW);
  g_type_ensure (RIS3_TYPE_FIGURE_WORDS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/figure/ris3-figure-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, changes_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, grey_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, grey_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, templates_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, template_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, size_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, width_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, height_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, width);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, height);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, dpi);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, size_problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, size_problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, number_entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, notes_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, publisher_entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, extent_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, crs_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, code_entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, crs_problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, crs_problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, second_map_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, second_map);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, insets);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, small_states);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, graticule);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, pins);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, names_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, names);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, disclaimer);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, classes_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWindow, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_crs_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_extent_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_cb);
  gtk_widget_class_install_action (widget_class, "figure.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figure.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "figure.batch", NULL, batch_action);
  gtk_widget_class_install_action (widget_class, "figure.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "figure.show-changes", NULL, show_changes_action);
  _ris3_figure_window_install_template_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "figure.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "figure.zoom-full", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "figure.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "figure.zoom-out", NULL, zoom_action);
}

static void
ris3_figure_window_init (Ris3FigureWindow *self)
{
  self->class_rows = g_ptr_array_new ();
  self->settings = g_settings_new (RIS3_APPLICATION_ID);
  self->is_filling = TRUE; /* until there are options */
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  _ris3_figure_window_make_choices (self);
  _ris3_figure_window_make_templates (self);
}

/* (transfer full) */
static char **
dup_selected (Ris3Session *session)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (session);
  guint n_selected;
  const guint *selection = ris3_session_get_selection (session, &n_selected);

  for (guint i = 0; i < n_selected; i++)
    g_ptr_array_add (codes, g_strdup (ris3_boundaries_get_region (boundaries, selection[i])->code));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_steal (codes, NULL);
}

/* As large as the parent has room for. */
static void
set_size (Ris3FigureWindow *self, GtkWindow *parent)
{
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, MIN_WIDTH, MAX_WIDTH),
                               CLAMP (height - MARGIN, MIN_HEIGHT, MAX_HEIGHT));
}

GtkWindow *
ris3_figure_window_new (Ris3Session *session, GtkWindow *parent, const char *extent)
{
  Ris3FigureWindow *self;
  g_autoptr (Ris3PageOptions) options = NULL;
  g_autofree char *format = NULL;
  g_autofree char *table = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && ris3_session_get_classification (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_FIGURE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  set_size (self, parent);
  self->session = g_object_ref (session);
  self->selected = dup_selected (session);
  self->own_title = ris3_classification_dup_title (ris3_session_get_classification (session));
  options = recall (self->settings);
  format = g_settings_get_string (self->settings, FORMAT_KEY);
  for (guint i = 0; i < RIS3_N_PAGE_FORMATS; i++)
    if (g_str_equal (ris3_page_format_get_id (i), format))
      adw_combo_row_set_selected (self->format_row, i);
  table = g_settings_get_string (self->settings, TABLE_KEY);
  ris3_figure_table_row_set (self->table_row, table[0] != '\0' ? table : NULL);
  self->shown_extent = g_strdup (extent);
  self->draft = ris3_figure_draft_new (session, options);
  _ris3_figure_window_fill_extents (self);
  _ris3_figure_window_fill (self, options);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (on_draft_cb), self);
  on_draft_cb (self);
  on_zoom_cb (self);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

void
ris3_figure_window_set_options (Ris3FigureWindow *self, const Ris3PageOptions *options)
{
  g_return_if_fail (RIS3_IS_FIGURE_WINDOW (self) && options != NULL);
  ris3_figure_draft_set_options (self->draft, options);
  _ris3_figure_window_fill (self, options);
  _ris3_figure_window_update_choices (self);
  _ris3_figure_window_update_actions (self);
}

void
ris3_figure_window_set_extent (Ris3FigureWindow *self, const char *extent)
{
  g_return_if_fail (RIS3_IS_FIGURE_WINDOW (self));
  g_free (self->figure_extent);
  self->figure_extent = g_strdup (extent);
  _ris3_figure_window_fill_extents (self);
}

void
ris3_figure_window_tell (Ris3FigureWindow *self, const char *words, gboolean has_changes)
{
  g_return_if_fail (RIS3_IS_FIGURE_WINDOW (self) && words != NULL);
  _ris3_figure_window_tell_problem (self, words);
  gtk_widget_set_visible (self->changes_button, has_changes);
}
