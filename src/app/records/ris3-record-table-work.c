/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the rows of a table keep up with the session. */

#include "config.h"

#include "app/records/ris3-record-table-private.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-job.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-period.h"
#include "model/ris3-theme.h"

/* Milliseconds after which it is shown that something is being done. */
#define PATIENCE 300

static gboolean
is_wanted (Ris3RecordTable *self)
{
  return self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
         && ris3_session_get_atlas (self->session) != NULL && ris3_session_get_classification (self->session) != NULL;
}

static char *
describe_count (Ris3RecordTable *self, guint n_shown, guint n_rows)
{
  if (n_shown == n_rows)
    switch (self->records)
      {
      case RIS3_RECORDS_STRATEGIES:
        return g_strdup_printf (ngettext ("%'u strategy", "%'u strategies", n_rows), n_rows);
      case RIS3_RECORDS_PRIORITIES:
        return g_strdup_printf (ngettext ("%'u priority", "%'u priorities", n_rows), n_rows);
      case RIS3_RECORDS_REGIONS:
      case RIS3_N_RECORDS:
      default:
        return g_strdup_printf (ngettext ("%'u region", "%'u regions", n_rows), n_rows);
      }
  switch (self->records)
    {
    case RIS3_RECORDS_STRATEGIES:
      return g_strdup_printf (ngettext ("%'u of %'u strategy", "%'u of %'u strategies", n_rows), n_shown, n_rows);
    case RIS3_RECORDS_PRIORITIES:
      return g_strdup_printf (ngettext ("%'u of %'u priority", "%'u of %'u priorities", n_rows), n_shown, n_rows);
    case RIS3_RECORDS_REGIONS:
    case RIS3_N_RECORDS:
    default:
      return g_strdup_printf (ngettext ("%'u of %'u region", "%'u of %'u regions", n_rows), n_shown, n_rows);
    }
}

/* Of which periods they are. */
static char *
add_periods (Ris3RecordTable *self, Ris3RecordData *data, const char *count)
{
  Ris3Classification *second = ris3_record_data_get_second (data);
  const char *period = ris3_classification_get_period (ris3_record_data_get_classification (data));
  const char *other = second != NULL ? ris3_classification_get_period (second) : period;
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;
  g_autofree char *other_years = other != NULL ? ris3_period_to_text (other) : NULL;

  if (self->all_periods)
    /* Translators: %s is, for example, “24 of 317 strategies”. */
    return g_strdup_printf (_ ("%s of all periods"), count);
  if (period == NULL && other == NULL)
    /* Translators: %s is, for example, “24 of 228 strategies”: of each region, only the latest counts. */
    return g_strdup_printf (_ ("%s, the latest of each region"), count);
  if (period == NULL || other == NULL)
    /* Translators: “24 of 252 strategies” of a period, such as “2014–2020”, and the latest of each region. */
    return g_strdup_printf (_ ("%s of %s and the latest of each region"), count, period != NULL ? years : other_years);
  if (g_str_equal (period, other))
    /* Translators: “24 of 198 strategies” of a period, such as “2014–2020”. */
    return g_strdup_printf (_ ("%s of %s"), count, years);
  /* Translators: “24 of 317 strategies” of two periods. */
  return g_strdup_printf (_ ("%s of %s and %s"), count, years, other_years);
}

static void
on_difference_chosen_cb (Ris3RecordTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->difference_choice);
  gint wanted = selected == GTK_INVALID_LIST_POSITION ? -1 : (gint) selected - 1;

  if (self->is_laying_out || wanted == self->difference)
    return;
  self->difference = wanted;
  _ris3_record_table_work (self);
}

/* Each with how many regions there are of it. */
static void
fill_differences (Ris3RecordTable *self, Ris3Comparison *comparison)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_ ("difference", "All Regions"));
  for (Ris3Difference i = 0; i < RIS3_N_DIFFERENCES; i++)
    {
      /* Translators: what became of regions from one map to the other, and of how many: “New (12)” */
      g_autofree char *title = g_strdup_printf (C_ ("difference", "%s (%'u)"), ris3_difference_get_title (i),
                                                ris3_comparison_count (comparison, i));

      gtk_string_list_append (titles, title);
    }
  self->is_laying_out = TRUE;
  gtk_drop_down_set_model (self->difference_choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->difference_choice, (guint) (self->difference + 1));
  self->is_laying_out = FALSE;
}

void
_ris3_record_table_show_choices (Ris3RecordTable *self)
{
  Ris3Comparison *comparison = ris3_session_get_comparison (self->session);
  gboolean compares = self->records == RIS3_RECORDS_REGIONS && comparison != NULL;

  gtk_widget_set_visible (self->all_periods_button, self->records != RIS3_RECORDS_REGIONS);
  gtk_widget_set_visible (GTK_WIDGET (self->difference_choice), compares);
  if (compares)
    fill_differences (self, comparison);
}

static void
show_message (Ris3RecordTable *self, const char *icon, const char *title, const char *words)
{
  g_autofree char *escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;

  adw_status_page_set_icon_name (self->message, icon);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
on_clear_clicked_cb (Ris3RecordTable *self)
{
  ris3_session_clear_filter (self->session);
}

static void
show_clear (Ris3RecordTable *self, gboolean is_filtered)
{
  GtkWidget *button = NULL;

  if (is_filtered)
    {
      button = gtk_button_new_with_mnemonic (_ ("Clear _All"));
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear_clicked_cb), self, G_CONNECT_SWAPPED);
    }
  adw_status_page_set_child (self->message, button);
}

static void
show_empty (Ris3RecordTable *self, gboolean is_filtered)
{
  show_clear (self, self->filter != NULL && is_filtered);
  switch (self->records)
    {
    case RIS3_RECORDS_STRATEGIES:
      show_message (self, "view-list-symbolic",
                    is_filtered ? _ ("No Strategy Matches the Filter") : _ ("No Strategies Yet"),
                    is_filtered ? NULL : _ ("Strategies that are added or imported stand here."));
      break;
    case RIS3_RECORDS_PRIORITIES:
      show_message (self, "view-list-symbolic",
                    is_filtered ? _ ("No Priority Matches the Filter") : _ ("No Priorities Yet"),
                    is_filtered ? NULL : _ ("The priorities that strategies name stand here."));
      break;
    case RIS3_RECORDS_REGIONS:
    case RIS3_N_RECORDS:
    default:
      show_message (self, "view-list-symbolic",
                    is_filtered ? _ ("No Region Matches the Filter") : _ ("No Regions on the Map"), NULL);
    }
}

void
_ris3_record_table_show_state (Ris3RecordTable *self)
{
  Ris3RecordOrder *order = ris3_record_list_get_order (self->list);
  gboolean is_there
      = order != NULL && ris3_record_data_get_records (ris3_record_order_get_data (order)) == self->records;
  guint n_rows = is_there ? ris3_record_order_get_n_all (order) : 0;
  guint n_shown = is_there ? ris3_record_order_get_n_rows (order) : 0;
  g_autofree char *count = is_there ? describe_count (self, n_shown, n_rows) : NULL;
  g_autofree char *whole = is_there && self->records != RIS3_RECORDS_REGIONS
                               ? add_periods (self, ris3_record_order_get_data (order), count)
                               : g_steal_pointer (&count);

  gtk_label_set_label (self->count, is_there ? whole : "");
  gtk_spinner_set_spinning (self->spinner, !is_there);
  if (!is_there)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else if (n_shown == 0)
    show_empty (self, n_rows > 0);
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
  _ris3_record_table_show_n_selected (self);
}

static void
fail (Ris3RecordTable *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);

  show_clear (self, FALSE);
  show_message (self, "dialog-warning-symbolic", _ ("The Table Cannot Be Read"), words);
}

static void
show_order (Ris3RecordTable *self, Ris3RecordOrder *order, GArray *changes)
{
  Ris3RecordOrder *former = ris3_record_list_get_order (self->list);
  Ris3RecordData *data = ris3_record_order_get_data (order);
  gboolean is_first
      = former == NULL
        || ris3_record_data_get_records (ris3_record_order_get_data (former)) != ris3_record_data_get_records (data);

  self->is_outdated = FALSE;
  g_clear_pointer (&self->data, ris3_record_data_unref);
  self->data = ris3_record_data_ref (data);
  if (self->records == RIS3_RECORDS_PRIORITIES && self->rows == NULL)
    self->rows = ris3_exchange_rows_ref (ris3_record_data_get_rows (data));
  ris3_record_list_set_order (self->list, order, changes);
  _ris3_record_table_show_rows (self);
  _ris3_record_table_show_state (self);
  if (is_first)
    _ris3_record_table_follow_selection (self, TRUE);
  else if (self->scrolls_to_top && ris3_record_order_get_n_rows (order) > 0)
    _ris3_record_table_scroll_to (self, 0);
  self->scrolls_to_top = FALSE;
}

static gboolean
on_busy_cb (gpointer user_data)
{
  Ris3RecordTable *self = user_data;

  self->busy_source = 0;
  gtk_spinner_start (self->busy);
  return G_SOURCE_REMOVE;
}

static void
begin_work (Ris3RecordTable *self)
{
  self->working = g_cancellable_new ();
  if (self->busy_source == 0)
    self->busy_source = g_timeout_add (PATIENCE, on_busy_cb, self);
}

static void
end_work (Ris3RecordTable *self)
{
  g_clear_object (&self->working);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  gtk_spinner_stop (self->busy);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3RecordTable) self = user_data;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3RecordOrder) order = ris3_record_job_run_finish (result, &changes, &error);

  /* Something else is wanted by now. */
  if (self->working != g_task_get_cancellable (G_TASK (result)))
    return;
  end_work (self);
  if (order != NULL)
    show_order (self, order, changes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

static void
stop (Ris3RecordTable *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  if (self->working != NULL)
    end_work (self);
}

static void
on_themes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3RecordTable) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = ris3_atlas_read_themes_finish (RIS3_ATLAS (source), result, &error);

  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->reading);
  if (themes == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail (self, error);
      return;
    }
  self->themes = g_steal_pointer (&themes);
  _ris3_record_table_work (self);
}

static void
read_themes (Ris3RecordTable *self)
{
  if (self->reading != NULL)
    return;
  self->reading = g_cancellable_new ();
  ris3_atlas_read_themes_async (ris3_session_get_atlas (self->session), NULL, NULL, self->reading, on_themes_read_cb,
                                g_object_ref (self));
}

void
_ris3_record_table_work (Ris3RecordTable *self)
{
  Ris3RecordWish wish = { .records = self->records,
                          .column = self->layouts[self->records].sorted_by,
                          .descending = self->layouts[self->records].descending,
                          .choice = { self->filter, self->all_periods, self->difference },
                          .shown = ris3_record_list_get_order (self->list) };

  stop (self);
  self->is_outdated = TRUE;
  if (!is_wanted (self))
    return;
  if (self->data != NULL && ris3_record_data_get_records (self->data) != self->records)
    g_clear_pointer (&self->data, ris3_record_data_unref);
  if (self->data == NULL && self->records == RIS3_RECORDS_PRIORITIES && self->themes == NULL)
    {
      read_themes (self);
      return;
    }
  wish.data = self->data;
  wish.classification = ris3_session_get_classification (self->session);
  wish.second = ris3_session_get_side (self->session, RIS3_SIDE_SECOND);
  wish.atlas_path = ris3_atlas_get_path (ris3_session_get_atlas (self->session));
  wish.themes = self->themes;
  wish.rows = self->rows;
  begin_work (self);
  ris3_record_job_run_async (&wish, self->working, on_done_cb, g_object_ref (self));
}

/* The strategies, or what the map shows, are others. */
static void
on_classification_changed_cb (Ris3RecordTable *self)
{
  g_autofree char *headline = ris3_session_dup_figures (self->session);
  gboolean compares = ris3_session_get_comparison (self->session) != NULL;

  gtk_label_set_label (self->headline, headline != NULL ? headline : "");
  g_clear_pointer (&self->data, ris3_record_data_unref);
  if (!compares)
    self->difference = -1;
  if (self->records == RIS3_RECORDS_REGIONS && (compares || self->compares))
    {
      /* Titles of columns say which maps these are. */
      _ris3_record_table_keep_columns (self);
      _ris3_record_table_show_columns (self);
    }
  self->compares = compares;
  _ris3_record_table_show_choices (self);
  _ris3_record_table_work (self);
}

static void
forget_file (Ris3RecordTable *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->data, ris3_record_data_unref);
  g_clear_pointer (&self->rows, ris3_exchange_rows_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
}

static void
on_atlas_opened_cb (Ris3RecordTable *self)
{
  forget_file (self);
  _ris3_record_table_work (self);
}

static void
on_atlas_changed_cb (Ris3RecordTable *self, Ris3Changes *changes)
{
  gboolean has_priorities = ris3_changes_contain_table (changes, "priority")
                            || ris3_changes_contain_table (changes, "priority_theme")
                            || ris3_changes_contain_table (changes, "strategy");

  if (ris3_changes_contain_table (changes, "codebook"))
    forget_file (self);
  else if (has_priorities)
    {
      g_clear_pointer (&self->data, ris3_record_data_unref);
      g_clear_pointer (&self->rows, ris3_exchange_rows_unref);
    }
  else
    return;
  _ris3_record_table_work (self);
}

void
_ris3_record_table_watch (Ris3RecordTable *self)
{
  g_signal_connect_object (self->difference_choice, "notify::selected", G_CALLBACK (on_difference_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (on_atlas_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  on_classification_changed_cb (self);
}
