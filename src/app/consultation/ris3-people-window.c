/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-people-window.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-erase-person.h"
#include "app/consultation/ris3-people-item.h"
#include "app/consultation/ris3-people-row.h"
#include "app/ris3-child-window.h"
#include "app/ris3-list-menu.h"
#include "app/ris3-list-scroll.h"
#include "app/ris3-people-work.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-toast.h"

#define SECONDS 5 /* that a toast stays */

struct _Ris3PeopleWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *reading_bar; /* says that nothing is edited */
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *message;
  GtkWidget *remove_button;
  GMenuModel *row_menu;

  Ris3Session *session; /* NULL: the window is gone */
  Ris3Atlas *atlas;
  GPtrArray *contacts;
  GtkSingleSelection *selection;
  gint64 new_organisation; /* that is shown as soon as it is listed; 0: none */
  gint64 new_person;
  gboolean is_new_untold; /* nobody has been told yet that the person is saved */
  AdwToast *toast;        /* weak */
};

G_DEFINE_FINAL_TYPE (Ris3PeopleWindow, ris3_people_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_UNRECORDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Ris3PeopleItem *
get_selected (Ris3PeopleWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (Ris3PeopleWindow *self)
{
  Ris3PeopleItem *item = get_selected (self);
  gboolean can_edit = ris3_session_get_editing (self->session);
  gboolean is_person = item != NULL && ris3_people_item_get_contact (item) != NULL;

  gtk_widget_set_visible (self->reading_bar, !can_edit && !ris3_atlas_get_read_only (self->atlas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add-organisation", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add-person", can_edit && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.change", can_edit && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.erase", can_edit && is_person);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.delete", can_edit && item != NULL && !is_person);
  gtk_button_set_label (GTK_BUTTON (self->remove_button), is_person ? _ ("Erase This _Person…") : _ ("_Delete"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), is_person ? "people.erase" : "people.delete");
}

/* What was selected stays so, if it is still listed. */
static guint
find (GListModel *items, Ris3PeopleItem *wanted)
{
  const Ris3Contact *contact = wanted != NULL ? ris3_people_item_get_contact (wanted) : NULL;

  for (guint i = 0; wanted != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (Ris3PeopleItem) item = g_list_model_get_item (items, i);
      const Ris3Contact *other = ris3_people_item_get_contact (item);

      if (contact != NULL ? other != NULL && other->id == contact->id
                          : other == NULL
                                && ris3_organisation_get_id (ris3_people_item_get_organisation (item))
                                       == ris3_organisation_get_id (ris3_people_item_get_organisation (wanted)))
        return i;
    }
  return 0;
}

/* What was added is selected and seen, even if it is not what was searched for. */
static void
show_new (Ris3PeopleWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n && (self->new_organisation != 0 || self->new_person != 0); i++)
    {
      g_autoptr (Ris3PeopleItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      const Ris3Contact *contact = ris3_people_item_get_contact (item);

      if (contact != NULL
              ? contact->id != self->new_person
              : ris3_organisation_get_id (ris3_people_item_get_organisation (item)) != self->new_organisation)
        continue;
      self->new_organisation = self->new_person = 0;
      gtk_single_selection_set_selected (self->selection, i);
      ris3_list_scroll_to (self->list, i);
    }
  if ((self->new_organisation != 0 || self->new_person != 0) && *gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
}

/* Gives the keys to the row that is selected, if it is seen. */
static void
focus_selected (Ris3PeopleWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      gtk_widget_grab_focus (row);
}

static void
show_items (Ris3PeopleWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean has_keys = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  g_autoptr (GListModel) items
      = ris3_people_items_list (self->session, self->contacts, gtk_editable_get_text (self->search));
  guint n = g_list_model_get_n_items (items);
  guint selected = find (items, get_selected (self));

  gtk_single_selection_set_model (self->selection, items);
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, selected);
  gtk_label_set_text (self->message, *gtk_editable_get_text (self->search) != '\0'
                                         ? _ ("No organisation or person matches.")
                                         : _ ("No organisations yet. One is added with the button above, or with the "
                                              "first round that asks its region."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "message");
  show_new (self);
  update_actions (self);
  /* The rows are new. */
  if (has_keys)
    focus_selected (self);
}

/* A person is saved without an edit, which the window would tell of. */
static void
tell_new (Ris3PeopleWindow *self)
{
  for (guint i = 0; self->is_new_untold && i < self->contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (self->contacts, i);
      g_autofree char *words = NULL;

      if (contact->id != self->new_person)
        continue;
      /* Translators: the name of a person */
      words = g_strdup_printf (_ ("“%s” is saved."), *contact->name != '\0' ? contact->name : contact->email);
      ris3_toast_tell (self->toasts, &self->toast, words, SECONDS);
      self->is_new_untold = FALSE;
    }
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3PeopleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = ris3_people_read_finish (result, &error);

  if (self->session == NULL)
    return; /* The window is gone. */
  if (contacts != NULL)
    {
      g_ptr_array_unref (self->contacts);
      self->contacts = g_steal_pointer (&contacts);
      tell_new (self);
      show_items (self);
      return;
    }
  gtk_label_set_text (self->message, error->message);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
read_contacts (Ris3PeopleWindow *self)
{
  ris3_people_read_async (self->atlas, on_read_cb, g_object_ref (self));
}

static void
on_atlas_changed_cb (Ris3PeopleWindow *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "organisation"))
    read_contacts (self);
}

static void
on_unrecorded_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_UNRECORDED], 0);
  read_contacts (user_data);
}

static void
on_added_cb (Ris3PeopleWindow *self, const char *table, gint64 id)
{
  if (g_str_equal (table, "contact"))
    {
      self->new_person = id;
      self->is_new_untold = TRUE;
      on_unrecorded_cb (self);
    }
  if (!g_str_equal (table, "organisation"))
    return;
  self->new_organisation = id;
  show_items (self);
}

/* Where the actions of edits are. */
static void
activate (Ris3PeopleWindow *self, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), action, parameter);
}

static void
add_organisation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  activate (RIS3_PEOPLE_WINDOW (widget), "edit.organisation-add", NULL);
}

static void
add_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (widget);
  Ris3Organisation *organisation = ris3_people_item_get_organisation (get_selected (self));

  activate (self, "edit.person-add", g_variant_new_int64 (ris3_organisation_get_id (organisation)));
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (widget);
  Ris3PeopleItem *item = get_selected (self);

  if (ris3_people_item_get_contact (item) != NULL)
    activate (self, "edit.person-form", g_variant_new_int64 (ris3_people_item_get_contact (item)->id));
  else
    activate (self, "edit.organisation-form",
              g_variant_new_int64 (ris3_organisation_get_id (ris3_people_item_get_organisation (item))));
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (widget);

  /* What is asked gives the keys back to it. */
  focus_selected (self);
  ris3_erase_person_ask (GTK_WINDOW (self), self->atlas, ris3_people_item_get_contact (get_selected (self)),
                         on_unrecorded_cb, G_OBJECT (self));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (widget);
  Ris3Organisation *organisation = ris3_people_item_get_organisation (get_selected (self));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_organisation_get_id (organisation));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("organisation", key);

  focus_selected (self);
  ris3_session_edit (self->session, edit);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_session_set_editing (RIS3_PEOPLE_WINDOW (widget)->session, TRUE);
}

static void
on_activate_cb (Ris3PeopleWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "people.change", NULL);
}

static void
ris3_people_window_dispose (GObject *object)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_PEOPLE_WINDOW);
  g_clear_object (&self->selection);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_people_window_parent_class)->dispose (object);
}

static void
ris3_people_window_finalize (GObject *object)
{
  Ris3PeopleWindow *self = RIS3_PEOPLE_WINDOW (object);

  g_clear_object (&self->atlas);
  g_ptr_array_unref (self->contacts);
  G_OBJECT_CLASS (ris3_people_window_parent_class)->finalize (object);
}

static void
ris3_people_window_class_init (Ris3PeopleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_people_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_people_window_finalize;
  signals[SIGNAL_UNRECORDED]
      = g_signal_new ("unrecorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-people-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, message);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3PeopleWindow, row_menu);
  gtk_widget_class_install_action (widget_class, "people.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "people.add-organisation", NULL, add_organisation_action);
  gtk_widget_class_install_action (widget_class, "people.add-person", NULL, add_person_action);
  gtk_widget_class_install_action (widget_class, "people.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "people.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "people.delete", NULL, delete_action);
}

static void
ris3_people_window_init (Ris3PeopleWindow *self)
{
  self->contacts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  ris3_list_menu_add (GTK_WIDGET (self->list), GTK_SELECTION_MODEL (self->selection),
                      gtk_widget_get_parent (GTK_WIDGET (self->toasts)), self->row_menu);
  ris3_child_window_set_search (GTK_WINDOW (self), GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWindow *
ris3_people_window_new (GtkWindow *parent, Ris3Session *session)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  Ris3PeopleWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_PEOPLE_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  factory = ris3_people_row_factory_new (session);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  show_items (self);
  read_contacts (self);
  return GTK_WINDOW (self);
}
