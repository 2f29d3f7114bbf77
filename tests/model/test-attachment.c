/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Documents that came with a comment. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-attachment.h"
#include "model/ris3-contact.h"
#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

#define LETTER "Dear Sir or Madam"

typedef struct
{
  TestFiles files;
  char *path; /* of the atlas */
  char *letter;
  Ris3Editor *editor;
  gint64 comment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  fixture->letter = test_files_write (&fixture->files, "letter.txt", LETTER, strlen (LETTER));
  fixture->editor = ris3_editor_open (fixture->path, "Ada", &error);
  g_assert_no_error (error);
  fixture->comment = test_edit_add (fixture->editor, "comment", "text", "See the letter.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ris3_editor_free (fixture->editor);
  g_free (fixture->letter);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static Ris3EditResult *
attach (Fixture *fixture, const char *const *files, Ris3AttachWay way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = ris3_attachment_make_edit (fixture->comment, files, way, &error);
  Ris3EditResult *result;

  g_assert_no_error (error);
  result = test_edit_apply (fixture->editor, edit, &error);
  g_assert_no_error (error);
  return result;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *attachments = ris3_attachments_read (fixture->path, fixture->comment, NULL, &error);

  g_assert_no_error (error);
  return attachments;
}

static void
assert_saved (Fixture *fixture, const Ris3Attachment *attachment)
{
  g_autofree char *target = test_files_path (&fixture->files, "saved");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  ris3_attachment_save (attachment, fixture->path, target, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (target, &contents, NULL, &error));
  g_assert_cmpstr (contents, ==, LETTER);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *twin = test_files_write (&fixture->files, "twin.txt", LETTER, strlen (LETTER));
  g_autoptr (Ris3EditResult) one = attach (fixture, (const char *const[]){ fixture->letter, NULL }, RIS3_ATTACH_STORED);
  g_autoptr (Ris3EditResult) two
      = attach (fixture, (const char *const[]){ fixture->letter, twin, NULL }, RIS3_ATTACH_STORED);
  g_autoptr (GPtrArray) attachments = list (fixture);
  const Ris3Attachment *first = attachments->pdata[0];
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, first->id);
  g_autoptr (Ris3Edit) removal = ris3_edit_new_delete ("attachment", key);
  g_autoptr (Ris3EditResult) removed = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (one->title, ==, "Attach “letter.txt”");
  g_assert_cmpstr (two->title, ==, "Attach 2 documents");
  g_assert_cmpuint (attachments->len, ==, 3);
  g_assert_cmpstr (first->name, ==, "letter.txt");
  g_assert_cmpuint (first->size, ==, strlen (LETTER));
  g_assert_cmpstr (first->url, ==, "");
  g_assert_cmpstr (first->media_type, ==, "text/plain");
  assert_saved (fixture, attachments->pdata[2]);
  /* What is the same is kept once. */
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM attachment_data"), ==, 1);

  removed = test_edit_apply (fixture->editor, removal, &error);
  g_assert_no_error (error);
  left = list (fixture);
  g_assert_cmpuint (left->len, ==, 2);
  undone = ris3_editor_undo (fixture->editor, 0, &error);
  g_assert_no_error (error);
  back = list (fixture);
  g_assert_cmpuint (back->len, ==, 3);
  assert_saved (fixture, back->pdata[0]);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree guchar *large = g_malloc0 (RIS3_ATTACHMENT_MAX_SIZE + 1);
  g_autofree char *film = test_files_write (&fixture->files, "film.bin", large, RIS3_ATTACHMENT_MAX_SIZE + 1);
  const char *const files[] = { fixture->letter, film, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GPtrArray) attachments = NULL;
  const Ris3Attachment *linked;

  /* Too large to be kept: nothing is attached at all. */
  g_assert_null (ris3_attachment_make_edit (fixture->comment, files, RIS3_ATTACH_STORED, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "film.bin"));
  result = attach (fixture, files, RIS3_ATTACH_LINKED);
  attachments = list (fixture);
  g_assert_cmpuint (attachments->len, ==, 2);
  linked = attachments->pdata[1];
  g_assert_true (g_str_has_suffix (linked->url, "film.bin"));
  g_assert_cmpuint (linked->size, ==, RIS3_ATTACHMENT_MAX_SIZE + 1);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM attachment_data"), ==, 0);

  /* Or only that is linked which is too large. */
  g_assert_true (ris3_attachment_is_too_large (film));
  g_assert_false (ris3_attachment_is_too_large (fixture->letter));
  g_clear_pointer (&result, ris3_edit_result_free);
  g_clear_pointer (&attachments, g_ptr_array_unref);
  result = attach (fixture, files, RIS3_ATTACH_FITTING);
  attachments = list (fixture);
  g_assert_cmpuint (attachments->len, ==, 4);
  g_assert_cmpstr (((const Ris3Attachment *) attachments->pdata[2])->url, ==, "");
  g_assert_true (g_str_has_suffix (((const Ris3Attachment *) attachments->pdata[3])->url, "film.bin"));
}

/* Of a file that stays where it is, it is told what became of it. */
static void
test_link_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3EditResult) result
      = attach (fixture, (const char *const[]){ fixture->letter, NULL }, RIS3_ATTACH_LINKED);
  g_autoptr (GPtrArray) attachments = list (fixture);
  Ris3Attachment *letter = attachments->pdata[0];
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ris3_attachment_check_link (letter, 0, NULL), ==, RIS3_LINK_SAME);
  /* Not with certainty. */
  g_assert_cmpint (ris3_attachment_check_link (letter, 1, NULL), ==, RIS3_LINK_UNKNOWN);
  g_cancellable_cancel (cancelled);
  g_assert_cmpint (ris3_attachment_check_link (letter, 0, cancelled), ==, RIS3_LINK_UNKNOWN);
  /* Of the same length. */
  g_assert_true (g_file_set_contents (fixture->letter, "Dear Sir or Madan", -1, &error));
  g_assert_cmpint (ris3_attachment_check_link (letter, 0, NULL), ==, RIS3_LINK_CHANGED);
  g_assert_true (g_file_set_contents (fixture->letter, "Dear", -1, &error));
  g_assert_cmpint (ris3_attachment_check_link (letter, 1, NULL), ==, RIS3_LINK_CHANGED);
  g_remove (fixture->letter);
  g_assert_cmpint (ris3_attachment_check_link (letter, 0, NULL), ==, RIS3_LINK_MISSING);
  g_free (letter->url);
  letter->url = g_strdup ("https://example.org/letter.txt");
  g_assert_cmpint (ris3_attachment_check_link (letter, 0, NULL), ==, RIS3_LINK_UNKNOWN);
  /* It is not read, which would never end. */
  g_free (letter->url);
  letter->url = g_strdup ("file:///dev/zero");
  g_assert_cmpint (ris3_attachment_check_link (letter, 0, NULL), ==, RIS3_LINK_CHANGED);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = test_files_write (&fixture->files, "empty.txt", "", 0);
  g_autofree char *missing = test_files_path (&fixture->files, "missing.txt");
  const struct
  {
    const char *path;
    GIOErrorEnum code;
  } cases[] = {
    { empty, G_IO_ERROR_INVALID_DATA },
    { missing, G_IO_ERROR_NOT_FOUND },
    { g_get_tmp_dir (), G_IO_ERROR_NOT_REGULAR_FILE },
  };
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("attachment");
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "what is not there", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const files[] = { fixture->letter, cases[i].path, NULL };
      g_autofree char *name = g_path_get_basename (cases[i].path);

      g_assert_null (ris3_attachment_make_edit (fixture->comment, files, RIS3_ATTACH_STORED, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, name));
      g_clear_error (&error);
    }
  /* A digest alone is no document. */
  ris3_edit_set_integer (edit, "comment_id", fixture->comment);
  ris3_edit_set_text (edit, "name", "nothing.txt");
  ris3_edit_set_integer (edit, "size", 3);
  ris3_edit_set_text (edit, "digest", digest);
  g_assert_null (test_edit_apply (fixture->editor, edit, &error));
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "digest");
}

/* Contents that are not there, or not those that were attached, are not given out as the document. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3EditResult) result
      = attach (fixture, (const char *const[]){ fixture->letter, NULL }, RIS3_ATTACH_STORED);
  g_autoptr (GPtrArray) attachments = list (fixture);
  g_autofree char *target = test_files_path (&fixture->files, "saved");
  g_autoptr (GError) error = NULL;

  test_files_sql (fixture->path, "UPDATE attachment_data SET contents = x'00'");
  g_assert_false (ris3_attachment_save (attachments->pdata[0], fixture->path, target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  test_files_sql (fixture->path, "DELETE FROM attachment_data");
  g_assert_false (ris3_attachment_save (attachments->pdata[0], fixture->path, target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* Erasing a person also takes what was removed before, for it may be a letter of theirs. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3EditResult) result
      = attach (fixture, (const char *const[]){ fixture->letter, NULL }, RIS3_ATTACH_STORED);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, result->ids[0]);
  g_autoptr (Ris3Edit) removal = ris3_edit_new_delete ("attachment", key);
  g_autoptr (Ris3EditResult) removed = NULL;
  g_autoptr (Ris3Contact) contact = ris3_contact_new ();
  g_autoptr (Ris3Erasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  contact->organisation_id = test_edit_add (fixture->editor, "organisation", "name", "Region Sud");
  contact->name = g_strdup ("Zygmunt Quixotic");
  ris3_editor_save_contact (fixture->editor, contact, &error);
  g_assert_no_error (error);
  removed = test_edit_apply (fixture->editor, removal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM attachment_data"), ==, 1);
  erasure = ris3_editor_erase_person (fixture->editor, "Zygmunt Quixotic", &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (fixture->path, "SELECT count(*) FROM attachment_data"), ==, 0);
}

#define ADD(name, func) g_test_add ("/attachment/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("keep", test_keep);
  ADD ("link", test_link);
  ADD ("link-state", test_link_state);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);
  ADD ("erased", test_erased);

  return g_test_run ();
}
