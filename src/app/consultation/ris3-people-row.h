/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Makes the rows of Ris3PeopleItem: an organisation with its region, or, further in, a person with what is known. They
 * are those of ris3_list_menu_add (). (transfer full) */
GtkListItemFactory *ris3_people_row_factory_new (Ris3Session *session);

G_END_DECLS
