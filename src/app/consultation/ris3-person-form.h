/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"
#include "model/ris3-contact.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PERSON_FORM (ris3_person_form_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PersonForm, ris3_person_form, RIS3, PERSON_FORM, AdwWindow)

/* A dialog in which a person of an organisation is added or changed, and which says that this is not undone. When
 * saving fails, it stays as it is, says why, and can try again. It goes when another atlas is opened.
 *
 * contact: that is changed; NULL: a new one
 *
 * Signal "saved" (int64, string): the person of this id and name is in the atlas; the dialog goes. */
GtkWindow *ris3_person_form_new (GtkWindow *parent,
                                 Ris3Session *session,
                                 Ris3Organisation *organisation,
                                 const Ris3Contact *contact);

G_END_DECLS
