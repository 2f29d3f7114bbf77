/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-file-header-private.h"

/* From the documentation of SQLite's file format. */
static const guint8 journal_magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
#define JOURNAL_HEADER_SIZE 28
#define JOURNAL_N_RECORDS_OFFSET 8
#define JOURNAL_N_PAGES_OFFSET 16
#define JOURNAL_SECTOR_SIZE_OFFSET 20
#define JOURNAL_PAGE_SIZE_OFFSET 24
#define SUPER_JOURNAL_TAIL 16 /* length of the name, checksum, magic */
#define MIN_PAGE_SIZE 512
#define WAL_HEADER_SIZE 32
#define WAL_MAGIC 0x377f0682u /* and one more, by the order of bytes of its checksums */
#define WAL_PAGE_SIZE_OFFSET 8

/* Another program may write between two looks at what belongs together. */
#define N_LOOKS 3
#define BETWEEN_LOOKS_US 2000

static guint32
get_number (const guint8 *bytes, gsize offset)
{
  guint32 number;

  memcpy (&number, bytes + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
read_at (int fd, gpointer bytes, gsize size, gint64 offset)
{
  return pread (fd, bytes, size, (off_t) offset) == (gssize) size;
}

/* why: a sentence with one %s, for the name */
static gboolean
refuse (const char *side_path, const char *name, const char *why, GError **error)
{
  g_autofree char *side_name = g_filename_display_basename (side_path);
  g_auto (GStrv) parts = g_strsplit (why, "%s", 2);

  g_set_error (
      error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
      _ ("“%s” was not opened, because of the file “%s” beside it: %s%s%s Move that file to another folder, and "
         "open the atlas again."),
      name, side_name, parts[0], name, parts[1]);
  return FALSE;
}

/* size: 0 if there is none */
static gboolean
check_kind (const char *side_path, const char *name, gint64 *size, GError **error)
{
  struct stat info;

  *size = 0;
  if (lstat (side_path, &info) != 0)
    return TRUE;
  *size = info.st_size;
  /* It has no name any more when a program is just ending its transaction. */
  return (S_ISREG (info.st_mode) && info.st_nlink <= 1)
         || refuse (side_path, name, _ ("it is not a plain file that was made with “%s”."), error);
}

/* Opens a file that lies beside a database; fd is -1 if there is none, or nothing in it. */
static gboolean
open_side_file (const char *side_path, const char *name, int *fd, gint64 *size, GError **error)
{
  *fd = -1;
  if (!check_kind (side_path, name, size, error))
    return FALSE;
  if (*size == 0)
    return TRUE;
  *fd = open (side_path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (*fd < 0 && errno == ENOENT)
    return TRUE;
  return *fd >= 0 || refuse (side_path, name, _ ("it cannot be read, so changes to “%s” might be lost."), error);
}

/* As SQLite recognises it, whether its checksum is right or not. */
static gboolean
has_super_journal (int fd, gint64 size)
{
  guint8 tail[SUPER_JOURNAL_TAIL];
  guint32 length;

  if (size < SUPER_JOURNAL_TAIL || !read_at (fd, tail, sizeof tail, size - SUPER_JOURNAL_TAIL)
      || memcmp (tail + 8, journal_magic, sizeof journal_magic) != 0)
    return FALSE;
  length = get_number (tail, 0);
  return length > 0 && length <= size - SUPER_JOURNAL_TAIL;
}

/* The first page as it was before the transaction, if the journal has it: it does, except when a transaction was so
 * large that pages were written before its end. */
static gboolean
find_first_page (int fd, gint64 size, const guint8 *header, Ris3FileHeader *first)
{
  guint32 page_size = get_number (header, JOURNAL_PAGE_SIZE_OFFSET);
  gint64 offset = get_number (header, JOURNAL_SECTOR_SIZE_OFFSET);
  guint32 n_records = get_number (header, JOURNAL_N_RECORDS_OFFSET);

  for (guint32 i = 0; i < n_records && offset + 4 + RIS3_FILE_HEADER_SIZE <= size; i++, offset += 8 + page_size)
    {
      guint8 record[4 + RIS3_FILE_HEADER_SIZE];

      if (!read_at (fd, record, sizeof record, offset))
        return FALSE;
      if (get_number (record, 0) == 1)
        {
          if (!ris3_file_header_parse (first, record + 4))
            *first = (Ris3FileHeader){ 0 };
          return TRUE;
        }
    }
  return FALSE;
}

/* A transaction makes the counter of the file one more, and that may have been written or not. Of a journal without the
 * first page, that page is still the one of before, and knows the size of then. */
static gboolean
belongs (int fd, gint64 size, const char *path)
{
  guint8 header[JOURNAL_HEADER_SIZE] = { 0 };
  Ris3FileHeader database;
  Ris3FileHeader first;

  if (pread (fd, header, sizeof header, 0) <= 0)
    return FALSE;
  /* Not yet complete, or done with: SQLite does not obey it. */
  if (header[0] == 0)
    return TRUE;
  if (memcmp (header, journal_magic, MIN (sizeof journal_magic, (gsize) size)) != 0)
    return FALSE;
  if (size < JOURNAL_HEADER_SIZE || !ris3_file_header_read (&database, path))
    return TRUE;
  if (get_number (header, JOURNAL_PAGE_SIZE_OFFSET) != database.page_size || database.page_size < MIN_PAGE_SIZE)
    return FALSE;
  if (!find_first_page (fd, size, header, &first))
    return database.n_pages == 0 || database.n_pages == get_number (header, JOURNAL_N_PAGES_OFFSET);
  return first.page_size == database.page_size && first.application_id == database.application_id
         && (first.change_counter == database.change_counter || first.change_counter + 1 == database.change_counter);
}

static gboolean
check_journal (const char *path, const char *name, GError **error)
{
  g_autofree char *side_path = g_strconcat (path, "-journal", NULL);

  for (guint look = 1;; look++)
    {
      gboolean is_super;
      gboolean is_ours;
      gint64 size;
      int fd;

      if (!open_side_file (side_path, name, &fd, &size, error))
        return FALSE;
      if (fd < 0)
        return TRUE;
      is_super = has_super_journal (fd, size);
      is_ours = belongs (fd, size, path);
      close (fd);
      if (!is_super && is_ours)
        return TRUE;
      if (look < N_LOOKS)
        g_usleep (BETWEEN_LOOKS_US);
      else if (is_super)
        return refuse (side_path, name,
                       _ ("it names a further file, which would be deleted. RIS3 Atlas has not written that for “%s”."),
                       error);
      else
        return refuse (side_path, name, _ ("it belongs to another file, whose data would replace those of “%s”."),
                       error);
    }
}

static gboolean
check_wal (const char *path, const char *name, GError **error)
{
  g_autofree char *side_path = g_strconcat (path, "-wal", NULL);

  for (guint look = 1;; look++)
    {
      guint8 header[WAL_HEADER_SIZE] = { 0 };
      Ris3FileHeader database;
      gboolean is_ours = TRUE;
      gint64 size;
      int fd;

      if (!open_side_file (side_path, name, &fd, &size, error))
        return FALSE;
      if (fd < 0)
        return TRUE;
      /* SQLite would obey it whatever the database says of itself. */
      if (pread (fd, header, sizeof header, 0) <= 0 || (get_number (header, 0) & ~1u) != WAL_MAGIC)
        is_ours = FALSE;
      else if (ris3_file_header_read (&database, path))
        is_ours = database.is_wal
                  && (size < WAL_HEADER_SIZE || get_number (header, WAL_PAGE_SIZE_OFFSET) == database.page_size);
      close (fd);
      if (is_ours)
        return TRUE;
      if (look == N_LOOKS)
        return refuse (side_path, name, _ ("it belongs to another file, whose data would replace those of “%s”."),
                       error);
      g_usleep (BETWEEN_LOOKS_US);
    }
}

gboolean
ris3_journal_check (const char *path, const char *name, GError **error)
{
  g_autofree char *index_path = g_strconcat (path, "-shm", NULL);
  gint64 size;

  /* The index has the locks of the log: to open and close it would drop those that this process has. */
  return check_journal (path, name, error) && check_wal (path, name, error)
         && check_kind (index_path, name, &size, error);
}

gboolean
ris3_journal_exists (const char *path, gboolean with_empty)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *side_path = g_strconcat (path, suffixes[i], NULL);
      GStatBuf info;

      if (g_lstat (side_path, &info) == 0 && (with_empty || info.st_size > 0))
        return TRUE;
    }
  return FALSE;
}
