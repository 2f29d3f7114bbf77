/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-outline.h"

G_BEGIN_DECLS

/* Reads an extract off the main thread. A cancelled reading ends at once for who waits for it. (As ris3_outline_new
 * ().)
 */
void
ris3_outline_read_async (const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
Ris3Outline *ris3_outline_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
