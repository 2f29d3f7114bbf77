/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person composes the map as a page for a report, and saves it. */
#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "app/edit/ris3-history-window.h"
#include "app/figure/ris3-figure-preview.h"
#include "app/figure/ris3-figure-window-private.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "app/window/ris3-window-private.h"
#include "model/ris3-output-file.h"
#include "test-figure.h"

static char *folder;

/* What is seen of a widget. */
typedef struct
{
  GtkWidget *widget;
  GdkPaintable *paintable;
  GBytes *pixels; /* NULL: not seen yet */
} Look;

static gboolean
has_pixels (gpointer data)
{
  Look *look = data;
  int width = gtk_widget_get_width (look->widget), height = gtk_widget_get_height (look->widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gsize stride = (gsize) width * 4;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels;

  gdk_paintable_snapshot (look->paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || !ris3_figure_preview_is_drawn (RIS3_FIGURE_PREVIEW (look->widget)))
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (look->widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pixels = g_malloc0 (stride * (gsize) height);
  gdk_texture_download (texture, pixels, stride);
  g_clear_pointer (&look->pixels, g_bytes_unref);
  look->pixels = g_bytes_new_take (pixels, stride * (gsize) height);
  return TRUE;
}

static GBytes *
look_at (GtkWidget *preview)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (preview);
  Look look = { .widget = preview, .paintable = paintable };

  test_wait_until (has_pixels, &look, "what is seen");
  return look.pixels;
}

typedef struct
{
  Look look;
  GBytes *former;
} Change;

static gboolean
looks_different (gpointer data)
{
  Change *change = data;

  return has_pixels (&change->look) && !g_bytes_equal (change->look.pixels, change->former);
}

/* keys: are pressed for it; NULL: it comes by itself */
static void
wait_for_change (Ris3Window *window, GtkWidget *preview, const char *keys, GBytes *former)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (preview);
  Change change = { .look = { .widget = preview, .paintable = paintable }, .former = former };

  if (keys != NULL)
    test_key_until (window, keys, looks_different, &change, "another preview");
  else
    test_wait_until (looks_different, &change, "another preview");
  g_bytes_unref (change.look.pixels);
}

static gboolean
has_keys (gpointer row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

/* (transfer full) */
static char *
read_file (const char *path, gsize *length)
{
  char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static gboolean
contains (const char *contents, gsize length, const char *text)
{
  return memmem (contents, length, text, strlen (text)) != NULL;
}

/* Template, kind and title by the keys; the preview is of the page, and so is the file. */
static void
test_save (void)
{
  g_autofree char *path = g_build_filename (folder, "Karte.png", NULL);
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text ("country:FR,IT", NULL, NULL);
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) former = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  GtkWindow *figure;
  GtkWidget *preview;

  test_wait_for_map (window);
  ris3_session_set_filter (ris3_window_get_session (window), filter);
  figure = test_figure_open (window);
  test_wait_for_label (figure, "297 × 210 mm");
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 3);
  test_wait_for_label (figure, "Slide, 16:9");
  test_wait_for_label (figure, "1920 × 1080 pixels");
  preview = test_figure_wait_for_preview (figure);
  former = look_at (preview);
  test_key_until (window, "alt+t", has_keys,
                  gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Title"), RIS3_TYPE_FIGURE_WORDS_ROW),
                  "the keys in the title");
  test_key (window, "ctrl+a");
  test_type (window, "Two countries");
  wait_for_change (window, preview, NULL, former);

  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “Karte.png”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  picture = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, 1920);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, 1080);
  /* It says what it shows, and how it is made again. */
  contents = read_file (path, &length);
  g_assert_true (contains (contents, length, "country:FR,IT"));
  g_assert_true (contains (contents, length, "template=slide"));
  g_assert_true (contains (contents, length, "title=Two%20countries"));
  test_app_close (window);
}

/* The ending that is typed tells the kind of file; one that is missing is that of the kind chosen. */
static void
test_kinds (void)
{
  g_autofree char *drawing = g_build_filename (folder, "drawing.svg", NULL);
  g_autofree char *document = g_build_filename (folder, "document", NULL);
  g_autofree char *whole = g_strconcat (document, ".pdf", NULL);
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *svg = NULL;
  g_autofree char *pdf = NULL;
  gsize length;
  GtkWindow *figure;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Kind of File", 0);
  test_figure_save_to (window, drawing);
  test_wait_for_label (window, "Saved the map as “drawing.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
  svg = read_file (drawing, &length);
  g_assert_true (contains (svg, length, "<svg"));

  /* The kind is remembered; what is no picture of pixels has no resolution. */
  figure = test_figure_open (window);
  test_wait_for_label (figure, "SVG drawing");
  test_wait_for_no_label (figure, "Resolution");
  test_choose_in_row (window, GTK_WIDGET (figure), "Kind of File", 2);
  test_wait_for_label (figure, "PDF document");
  test_figure_save_to (window, document);
  test_wait_for_label (window, "Saved the map as “document.pdf”.");
  pdf = read_file (whole, &length);
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  test_app_close (window);
}

/* No space (for more than other files need): a sentence, and the dialog stays with all choices. */
static void
test_error (void)
{
  g_autofree char *path = g_build_filename (folder, "full.png", NULL);
  Ris3Window *window = test_app_start (NULL);
  struct rlimit limit, small;
  GtkWindow *figure;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Kind of File", 0);
  test_figure_write_in (window, figure, "Title", "Kept");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ .rlim_cur = 100000, .rlim_max = limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  test_figure_save_to (window, path);
  test_wait_for_label (figure, "The map was not written: ");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  test_wait_for_label (figure, "Save…");

  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “full.png”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  {
    gsize length;
    g_autofree char *contents = read_file (path, &length);

    g_assert_true (contains (contents, length, "title=Kept"));
  }
  test_app_close (window);
}

/* What is chosen of the page is there the next time; the words of one map are not. */
static void
test_remembered (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *figure;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 4);
  test_figure_write_in (window, figure, "Title", "Of one map");
  test_figure_write_in (window, figure, "Publisher", "The Publisher");
  test_choose_in_row (window, GTK_WIDGET (figure), "Projection", 1);
  test_figure_close (window);

  figure = test_figure_open (window);
  test_wait_for_label (figure, "Square");
  test_wait_for_label (figure, "Web Mercator");
  test_choose_in_row (window, GTK_WIDGET (figure), "Projection", 0);
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 0);
  {
    GtkWidget *title
        = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Title"), RIS3_TYPE_FIGURE_WORDS_ROW);
    GtkWidget *publisher
        = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Publisher"), ADW_TYPE_ENTRY_ROW);

    test_assert_cmpstr (ris3_figure_words_row_get_text (RIS3_FIGURE_WORDS_ROW (title)), ==,
                        "Personalised medicine (PM) in RIS3");
    test_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (publisher)), ==, "The Publisher");
  }
  test_figure_close (window);
  test_app_close (window);
}

static gboolean
can_save (gpointer figure)
{
  GtkWidget *button = test_find_button (figure, "_Save…");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
cannot_save (gpointer figure)
{
  return !can_save (figure);
}

/* What no page can be is said where it is written. */
static void
test_faults (void)
{
  Ris3Window *window = test_app_start (NULL);
  GtkWindow *figure;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Projection", 3);
  test_wait_for_label (figure, "Write the number that EPSG has");
  g_assert_true (cannot_save (figure));
  test_figure_write_in (window, figure, "Code of EPSG", "31370");
  test_wait_until (can_save, figure, "Belgium’s projection");
  test_wait_for_no_label (figure, "Write the number that EPSG has");
  test_figure_write_in (window, figure, "Code of EPSG", "31");
  test_wait_for_label (figure, "“EPSG:31” is not a known map projection");
  test_wait_until (cannot_save, figure, "a projection that there is not");
  test_choose_in_row (window, GTK_WIDGET (figure), "Projection", 0);
  test_wait_until (can_save, figure, "Europe’s projection");

  test_choose_in_row (window, GTK_WIDGET (figure), "Kind of File", 0);
  test_choose_in_row (window, GTK_WIDGET (figure), "Size", 1);
  test_wait_for_label (figure, "Width");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Width"), ADW_TYPE_ACTION_ROW));
  test_key (window, "Return");
  test_wait (200);
  test_key (window, "ctrl+a");
  test_type (window, "2400");
  test_key (window, "Tab");
  test_wait_for_label (figure, "The page would have");
  test_wait_until (cannot_save, figure, "a page that is too large");
  test_choose_in_row (window, GTK_WIDGET (figure), "Size", 0);
  test_wait_until (can_save, figure, "the size of the template");
  test_wait_for_no_label (figure, "The page would have");
  test_figure_close (window);
  test_app_close (window);
}

static gboolean
is_as_on_paper (gpointer preview)
{
  return ris3_figure_preview_get_zoom (preview) == 1 && ris3_figure_preview_is_drawn (preview);
}

static gboolean
shows_all (gpointer preview)
{
  return ris3_figure_preview_get_zoom (preview) == 0 && ris3_figure_preview_is_drawn (preview);
}

static gboolean
is_larger (gpointer preview)
{
  return ris3_figure_preview_get_zoom (preview) > 1 && ris3_figure_preview_is_drawn (preview);
}

static void
test_zoom (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) again = NULL;
  GtkWidget *preview;
  GtkWindow *figure;
  int width;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  preview = test_figure_wait_for_preview (figure);
  all = look_at (preview);
  width = gtk_widget_get_width (preview);
  test_key (window, "ctrl+1");
  test_wait_until (is_as_on_paper, preview, "the size on paper");
  test_assert_cmpint (gtk_widget_get_width (preview), >, width);
  test_key (window, "ctrl+plus");
  test_wait_until (is_larger, preview, "a larger page");
  test_key (window, "ctrl+minus");
  test_wait_until (is_as_on_paper, preview, "a smaller page");
  test_key (window, "ctrl+0");
  test_wait_until (shows_all, preview, "all of the page");
  again = look_at (preview);
  g_assert_true (g_bytes_equal (all, again));
  test_figure_close (window);
  test_app_close (window);
}

static void
on_texture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* The page of a slide as a picture, with the names of what is selected. */
static void
test_copy (void)
{
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) former = NULL;
  GtkWindow *figure;
  GtkWidget *preview;

  test_wait_for_map (window);
  ris3_session_select (session, test_find_region (window, "FRL0"));
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 3);
  test_wait_for_label (figure, "1920 × 1080 pixels");
  preview = test_figure_wait_for_preview (figure);
  former = look_at (preview);
  wait_for_change (window, preview, "alt+o", former);
  test_key (window, "ctrl+shift+c");
  test_wait_for_label (figure, "Copied the page as a picture.");
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (figure)), NULL, on_texture_cb, &texture);
  test_wait_until (is_set, &texture, "a picture on the clipboard");
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1080);
  test_figure_close (window);
  test_app_close (window);
}

/* Its type has no public name without another library. */
static gboolean
asks_for_printer (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      is_found |= g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") && gtk_widget_get_mapped (window);
    }
  return is_found;
}

static gboolean
asks_for_nothing (gpointer data)
{
  return !asks_for_printer (NULL);
}

/* The key asks for a printer; what is printed has the words of the page as words. */
static void
test_print (void)
{
  Ris3Window *window = test_app_start (NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *figure;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_key_until (window, "ctrl+p", asks_for_printer, NULL, "the choice of a printer");
  test_key_until (window, "Escape", asks_for_nothing, NULL, "no choice of a printer");

  operation = _ris3_figure_window_make_print (RIS3_FIGURE_WINDOW (figure));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, figure, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-raw", path, "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &words, NULL, &error));
  g_assert_nonnull (strstr (words, "Explicit PM priority"));
  g_assert_nonnull (strstr (words, "EuroGeographics"));
  remove (path);
  test_figure_close (window);
  test_app_close (window);
}

static gboolean
shows_europe (gpointer window)
{
  g_autofree char *extent = _ris3_window_dup_extent (window);

  return extent == NULL;
}

static gboolean
shows_part (gpointer window)
{
  return !shows_europe (window);
}

static gboolean
is_edited (gpointer atlas)
{
  return ris3_atlas_lookup_saved_view (atlas, "Of today") != NULL;
}

/* What the figure showed of the map is shown again, in the window and on the page; the changes since are shown in the
 * history. */
static void
test_open_part (void)
{
  g_autofree char *path = g_build_filename (folder, "part.svg", NULL);
  g_autofree char *contents = NULL;
  Ris3Window *window = test_app_start (NULL);
  g_autoptr (Ris3Edit) edit = NULL;
  GtkWindow *figure;

  test_wait_for_map (window);
  _ris3_window_show_extent (window, "5,43,12,48");
  test_wait_until (shows_part, window, "a part of the map");
  test_wait_for_map (window);
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Part of the Map", 1);
  test_wait_for_label (figure, "As in the Window");
  test_figure_wait_for_preview (figure);
  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “part.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, " extent="));

  _ris3_window_show_extent (window, "europe");
  test_wait_until (shows_europe, window, "all of Europe");
  edit = ris3_edit_new_add ("saved_view");
  ris3_edit_set_text (edit, "name", "Of today");
  ris3_edit_set_text (edit, "view", "indicator=year");
  ris3_session_edit (ris3_window_get_session (window), edit);
  test_wait_until (is_edited, ris3_session_get_atlas (ris3_window_get_session (window)), "the edit");
  test_drop_file (window, path);
  figure = test_wait_for_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_label (figure, "As in the Figure");
  test_wait_until (shows_part, window, "the part of the figure");
  test_wait_for_label (figure, "The atlas has been changed 1 time since");
  test_click_middle (test_find_button (GTK_WIDGET (figure), "Show Changes"));
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  figure = test_wait_for_window (RIS3_TYPE_HISTORY_WINDOW);
  test_wait_for_label (figure, "Of today");
  test_key (window, "Escape");
  test_wait_for_no_window (RIS3_TYPE_HISTORY_WINDOW);
  test_app_close (window);
}

/* A table beside the figure: one that is there is asked for. What is alike in grey is said under the preview. */
static void
test_companions (void)
{
  g_autofree char *path = g_build_filename (folder, "with.svg", NULL);
  g_autofree char *table = g_build_filename (folder, "with.csv", NULL);
  g_autofree char *contents = NULL;
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3View) view = ris3_view_from_text ("indicator=language period=latest", NULL, NULL);
  GtkWindow *figure;

  test_wait_for_map (window);
  ris3_session_set_view (session, view);
  figure = test_figure_open (window);
  test_wait_for_label (figure, "Choose another palette if the report is copied in grey.");
  g_assert_true (g_file_set_contents (table, "former", -1, NULL));
  test_choose_in_row (window, GTK_WIDGET (figure), "Table of Values", 1);
  test_wait_for_label (figure, "CSV");
  test_figure_save_to (window, path);
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "Replace “with.csv”?");
  test_key (window, "alt+r");
  test_wait_for_label (window, "Saved the map as “with.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  g_assert_true (g_file_get_contents (table, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "FRL0"));

  /* It is remembered, as the folder is; a key finds a row out of sight. */
  test_wait_for_active (window);
  figure = test_figure_open (window);
  test_wait_for_label (figure, "CSV");
  test_key (window, "alt+j");
  test_wait_for_label (figure, "Web Mercator");
  test_key (window, "Escape");
  test_wait_for_no_label (figure, "Web Mercator");
  test_choose_in_row (window, GTK_WIDGET (figure), "Table of Values", 0);
  test_figure_close (window);
  test_app_close (window);
}

static gboolean
is_on (gpointer toggle)
{
  return gtk_switch_get_active (toggle);
}

/* The switch for notes on the map, which is off unless it is asked for. */
static GtkWidget *
find_pins (GtkWindow *figure)
{
  GtkWidget *label = test_find_label (GTK_WIDGET (figure), "Notes on the Map");

  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)));
}

/* A figure that was saved says what it shows: the view comes back, and its page. */
static void
test_open (void)
{
  g_autofree char *path = g_build_filename (folder, "again.svg", NULL);
  g_autofree char *other = g_build_filename (folder, "other.png", NULL);
  g_autofree char *contents = NULL;
  char *changes;
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text ("country:FR,IT", NULL, NULL);
  g_autoptr (Ris3View) former = NULL;
  GtkWindow *figure;

  test_wait_for_map (window);
  ris3_session_set_filter (session, filter);
  former = ris3_view_ref (ris3_session_get_view (session));
  figure = test_figure_open (window);
  test_choose_in_row (window, GTK_WIDGET (figure), "Template", 1);
  test_figure_write_in (window, figure, "Notes", "Of our own");
  test_assert_false (is_on (find_pins (figure)));
  gtk_widget_grab_focus (find_pins (figure));
  test_key_until (window, "space", is_on, find_pins (figure), "notes on the map");
  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “again.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
  ris3_session_clear_filter (session);
  test_assert_false (ris3_view_equal (former, ris3_session_get_view (session)));

  test_drop_file (window, path);
  figure = test_wait_for_window (RIS3_TYPE_FIGURE_WINDOW);
  test_figure_wait_for_preview (figure);
  test_assert_true (ris3_view_equal (former, ris3_session_get_view (session)));
  test_wait_for_label (figure, "A4, portrait");
  {
    GtkWidget *notes
        = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (figure), "Notes"), RIS3_TYPE_FIGURE_WORDS_ROW);

    test_assert_cmpstr (ris3_figure_words_row_get_text (RIS3_FIGURE_WORDS_ROW (notes)), ==, "Of our own");
  }
  test_assert_true (is_on (find_pins (figure)));
  test_wait_for_no_label (figure, "since this figure was saved");
  test_figure_close (window);

  /* Another digest, as of a file that was changed without the history. */
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  changes = strstr (contents, " changes=");
  g_assert_nonnull (changes);
  changes[-1] = changes[-1] == '0' ? '1' : '0';
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  test_drop_file (window, path);
  figure = test_wait_for_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_label (figure, "or of this one before it was changed");
  test_figure_close (window);

  g_assert_true (g_file_set_contents (other, "no picture", -1, NULL));
  test_drop_file (window, other);
  test_wait_for_label (window, "“other.png” does not say what it shows");
  test_app_close (window);
}

/* A row, and how high it is with one line. */
typedef struct
{
  gpointer row;
  int height;
} Lines;

static gboolean
has_several (gpointer data)
{
  const Lines *lines = data;

  return gtk_widget_get_height (lines->row) > lines->height + 8;
}

static gboolean
has_one (gpointer data)
{
  return !has_several (data);
}

/* A long title is seen whole, in several lines; Return ends none of them, and Tab leads on. */
static void
test_words (void)
{
  g_autofree char *path = g_build_filename (folder, "words.svg", NULL);
  g_autofree char *contents = NULL;
  Ris3Window *window = test_app_start (NULL);
  Ris3FigureWindow *self;
  GtkWindow *figure;
  Lines lines;

  test_wait_for_map (window);
  figure = test_figure_open (window);
  self = RIS3_FIGURE_WINDOW (figure);
  /* The subtitle is long by itself. */
  lines = (Lines){ self->subtitle_row, gtk_widget_get_height (GTK_WIDGET (self->title_row)) };
  test_wait_until (has_several, &lines, "a subtitle in several lines");
  lines.row = self->title_row;
  test_figure_write_in (window, figure, "Title", "Personalised medicine in the strategies of the regions of Europe");
  test_wait_until (has_several, &lines, "a title in several lines");
  test_key (window, "Return");
  test_type (window, " today");
  test_assert_cmpstr (ris3_figure_words_row_get_text (self->title_row), ==,
                      "Personalised medicine in the strategies of the regions of Europe today");
  test_key (window, "ctrl+a");
  test_type (window, "Short");
  test_wait_until (has_one, &lines, "a title in one line");
  test_figure_write_in (window, figure, "Title",
                        "Personalised medicine in the strategies of the regions of Europe today");
  test_key_until (window, "Tab", has_keys, self->subtitle_row, "the keys in the subtitle");
  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “words.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "of the regions of Europe today</title>"));
  test_app_close (window);
}

static gboolean
has_pair (gpointer figure)
{
  Ris3FigurePage *page = ris3_figure_draft_get_figure (RIS3_FIGURE_WINDOW (figure)->draft);

  return page != NULL && ris3_figure_page_get_map_page (page)->compared != NULL;
}

static gboolean
has_one_map (gpointer figure)
{
  return !has_pair (figure);
}

static gboolean
compares (gpointer session)
{
  return ris3_session_get_comparison (session) != NULL;
}

static gboolean
compares_nothing (gpointer session)
{
  return !compares (session);
}

/* Two maps that the window compares are on one page, and are compared again when the figure is opened. */
static void
test_pair (void)
{
  g_autofree char *path = g_build_filename (folder, "pair.svg", NULL);
  g_autofree char *contents = NULL;
  Ris3Window *window = test_app_start (NULL);
  Ris3Session *session = ris3_window_get_session (window);
  GtkWindow *figure;

  test_wait_for_map (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.against", "s", "2021-2027");
  test_wait_until (compares, session, "a comparison");
  figure = test_figure_open (window);
  test_wait_until (has_pair, figure, "a page of both maps");
  test_wait_for_label (figure, "Second Map");
  test_figure_save_to (window, path);
  test_wait_for_label (window, "Saved the map as “pair.svg”.");
  test_wait_for_no_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_for_active (window);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "against=period:2021-2027"));
  g_assert_nonnull (strstr (contents, "<g id=\"b-map\"><title>B · 2021–2027</title>"));
  g_assert_nonnull (strstr (contents, "<g id=\"b-ITC4\">"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-comparison", NULL);
  test_wait_until (compares_nothing, session, "one map");
  test_drop_file (window, path);
  figure = test_wait_for_window (RIS3_TYPE_FIGURE_WINDOW);
  test_wait_until (compares, session, "the comparison of the figure");
  test_wait_until (has_pair, figure, "a page of both maps");
  /* The first alone, by the keys. */
  gtk_widget_grab_focus (GTK_WIDGET (RIS3_FIGURE_WINDOW (figure)->second_map));
  test_key_until (window, "space", has_one_map, figure, "a page of one map");
  test_key_until (window, "space", has_pair, figure, "both maps again");
  test_figure_close (window);
  test_app_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_app_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-figure-XXXXXX", &error);
  g_assert_no_error (error);
  ris3_output_file_init ();
  g_test_add_func ("/window/figure/save", test_save);
  g_test_add_func ("/window/figure/words", test_words);
  g_test_add_func ("/window/figure/pair", test_pair);
  g_test_add_func ("/window/figure/kinds", test_kinds);
  g_test_add_func ("/window/figure/error", test_error);
  g_test_add_func ("/window/figure/remembered", test_remembered);
  g_test_add_func ("/window/figure/faults", test_faults);
  g_test_add_func ("/window/figure/zoom", test_zoom);
  g_test_add_func ("/window/figure/copy", test_copy);
  g_test_add_func ("/window/figure/print", test_print);
  g_test_add_func ("/window/figure/open", test_open);
  g_test_add_func ("/window/figure/open-part", test_open_part);
  g_test_add_func ("/window/figure/companions", test_companions);
  return g_test_run ();
}
