/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of what is chosen of a page. */

#include "config.h"

#include "app/figure/ris3-figure-table-row.h"
#include "app/figure/ris3-figure-window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-epsg-code.h"
#include "app/ris3-scroll-to.h"

/* Milliseconds after the last digit of a code. */
#define CODE_PAUSE 500
/* Classes that a page can call otherwise. */
#define MAX_CLASSES 32
#define CLASS_KEY "ris3-class"

/* The choices of a size. */
enum
{
  SIZE_OF_TEMPLATE,
  SIZE_MILLIMETRES,
  SIZE_PIXELS,
};

static const struct
{
  const char *crs;
  const char *words;
} usual[] = {
  { RIS3_MAP_PAGE_CRS, N_ ("Europe, Equal Area") },
  { "EPSG:3857", N_ ("Web Mercator") },
  { "EPSG:4326", N_ ("Degrees") },
};

#define OTHER_CRS G_N_ELEMENTS (usual)

static GtkStringList *
list_templates (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < RIS3_N_PAGE_TEMPLATES; i++)
    gtk_string_list_append (list, ris3_page_template_get_title (i));
  return list;
}

static GtkStringList *
list_formats (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < RIS3_N_PAGE_FORMATS; i++)
    gtk_string_list_append (list, ris3_page_format_get_title (i));
  return list;
}

static GtkStringList *
list_sizes (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("size of a page", "As the Template"));
  gtk_string_list_append (list, C_ ("size of a page", "In Millimetres"));
  gtk_string_list_append (list, C_ ("size of a page", "In Pixels"));
  return list;
}

static GtkStringList *
list_crs (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    gtk_string_list_append (list, _ (usual[i].words));
  gtk_string_list_append (list, _ ("Another One"));
  return list;
}

/* Takes the list. */
static void
set_list (AdwComboRow *row, GtkStringList *list)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_object_unref (list);
}

void
_ris3_figure_window_make_choices (Ris3FigureWindow *self)
{
  AdwComboRow *const rows[]
      = { self->template_row, self->format_row, self->table_row, self->size_row, self->extent_row, self->crs_row };

  set_list (self->template_row, list_templates ());
  set_list (self->format_row, list_formats ());
  ris3_figure_table_row_fill (self->table_row);
  set_list (self->size_row, list_sizes ());
  set_list (self->crs_row, list_crs ());
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ris3_scroll_to_before_mnemonic (ADW_ACTION_ROW (rows[i]));
}

void
_ris3_figure_window_fill_extents (Ris3FigureWindow *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("part of the map", "All of Europe"));
  if (self->shown_extent != NULL)
    gtk_string_list_append (list, C_ ("part of the map", "As in the Window"));
  if (self->figure_extent != NULL)
    gtk_string_list_append (list, C_ ("part of the map", "As in the Figure"));
  self->is_filling = TRUE;
  set_list (self->extent_row, list);
  gtk_widget_set_visible (GTK_WIDGET (self->extent_row), self->shown_extent != NULL || self->figure_extent != NULL);
  if (self->figure_extent != NULL)
    adw_combo_row_set_selected (self->extent_row, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
  self->is_filling = FALSE;
  _ris3_figure_window_choose_extent (self);
}

void
_ris3_figure_window_choose_extent (Ris3FigureWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->extent_row);
  const char *extent = selected == 0                                 ? NULL
                       : selected == 1 && self->shown_extent != NULL ? self->shown_extent
                                                                     : self->figure_extent;

  if (!self->is_filling && self->draft != NULL)
    ris3_figure_draft_set_extent (self->draft, extent);
}

Ris3PageFormat
_ris3_figure_window_get_format (Ris3FigureWindow *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), RIS3_N_PAGE_FORMATS - 1);
}

static guint
get_size_kind (const Ris3PageOptions *options)
{
  return options->pixel_width > 0 ? SIZE_PIXELS : options->width > 0 ? SIZE_MILLIMETRES : SIZE_OF_TEMPLATE;
}

/* "3,508 × 2,480 pixels" (transfer full) */
static char *
describe_pixels (const Ris3PageOptions *options)
{
  double width, height, dots = ris3_page_options_get_dpi (options) / 25.4;

  ris3_page_options_get_paper (options, &width, &height);
  /* Translators: the size of a picture */
  return g_strdup_printf (_ ("%'.0f × %'.0f pixels"), round (width * dots), round (height * dots));
}

static void
fill_side (GtkSpinButton *spin, gboolean is_pixels, double value)
{
  gtk_spin_button_set_range (spin, is_pixels ? RIS3_PAGE_MIN_PIXELS : RIS3_PAGE_MIN_PAPER,
                             is_pixels ? RIS3_PAGE_MAX_PIXELS : RIS3_PAGE_MAX_PAPER);
  gtk_spin_button_set_value (spin, value);
}

static void
fill_size (Ris3FigureWindow *self, const Ris3PageOptions *options)
{
  guint kind = get_size_kind (options);
  g_autofree char *paper = ris3_page_options_describe_size (options);
  g_autofree char *pixels = describe_pixels (options);
  const char *unit = kind == SIZE_PIXELS ? C_ ("unit of a size", "Pixels") : C_ ("unit of a size", "Millimetres");
  gboolean is_chosen = kind != SIZE_OF_TEMPLATE;

  adw_combo_row_set_selected (self->template_row, options->page);
  adw_combo_row_set_selected (self->size_row, kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), paper);
  adw_action_row_set_subtitle (self->dpi_row, pixels);
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), is_chosen);
  adw_action_row_set_subtitle (self->width_row, unit);
  adw_action_row_set_subtitle (self->height_row, unit);
  if (is_chosen)
    {
      fill_side (self->width, kind == SIZE_PIXELS, kind == SIZE_PIXELS ? options->pixel_width : options->width);
      fill_side (self->height, kind == SIZE_PIXELS, kind == SIZE_PIXELS ? options->pixel_height : options->height);
    }
  gtk_spin_button_set_value (self->dpi, ris3_page_options_get_dpi (options));
  /* What is no picture of pixels has none, unless its size is in pixels. */
  gtk_widget_set_visible (GTK_WIDGET (self->dpi_row),
                          kind == SIZE_PIXELS || _ris3_figure_window_get_format (self) == RIS3_PAGE_FORMAT_PNG);
}

static void
fill_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill_words (Ris3FigureWordsRow *row, const char *text)
{
  ris3_figure_words_row_set_text (row, text != NULL ? text : "");
}

static void
fill_crs (Ris3FigureWindow *self, const Ris3PageOptions *options)
{
  const char *crs = options->crs != NULL ? options->crs : RIS3_MAP_PAGE_CRS;
  guint selected = 0;

  while (selected < OTHER_CRS && g_ascii_strcasecmp (usual[selected].crs, crs) != 0)
    selected++;
  adw_combo_row_set_selected (self->crs_row, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->crs_row), crs);
  gtk_widget_set_visible (self->code_entry, selected == OTHER_CRS);
  if (selected == OTHER_CRS)
    gtk_editable_set_text (GTK_EDITABLE (self->code_entry), crs);
}

void
_ris3_figure_window_fill (Ris3FigureWindow *self, const Ris3PageOptions *options)
{
  self->is_filling = TRUE;
  fill_size (self, options);
  fill_words (self->title_row, options->title != NULL ? options->title : self->own_title);
  fill_words (self->subtitle_row, options->subtitle != NULL ? options->subtitle : self->own_subtitle);
  fill_text (self->number_entry, options->figure);
  fill_words (self->notes_row, options->notes);
  fill_text (self->publisher_entry, options->publisher);
  fill_crs (self, options);
  for (guint i = 0; i < self->class_rows->len; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->class_rows, i);
      guint klass = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), CLASS_KEY));

      fill_text (row, ris3_page_options_get_class_title (options, klass, NULL));
    }
  gtk_switch_set_active (self->second_map, options->has_second_map);
  gtk_switch_set_active (self->insets, options->has_insets);
  gtk_switch_set_active (self->small_states, options->has_small_states);
  gtk_switch_set_active (self->graticule, options->has_graticule);
  gtk_switch_set_active (self->pins, options->has_pins);
  gtk_widget_set_sensitive (self->names_row, self->selected[0] != NULL || options->names != NULL);
  gtk_switch_set_active (self->names, options->names != NULL);
  gtk_switch_set_active (self->disclaimer, options->has_disclaimer);
  self->is_filling = FALSE;
}

static void
on_class_cb (GtkEditable *entry, Ris3FigureWindow *self)
{
  _ris3_figure_window_choose (self);
}

static GtkWidget *
new_class_row (Ris3FigureWindow *self, Ris3ClassScheme *scheme, guint klass, const Ris3PageOptions *options)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *title = ris3_page_options_get_class_title (options, klass, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ris3_class_scheme_get_title (scheme, klass));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), ris3_class_swatch_new (scheme, klass, 0));
  fill_text (GTK_EDITABLE (row), title);
  g_object_set_data (G_OBJECT (row), CLASS_KEY, GUINT_TO_POINTER (klass));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_class_cb), self, 0);
  return row;
}

/* Whether the rows are those of the classes that the legend has. */
static gboolean
has_class_rows (Ris3FigureWindow *self, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n = MIN (ris3_class_scheme_get_n_classes (scheme), MAX_CLASSES), row = 0;

  for (guint klass = 0; klass < n; klass++)
    if (ris3_classification_lists_class (classification, klass)
        && (row >= self->class_rows->len
            || !g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (self->class_rows, row++)),
                             ris3_class_scheme_get_title (scheme, klass))))
      return FALSE;
  return row == self->class_rows->len;
}

static void
make_class_rows (Ris3FigureWindow *self, Ris3Classification *classification)
{
  const Ris3PageOptions *options = ris3_figure_draft_get_options (self->draft);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n = MIN (ris3_class_scheme_get_n_classes (scheme), MAX_CLASSES);

  for (guint i = 0; i < self->class_rows->len; i++)
    adw_preferences_group_remove (self->classes_group, g_ptr_array_index (self->class_rows, i));
  g_ptr_array_set_size (self->class_rows, 0);
  for (guint klass = 0; klass < n; klass++)
    if (ris3_classification_lists_class (classification, klass))
      {
        GtkWidget *row = new_class_row (self, scheme, klass, options);

        adw_preferences_group_add (self->classes_group, row);
        g_ptr_array_add (self->class_rows, row);
      }
}

static gboolean
is_code_wrong (Ris3FigureWindow *self)
{
  g_autofree char *code = ris3_epsg_code_from_text (gtk_editable_get_text (GTK_EDITABLE (self->code_entry)));

  return adw_combo_row_get_selected (self->crs_row) == OTHER_CRS && code == NULL;
}

gboolean
_ris3_figure_window_is_valid (Ris3FigureWindow *self)
{
  return !is_code_wrong (self) && self->code_source == 0;
}

static void
show_fault (GtkWidget *row, GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (row, words != NULL);
}

static void
update_faults (Ris3FigureWindow *self)
{
  const GError *error = NULL;
  Ris3FigureFault fault = ris3_figure_draft_get_fault (self->draft, &error);
  gboolean is_wrong = is_code_wrong (self);
  const char *words = fault == RIS3_FIGURE_WRONG_CRS ? error->message : NULL;

  if (is_wrong)
    words = _ ("Write the number that EPSG has for the projection, such as 31370 for that of Belgium.");
  show_fault (self->size_problem_row, self->size_problem, fault == RIS3_FIGURE_WRONG_SIZE ? error->message : NULL);
  show_fault (self->crs_problem_row, self->crs_problem, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->code_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What a page says of itself follows the map unless something else was written. */
static void
follow (Ris3FigureWindow *self, Ris3FigureWordsRow *row, char **own, char *now, gboolean is_own)
{
  g_autofree char *former = *own;

  *own = now;
  if (!is_own || g_strcmp0 (former, now) == 0)
    return;
  self->is_filling = TRUE;
  fill_words (row, now);
  self->is_filling = FALSE;
}

void
_ris3_figure_window_update_choices (Ris3FigureWindow *self)
{
  Ris3FigurePage *figure = ris3_figure_draft_get_figure (self->draft);
  const Ris3PageOptions *options = ris3_figure_draft_get_options (self->draft);
  Ris3Classification *classification;
  g_autofree char *warning = NULL;

  gtk_widget_set_visible (self->second_map_row, ris3_session_get_side (self->session, RIS3_SIDE_SECOND) != NULL);
  update_faults (self);
  if (figure == NULL)
    return;
  warning = ris3_map_page_warn_of_grey (ris3_figure_page_get_map_page (figure));
  gtk_label_set_text (self->grey_words, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->grey_bar, warning != NULL);
  classification = ris3_figure_page_get_map_page (figure)->classification;
  follow (self, self->title_row, &self->own_title, ris3_map_page_dup_own_title (ris3_figure_page_get_map_page (figure)),
          options->title == NULL);
  follow (self, self->subtitle_row, &self->own_subtitle,
          ris3_map_page_dup_own_subtitle (ris3_figure_page_get_map_page (figure)), options->subtitle == NULL);
  if (!has_class_rows (self, classification))
    make_class_rows (self, classification);
}

/* own: what the page says without it */
static void
read_text (char **field, const char *text, const char *own)
{
  ris3_page_options_set (field, g_strcmp0 (text, own) != 0 ? text : NULL);
}

static void
read_size (Ris3FigureWindow *self, Ris3PageOptions *options)
{
  guint kind = adw_combo_row_get_selected (self->size_row);
  double width = gtk_spin_button_get_value (self->width), height = gtk_spin_button_get_value (self->height);
  double dpi = gtk_spin_button_get_value (self->dpi);

  if (adw_combo_row_get_selected (self->template_row) != options->page)
    {
      options->page = adw_combo_row_get_selected (self->template_row);
      options->dpi = 0;
      kind = SIZE_OF_TEMPLATE;
    }
  else if (dpi != ris3_page_options_get_dpi (options))
    options->dpi = dpi;
  /* The same size in another unit. */
  if (kind != get_size_kind (options))
    {
      double dots = kind == SIZE_PIXELS ? ris3_page_options_get_dpi (options) / 25.4 : 1;

      ris3_page_options_get_paper (options, &width, &height);
      width = round (width * dots);
      height = round (height * dots);
    }
  options->width = kind == SIZE_MILLIMETRES ? width : 0;
  options->height = kind == SIZE_MILLIMETRES ? height : 0;
  options->pixel_width = kind == SIZE_PIXELS ? (guint) width : 0;
  options->pixel_height = kind == SIZE_PIXELS ? (guint) height : 0;
}

static void
read_crs (Ris3FigureWindow *self, Ris3PageOptions *options)
{
  guint selected = adw_combo_row_get_selected (self->crs_row);
  g_autofree char *code = NULL;

  if (selected < OTHER_CRS)
    {
      ris3_page_options_set (&options->crs, selected > 0 ? usual[selected].crs : NULL);
      return;
    }
  code = ris3_epsg_code_from_text (gtk_editable_get_text (GTK_EDITABLE (self->code_entry)));
  if (code != NULL)
    ris3_page_options_set (&options->crs, code);
}

/* Those that an opened figure names stay. */
static void
read_names (Ris3FigureWindow *self, Ris3PageOptions *options)
{
  if (gtk_switch_get_active (self->names) == (options->names != NULL))
    return;
  g_clear_pointer (&options->names, g_strfreev);
  if (gtk_switch_get_active (self->names) && self->selected[0] != NULL)
    options->names = g_strdupv (self->selected);
}

void
_ris3_figure_window_choose (Ris3FigureWindow *self)
{
  g_autoptr (Ris3PageOptions) options = NULL;

  if (self->is_filling)
    return;
  options = ris3_page_options_copy (ris3_figure_draft_get_options (self->draft));
  read_size (self, options);
  read_text (&options->title, ris3_figure_words_row_get_text (self->title_row), self->own_title);
  read_text (&options->subtitle, ris3_figure_words_row_get_text (self->subtitle_row), self->own_subtitle);
  read_text (&options->figure, gtk_editable_get_text (self->number_entry), NULL);
  read_text (&options->notes, ris3_figure_words_row_get_text (self->notes_row), NULL);
  read_text (&options->publisher, gtk_editable_get_text (self->publisher_entry), NULL);
  options->has_second_map = gtk_switch_get_active (self->second_map);
  options->has_insets = gtk_switch_get_active (self->insets);
  options->has_small_states = gtk_switch_get_active (self->small_states);
  options->has_graticule = gtk_switch_get_active (self->graticule);
  options->has_pins = gtk_switch_get_active (self->pins);
  read_names (self, options);
  options->has_disclaimer = gtk_switch_get_active (self->disclaimer);
  for (guint i = 0; i < self->class_rows->len; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->class_rows, i);
      guint klass = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), CLASS_KEY));

      ris3_page_options_set_class_title (options, klass, gtk_editable_get_text (row));
    }
  if (self->code_source == 0)
    read_crs (self, options);
  self->is_filling = TRUE;
  fill_size (self, options);
  self->is_filling = FALSE;
  ris3_figure_draft_set_options (self->draft, options);
  update_faults (self);
  _ris3_figure_window_update_actions (self);
}

void
_ris3_figure_window_choose_crs (Ris3FigureWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->crs_row);

  if (self->is_filling)
    return;
  g_clear_handle_id (&self->code_source, g_source_remove);
  gtk_widget_set_visible (self->code_entry, selected == OTHER_CRS);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->crs_row),
                               selected < OTHER_CRS ? usual[selected].crs : _ ("By its code"));
  _ris3_figure_window_choose (self);
}

static gboolean
on_code_pause_cb (gpointer user_data)
{
  Ris3FigureWindow *self = user_data;

  self->code_source = 0;
  _ris3_figure_window_choose (self);
  return G_SOURCE_REMOVE;
}

/* Not after each digit: projecting takes a moment. */
void
_ris3_figure_window_choose_code (Ris3FigureWindow *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->code_source, g_source_remove);
  self->code_source = g_timeout_add (CODE_PAUSE, on_code_pause_cb, self);
  _ris3_figure_window_update_actions (self);
}
