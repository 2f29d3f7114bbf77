/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON, indented, member by member; commas and escapes are its business, the nesting is the
 * caller's. A member name is NULL within an array and for the outermost value.
 */
typedef struct _Ris3Json Ris3Json;

Ris3Json *ris3_json_new (void);
void ris3_json_free (Ris3Json *self);

void ris3_json_begin_object (Ris3Json *self, const char *name);
void ris3_json_begin_array (Ris3Json *self, const char *name);
void ris3_json_end (Ris3Json *self);
void ris3_json_text (Ris3Json *self, const char *name, const char *value); /* NULL: null */
void ris3_json_number (Ris3Json *self, const char *name, gint64 value);
void ris3_json_boolean (Ris3Json *self, const char *name, gboolean value);
void ris3_json_null (Ris3Json *self, const char *name);

/* What was written, with a final line break. (transfer none) */
const char *ris3_json_get_text (Ris3Json *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Json, ris3_json_free)

G_END_DECLS
