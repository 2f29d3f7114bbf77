/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-join-window.h"

#include <glib/gi18n.h>

#include "app/ris3-expander.h"
#include "app/ris3-child-window.h"
#include "app/ris3-session-edit.h"
#include "app/table/ris3-join-work.h"
#include "geo/ris3-nuts-version.h"

/* Lines of a list of what is left out. */
#define MAX_LINES 500

struct _Ris3JoinWindow
{
  AdwWindow parent_instance;

  Ris3Session *session;
  char *path;
  Ris3JoinSource *source; /* NULL until it is open */
  Ris3ColumnJoin *join;   /* of what is chosen; NULL while it is made, or cannot be */
  GCancellable *working;  /* on either; else NULL */
  gboolean is_filling;    /* what is chosen is being set, or is not there yet */
  char *indicator;        /* while it is being joined, else NULL */
  guint level;

  GtkWidget *sheet;
  GtkWidget *code;
  GtkWidget *value;
  GtkWidget *version;
  GtkWidget *name;
  GtkWidget *unit;
  GtkWidget *year;
  GtkWidget *credit;
  GtkLabel *words;
  GtkWidget *unjoined;
  GtkLabel *unjoined_list;
  GtkWidget *missing;
  GtkLabel *missing_list;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (Ris3JoinWindow, ris3_join_window, ADW_TYPE_WINDOW)

static guint joined_signal;

static GCancellable *
begin_work (Ris3JoinWindow *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  gtk_widget_set_sensitive (self->button, FALSE);
  return self->working;
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static guint
get_selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static void
show_error (Ris3JoinWindow *self, const char *words)
{
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->unjoined, FALSE);
  gtk_widget_set_visible (self->missing, FALSE);
}

static void
show_unjoined (Ris3JoinWindow *self)
{
  GPtrArray *rows = ris3_column_join_get_unjoined (self->join);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u row is not joined", "%u rows are not joined", rows->len), rows->len);

  for (guint i = 0; i < MIN (rows->len, MAX_LINES); i++)
    {
      const Ris3UnjoinedRow *row = g_ptr_array_index (rows, i);

      /* Translators: the number of a row, the text of a cell, and what is wrong with it. */
      g_string_append_printf (list, _ ("Row %u, %s: %s\n"), row->line, row->text, row->problem);
    }
  if (rows->len > MAX_LINES)
    g_string_append_printf (list, _ ("… and %u more"), rows->len - MAX_LINES);
  gtk_expander_set_label (GTK_EXPANDER (self->unjoined), title);
  gtk_label_set_label (self->unjoined_list, list->str);
  gtk_widget_set_visible (self->unjoined, rows->len > 0);
}

static void
show_missing (Ris3JoinWindow *self)
{
  const char *const *codes = ris3_column_join_get_missing (self->join);
  guint n = g_strv_length ((char **) codes);
  g_autofree char *list = g_strjoinv (", ", (char **) codes);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u region of level %u has no value", "%u regions of level %u have no value", n), n,
                         ris3_column_join_get_level (self->join));

  gtk_expander_set_label (GTK_EXPANDER (self->missing), title);
  gtk_label_set_label (self->missing_list, list);
  gtk_widget_set_visible (self->missing, n > 0);
}

static void
on_joined_rows_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3JoinWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ColumnJoin) join = ris3_join_source_join_finish (result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_pointer (&self->join, ris3_column_join_free);
  self->join = g_steal_pointer (&join);
  if (self->join == NULL)
    {
      show_error (self, error->message);
      return;
    }
  words = ris3_column_join_describe (self->join);
  gtk_label_set_label (self->words, words);
  show_unjoined (self);
  show_missing (self);
  gtk_widget_set_sensitive (self->button, TRUE);
}

/* Something else is chosen. */
static void
update (Ris3JoinWindow *self)
{
  guint version;
  const char *year;
  guint64 number = 0;
  Ris3JoinChoice choice;
  GCancellable *cancellable;

  if (self->is_filling || self->source == NULL)
    return;
  version = get_selected (self->version);
  year = get_text (self->year);
  choice = (Ris3JoinChoice){
    .code_column = get_selected (self->code),
    .value_column = get_selected (self->value),
    .nuts_version = version > 0 && version <= RIS3_N_NUTS_VERSIONS ? ris3_nuts_versions[version - 1] : 0,
    .name = get_text (self->name),
    .unit = get_text (self->unit),
    .source = get_text (self->credit),
  };
  cancellable = begin_work (self);
  if (*year != '\0' && !g_ascii_string_to_unsigned (year, 10, 1900, 2100, &number, NULL))
    {
      show_error (self, _ ("The year must be from 1900 to 2100."));
      return;
    }
  choice.year = (guint) number;
  if (ris3_atlas_lookup_joined_column (ris3_session_get_atlas (self->session), choice.name) != NULL)
    {
      show_error (self, _ ("The atlas already has a joined column of this name. Choose another one."));
      return;
    }
  ris3_join_source_join_async (self->source, &choice, cancellable, on_joined_rows_cb, g_object_ref (self));
}

/* The heading of the column says what it is called, until a person says otherwise. */
static void
read_heading (Ris3JoinWindow *self)
{
  guint column = get_selected (self->value);
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *year_text = NULL;
  gboolean was_filling = self->is_filling;
  guint year;

  if (self->source == NULL || column >= ris3_table_get_n_columns (self->source->sheet->sample))
    return;
  ris3_column_join_read_heading (ris3_table_get_columns (self->source->sheet->sample)[column], self->source->file_name,
                                 &name, &unit, &year);
  year_text = year > 0 ? g_strdup_printf ("%u", year) : g_strdup ("");
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->unit), unit);
  gtk_editable_set_text (GTK_EDITABLE (self->year), year_text);
  self->is_filling = was_filling;
}

static void
on_value_chosen_cb (Ris3JoinWindow *self)
{
  if (self->is_filling)
    return;
  read_heading (self);
  update (self);
}

static void
set_choices (GtkWidget *row, const char *const *choices, guint n_choices, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (list, choices[i]);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

static void
fill (Ris3JoinWindow *self)
{
  Ris3HeadedSheet *sheet = self->source->sheet;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) sheets = NULL;
  guint n_sheets = ris3_table_file_get_n_sheets (sheet->file);
  guint n_columns = ris3_table_get_n_columns (sheet->sample);
  guint code, value;

  self->is_filling = TRUE;
  for (guint i = 0; i < n_sheets; i++)
    g_strv_builder_add (names, ris3_table_file_get_sheet (sheet->file, i)->name);
  sheets = g_strv_builder_end (names);
  set_choices (self->sheet, (const char *const *) sheets, n_sheets, sheet->sheet);
  gtk_widget_set_visible (self->sheet, n_sheets > 1);
  ris3_column_join_guess (sheet->sample, &code, &value);
  set_choices (self->code, ris3_table_get_columns (sheet->sample), n_columns, code);
  set_choices (self->value, ris3_table_get_columns (sheet->sample), n_columns, value);
  read_heading (self);
  self->is_filling = FALSE;
  update (self);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3JoinWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3JoinSource) source = ris3_join_source_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (source == NULL)
    {
      show_error (self, error->message);
      return;
    }
  g_clear_pointer (&self->source, ris3_join_source_unref);
  self->source = g_steal_pointer (&source);
  fill (self);
}

static void
on_sheet_chosen_cb (Ris3JoinWindow *self)
{
  if (!self->is_filling)
    ris3_join_source_open_async (self->path, get_selected (self->sheet), begin_work (self), on_opened_cb,
                                 g_object_ref (self));
}

static void
on_applied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3JoinWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) done = ris3_session_edit_finish (RIS3_SESSION (object), result, &error);

  if (self->session == NULL)
    return;
  if (done == NULL)
    {
      gtk_widget_set_sensitive (self->button, TRUE);
      show_error (self, error->message);
      return;
    }
  g_signal_emit (self, joined_signal, 0, self->indicator, self->level);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_join_clicked_cb (Ris3JoinWindow *self)
{
  g_autoptr (Ris3Edit) edit = NULL;

  if (self->join == NULL)
    return;
  gtk_widget_set_sensitive (self->button, FALSE);
  edit = ris3_column_join_make_edit (self->join);
  g_free (self->indicator);
  self->indicator = g_strdup (ris3_column_join_get_indicator (self->join));
  self->level = ris3_column_join_get_level (self->join);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_applied_cb, g_object_ref (self));
}

static void
ris3_join_window_dispose (GObject *object)
{
  Ris3JoinWindow *self = RIS3_JOIN_WINDOW (object);

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->session);
  g_clear_pointer (&self->source, ris3_join_source_unref);
  g_clear_pointer (&self->join, ris3_column_join_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->indicator, g_free);
  G_OBJECT_CLASS (ris3_join_window_parent_class)->dispose (object);
}

static void
ris3_join_window_class_init (Ris3JoinWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_join_window_dispose;
  joined_signal = g_signal_new ("joined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_row (Ris3JoinWindow *self, GtkWidget *group, GtkWidget *row, const char *title, const char *signal, GCallback func)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, signal, func, self, G_CONNECT_SWAPPED);
  return row;
}

/* A list that opens. (transfer floating) */
static GtkWidget *
new_list (GtkLabel **label)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_wrap (*label, TRUE);
  gtk_label_set_selectable (*label, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 200);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (*label));
  ris3_expander_set_content (GTK_EXPANDER (expander), scrolled);
  gtk_widget_set_visible (expander, FALSE);
  return expander;
}

static void
add_result (Ris3JoinWindow *self, GtkWidget *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What Is Joined"));
  self->words = GTK_LABEL (gtk_label_new (_ ("The table is being read.")));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  self->unjoined = new_list (&self->unjoined_list);
  self->missing = new_list (&self->missing_list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), self->unjoined);
  gtk_box_append (GTK_BOX (box), self->missing);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static void
ris3_join_window_init (Ris3JoinWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *columns = adw_preferences_group_new ();
  GtkWidget *meaning = adw_preferences_group_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) versions = NULL;

  self->is_filling = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Join a Column"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 680);
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  self->button = gtk_button_new_with_mnemonic (_ ("_Join"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_join_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (columns),
      _ ("A value is that of exactly its own region: none is added up or handed down."));
  self->sheet
      = add_row (self, columns, adw_combo_row_new (), _ ("Sheet"), "notify::selected", G_CALLBACK (on_sheet_chosen_cb));
  gtk_widget_set_visible (self->sheet, FALSE);
  self->code
      = add_row (self, columns, adw_combo_row_new (), _ ("Region Codes"), "notify::selected", G_CALLBACK (update));
  self->value = add_row (self, columns, adw_combo_row_new (), _ ("Values"), "notify::selected",
                         G_CALLBACK (on_value_chosen_cb));
  g_strv_builder_add (builder, _ ("As the Codes Tell"));
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *version = g_strdup_printf ("%u", ris3_nuts_versions[i]);

      g_strv_builder_add (builder, version);
    }
  versions = g_strv_builder_end (builder);
  self->version
      = add_row (self, columns, adw_combo_row_new (), _ ("NUTS Version"), "notify::selected", G_CALLBACK (update));
  set_choices (self->version, (const char *const *) versions, RIS3_N_NUTS_VERSIONS + 1, 0);
  self->name = add_row (self, meaning, adw_entry_row_new (), _ ("Name"), "changed", G_CALLBACK (update));
  self->unit = add_row (self, meaning, adw_entry_row_new (), _ ("Unit of Measurement"), "changed", G_CALLBACK (update));
  self->year = add_row (self, meaning, adw_entry_row_new (), _ ("Year"), "changed", G_CALLBACK (update));
  self->credit = add_row (self, meaning, adw_entry_row_new (), _ ("Source to Credit"), "changed", G_CALLBACK (update));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (columns));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (meaning));
  add_result (self, page);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWindow *
ris3_join_window_new (Ris3Session *session, GtkWindow *parent, const char *path)
{
  Ris3JoinWindow *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && GTK_IS_WINDOW (parent) && path != NULL, NULL);
  self = g_object_new (RIS3_TYPE_JOIN_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  ris3_join_source_open_async (path, G_MAXUINT, begin_work (self), on_opened_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
