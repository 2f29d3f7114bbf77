/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_SAVED_VIEW (ris3_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (Ris3SavedView, ris3_saved_view, RIS3, SAVED_VIEW, GObject)

/* A view that was kept in the atlas, for everybody who opens it. Strings are never NULL. */
gint64 ris3_saved_view_get_id (Ris3SavedView *self);
const char *ris3_saved_view_get_name (Ris3SavedView *self); /* no other has it */
/* Its text form, which may be that of a newer program: ris3_view_from_text () says so. */
const char *ris3_saved_view_get_view (Ris3SavedView *self);

G_END_DECLS
