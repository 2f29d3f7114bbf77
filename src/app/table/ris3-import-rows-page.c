/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-rows-page.h"

#include <glib/gi18n.h>

#include "app/ris3-flow.h"
#include "app/table/ris3-import-item.h"
#include "app/table/ris3-import-row.h"
#include "app/table/ris3-import-words.h"

struct _Ris3ImportRowsPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  Ris3Flow *toggles;
  GtkCheckButton *all;
  GtkLabel *notice;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *nothing;

  GtkToggleButton *states[RIS3_N_IMPORT_STATES];
  GtkLabel *counts[RIS3_N_IMPORT_STATES];
  GtkToggleButton *remarked; /* those alone that are remarked upon */
  GtkLabel *remarked_count;
  Ris3ImportRows *rows;
  gboolean is_edited;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3ImportRowsPage, ris3_import_rows_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count (Ris3ImportRowsPage *self, Ris3ImportState state)
{
  return ris3_import_rows_count_in_state (self->rows, state);
}

static guint
count_possible (Ris3ImportRowsPage *self)
{
  return count (self, RIS3_IMPORT_NEW) + count (self, RIS3_IMPORT_CHANGED);
}

/* What stands in the place of the rows when none is listed. */
static void
describe_nothing (Ris3ImportRowsPage *self)
{
  guint n_rows = ris3_import_rows_count_all (self->rows);
  g_autofree char *same = NULL;

  if (n_rows == 0)
    {
      adw_status_page_set_icon_name (self->nothing, "x-office-spreadsheet-symbolic");
      adw_status_page_set_title (self->nothing, _ ("No Rows"));
      adw_status_page_set_description (self->nothing, _ ("The file has headings, but no rows."));
    }
  else if (count (self, RIS3_IMPORT_SAME) == n_rows)
    {
      same = g_strdup_printf (
          ngettext ("The atlas already has its %u row.", "The atlas already has all of its %u rows.", n_rows), n_rows);
      adw_status_page_set_icon_name (self->nothing, "object-select-symbolic");
      adw_status_page_set_title (self->nothing, _ ("The File Changes Nothing"));
      adw_status_page_set_description (self->nothing, same);
    }
  else
    {
      adw_status_page_set_icon_name (self->nothing, "edit-find-symbolic");
      adw_status_page_set_title (self->nothing, _ ("No Such Rows"));
      adw_status_page_set_description (self->nothing, _ ("Switch on another kind of rows above to see them."));
    }
}

static void
update_list (Ris3ImportRowsPage *self)
{
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  describe_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, n_listed > 0 ? "rows" : "nothing");
}

/* All, some or none. */
static void
update_all (Ris3ImportRowsPage *self)
{
  guint n_possible = count_possible (self);
  guint n_chosen = ris3_import_rows_count_chosen (self->rows);
  guint n_listed_chosen;
  guint n_listed = ris3_import_rows_count_possible (self->rows, &n_listed_chosen);
  /* Translators: how many of the rows that can be imported will be. */
  g_autofree char *words
      = g_strdup_printf (ngettext ("Import %u of %u row", "Import %u of %u rows", n_possible), n_chosen, n_possible);

  if (n_listed < n_possible)
    {
      g_free (words);
      /* Translators: how many of the rows that can be imported will be, and how many of these are listed: the tick
       * switches those. */
      words = g_strdup_printf (
          ngettext ("Import %u of %u row; %u listed here", "Import %u of %u rows; %u listed here", n_possible),
          n_chosen, n_possible, n_listed);
    }
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->all, n_listed > 0 && n_listed_chosen == n_listed);
  gtk_check_button_set_inconsistent (self->all, n_listed_chosen > 0 && n_listed_chosen < n_listed);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), n_listed > 0);
  gtk_check_button_set_label (self->all, words);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n_possible > 0);
}

static void
on_state_toggled_cb (Ris3ImportRowsPage *self)
{
  guint states = 0;

  if (self->is_filling || self->rows == NULL)
    return;
  for (guint i = 0; i < RIS3_N_IMPORT_STATES; i++)
    if (gtk_toggle_button_get_active (self->states[i]))
      states |= 1u << i;
  ris3_import_rows_set_states (self->rows, states, gtk_toggle_button_get_active (self->remarked));
  update_list (self);
  update_all (self);
}

/* What must be known before anything is imported. */
static void
update_notice (Ris3ImportRowsPage *self)
{
  const char *notice = NULL;

  if (count_possible (self) == 0 && count (self, RIS3_IMPORT_REFUSED) > 0)
    notice = _ ("No row can be imported. Beside each row stands what is wrong with it, and what to do.");
  else if (ris3_import_rows_has_possible_of (self->rows, RIS3_EXCHANGE_CONTACTS))
    notice = _ ("Contacts are personal data, which the history does not keep: their import cannot be undone.");
  gtk_label_set_text (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
}

static void
on_chosen_changed_cb (Ris3ImportRowsPage *self)
{
  self->is_edited = TRUE;
  update_all (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

static void
on_all_toggled_cb (Ris3ImportRowsPage *self)
{
  if (!self->is_filling && self->rows != NULL)
    ris3_import_rows_choose_all (self->rows, gtk_check_button_get_active (self->all));
}

static void
on_setup_cb (Ris3ImportRowsPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ris3_import_row_new ());
}

static void
on_bind_cb (Ris3ImportRowsPage *self, GtkListItem *item)
{
  ris3_import_row_show (RIS3_IMPORT_ROW (gtk_list_item_get_child (item)), self->rows, gtk_list_item_get_item (item));
}

static void
on_unbind_cb (Ris3ImportRowsPage *self, GtkListItem *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    ris3_import_row_clear (RIS3_IMPORT_ROW (gtk_list_item_get_child (item)));
}

/* Enter, or a double click: the row is imported, or not any more. */
static void
on_activate_cb (Ris3ImportRowsPage *self, guint position)
{
  g_autoptr (Ris3ImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  Ris3ImportPlan *plan = ris3_import_item_get_plan (item);
  guint row = ris3_import_item_get_row (item);

  ris3_import_rows_choose (self->rows, plan, row, !ris3_import_plan_is_chosen (plan, row));
}

static void
clear (Ris3ImportRowsPage *self)
{
  gtk_list_view_set_model (self->list_view, NULL);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
}

static void
show_counts (Ris3ImportRowsPage *self, guint states)
{
  guint n_remarked = ris3_import_rows_count_remarked (self->rows);
  /* Translators: a button for rows of a table of which something is to be known, and how many there are. */
  g_autofree char *remarked = g_strdup_printf (C_ ("rows of a table", "With Remarks %u"), n_remarked);

  self->is_filling = TRUE;
  for (guint i = 0; i < RIS3_N_IMPORT_STATES; i++)
    {
      guint n = count (self, i);
      /* Translators: a kind of rows, such as “New”, and how many there are. */
      g_autofree char *words = g_strdup_printf (C_ ("rows of a table", "%s %u"), ris3_import_state_words (i), n);

      gtk_label_set_text (self->counts[i], words);
      gtk_widget_set_sensitive (GTK_WIDGET (self->states[i]), n > 0);
      gtk_toggle_button_set_active (self->states[i], n > 0 && (states & 1u << i) != 0);
    }
  gtk_label_set_text (self->remarked_count, remarked);
  gtk_toggle_button_set_active (self->remarked, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->remarked), n_remarked > 0);
  self->is_filling = FALSE;
}

void
ris3_import_rows_page_show (Ris3ImportRowsPage *self, GPtrArray *plans, gboolean is_edited)
{
  /* What stays as it is, is only listed when asked for. */
  const guint states = 1u << RIS3_IMPORT_NEW | 1u << RIS3_IMPORT_CHANGED | 1u << RIS3_IMPORT_REFUSED;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self));
  clear (self);
  ris3_import_rows_page_tell_problem (self, NULL);
  self->is_edited = is_edited;
  if (plans == NULL)
    return;
  self->rows = ris3_import_rows_new (plans, states);
  g_signal_connect_swapped (self->rows, "chosen-changed", G_CALLBACK (on_chosen_changed_cb), self);
  show_counts (self, states);
  update_all (self);
  update_notice (self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  update_list (self);
}

Ris3ImportRows *
ris3_import_rows_page_get_rows (Ris3ImportRowsPage *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self), NULL);
  return self->rows;
}

gboolean
ris3_import_rows_page_has_possible (Ris3ImportRowsPage *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self), FALSE);
  return self->rows != NULL && count_possible (self) > 0;
}

gboolean
ris3_import_rows_page_is_edited (Ris3ImportRowsPage *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self), FALSE);
  return self->rows != NULL && self->is_edited;
}

void
ris3_import_rows_page_tell_problem (Ris3ImportRowsPage *self, const char *words)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self));
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

void
ris3_import_rows_page_focus (Ris3ImportRowsPage *self)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS_PAGE (self));
  if (self->rows == NULL)
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    /* The list itself takes them without giving them to a row. */
    gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->toggles), GTK_DIR_TAB_FORWARD);
}

static void
ris3_import_rows_page_dispose (GObject *object)
{
  Ris3ImportRowsPage *self = RIS3_IMPORT_ROWS_PAGE (object);

  if (self->list_view != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_IMPORT_ROWS_PAGE);
  G_OBJECT_CLASS (ris3_import_rows_page_parent_class)->dispose (object);
}

static void
ris3_import_rows_page_class_init (Ris3ImportRowsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_import_rows_page_dispose;
  signals[SIGNAL_CHOSEN_CHANGED] = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-import-rows-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, all);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportRowsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
}

static GtkToggleButton *
add_toggle (Ris3ImportRowsPage *self, const char *icon, GtkLabel **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *toggle = gtk_toggle_button_new ();

  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*label));
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, *label, NULL, -1);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_state_toggled_cb), self, G_CONNECT_SWAPPED);
  ris3_flow_append (self->toggles, toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
ris3_import_rows_page_init (Ris3ImportRowsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < RIS3_N_IMPORT_STATES; i++)
    self->states[i] = add_toggle (self, ris3_import_state_icon (i), &self->counts[i]);
  self->remarked = add_toggle (self, "dialog-information-symbolic", &self->remarked_count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remarked),
                               _ ("List only rows that were understood in a way to be checked"));
}
