/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-columns-page.h"

#include <glib/gi18n.h>

#include "app/table/ris3-import-sheets-group.h"
#include "app/table/ris3-import-words.h"
#include "app/table/ris3-table-preview.h"
#include "model/ris3-atlas.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"

#define MAX_HEADING 80
/* Characters of the headings that are listed. */
#define MAX_UNREAD 300

struct _Ris3ImportColumnsPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkWidget *slot; /* of the group of rows */
  AdwComboRow *identity_row;
  AdwComboRow *empty_row;
  GtkStack *preview_stack;
  Ris3TablePreview *preview;
  GtkLabel *failure;

  Ris3ImportDraft *draft;
  char *atlas_path;
  AdwPreferencesGroup *group; /* weak */
  GPtrArray *rows;            /* of AdwComboRow, by column; weak */
  gboolean is_filling;
  GCancellable *cancellable; /* of the preview */
};

G_DEFINE_FINAL_TYPE (Ris3ImportColumnsPage, ris3_import_columns_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Ris3ImportSheet *
get_sheet (Ris3ImportColumnsPage *self)
{
  return ris3_import_draft_get_shown (self->draft);
}

static void
on_previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3ImportColumnsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ImportPlan) plan = ris3_import_draft_preview_finish (RIS3_IMPORT_DRAFT (source), result, &error);

  if (self->draft == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan == NULL)
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      gtk_label_set_text (self->failure, words);
      gtk_stack_set_visible_child_name (self->preview_stack, "failure");
      return;
    }
  gtk_stack_set_visible_child_name (self->preview_stack, ris3_import_plan_get_n_rows (plan) > 0 ? "rows" : "no-rows");
  ris3_table_preview_show_plan (self->preview, plan, ris3_import_sheet_get_mapping (get_sheet (self)));
}

static void
stop_preview (Ris3ImportColumnsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
has_columns (Ris3ImportColumnsPage *self)
{
  const Ris3ColumnMapping *mapping = ris3_import_sheet_get_mapping (get_sheet (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (ris3_column_mapping_get (mapping, i) >= 0)
      return TRUE;
  return FALSE;
}

static void
update_preview (Ris3ImportColumnsPage *self)
{
  stop_preview (self);
  if (!has_columns (self))
    {
      gtk_stack_set_visible_child_name (self->preview_stack, "nothing");
      return;
    }
  self->cancellable = g_cancellable_new ();
  ris3_import_draft_preview_async (self->draft, self->atlas_path, self->cancellable, on_previewed_cb,
                                   g_object_ref (self));
}

static const char *
describe (Ris3ImportColumnsPage *self, guint column, const Ris3ExchangeColumn *columns)
{
  const Ris3ImportSheet *sheet = get_sheet (self);
  const Ris3ColumnMapping *mapping = ris3_import_sheet_get_mapping (sheet);
  const Ris3ColumnMapping *guess = ris3_import_sheet_get_guess (sheet);
  gint from = ris3_column_mapping_get (mapping, column);

  if (from < 0)
    return columns[column].is_needed ? _ ("Needed for new rows") : "";
  if (from == ris3_column_mapping_get (guess, column))
    return ris3_column_mapping_is_sure (guess, column) ? _ ("By its heading") : _ ("A guess: check it");
  if (ris3_import_sheet_is_remembered (sheet) && !ris3_import_sheet_is_column_chosen (sheet, column))
    return _ ("Your last choice");
  return _ ("Your choice");
}

/* A column of the file that nobody has seen is left out by mistake. */
static void
describe_group (Ris3ImportColumnsPage *self)
{
  const Ris3ColumnMapping *mapping = ris3_import_sheet_get_mapping (get_sheet (self));
  Ris3Table *sample = ris3_import_sheet_get_sample (get_sheet (self));
  g_autoptr (GString) unread = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (_ ("What the columns of the file mean. What is not in the file stays in "
                                               "the atlas as it is."));
  g_autofree char *markup = NULL;

  for (guint i = 0; i < ris3_table_get_n_columns (sample); i++)
    {
      const char *heading = ris3_table_get_columns (sample)[i];
      gboolean is_read = heading == NULL || *heading == '\0';

      for (guint k = 0; k < self->rows->len && !is_read; k++)
        is_read = ris3_column_mapping_get (mapping, k) == (gint) i;
      if (!is_read)
        g_string_append_printf (unread, "%s%s", unread->len > 0 ? ", " : "", heading);
    }
  if (unread->len > 0)
    {
      g_autofree char *list = ris3_text_to_line (unread->str, MAX_UNREAD);

      g_string_append_c (words, '\n');
      g_string_append_printf (words, _ ("These columns are not read: %s\n"), list);
      g_string_truncate (words, words->len - 1);
    }
  markup = ris3_printable_markup (words->str);
  adw_preferences_group_set_description (self->group, markup);
}

static void
update_rows (Ris3ImportColumnsPage *self)
{
  const Ris3ColumnMapping *mapping = ris3_import_sheet_get_mapping (get_sheet (self));
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (ris3_column_mapping_get_table (mapping), NULL);
  g_autofree char *problem = ris3_import_sheet_dup_problem (get_sheet (self));

  self->is_filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);

      adw_combo_row_set_selected (row, (guint) (ris3_column_mapping_get (mapping, i) + 1));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), describe (self, i, columns));
    }
  self->is_filling = FALSE;
  describe_group (self);
  if (problem == NULL)
    problem = ris3_column_mapping_dup_warning (mapping);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_bar, problem != NULL);
}

static void
on_selected_cb (AdwComboRow *row, GParamSpec *pspec, Ris3ImportColumnsPage *self)
{
  guint column;

  if (self->is_filling || !g_ptr_array_find (self->rows, row, &column))
    return;
  ris3_import_sheet_choose_column (get_sheet (self), column, (gint) adw_combo_row_get_selected (row) - 1);
  update_rows (self);
  update_preview (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_choice_cb (Ris3ImportColumnsPage *self)
{
  if (self->is_filling || self->draft == NULL)
    return;
  ris3_import_sheet_choose_identity (get_sheet (self), adw_combo_row_get_selected (self->identity_row));
  ris3_import_sheet_choose_clears (get_sheet (self), adw_combo_row_get_selected (self->empty_row) == 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What the rows mean as a whole. In the order of Ris3ImportIdentity. */
static void
fill_choices (Ris3ImportColumnsPage *self)
{
  const char *const identities[]
      = { _ ("Identifier; a row without one by its region, period and title"),
          _ ("Identifier; a row without one is new"), _ ("Region and period, whatever their title and identifier"),
          _ ("Region, period and title, whatever their identifier"), NULL };
  const char *const empties[] = { _ ("Leave the atlas as it is"), _ ("Empty the value in the atlas"), NULL };
  g_autoptr (GtkStringList) identity_list = gtk_string_list_new (identities);
  g_autoptr (GtkStringList) empty_list = gtk_string_list_new (empties);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->identity_row, G_LIST_MODEL (identity_list));
  adw_combo_row_set_model (self->empty_row, G_LIST_MODEL (empty_list));
  self->is_filling = FALSE;
}

/* “Not in the File”, and then the headings. */
static GtkStringList *
list_headings (Ris3Table *table)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Not in the File"));
  for (guint i = 0; i < ris3_table_get_n_columns (table); i++)
    {
      const char *heading = ris3_table_get_columns (table)[i];
      g_autofree char *line = ris3_text_to_line (heading != NULL ? heading : "", MAX_HEADING);
      /* Translators: a column without a heading. */
      g_autofree char *words = *line != '\0' ? g_strdup (line) : g_strdup_printf (_ ("Column %u"), i + 1);

      gtk_string_list_append (list, words);
    }
  return list;
}

/* Of several sheets, with the name of this one. */
static void
name_group (Ris3ImportColumnsPage *self)
{
  g_autoptr (GPtrArray) ticked = ris3_import_draft_list_ticked (self->draft);
  const Ris3ImportSheet *sheet = get_sheet (self);
  const char *table = ris3_exchange_get_title (ris3_import_sheet_get_table (sheet));
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (ticked->len > 1)
    {
      g_autofree char *name = ris3_import_sheets_group_describe (ris3_import_draft_get_file (self->draft),
                                                                 ris3_import_sheet_get_number (sheet));

      /* Translators: what the rows of a sheet are, such as “Strategies”, and its name. */
      words = g_strdup_printf (_ ("%s, from the sheet “%s”"), table, name);
    }
  markup = ris3_printable_markup (words != NULL ? words : table);
  adw_preferences_group_set_title (self->group, markup);
}

void
ris3_import_columns_page_show (Ris3ImportColumnsPage *self, Ris3ImportDraft *draft, const char *atlas_path)
{
  const Ris3ImportSheet *sheet = ris3_import_draft_get_shown (draft);
  Ris3Exchange table = ris3_import_sheet_get_table (sheet);
  g_autoptr (GtkStringList) headings = list_headings (ris3_import_sheet_get_sample (sheet));
  guint n_columns;

  g_return_if_fail (RIS3_IS_IMPORT_COLUMNS_PAGE (self));
  stop_preview (self);
  g_set_object (&self->draft, draft);
  g_free (self->atlas_path);
  self->atlas_path = g_strdup (atlas_path);
  g_ptr_array_set_size (self->rows, 0);
  if (self->group != NULL)
    gtk_box_remove (GTK_BOX (self->slot), GTK_WIDGET (self->group));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  name_group (self);
  ris3_exchange_get_columns (table, &n_columns);
  self->is_filling = TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ris3_import_column_words (table, i));
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (headings));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, 0);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_combo_row_set_selected (self->identity_row, ris3_import_sheet_get_identity (sheet));
  adw_combo_row_set_selected (self->empty_row, ris3_import_sheet_get_clears (sheet) ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->identity_row), table == RIS3_EXCHANGE_STRATEGIES);
  self->is_filling = FALSE;
  gtk_box_append (GTK_BOX (self->slot), GTK_WIDGET (self->group));
  update_rows (self);
  gtk_stack_set_visible_child_name (self->preview_stack, "loading");
  update_preview (self);
}

void
ris3_import_columns_page_focus (Ris3ImportColumnsPage *self)
{
  const Ris3ColumnMapping *mapping;
  const Ris3ExchangeColumn *columns;
  guint column = 0;

  g_return_if_fail (RIS3_IS_IMPORT_COLUMNS_PAGE (self) && self->draft != NULL);
  mapping = ris3_import_sheet_get_mapping (get_sheet (self));
  columns = ris3_exchange_get_columns (ris3_column_mapping_get_table (mapping), NULL);
  for (guint i = 0; i < self->rows->len && column == 0; i++)
    if (ris3_column_mapping_get (mapping, i) < 0 && columns[i].is_needed)
      column = i;
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, column));
}

static void
ris3_import_columns_page_dispose (GObject *object)
{
  Ris3ImportColumnsPage *self = RIS3_IMPORT_COLUMNS_PAGE (object);

  stop_preview (self);
  g_clear_object (&self->draft);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_IMPORT_COLUMNS_PAGE);
  G_OBJECT_CLASS (ris3_import_columns_page_parent_class)->dispose (object);
}

static void
ris3_import_columns_page_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_IMPORT_COLUMNS_PAGE (object)->rows);
  g_free (RIS3_IMPORT_COLUMNS_PAGE (object)->atlas_path);
  G_OBJECT_CLASS (ris3_import_columns_page_parent_class)->finalize (object);
}

static void
ris3_import_columns_page_class_init (Ris3ImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_import_columns_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_import_columns_page_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_TABLE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, slot);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, identity_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, empty_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_cb);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportColumnsPage, failure);
}

static void
ris3_import_columns_page_init (Ris3ImportColumnsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}
