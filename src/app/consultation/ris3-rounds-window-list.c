/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which requests are listed, their rows, and what is said of them. */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-authority.h"
#include "app/ris3-list-menu.h"
#include "app/consultation/ris3-request-state.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "model/ris3-text.h"

#define MAX_LINES 3    /* of what is said of a request */
#define MAX_REMARK 200 /* characters */

Ris3ConsultationRound *
_ris3_rounds_window_get_round (Ris3RoundsWindow *self)
{
  return gtk_drop_down_get_selected_item (self->chooser);
}

static gboolean
is_of_round (Ris3RoundsWindow *self, Ris3Request *request)
{
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);

  return round != NULL && ris3_request_get_round_id (request) == ris3_consultation_round_get_id (round);
}

static const char *
name_region (Ris3RoundsWindow *self, Ris3Request *request)
{
  return ris3_region_name_of_code (self->session, ris3_request_get_nuts_version (request),
                                   ris3_request_get_region_code (request));
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  Ris3RoundsWindow *self = user_data;
  guint state = gtk_drop_down_get_selected (self->state);

  return is_of_round (self, item)
         && (state >= RIS3_N_REQUEST_STATES || ris3_request_is_in_state (item, state, self->today))
         && ris3_authority_has_words (self->session, ris3_request_get_nuts_version (item),
                                      ris3_request_get_region_code (item), ris3_request_get_organisation (item),
                                      self->words);
}

/* How many of the round are in each state, whatever is shown. */
static void
count (Ris3RoundsWindow *self, guint counts[RIS3_N_REQUEST_STATES])
{
  GListModel *requests = ris3_atlas_get_requests (self->atlas);

  memset (counts, 0, RIS3_N_REQUEST_STATES * sizeof *counts);
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      for (guint state = 0; state < RIS3_N_REQUEST_STATES && is_of_round (self, request); state++)
        counts[state] += ris3_request_is_in_state (request, state, self->today);
    }
}

static void
update_states (Ris3RoundsWindow *self, const guint counts[RIS3_N_REQUEST_STATES])
{
  guint selected = gtk_drop_down_get_selected (self->state);

  self->is_counting = TRUE;
  for (guint state = 0; state < RIS3_N_REQUEST_STATES; state++)
    {
      g_autofree char *text = ris3_request_state_to_text (state, counts[state]);
      const char *const texts[] = { text, NULL };

      if (g_strcmp0 (gtk_string_list_get_string (self->states, state), text) != 0)
        gtk_string_list_splice (self->states, state, gtk_string_list_get_string (self->states, state) != NULL ? 1 : 0,
                                texts);
    }
  if (selected < RIS3_N_REQUEST_STATES)
    gtk_drop_down_set_selected (self->state, selected);
  self->is_counting = FALSE;
}

static void
update_summary (Ris3RoundsWindow *self)
{
  guint counts[RIS3_N_REQUEST_STATES];
  Ris3ConsultationRound *round = _ris3_rounds_window_get_round (self);
  g_autofree char *dates = round != NULL ? _ris3_rounds_window_describe_round (round) : g_strdup ("");
  g_autofree char *text = NULL;

  count (self, counts);
  text = g_strdup_printf (_ ("%u of %u asked, %u answered, %u overdue"),
                          counts[RIS3_REQUESTS_ALL] - counts[RIS3_REQUESTS_NOT_ASKED], counts[RIS3_REQUESTS_ALL],
                          counts[RIS3_REQUESTS_ANSWERED], counts[RIS3_REQUESTS_OVERDUE]);
  gtk_label_set_label (self->summary, text);
  gtk_label_set_label (self->dates, dates);
  update_states (self, counts);
  gtk_stack_set_visible_child_name (self->requests,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "none");
}

GPtrArray *
_ris3_rounds_window_get_chosen (Ris3RoundsWindow *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  GPtrArray *requests = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    g_ptr_array_add (requests, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i)));
  return requests;
}

static void
on_selection_changed_cb (Ris3RoundsWindow *self)
{
  g_autoptr (GPtrArray) chosen = _ris3_rounds_window_get_chosen (self);

  g_hash_table_remove_all (self->chosen_ids);
  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 id = ris3_request_get_id (g_ptr_array_index (chosen, i));

      g_hash_table_add (self->chosen_ids, g_memdup2 (&id, sizeof id));
    }
  _ris3_rounds_window_update_actions (self);
}

/* A request that has changed is another object, but the same to a person: it stays chosen. */
static void
on_requests_changed_cb (Ris3RoundsWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      gint64 id = ris3_request_get_id (request);

      if (g_hash_table_contains (self->chosen_ids, &id))
        gtk_bitset_add (chosen, i);
    }
  gtk_selection_model_set_selection (self->selection, chosen, all);
  update_summary (self);
  _ris3_rounds_window_update_actions (self);
}

void
_ris3_rounds_window_list_others (Ris3RoundsWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_summary (self);
  _ris3_rounds_window_update_actions (self);
}

static void
on_state_chosen_cb (Ris3RoundsWindow *self)
{
  if (!self->is_counting)
    _ris3_rounds_window_list_others (self);
}

static void
on_search_changed_cb (Ris3RoundsWindow *self)
{
  g_strfreev (self->words);
  self->words = ris3_authority_read_words (self->search);
  _ris3_rounds_window_list_others (self);
}

/* The form of a request where it can be changed; else its region on the map. */
static void
on_activate_cb (Ris3RoundsWindow *self, guint position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (
      GTK_WIDGET (self), ris3_session_get_editing (self->session) ? "rounds.edit-request" : "rounds.show-region", NULL);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = ris3_part_two_lines ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  ris3_list_menu_set_item (box, item);
  /* What has happened can be more than a line. */
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (box)), TRUE);
  gtk_label_set_lines (GTK_LABEL (gtk_widget_get_last_child (box)), MAX_LINES);
  gtk_list_item_set_child (item, box);
}

/* What is said of a request below its name. (transfer full) */
static char *
describe_request (Ris3RoundsWindow *self, Ris3Request *request)
{
  GString *words = g_string_new (NULL);
  g_autofree char *state = ris3_request_describe (request, self->today);
  g_autofree char *remark = ris3_text_to_line (ris3_request_get_remark (request), MAX_REMARK);
  const char *asked = _ris3_rounds_window_get_asked (self, request);

  g_string_append (words, state);
  if (*asked != '\0')
    g_string_append_printf (words, " · %s", asked);
  if (*remark != '\0')
    g_string_append_printf (words, " · %s", remark);
  return g_string_free (words, FALSE);
}

static void
on_bind_cb (Ris3RoundsWindow *self, GtkListItem *item)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  Ris3Request *request = gtk_list_item_get_item (item);
  g_autofree char *words = describe_request (self, request);
  g_autofree char *title = g_strdup_printf ("%s %s · %s", ris3_request_get_region_code (request),
                                            name_region (self, request), ris3_request_get_organisation (request));

  gtk_label_set_label (GTK_LABEL (first), title);
  gtk_widget_set_tooltip_text (first, title);
  g_hash_table_add (self->bound, item);
  gtk_label_set_label (GTK_LABEL (second), words);
  gtk_widget_set_tooltip_text (second, words);
  if (ris3_request_is_in_state (request, RIS3_REQUESTS_OVERDUE, self->today))
    gtk_widget_add_css_class (second, "warning");
  else
    gtk_widget_remove_css_class (second, "warning");
}

static void
on_unbind_cb (Ris3RoundsWindow *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

void
_ris3_rounds_window_refresh_rows (Ris3RoundsWindow *self)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->bound);

  for (GList *item = items; item != NULL; item = item->next)
    on_bind_cb (self, item->data);
}

void
_ris3_rounds_window_set_up_list (Ris3RoundsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *requests;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  requests
      = gtk_filter_list_model_new (g_object_ref (ris3_atlas_get_requests (self->atlas)), g_object_ref (self->filter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (requests)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, self->selection);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_requests_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (on_state_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
}
