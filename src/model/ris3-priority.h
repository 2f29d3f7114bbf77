/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_PRIORITY (ris3_priority_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Priority, ris3_priority, RIS3, PRIORITY, GObject)

/* One statement of a strategy, in a tree. Strings are never NULL and belong to the priority. */
gint64 ris3_priority_get_id (Ris3Priority *self);
const char *ris3_priority_get_label (Ris3Priority *self); /* "3.1.2", or the short name in the original language */
const char *ris3_priority_get_text (Ris3Priority *self);  /* in English */
const char *ris3_priority_get_original_text (Ris3Priority *self); /* in the document's language */
/* What there is of both, for readers: in English, else as in the document; "": its label says the same. */
const char *ris3_priority_get_any_text (Ris3Priority *self);
gint ris3_priority_get_page_index (Ris3Priority *self);        /* physical page, from 0; -1 if not known */
const char *ris3_priority_get_page_label (Ris3Priority *self); /* as printed: "28", "iv" */
/* The passage itself, where the text is a paraphrase. */
const char *ris3_priority_get_quote (Ris3Priority *self);
const char *ris3_priority_get_source_url (Ris3Priority *self); /* "": the same as that of its strategy */
gboolean ris3_priority_get_explicit_pm (Ris3Priority *self);
/* An area: named only as the parent of other priorities; it makes no statement itself. */
gboolean ris3_priority_get_is_area (Ris3Priority *self);
/* Names of its themes in the codebook, NULL-terminated. (transfer none) */
const char *const *ris3_priority_get_themes (Ris3Priority *self);
/* Their keys, "SCHEME VERSION CODE", in the same order. (transfer none) */
const char *const *ris3_priority_get_theme_keys (Ris3Priority *self);
/* A GListModel of Ris3Priority, empty for a leaf. (transfer none) */
GListModel *ris3_priority_get_children (Ris3Priority *self);

G_END_DECLS
