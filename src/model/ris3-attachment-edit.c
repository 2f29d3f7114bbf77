/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files become attachments. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/ris3-attachment.h"

/* Bytes that are read at a time. */
#define BLOCK ((gsize) 1024 * 1024)

/* What is known of a file. */
typedef struct
{
  const char *path;
  char *shown; /* its name, for people */
  char *media_type;
  guint64 size;
  char *digest;
  GBytes *contents; /* NULL: it is linked */
} Document;

static void
document_clear (Document *self)
{
  g_free (self->shown);
  g_free (self->media_type);
  g_free (self->digest);
  g_clear_pointer (&self->contents, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static gboolean
look_at (Document *self, gboolean is_linked, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file,
      G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
      G_FILE_QUERY_INFO_NONE, NULL, error);
  const char *type;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” is not a document. Choose single files; pack a folder into an archive first."),
                   self->shown);
      return FALSE;
    }
  self->size = (guint64) g_file_info_get_size (info);
  if (self->size == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is empty. Choose another file."), self->shown);
      return FALSE;
    }
  if (self->size > RIS3_ATTACHMENT_MAX_SIZE && !is_linked)
    {
      g_autofree char *size = g_format_size (self->size);
      g_autofree char *most = g_format_size (RIS3_ATTACHMENT_MAX_SIZE);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("“%s” has %s, and an atlas takes in documents of at most %s. Attach it as a link."), self->shown,
                   size, most);
      return FALSE;
    }
  type = g_file_info_get_content_type (info);
  self->media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  return TRUE;
}

static gboolean
read_contents (Document *self, gboolean is_linked, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n;

  if (stream == NULL)
    return FALSE;
  self->size = 0;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, NULL, error)) > 0)
    {
      g_checksum_update (checksum, block, n);
      self->size += (guint64) n;
      /* It may have grown since it was looked at. */
      if (!is_linked && self->size <= RIS3_ATTACHMENT_MAX_SIZE)
        g_byte_array_append (contents, block, (guint) n);
    }
  if (n < 0)
    return FALSE;
  self->digest = g_strdup (g_checksum_get_string (checksum));
  if (!is_linked)
    self->contents = g_byte_array_free_to_bytes (g_steal_pointer (&contents));
  return TRUE;
}

static Ris3Edit *
make_step (gint64 comment_id, const char *path, gboolean linked, GError **error)
{
  g_auto (Document) document = { .path = path };
  g_autofree char *uri = linked ? g_filename_to_uri (path, NULL, error) : g_strdup ("");
  GError *local_error = NULL;
  Ris3Edit *edit;

  document.shown = g_filename_display_basename (path);
  if (uri == NULL)
    return NULL;
  if (!look_at (&document, linked, &local_error) || !read_contents (&document, linked, &local_error))
    {
      if (strstr (local_error->message, document.shown) == NULL)
        g_prefix_error (&local_error, _ ("“%s” cannot be read: "), document.shown);
      g_propagate_error (error, local_error);
      return NULL;
    }
  edit = ris3_edit_new_add ("attachment");
  ris3_edit_set_integer (edit, "comment_id", comment_id);
  ris3_edit_set_text (edit, "name", document.shown);
  ris3_edit_set_text (edit, "media_type", document.media_type != NULL ? document.media_type : "");
  ris3_edit_set_text (edit, "url", uri);
  ris3_edit_set_integer (edit, "size", (gint64) document.size);
  ris3_edit_set_text (edit, "digest", document.digest);
  if (document.contents != NULL)
    ris3_edit_set_contents (edit, document.contents);
  return edit;
}

gboolean
ris3_attachment_is_too_large (const char *file)
{
  GStatBuf status;

  g_return_val_if_fail (file != NULL, FALSE);
  return g_stat (file, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > RIS3_ATTACHMENT_MAX_SIZE;
}

static gboolean
is_linked (const char *file, Ris3AttachWay way)
{
  return way == RIS3_ATTACH_LINKED || (way == RIS3_ATTACH_FITTING && ris3_attachment_is_too_large (file));
}

Ris3Edit *
ris3_attachment_make_edit (gint64 comment_id, const char *const *files, Ris3AttachWay way, GError **error)
{
  guint n;
  g_autofree char *title = NULL;
  g_autoptr (Ris3Edit) all = NULL;

  g_return_val_if_fail (files != NULL && files[0] != NULL, NULL);
  n = g_strv_length ((char **) files);
  if (n == 1)
    return make_step (comment_id, files[0], is_linked (files[0], way), error);
  title = g_strdup_printf (ngettext ("Attach %u document", "Attach %u documents", n), n);
  all = ris3_edit_new_group ("attachment-add", title);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Edit) step = make_step (comment_id, files[i], is_linked (files[i], way), error);

      if (step == NULL)
        return NULL;
      ris3_edit_append (all, step);
    }
  return g_steal_pointer (&all);
}
