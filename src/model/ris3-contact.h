/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* A person who is asked. Persons are kept apart from all else: their table is not published with an atlas, no session
 * records it, and the history, exports and copies do not hold it unless that is asked for. So what is changed here is
 * not undone. */
typedef struct
{
  gint64 id; /* 0: a new one */
  gint64 organisation_id;
  char *organisation; /* its name; only read */
  guint nuts_version; /* of the region of the organisation; 0: none; only read */
  char *region_code;
  char *unit;
  char *name;
  char *role;
  char *email;
  char *phone;
  char *language; /* to write to them in: ISO 639-1, "" if not known */
  char *remark;
} Ris3Contact;

Ris3Contact *ris3_contact_new (void);
void ris3_contact_free (Ris3Contact *self);

/* All persons of an atlas, by organisation and name (element-type Ris3Contact). In any thread. Errors:
 * RIS3_ATLAS_ERROR. (transfer full) */
GPtrArray *ris3_contacts_read (const char *path, GCancellable *cancellable, GError **error);

/* Whether a text can be an e-mail address. */
gboolean ris3_contact_email_is_sound (const char *email);
/* Adds a person, or changes one; NULL texts are "". Gives the id, or 0 on an error: RIS3_EDIT_ERROR_INVALID with the
 * field that is wrong, RIS3_EDIT_ERROR_MISSING, RIS3_ATLAS_ERROR. */
gint64 ris3_editor_save_contact (Ris3Editor *self, const Ris3Contact *contact, GError **error);

/* What the erasure of a person did. */
typedef struct
{
  guint n_contacts;   /* rows about the person */
  guint n_backups;    /* backup copies from which they were erased as well */
  GStrv backups;      /* the paths of these */
  GStrv left_backups; /* the paths of those that could not be written */
  GStrv mentions;     /* where a name or address of them still stands in what people wrote:
                         "comment 12 (PT15, Algarve)" … */
} Ris3Erasure;

void ris3_erasure_free (Ris3Erasure *self);
/* What it did, and what is left to do by hand, for people: sentences and lists, one a line. (transfer full) */
char *ris3_erasure_to_text (const Ris3Erasure *self);

/* Erases a person from the atlas and its backup copies: all rows with this e-mail address (or, without one, this name),
 * the requests and comments that name them; these stay with role and organisation. The file is then written anew, so
 * that nothing of what was erased is left in it, not in unused pages either, and with it the contents of documents that
 * were removed, whose removal can then be undone only without them (no trace is kept elsewhere: the atlas uses
 * a rollback journal, which is removed, and no WAL). Texts that people wrote are not changed; where the person is named
 * in one, by name, name without titles or e-mail address, it is said.
 *
 * who: an e-mail address or a name, as it is in the atlas
 *
 * Errors: RIS3_EDIT_ERROR_MISSING: nobody is called so; RIS3_ATLAS_ERROR. (transfer full) */
Ris3Erasure *ris3_editor_erase_person (Ris3Editor *self, const char *who, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Contact, ris3_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Erasure, ris3_erasure_free)

G_END_DECLS
