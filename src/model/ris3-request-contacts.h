/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* That a request went to a person. As all that is about persons (ris3-contact.h), no session records it: it is not
 * undone, and neither history nor exports hold it. Only the editor that has deleted a request brings it back when it
 * undoes that, as long as there is the person. */
typedef struct
{
  gint64 request_id;
  gint64 contact_id;
} Ris3RequestContact;

/* All of an atlas, by request and name of the person (element-type Ris3RequestContact). In any thread. Errors:
 * RIS3_ATLAS_ERROR. (transfer full) */
GArray *ris3_request_contacts_read (const char *path, GCancellable *cancellable, GError **error);

/* Says to which persons of its organisation a request went, instead of what was said before. contacts: their ids.
 * Errors: RIS3_EDIT_ERROR_MISSING: the request, or one of them, is not there, or not of that organisation;
 * RIS3_ATLAS_ERROR. */
gboolean ris3_editor_set_request_contacts (Ris3Editor *self,
                                           gint64 request_id,
                                           const gint64 *contacts,
                                           guint n_contacts,
                                           GError **error);

G_END_DECLS
