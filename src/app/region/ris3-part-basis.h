/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a part of the region page is made of. A part keeps its basis, so that it is made anew only when there is another
 * one: what somebody is reading or has the focus on stays where it is when something else is edited.
 */
typedef struct _Ris3PartBasis Ris3PartBasis;

Ris3PartBasis *ris3_part_basis_new (void);
void ris3_part_basis_free (Ris3PartBasis *self);

void ris3_part_basis_add_text (Ris3PartBasis *self, const char *text);
void ris3_part_basis_add_number (Ris3PartBasis *self, gint64 number);
/* A record of the atlas: they never change, so the same object has the same contents. */
void ris3_part_basis_add_object (Ris3PartBasis *self, gpointer object);

/* Whether a part was made of the same. part: NULL is none */
gboolean ris3_part_basis_made (Ris3PartBasis *self, GtkWidget *part);
/* Takes the basis. */
void ris3_part_basis_keep_in (Ris3PartBasis *self, GtkWidget *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PartBasis, ris3_part_basis_free)

/* Puts parts into a box one after the other; those that are there already stay, and only move. */
typedef struct
{
  GtkBox *box;
  GtkWidget *last;
} Ris3PartFiller;

/* The child of that name, of those that have not been added; NULL without one. (transfer none) */
GtkWidget *ris3_part_filler_find (Ris3PartFiller *self, const char *name);
/* part: NULL for none */
void ris3_part_filler_add (Ris3PartFiller *self, GtkWidget *part);
/* Removes what has not been added. */
void ris3_part_filler_end (Ris3PartFiller *self);

G_END_DECLS
