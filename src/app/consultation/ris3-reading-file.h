/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which comments of an atlas the person at this computer has read. That is no part of the atlas: who only reads it
 * has read something too, it is nothing to be undone, and two officers with one file each have their own. So it is a
 * file among the state of the program ($XDG_STATE_HOME/ris3-atlas/read), one an atlas, called like the folder of the
 * atlas's backup copies; it names comments by their keys, which survive when a backup copy is restored.
 *
 * There are at most RIS3_READING_FILES of them: the ones that were not written for longest go. Comments that an atlas
 * does not have any more are left out of what is written. Two windows, or two programs, with one atlas do not take
 * away each other's marks: each writes only what it has changed into what is there then. */
typedef struct _Ris3ReadingFile Ris3ReadingFile;

#define RIS3_READING_FILES 100

/* atlas_path: of the atlas, in the file system's encoding. (transfer full); free it with ris3_reading_file_unref () */
Ris3ReadingFile *ris3_reading_file_new (const char *atlas_path);
void ris3_reading_file_unref (Ris3ReadingFile *self);

/* The keys of the comments that were read; NULL: nothing is known, as there is no file, or none that is whole.
 * (transfer full) */
GHashTable *ris3_reading_file_load (Ris3ReadingFile *self);

/* Writes what was changed, off this thread. What cannot be written is lost without a word: nothing that counts is.
 *
 * changes: all since the file was loaded: key → GINT_TO_POINTER (whether it was read)
 * existing: (transfer full): the keys of all comments of the atlas */
void ris3_reading_file_save (Ris3ReadingFile *self, GHashTable *changes, GHashTable *existing);
/* Whether something that was given to be saved is not written yet. */
gboolean ris3_reading_file_is_busy (Ris3ReadingFile *self);
/* The same as above, before this returns. */
void ris3_reading_file_save_now (Ris3ReadingFile *self, GHashTable *changes, GHashTable *existing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ReadingFile, ris3_reading_file_unref)

G_END_DECLS
