/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-contact.h"
#include "model/ris3-request-contacts.h"

G_BEGIN_DECLS

/* Persons of an atlas are read, saved and erased in a worker thread. None of it is an edit (ris3-contact.h). */

void ris3_people_read_async (Ris3Atlas *atlas, GAsyncReadyCallback callback, gpointer user_data);
/* Errors: as ris3_contacts_read (). (element-type Ris3Contact) (transfer full) */
GPtrArray *ris3_people_read_finish (GAsyncResult *result, GError **error);

/* contact: (transfer full) */
void ris3_people_save_async (Ris3Atlas *atlas, Ris3Contact *contact, GAsyncReadyCallback callback, gpointer user_data);
/* The id of the person, or 0. Errors: as ris3_editor_save_contact () */
gint64 ris3_people_save_finish (GAsyncResult *result, GError **error);

/* who: an e-mail address or a name */
void ris3_people_erase_async (Ris3Atlas *atlas, const char *who, GAsyncReadyCallback callback, gpointer user_data);
/* Errors: as ris3_editor_erase_person (). (transfer full) */
Ris3Erasure *ris3_people_erase_finish (GAsyncResult *result, GError **error);

/* Which persons were asked. */
void ris3_people_read_asked_async (Ris3Atlas *atlas, GAsyncReadyCallback callback, gpointer user_data);
/* Errors: as ris3_request_contacts_read (). (element-type Ris3RequestContact) (transfer full) */
GArray *ris3_people_read_asked_finish (GAsyncResult *result, GError **error);

/* contacts: of gint64 (transfer full) */
void ris3_people_set_asked_async (Ris3Atlas *atlas,
                                  gint64 request_id,
                                  GArray *contacts,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Errors: as ris3_editor_set_request_contacts () */
gboolean ris3_people_set_asked_finish (GAsyncResult *result, GError **error);

G_END_DECLS
