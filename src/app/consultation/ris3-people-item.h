/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-contact.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PEOPLE_ITEM (ris3_people_item_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PeopleItem, ris3_people_item, RIS3, PEOPLE_ITEM, GObject)

/* An organisation in a list, or one of its persons, who come after it. */

/* (transfer none) */
Ris3Organisation *ris3_people_item_get_organisation (Ris3PeopleItem *self);
/* NULL: it is the organisation itself. (transfer none) */
const Ris3Contact *ris3_people_item_get_contact (Ris3PeopleItem *self);

/* The organisations of the atlas of a session by name, each with its persons.
 *
 * contacts: of ris3_contacts_read ()
 * words: what a name, a region or an address must contain; "": all. An organisation that does is listed with all of its
 *   persons, and one with a person who does, with that person.
 *
 * (transfer full) */
GListModel *ris3_people_items_list (Ris3Session *session, GPtrArray *contacts, const char *words);

G_END_DECLS
