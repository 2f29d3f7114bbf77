/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the first bytes of a database say, as they are in the file: no journal is looked at, no lock is taken. */
typedef struct
{
  guint32 page_size;
  guint32 change_counter; /* one more after each transaction */
  guint32 n_pages;        /* 0 if the header does not know */
  guint32 schema_format;
  guint32 user_version;
  guint32 application_id;
  gboolean is_wal; /* whether its changes go to a write-ahead log */
} Ris3FileHeader;

#define RIS3_FILE_HEADER_SIZE 100

/* Understands the bytes of a header. FALSE: they are not the beginning of a database. */
gboolean ris3_file_header_parse (Ris3FileHeader *self, const guint8 bytes[RIS3_FILE_HEADER_SIZE]);

/* Reads the header of a file. FALSE: there is none, or it is no database.
 *
 * path: not a symbolic link
 */
gboolean ris3_file_header_read (Ris3FileHeader *self, const char *path);

/* The name that SQLite uses for a file, and so for its journals: absolute, and no symbolic link. The file need not
 * exist. (transfer full) */
char *ris3_file_get_real_path (const char *path);

G_END_DECLS
