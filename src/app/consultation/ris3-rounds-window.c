/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-rounds-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/consultation/ris3-answers-files.h"
#include "app/consultation/ris3-new-round.h"
#include "app/consultation/ris3-packs-window.h"
#include "app/consultation/ris3-request-state.h"
#include "app/ris3-child-window.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "geo/ris3-fold.h"

struct _Ris3RoundsWindow
{
  AdwWindow parent_instance;

  GtkWidget *reading; /* says that nothing is edited */
  GtkStack *stack;
  GtkDropDown *chooser;
  GtkLabel *summary;
  GtkEditable *search;
  GtkDropDown *state;
  GtkStringList *states; /* Ris3RequestState, with how many are */
  GtkStack *requests;
  GtkListView *list;
  GtkLabel *chosen;

  Ris3Session *session;
  Ris3Atlas *atlas;
  GtkFilter *filter;    /* the requests of the round that is chosen, in the state and with the words that are */
  char **words;         /* that are looked for, folded; NULL: none */
  gboolean is_counting; /* the program changes the states */
  GtkSelectionModel *selection;
  GHashTable *chosen_ids; /* of gint64: the requests that are chosen, whichever objects stand for them */
  char *today;
};

G_DEFINE_FINAL_TYPE (Ris3RoundsWindow, ris3_rounds_window, ADW_TYPE_WINDOW)

static Ris3ConsultationRound *
get_round (Ris3RoundsWindow *self)
{
  return gtk_drop_down_get_selected_item (self->chooser);
}

static gboolean
is_of_round (Ris3RoundsWindow *self, Ris3Request *request)
{
  Ris3ConsultationRound *round = get_round (self);

  return round != NULL && ris3_request_get_round_id (request) == ris3_consultation_round_get_id (round);
}

static const char *
name_region (Ris3RoundsWindow *self, Ris3Request *request)
{
  return ris3_region_name_of_code (self->session, ris3_request_get_nuts_version (request),
                                   ris3_request_get_region_code (request));
}

/* Whether it has each word: in its code, its names, or the name of its authority. */
static gboolean
has_words (Ris3RoundsWindow *self, Ris3Request *request)
{
  const char *code = ris3_request_get_region_code (request);
  const Ris3RegionName *names = ris3_atlas_lookup_region (self->atlas, ris3_request_get_nuts_version (request), code);
  g_autofree char *all = g_strjoin (" ", code, name_region (self, request), ris3_request_get_organisation (request),
                                    names != NULL ? names->name : "", names != NULL ? names->name_latin : "", NULL);
  g_autofree char *folded = ris3_fold (all);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  Ris3RoundsWindow *self = user_data;
  guint state = gtk_drop_down_get_selected (self->state);

  return is_of_round (self, item)
         && (state >= RIS3_N_REQUEST_STATES || ris3_request_is_in_state (item, state, self->today))
         && (self->words == NULL || has_words (self, item));
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
  g_autofree char *text = NULL;

  count (self, counts);
  text = g_strdup_printf (_ ("%u of %u asked, %u answered, %u overdue"),
                          counts[RIS3_REQUESTS_ALL] - counts[RIS3_REQUESTS_NOT_ASKED], counts[RIS3_REQUESTS_ALL],
                          counts[RIS3_REQUESTS_ANSWERED], counts[RIS3_REQUESTS_OVERDUE]);
  gtk_label_set_label (self->summary, text);
  update_states (self, counts);
  gtk_stack_set_visible_child_name (self->requests,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "none");
}

static void
update_chosen (Ris3RoundsWindow *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n)
                                : g_strdup (_ ("Choose whom this is about"));
  gboolean can_edit = ris3_session_get_editing (self->session);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (self->reading, !can_edit && !ris3_atlas_get_read_only (self->atlas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.new", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.asked", can_edit && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.reminded", can_edit && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.answered", can_edit && n > 0);
}

static void
on_selection_changed_cb (Ris3RoundsWindow *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);

  g_hash_table_remove_all (self->chosen_ids);
  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (Ris3Request) request
          = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i));
      gint64 id = ris3_request_get_id (request);

      g_hash_table_add (self->chosen_ids, g_memdup2 (&id, sizeof id));
    }
  update_chosen (self);
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
  update_chosen (self);
}

static void
on_round_chosen_cb (Ris3RoundsWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_summary (self);
  update_chosen (self);
}

static void
on_state_chosen_cb (Ris3RoundsWindow *self)
{
  if (!self->is_counting)
    on_round_chosen_cb (self);
}

static void
on_search_changed_cb (Ris3RoundsWindow *self)
{
  g_autofree char *folded = ris3_fold (gtk_editable_get_text (self->search));

  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
  on_round_chosen_cb (self);
}

static void
on_rounds_changed_cb (Ris3RoundsWindow *self)
{
  gboolean has_rounds = g_list_model_get_n_items (ris3_atlas_get_rounds (self->atlas)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_rounds ? "rounds" : "none");
  on_round_chosen_cb (self);
}

/* Who has opened a round goes on with it. */
static void
on_added_cb (Ris3RoundsWindow *self, const char *table, gint64 id)
{
  GListModel *rounds = ris3_atlas_get_rounds (self->atlas);

  for (guint i = 0; g_str_equal (table, "consultation_round") && i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (Ris3ConsultationRound) round = g_list_model_get_item (rounds, i);

      if (ris3_consultation_round_get_id (round) == id)
        gtk_drop_down_set_selected (self->chooser, i);
    }
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_new_round_ask (GTK_WINDOW (widget), RIS3_ROUNDS_WINDOW (widget)->session);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_session_set_editing (RIS3_ROUNDS_WINDOW (widget)->session, TRUE);
}

static void
read_answers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_answers_files_ask (GTK_WINDOW (widget), RIS3_ROUNDS_WINDOW (widget)->session);
}

/* Of those that are chosen; NULL: none is. (transfer full) */
static GArray *
list_chosen (Ris3RoundsWindow *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  GArray *ids;

  if (gtk_bitset_is_empty (chosen))
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (Ris3Request) request
          = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i));
      gint64 id = ris3_request_get_id (request);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
packs_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GArray) chosen = list_chosen (self);

  if (get_round (self) != NULL)
    gtk_window_present (ris3_packs_window_new (GTK_WINDOW (self), self->session, get_round (self), chosen));
}

/* Whether a request can be said to be that; and the edit that says so. */
static Ris3Edit *
make_edit (Ris3RoundsWindow *self, Ris3Request *request, const char *action)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_request_get_id (request));
  gboolean is_asked = *ris3_request_get_asked_on (request) != '\0';
  gboolean is_answered = *ris3_request_get_answered_on (request) != '\0';
  Ris3Edit *edit = NULL;

  if (g_str_equal (action, "rounds.asked") && !is_asked)
    {
      edit = ris3_edit_new_set ("request", key);
      ris3_edit_set_text (edit, "asked_on", self->today);
    }
  else if (g_str_equal (action, "rounds.reminded") && is_asked && !is_answered)
    {
      edit = ris3_edit_new_add ("reminder");
      ris3_edit_set_integer (edit, "request_id", ris3_request_get_id (request));
      ris3_edit_set_text (edit, "sent_on", self->today);
      ris3_edit_set_text (edit, "channel", ris3_request_get_channel (request));
    }
  else if (g_str_equal (action, "rounds.answered") && is_asked && !is_answered)
    {
      edit = ris3_edit_new_set ("request", key);
      ris3_edit_set_text (edit, "answered_on", self->today);
    }
  return edit;
}

/* How the edit is named: as a fact. (transfer full) */
static char *
get_title (Ris3RoundsWindow *self, const char *action, guint n)
{
  const char *round = ris3_consultation_round_get_name (get_round (self));

  if (g_str_equal (action, "rounds.asked"))
    /* Translators: the title of an edit: the name of a round, and how many were asked in it */
    return g_strdup_printf (ngettext ("Round “%s”: %u authority asked", "Round “%s”: %u authorities asked", n), round,
                            n);
  if (g_str_equal (action, "rounds.reminded"))
    return g_strdup_printf (ngettext ("Round “%s”: %u authority reminded", "Round “%s”: %u authorities reminded", n),
                            round, n);
  return g_strdup_printf (ngettext ("Round “%s”: %u authority answered", "Round “%s”: %u authorities answered", n),
                          round, n);
}

static void
say_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  g_autoptr (Ris3Edit) all = ris3_edit_new_group ("request-state", action);
  g_autofree char *title = NULL;

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (Ris3Request) request
          = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, i));
      g_autoptr (Ris3Edit) edit = make_edit (self, request, action);

      if (edit != NULL)
        ris3_edit_append (all, edit);
    }
  if (ris3_edit_get_n_steps (all) == 0)
    {
      gtk_label_set_label (self->chosen, g_str_equal (action, "rounds.asked")
                                             ? _ ("They were asked already")
                                             : _ ("They were not asked, or have answered"));
      return;
    }
  title = get_title (self, action, ris3_edit_get_n_steps (all));
  ris3_edit_set_title (all, title);
  ris3_session_edit (self->session, all);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = ris3_part_two_lines ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (Ris3RoundsWindow *self, GtkListItem *item)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  Ris3Request *request = gtk_list_item_get_item (item);
  g_autofree char *words = ris3_request_describe (request, self->today);
  g_autofree char *title = g_strdup_printf ("%s %s · %s", ris3_request_get_region_code (request),
                                            name_region (self, request), ris3_request_get_organisation (request));

  gtk_label_set_label (GTK_LABEL (first), title);
  gtk_widget_set_tooltip_text (first, title);
  gtk_label_set_label (GTK_LABEL (second), words);
  if (ris3_request_is_in_state (request, RIS3_REQUESTS_OVERDUE, self->today))
    gtk_widget_add_css_class (second, "warning");
  else
    gtk_widget_remove_css_class (second, "warning");
}

static char *
get_round_name (Ris3ConsultationRound *round, gpointer unused)
{
  return g_strdup (ris3_consultation_round_get_name (round));
}

static void
ris3_rounds_window_dispose (GObject *object)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_ROUNDS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_rounds_window_parent_class)->dispose (object);
}

static void
ris3_rounds_window_finalize (GObject *object)
{
  g_hash_table_unref (RIS3_ROUNDS_WINDOW (object)->chosen_ids);
  g_strfreev (RIS3_ROUNDS_WINDOW (object)->words);
  g_free (RIS3_ROUNDS_WINDOW (object)->today);
  G_OBJECT_CLASS (ris3_rounds_window_parent_class)->finalize (object);
}

static void
ris3_rounds_window_class_init (Ris3RoundsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_rounds_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_rounds_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-rounds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, state);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, states);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, requests);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, chosen);
  gtk_widget_class_install_action (widget_class, "rounds.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "rounds.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "rounds.packs", NULL, packs_action);
  gtk_widget_class_install_action (widget_class, "rounds.read-answers", NULL, read_answers_action);
  gtk_widget_class_install_action (widget_class, "rounds.asked", NULL, say_action);
  gtk_widget_class_install_action (widget_class, "rounds.reminded", NULL, say_action);
  gtk_widget_class_install_action (widget_class, "rounds.answered", NULL, say_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "rounds.new", NULL);
  /* As the window imports a table. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "rounds.read-answers", NULL);
}

static void
ris3_rounds_window_init (Ris3RoundsWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = g_date_time_format (now, "%Y-%m-%d");
  self->chosen_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  ris3_child_window_set_search (GTK_WINDOW (self), GTK_SEARCH_ENTRY (self->search));
}

static void
set_up_list (Ris3RoundsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *requests;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  requests
      = gtk_filter_list_model_new (g_object_ref (ris3_atlas_get_requests (self->atlas)), g_object_ref (self->filter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (requests)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_requests_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWindow *
ris3_rounds_window_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3RoundsWindow *self;
  g_autoptr (GtkExpression) name = NULL;
  GListModel *rounds;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_ROUNDS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  rounds = ris3_atlas_get_rounds (self->atlas);
  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_round_name), NULL, NULL);
  gtk_drop_down_set_expression (self->chooser, name);
  gtk_drop_down_set_model (self->chooser, rounds);
  set_up_list (self);
  ris3_answers_files_take_drops (GTK_WINDOW (self), session);
  g_signal_connect_object (self->chooser, "notify::selected-item", G_CALLBACK (on_round_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (on_state_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rounds, "items-changed", G_CALLBACK (on_rounds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (update_chosen), self, G_CONNECT_SWAPPED);
  on_rounds_changed_cb (self);
  return GTK_WINDOW (self);
}
