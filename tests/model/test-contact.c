/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Persons: kept, read and erased, from every byte of the file and of its backup copies. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-backup.h"
#include "model/ris3-contact.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-request-contacts.h"
#include "test-edits.h"
#include "test-files.h"

#define NAME "Zygmunt Quixotic"
#define EMAIL "zquixotic@region.example"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Editor *editor;
  gint64 organisation;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->editor = ris3_editor_open (fixture->path, "Ada", &error);
  g_assert_no_error (error);
  fixture->organisation = test_edit_add (fixture->editor, "organisation", "name", "Region Sud");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ris3_editor_free (fixture->editor);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static gint64
save (Fixture *fixture, const char *name, const char *email, const char *remark, GError **error)
{
  g_autoptr (Ris3Contact) contact = ris3_contact_new ();

  contact->organisation_id = fixture->organisation;
  contact->name = g_strdup (name);
  contact->email = g_strdup (email);
  contact->remark = g_strdup (remark);
  return ris3_editor_save_contact (fixture->editor, contact, error);
}

static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return memmem (contents, length, text, strlen (text)) != NULL;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (Ris3Contact) change = ris3_contact_new ();
  const Ris3Contact *found;
  gint64 id = save (fixture, NAME, EMAIL, "Called on Monday", &error);

  g_assert_no_error (error);
  change->id = id;
  change->organisation_id = fixture->organisation;
  change->name = g_strdup (NAME);
  change->language = g_strdup ("fr");
  g_assert_cmpint (ris3_editor_save_contact (fixture->editor, change, &error), ==, id);
  g_assert_no_error (error);
  contacts = ris3_contacts_read (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, 1);
  found = g_ptr_array_index (contacts, 0);
  g_assert_cmpstr (found->organisation, ==, "Region Sud");
  g_assert_cmpstr (found->language, ==, "fr");
  g_assert_cmpstr (found->email, ==, "");

  g_assert_cmpint (save (fixture, NULL, NULL, NULL, &error), ==, 0);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "name");
  g_clear_error (&error);
  g_assert_cmpint (save (fixture, NAME, "not an address", NULL, &error), ==, 0);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "email");
  g_clear_error (&error);
  fixture->organisation = 4711;
  g_assert_cmpint (save (fixture, NAME, NULL, NULL, &error), ==, 0);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING);
}

/* Which persons were asked is kept without an edit, only of the organisation that is asked, and erased with them. */
static void
test_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (Ris3Erasure) erasure = NULL;
  gint64 ids[3];
  g_autofree char *sql = NULL;
  gint64 n_changes;

  ids[0] = save (fixture, NAME, EMAIL, NULL, &error);
  ids[1] = save (fixture, "Ada Aster", NULL, NULL, &error);
  sql = g_strdup_printf ("INSERT INTO consultation_round VALUES (1, 'Autumn', '', '2026-11-01', '', '', '');"
                         "INSERT INTO request VALUES (1, 1, %" G_GINT64_FORMAT ", 2016, 'FRL0', '', '', '', '', '')",
                         fixture->organisation);
  test_files_sql (fixture->path, sql);
  fixture->organisation = test_edit_add (fixture->editor, "organisation", "name", "Region Nord");
  ids[2] = save (fixture, "Not Asked", NULL, NULL, &error);
  g_assert_no_error (error);
  n_changes = test_files_query (fixture->path, "SELECT count(*) FROM change_log");

  g_assert_true (ris3_editor_set_request_contacts (fixture->editor, 1, ids, 2, &error));
  g_assert_no_error (error);
  pairs = ris3_request_contacts_read (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpint (g_array_index (pairs, Ris3RequestContact, 0).contact_id, ==, ids[1]);
  g_assert_cmpint (g_array_index (pairs, Ris3RequestContact, 1).contact_id, ==, ids[0]);
  g_assert_cmpint (g_array_index (pairs, Ris3RequestContact, 1).request_id, ==, 1);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM change_log"), ==, n_changes);

  /* Nothing is changed by what is refused. */
  g_assert_false (ris3_editor_set_request_contacts (fixture->editor, 1, ids, 3, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 2);
  erasure = ris3_editor_erase_person (fixture->editor, EMAIL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT contact_id FROM request_contact"), ==, ids[1]);
  g_assert_true (ris3_editor_set_request_contacts (fixture->editor, 1, NULL, 0, &error));
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 0);
}

/* Who undoes the deletion of a request gets back which persons were asked, but for those that were erased since; the
 * file holds nothing of it meanwhile. */
static void
test_asked_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Erasure) erasure = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("consultation_round", "1");
  g_autoptr (Ris3EditResult) undone = NULL, redone = NULL, again = NULL;
  g_autoptr (GPtrArray) results = NULL;
  gint64 ids[2];
  g_autofree char *sql = NULL;

  ids[0] = save (fixture, NAME, EMAIL, NULL, &error);
  ids[1] = save (fixture, "Ada Aster", NULL, NULL, &error);
  sql = g_strdup_printf ("INSERT INTO consultation_round VALUES (1, 'Autumn', '', '2026-11-01', '', '', '');"
                         "INSERT INTO request VALUES (1, 1, %" G_GINT64_FORMAT ", 2016, 'FRL0', '', '', '', '', '')",
                         fixture->organisation);
  test_files_sql (fixture->path, sql);
  g_assert_true (ris3_editor_set_request_contacts (fixture->editor, 1, ids, 2, &error));
  results = ris3_editor_apply (fixture->editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 0);
  undone = ris3_editor_undo (fixture->editor, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 2);
  redone = ris3_editor_redo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 0);

  erasure = ris3_editor_erase_person (fixture->editor, EMAIL, &error);
  g_assert_no_error (error);
  again = ris3_editor_undo (fixture->editor, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request"), ==, 1);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM request_contact"), ==, 1);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT contact_id FROM request_contact"), ==, ids[1]);
}

/* A comment stays, and what people wrote about the person is told. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (Ris3Erasure) erasure = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  const Ris3Backup *backup;

  save (fixture, NAME, EMAIL, "A long remark, which is taken away again", &error);
  g_assert_no_error (error);
  save (fixture, "Somebody Else", NULL, NULL, &error);
  g_assert_no_error (error);
  test_edit_add (fixture->editor, "comment", "text", "As Zygmunt Quixotic told us");
  g_assert_true (ris3_backup_make (fixture->path, RIS3_BACKUP_DAILY, now, &error));
  g_assert_no_error (error);
  backups = ris3_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (file_contains (fixture->path, EMAIL));
  g_assert_true (file_contains (backup->path, EMAIL));

  erasure = ris3_editor_erase_person (fixture->editor, NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->n_contacts, ==, 1);
  g_assert_cmpuint (erasure->n_backups, ==, 1);
  g_assert_cmpuint (g_strv_length (erasure->left_backups), ==, 0);
  g_assert_cmpuint (g_strv_length (erasure->mentions), ==, 1);
  g_assert_true (g_str_has_prefix (erasure->mentions[0], "comment "));
  g_assert_false (file_contains (fixture->path, EMAIL));
  g_assert_false (file_contains (backup->path, EMAIL));
  g_assert_false (file_contains (fixture->path, "A long remark"));
  contacts = ris3_contacts_read (fixture->path, NULL, &error);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_null (ris3_editor_erase_person (fixture->editor, NAME, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING);
}

/* Whoever is erased by the address is found in texts by name, with or without titles, and the other way round. */
static void
test_erase_mentions (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "That is what we think.\nzygmunt\nQUIXOTIC", "Ask zquixotic@region.example.", "Dr. Zygmunt Quixotic's" };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Erasure) by_email = NULL;
  g_autoptr (Ris3Erasure) by_name = NULL;
  g_autofree char *told = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    test_edit_add (fixture->editor, "comment", "text", texts[i]);
  test_edit_add (fixture->editor, "comment", "text", "Mazygmunt Quixotic is somebody else");
  save (fixture, "Prof. Dr. Zygmunt Quixotic", EMAIL, NULL, &error);
  g_assert_no_error (error);
  by_email = ris3_editor_erase_person (fixture->editor, EMAIL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (by_email->mentions), ==, 3);
  told = ris3_erasure_to_text (by_email);
  g_assert_nonnull (strstr (told, by_email->mentions[0]));

  save (fixture, "Quixotic, Zygmunt", EMAIL, NULL, &error);
  g_assert_no_error (error);
  by_name = ris3_editor_erase_person (fixture->editor, "Quixotic, Zygmunt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (by_name->mentions), ==, 3);
}

/* What was changed before leaves nothing either. */
static void
test_erase_former (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Contact) change = ris3_contact_new ();
  g_autoptr (Ris3Erasure) erasure = NULL;

  change->id = save (fixture, NAME, "former-address@region.example", NULL, &error);
  g_assert_no_error (error);
  change->organisation_id = fixture->organisation;
  change->name = g_strdup (NAME);
  change->email = g_strdup (EMAIL);
  ris3_editor_save_contact (fixture->editor, change, &error);
  g_assert_no_error (error);
  erasure = ris3_editor_erase_person (fixture->editor, "ZQUIXOTIC@region.example", &error);
  g_assert_no_error (error);
  g_assert_false (file_contains (fixture->path, "former-address"));
  g_assert_false (file_contains (fixture->path, "Quixotic"));
}

/* An undo could not bring its persons back, so these go first. */
static void
test_delete_organisation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->organisation);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("organisation", key);
  g_autoptr (Ris3EditResult) refused = NULL;
  g_autoptr (Ris3EditResult) deleted = NULL;
  g_autoptr (Ris3Erasure) erasure = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, NAME, EMAIL, NULL, &error);
  g_assert_no_error (error);
  refused = test_edit_apply (fixture->editor, edit, &error);
  g_assert_null (refused);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  contacts = ris3_contacts_read (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, 1);
  erasure = ris3_editor_erase_person (fixture->editor, EMAIL, &error);
  g_assert_no_error (error);
  deleted = test_edit_apply (fixture->editor, edit, &error);
  g_assert_no_error (error);
  g_assert_nonnull (deleted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/contact/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/contact/asked", Fixture, NULL, set_up, test_asked, tear_down);
  g_test_add ("/contact/asked-undo", Fixture, NULL, set_up, test_asked_undo, tear_down);
  g_test_add ("/contact/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/contact/erase-mentions", Fixture, NULL, set_up, test_erase_mentions, tear_down);
  g_test_add ("/contact/erase-former", Fixture, NULL, set_up, test_erase_former, tear_down);
  g_test_add ("/contact/delete-organisation", Fixture, NULL, set_up, test_delete_organisation, tear_down);

  return g_test_run ();
}
