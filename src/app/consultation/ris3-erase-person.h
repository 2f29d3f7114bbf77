/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"
#include "model/ris3-contact.h"

G_BEGIN_DECLS

typedef void (*Ris3ErasedFunc) (gpointer user_data);

/* Asks whether a person is to be erased from the atlas and its backup copies, says what that does and what it cannot
 * do, does it, and tells what became of it.
 *
 * erased: is called once the person is gone, unless user_data is gone before
 */
void ris3_erase_person_ask (GtkWindow *parent,
                            Ris3Atlas *atlas,
                            const Ris3Contact *contact,
                            Ris3ErasedFunc erased,
                            GObject *user_data);

G_END_DECLS
