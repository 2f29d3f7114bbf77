/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds a text to a PNG file, as an iTXt chunk behind its header (ISO/IEC 15948:2004, 11.3.4.5), where image
 * programs show it.
 *
 * png: the whole file
 * key: 1 to 79 characters of ASCII
 * text: UTF-8
 */
void _ris3_png_add_text (GByteArray *png, const char *key, const char *text);

G_END_DECLS
