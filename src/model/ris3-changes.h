/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RIS3_TYPE_CHANGES (ris3_changes_get_type ())
GType ris3_changes_get_type (void);

/* Which rows of an atlas were inserted, updated or deleted: pairs of a table and a key, each once, in the
 * order in which they were added. A key is the primary key as text, its columns separated by a space:
 * ("strategy", "FRL0-2014"), ("priority", "346"), ("region", "2016 FRL0"), ("meta", "title").
 *
 * Once it has been passed on, nothing is added any more; several threads may then use it.
 */
typedef struct _Ris3Changes Ris3Changes;

Ris3Changes *ris3_changes_new (void);
Ris3Changes *ris3_changes_ref (Ris3Changes *self);
void ris3_changes_unref (Ris3Changes *self);

/* Adds a row, unless it is there. */
void ris3_changes_add (Ris3Changes *self, const char *table, const char *key);

guint ris3_changes_get_length (Ris3Changes *self);
const char *ris3_changes_get_table (Ris3Changes *self, guint index); /* (transfer none) */
const char *ris3_changes_get_key (Ris3Changes *self, guint index);   /* (transfer none) */
gboolean ris3_changes_contain (Ris3Changes *self, const char *table, const char *key);
gboolean ris3_changes_contain_table (Ris3Changes *self, const char *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Changes, ris3_changes_unref)

G_END_DECLS
