/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/ris3-page-options.h"

G_BEGIN_DECLS

/* Letters of a name. */
#define RIS3_SAVED_PAGES_MAX_NAME 60

/* Templates of pages that a person has made and named, in their order. They are kept in a file of the person, for all
 * atlases: "pages" in the program's folder of data, a line of KEY=VALUE words each, as Ris3PageOptions has them, with
 * name=… first. */
typedef struct _Ris3SavedPages Ris3SavedPages;

typedef enum
{
  RIS3_SAVED_PAGES_ERROR_NAME,    /* one that no template can have, or that another one has */
  RIS3_SAVED_PAGES_ERROR_UNKNOWN, /* there is none of that name */
  RIS3_SAVED_PAGES_ERROR_FILE,    /* the file is damaged */
} Ris3SavedPagesError;

#define RIS3_SAVED_PAGES_ERROR (ris3_saved_pages_error_quark ())
GQuark ris3_saved_pages_error_quark (void);

/* Reads them; without a file, there are none.
 * Errors: RIS3_SAVED_PAGES_ERROR_FILE, a sentence that names the file and the line; G_FILE_ERROR. (transfer full) */
Ris3SavedPages *ris3_saved_pages_read (GError **error);
void ris3_saved_pages_free (Ris3SavedPages *self);

guint ris3_saved_pages_get_n (Ris3SavedPages *self);
/* (transfer none) */
const char *ris3_saved_pages_get_name (Ris3SavedPages *self, guint position);
const Ris3PageOptions *ris3_saved_pages_get_options (Ris3SavedPages *self, guint position);
/* Names that differ only in capitals are the same. (transfer none); NULL: there is none */
const Ris3PageOptions *ris3_saved_pages_find (Ris3SavedPages *self, const char *name);

/* Whether a template may have a name: not that of a template of the program, nothing with “=” in it, …
 * Errors: RIS3_SAVED_PAGES_ERROR_NAME, a sentence */
gboolean ris3_saved_pages_check_name (const char *name, GError **error);

/* Each of these reads the file again, changes that and writes it: another window may have changed it since. A file that
 * is damaged is left as it is.
 *
 * ris3_saved_pages_save: in place of one that has the name, else as the last; what belongs to one map alone (title,
 * subtitle, notes, figure, names, words of the legend) is left out
 *
 * Errors: RIS3_SAVED_PAGES_ERROR; G_IO_ERROR, G_FILE_ERROR: sentences */
gboolean ris3_saved_pages_save (const char *name, const Ris3PageOptions *options, GError **error);
gboolean ris3_saved_pages_rename (const char *name, const char *new_name, GError **error);
gboolean ris3_saved_pages_delete (const char *name, GError **error);

/* What a page is asked to be: the text form of options, or the name of a template, of a person or ("slide") of the
 * program.
 * Errors: RIS3_PAGE_OPTIONS_ERROR, RIS3_SAVED_PAGES_ERROR: a sentence. (transfer full) */
Ris3PageOptions *ris3_saved_pages_ask (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3SavedPages, ris3_saved_pages_free)

G_END_DECLS
