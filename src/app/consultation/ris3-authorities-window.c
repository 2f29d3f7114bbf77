/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-authorities-window.h"

#include <glib/gi18n.h>

#include "app/ris3-authority.h"
#include "app/ris3-child-window.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-round-candidate.h"

struct _Ris3AuthoritiesWindow
{
  AdwWindow parent_instance;

  GtkWidget *add_button;
  GtkEditable *search;
  GtkStack *pages;
  GtkListView *list;
  GtkLabel *none;
  GtkLabel *summary;
  GtkWidget *problem;
  GtkEditable *channel;
  GtkSwitch *asked;

  Ris3Session *session; /* NULL: the window is gone */
  Ris3Atlas *atlas;
  Ris3ConsultationRound *round;
  GPtrArray *candidates; /* all of them, of Ris3RoundCandidate */
  GHashTable *chosen;    /* of those */
  char **words;          /* that are looked for; NULL: none */
  GtkFilter *filter;
  GListModel *shown;
  GHashTable *bound; /* of GtkListItem: the rows that there are */
  gboolean is_saving;
};

G_DEFINE_FINAL_TYPE (Ris3AuthoritiesWindow, ris3_authorities_window, ADW_TYPE_WINDOW)

/* How an authority is called that is added. */
static const char *
name_authority (Ris3RoundCandidate *candidate)
{
  Ris3Organisation *organisation = ris3_round_candidate_get_organisation (candidate);

  return organisation != NULL ? ris3_organisation_get_name (organisation) : "";
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  Ris3AuthoritiesWindow *self = user_data;

  return ris3_authority_has_words (self->session, ris3_round_candidate_get_nuts_version (item),
                                   ris3_round_candidate_get_region_code (item), name_authority (item), self->words);
}

/* How many requests come, and whom they name. (transfer full) */
static char *
describe (Ris3AuthoritiesWindow *self)
{
  guint n = g_hash_table_size (self->chosen), n_unknown = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->candidates->len; i++)
    n_unknown += g_hash_table_contains (self->chosen, self->candidates->pdata[i])
                 && ris3_round_candidate_get_organisation (self->candidates->pdata[i]) == NULL;
  if (n == 0)
    g_string_append (text, _ ("Tick whom the round is to ask, too."));
  else
    g_string_append_printf (text, ngettext ("%u request comes into the round.", "%u requests come into the round.", n),
                            n);
  if (n_unknown > 0)
    g_string_append_printf (text,
                            ngettext (" The authority of %u region is not known yet: one is added, to be named later.",
                                      " The authorities of %u regions are not known yet: one is added for each, to be "
                                      "named later.",
                                      n_unknown),
                            n_unknown);
  return g_string_free (text, FALSE);
}

static void
update (Ris3AuthoritiesWindow *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u Authority", "_Add %u Authorities", n), n);
  g_autofree char *words = describe (self);

  gtk_button_set_label (GTK_BUTTON (self->add_button), n > 0 ? label : _ ("_Add"));
  gtk_label_set_label (self->summary, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "authorities.add", n > 0 && !self->is_saving);
}

static void
choose (Ris3AuthoritiesWindow *self, Ris3RoundCandidate *candidate, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, candidate);
  else
    g_hash_table_remove (self->chosen, candidate);
  update (self);
}

static void
on_toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  Ris3AuthoritiesWindow *self = RIS3_AUTHORITIES_WINDOW (gtk_widget_get_root (GTK_WIDGET (check)));

  choose (self, gtk_list_item_get_item (item), gtk_check_button_get_active (check));
}

/* The row is one thing to the keys: the check has none. */
static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "can-focus", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *lines = ris3_part_two_lines ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (Ris3AuthoritiesWindow *self, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  Ris3RoundCandidate *candidate = gtk_list_item_get_item (item);
  const char *code = ris3_round_candidate_get_region_code (candidate);
  const char *name = name_authority (candidate);
  const char *region
      = ris3_region_name_of_code (self->session, ris3_round_candidate_get_nuts_version (candidate), code);
  g_autofree char *title = g_strdup_printf ("%s %s", code, region);

  gtk_label_set_label (GTK_LABEL (first), title);
  gtk_label_set_label (GTK_LABEL (second), *name != '\0' ? name : _ ("Its authority is not known yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, candidate));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled_cb), item);
  g_hash_table_add (self->bound, item);
}

static void
on_unbind_cb (Ris3AuthoritiesWindow *self, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (check, on_toggled_cb, item);
  g_hash_table_remove (self->bound, item);
}

static void
toggle (GtkListItem *item)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_widget_get_first_child (gtk_list_item_get_child (item)));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

/* Enter or a click on a row is as good as its check. */
static void
on_activate_cb (Ris3AuthoritiesWindow *self, guint position)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->bound);

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_list_item_get_position (item->data) == position)
      toggle (item->data);
}

/* So is Space, which a list takes for choosing rows. */
static gboolean
toggle_focused (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  Ris3AuthoritiesWindow *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  g_autoptr (GList) items = g_hash_table_get_keys (self->bound);

  for (GList *item = items; focus != NULL && item != NULL; item = item->next)
    if (gtk_widget_get_parent (gtk_list_item_get_child (item->data)) == focus)
      {
        toggle (item->data);
        return TRUE;
      }
  return FALSE;
}

static void
on_shown_changed_cb (Ris3AuthoritiesWindow *self)
{
  gboolean has_any = g_list_model_get_n_items (self->shown) > 0;

  if (!has_any)
    gtk_label_set_label (self->none, self->candidates->len > 0 ? _ ("No authority matches that is not asked yet.")
                                                               : _ ("The round asks every authority already."));
  gtk_stack_set_visible_child_name (self->pages, has_any ? "list" : "none");
}

static void
on_search_changed_cb (Ris3AuthoritiesWindow *self)
{
  g_strfreev (self->words);
  self->words = ris3_authority_read_words (self->search);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3AuthoritiesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (self->session == NULL) /* The window is gone. */
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ris3_session_tell_failure (RIS3_SESSION (source), error);
      return;
    }
  if (edit_result != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->is_saving = FALSE;
  gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
  update (self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3AuthoritiesWindow *self = RIS3_AUTHORITIES_WINDOW (widget);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *channel = g_strstrip (g_strdup (gtk_editable_get_text (self->channel)));
  Ris3RoundPlan plan = { .opened_on = today,
                         .channel = channel,
                         .asked = gtk_switch_get_active (self->asked),
                         .name_region = ris3_authority_name_region,
                         .data = self->session };
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (Ris3Edit) edit = NULL;

  /* In their order. */
  for (guint i = 0; i < self->candidates->len; i++)
    if (g_hash_table_contains (self->chosen, self->candidates->pdata[i]))
      g_ptr_array_add (chosen, self->candidates->pdata[i]);
  if (chosen->len == 0 || self->is_saving)
    return;
  edit = ris3_round_candidates_make_edit (&plan, self->atlas, self->round, chosen);
  self->is_saving = TRUE;
  gtk_widget_set_visible (self->problem, FALSE);
  update (self);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_added_cb, g_object_ref (self));
}

static void
ris3_authorities_window_dispose (GObject *object)
{
  Ris3AuthoritiesWindow *self = RIS3_AUTHORITIES_WINDOW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_AUTHORITIES_WINDOW);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_authorities_window_parent_class)->dispose (object);
}

static void
ris3_authorities_window_finalize (GObject *object)
{
  Ris3AuthoritiesWindow *self = RIS3_AUTHORITIES_WINDOW (object);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->bound);
  g_strfreev (self->words);
  g_clear_object (&self->round);
  g_clear_object (&self->atlas);
  G_OBJECT_CLASS (ris3_authorities_window_parent_class)->finalize (object);
}

static void
ris3_authorities_window_class_init (Ris3AuthoritiesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_authorities_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_authorities_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-authorities-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, none);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, channel);
  gtk_widget_class_bind_template_child (widget_class, Ris3AuthoritiesWindow, asked);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_install_action (widget_class, "authorities.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "authorities.add", NULL);
}

static void
ris3_authorities_window_init (Ris3AuthoritiesWindow *self)
{
  self->chosen = g_hash_table_new (NULL, NULL);
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  ris3_child_window_set_search (GTK_WINDOW (self), GTK_SEARCH_ENTRY (self->search));
}

static void
add_space (Ris3AuthoritiesWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                     gtk_keyval_trigger_new (GDK_KEY_KP_Space, 0)),
                        gtk_callback_action_new (toggle_focused, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
set_up_list (Ris3AuthoritiesWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;
  GListStore *all = g_list_store_new (RIS3_TYPE_ROUND_CANDIDATE);

  g_list_store_splice (all, 0, 0, self->candidates->pdata, self->candidates->len);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (all), g_object_ref (self->filter)));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->shown)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_shown_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, model);
  add_space (self);
  on_shown_changed_cb (self);
}

GtkWindow *
ris3_authorities_window_new (GtkWindow *parent, Ris3Session *session, Ris3ConsultationRound *round)
{
  Ris3AuthoritiesWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL && RIS3_IS_CONSULTATION_ROUND (round), NULL);

  self = g_object_new (RIS3_TYPE_AUTHORITIES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->round = g_object_ref (round);
  self->candidates = ris3_round_candidates_list (self->atlas, round, ris3_authority_make_region_key, session);
  set_up_list (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
