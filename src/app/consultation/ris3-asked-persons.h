/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"
#include "model/ris3-contact.h"

G_BEGIN_DECLS

/* For who has asked: what the dialog says has changed. */
typedef void (*Ris3AskedPersonsFunc) (gpointer user_data);

/* Asks to which persons of its organisation a request went, and keeps that; it is no edit, and the dialog says so.
 *
 * contacts: all of the atlas (element-type Ris3Contact)
 * asked: of gint64: to whom it went so far
 * saved: called with user_data, which may be gone by then, if that has changed */
void ris3_asked_persons_ask (GtkWindow *parent,
                             Ris3Session *session,
                             Ris3Request *request,
                             GPtrArray *contacts,
                             GArray *asked,
                             Ris3AskedPersonsFunc saved,
                             GObject *user_data);

G_END_DECLS
