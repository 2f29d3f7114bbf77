/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Somebody records organisations and persons, and erases a person. */
#include "config.h"

#include <adwaita.h>

#include "app/consultation/ris3-people-item.h"
#include "app/consultation/ris3-people-window.h"
#include "app/edit/ris3-edit-form.h"
#include "model/ris3-contact.h"
#include "test-rounds.h"

static const char *
get_search (GtkWindow *window)
{
  return gtk_editable_get_text (GTK_EDITABLE (test_rounds_find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY)));
}

static Ris3FormField *
get_field (GtkWindow *form, const char *column)
{
  return ris3_edit_form_get_field (RIS3_EDIT_FORM (form), column);
}

static guint
count_contacts (Ris3Window *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts
      = ris3_contacts_read (ris3_atlas_get_path (test_rounds_get_atlas (window)), NULL, &error);

  g_assert_no_error (error);
  return contacts->len;
}

static guint
count_organisations (Ris3Window *window)
{
  return g_list_model_get_n_items (ris3_atlas_get_organisations (test_rounds_get_atlas (window)));
}

static gboolean
has_keys_in_text (gpointer window)
{
  return GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window)));
}

/* Until it is asked again. */
static const char *
get_region (GtkWindow *form)
{
  static char *value;

  g_free (value);
  value = ris3_form_field_get_value (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "region_code"));
  return value;
}

/* Gives an organisation a region. The first letter opens the list of them; each name of one finds it. */
static void
choose_region (Ris3Window *window, GtkWindow *form, const char *letters, const char *found, const char *value)
{
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "region_code")));
  test_type (window, letters);
  test_wait_for_label (form, found);
  test_key (window, "Return");
  test_assert_cmpstr (get_region (form), ==, value);
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
}

/* Adds an organisation, which is an edit. */
static void
add_organisation (Ris3Window *window, GtkWindow *people)
{
  guint n = count_organisations (window);
  GtkWindow *form;

  test_click_until (people, "Add _Organisation…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM),
                    "the form");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "name")));
  test_wait_until (has_keys_in_text, form, "the keys in the name");
  test_type (window, "Ministry of Quinces");
  test_key (window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_assert_cmpuint (count_organisations (window), ==, n + 1);
}

/* Of the organisation or person that is selected; NULL: none is. */
static const char *
get_selected_name (GtkWindow *people)
{
  GtkListView *list = GTK_LIST_VIEW (test_rounds_find_type (GTK_WIDGET (people), GTK_TYPE_LIST_VIEW));
  Ris3PeopleItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
  const Ris3Contact *contact = item != NULL ? ris3_people_item_get_contact (item) : NULL;

  if (item == NULL)
    return NULL;
  return contact != NULL ? contact->name : ris3_organisation_get_name (ris3_people_item_get_organisation (item));
}

static gboolean
is_organisation (gpointer people)
{
  return g_strcmp0 (get_selected_name (people), "Ministry of Quinces") == 0;
}

/* Asks for the form of the organisation that is selected. */
static GtkWindow *
change_selected (GtkWindow *people)
{
  GtkWindow *form;

  test_click_until (people, "_Change…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the form");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  return form;
}

static gboolean
tells_erasure (gpointer data)
{
  GtkWindow *dialog = test_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return dialog != NULL && test_find_label (GTK_WIDGET (dialog), "1 entry about the person was erased") != NULL;
}

static gboolean
has_keys_in_person (gpointer people)
{
  GtkWidget *focus = gtk_root_get_focus (people);

  return focus != NULL && !GTK_IS_WINDOW (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL
         && test_find_label (focus, "Ada Quixotic") != NULL;
}

static gboolean
has_language (gpointer form)
{
  g_autofree char *language = ris3_form_field_get_value (get_field (form, "language"));

  return g_str_equal (language, "fi");
}

/* In a menu that is open. */
static GtkWidget *
find_in_menu (gpointer widget, const char *item)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER_MENU (widget))
    return gtk_widget_get_mapped (widget) ? test_find_label (widget, item) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in_menu (child, item);
  return found;
}

static gboolean
has_menu_of_person (gpointer people)
{
  return find_in_menu (people, "Erase This Person…") != NULL && find_in_menu (people, "Delete") == NULL;
}

static gboolean
has_menu_of_organisation (gpointer people)
{
  return find_in_menu (people, "Delete") != NULL && find_in_menu (people, "Erase This Person…") == NULL;
}

static gboolean
has_no_menu (gpointer people)
{
  return find_in_menu (people, "Change…") == NULL;
}

/* Asks with the other button of the mouse for the menu of an organisation that was not selected, and ends it. */
static void
look_at_menu (Ris3Window *window, GtkWindow *people)
{
  for (guint i = 0; i < 5 && !has_menu_of_organisation (people); i++)
    {
      test_move_pointer (test_find_label (GTK_WIDGET (people), "Ministry of Quinces"), 10, 8);
      test_event ((const char *const[]){ "click", "3", NULL });
      test_wait (1000);
    }
  test_wait_until (has_menu_of_organisation, people, "the menu of the organisation");
  g_assert_true (is_organisation (people));
  test_key_until (window, "Escape", has_no_menu, people, "the end of the menu");
}

/* A person is added and erased, which is no edit and says so; an organisation is not deleted with its persons. */
static void
test_people (void)
{
  Ris3Window *window;
  char *folder = test_rounds_start (&window);
  guint n_organisations;
  GtkWindow *people;
  GtkWindow *form;
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.people", NULL));
  people = test_wait_for_window (RIS3_TYPE_PEOPLE_WINDOW);
  test_wait_for_active (people);
  test_wait_for_label (people, "cannot be undone");
  test_rounds_open (window, "France", "FR", 20);
  n_organisations = count_organisations (window);
  /* What was added is selected, even if it was not searched for. */
  test_rounds_set_search (people, "alsace");
  add_organisation (window, people);
  test_wait_for_active (people);
  test_assert_cmpstr (get_selected_name (people), ==, "Ministry of Quinces");
  /* One whose region was not known is given it, or another one, later. */
  choose_region (window, change_selected (people), "nieder", "Lower Austria (AT12", "2016 AT12");
  test_wait_for_active (people);
  test_wait_for_label (people, "Regional authority · Lower Austria (AT12)");
  form = change_selected (people);
  g_assert_cmpstr (get_region (form), ==, "2016 AT12");
  choose_region (window, form, "wien", "Vienna (AT13", "2016 AT13");
  test_wait_for_active (people);
  test_wait_for_label (people, "Regional authority · Vienna (AT13)");
  /* What is typed anywhere is looked for. */
  test_type (window, "plums");
  test_wait_for_label (people, "No organisation or person matches.");
  test_rounds_set_search (people, "quinces");
  test_wait_for_label (people, "Ministry of Quinces");

  test_click_until (people, "_Add Person…", test_rounds_has_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the form");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_for_label (form, "Ministry of Quinces");
  test_wait_until (has_keys_in_text, form, "the keys in the name");
  /* Somebody must be named. */
  test_key (window, "Return");
  test_wait_for_label (form, "Give a name or an e-mail address");
  test_type (window, "Ada Quixotic");
  test_wait_for_no_label (form, "Give a name");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "email")));
  test_type (window, "no address");
  test_wait_for_label (form, "is no e-mail address");
  test_key (window, "ctrl+a");
  test_type (window, "ada@region.example");
  test_wait_for_no_label (form, "is no e-mail address");
  /* The first letter opens the list of languages. */
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "language")));
  test_type (window, "finn");
  test_wait_for_label (form, "Finnish");
  test_key (window, "Return");
  test_wait_until (has_language, form, "the language");
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "name")));
  test_key_until (window, "Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the end");
  test_wait_for_active (people);
  test_wait_for_label (people, "“Ada Quixotic” is saved.");
  test_wait_for_label (people, "ada@region.example");
  test_assert_cmpstr (get_selected_name (people), ==, "Ada Quixotic");
  g_assert_cmpuint (count_contacts (window), ==, 1);
  test_wait_for_label (people, "ada@region.example · Finnish");

  /* The same form changes them. */
  form = change_selected (people);
  test_wait_for_label (form, "Edit Person");
  g_assert_true (has_language (form));
  gtk_widget_grab_focus (GTK_WIDGET (get_field (form, "role")));
  test_type (window, "Head of unit");
  test_key_until (window, "Return", test_rounds_has_no_window, GSIZE_TO_POINTER (RIS3_TYPE_EDIT_FORM), "the end");
  test_wait_for_label (people, "Head of unit · ada@region.example · Finnish");
  test_wait_for_active (people);
  g_assert_cmpuint (count_contacts (window), ==, 1);

  /* The rows are new. */
  test_wait (500);
  test_click_label_until (people, "Ministry of Quinces", is_organisation, people, "the organisation selected");
  test_click_until (people, "_Delete", test_rounds_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG),
                    "the refusal");
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "The organisation has persons");
  test_rounds_end_window (window, "Escape", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (people);

  test_click_middle (test_find_label (GTK_WIDGET (people), "Ada Quixotic"));
  test_wait_for_label (people, "Erase This Person…");
  test_click_until (people, "Erase This _Person…", test_rounds_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG),
                    "the question");
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "Erase “Ada Quixotic”?");
  test_wait_for_label (dialog, "Copies of the atlas elsewhere");
  /* Who thinks better of it is back where that person is. */
  test_rounds_end_window (window, "Escape", ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (people);
  test_wait_until (has_keys_in_person, people, "the keys in the row of the person");
  look_at_menu (window, people);
  test_click_middle (test_find_label (GTK_WIDGET (people), "Ada Quixotic"));
  test_wait_until (has_keys_in_person, people, "the keys in the row of the person again");
  test_key_until (window, "shift+F10", has_menu_of_person, people, "the menu of the person");
  test_click_middle (find_in_menu (people, "Erase This Person…"));
  test_wait_for_active (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  test_key_until (window, "alt+e", tells_erasure, NULL, "what was erased");
  g_assert_cmpuint (count_contacts (window), ==, 0);
  test_wait_for_no_label (people, "Ada Quixotic");
  test_rounds_end_window (window, "Escape", ADW_TYPE_MESSAGE_DIALOG);

  /* Escape first ends the search, wherever the keys are. */
  test_wait_for_active (people);
  test_assert_cmpstr (get_search (people), ==, "quinces");
  test_key (window, "Escape");
  test_assert_cmpstr (get_search (people), ==, "");
  gtk_widget_grab_focus (test_rounds_find_type (GTK_WIDGET (people), GTK_TYPE_SEARCH_ENTRY));
  test_type (window, "plums");
  test_wait_for_label (people, "No organisation or person matches.");
  test_key (window, "Escape");
  test_assert_cmpstr (get_search (people), ==, "");
  test_rounds_end_window (window, "Escape", RIS3_TYPE_PEOPLE_WINDOW);

  /* Whoever wants to undo that is told that it is another edit. */
  test_wait_for_active (window);
  test_key (window, "ctrl+z");
  test_wait_for_label (window, "What was done with contacts cannot be undone.");
  test_key (window, "ctrl+z");
  test_wait_for_label (window, "Undone: Change organisation “Ministry of Quinces”");
  test_key (window, "ctrl+z");
  test_wait (500);
  test_key (window, "ctrl+z");
  test_assert_cmpuint (count_organisations (window), ==, n_organisations);
  test_app_close (window);
  test_rounds_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/people", test_people);
  return g_test_run ();
}
