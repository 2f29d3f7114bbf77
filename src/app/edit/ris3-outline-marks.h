/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-theme-finder.h"
#include "model/ris3-outline-line.h"

G_BEGIN_DECLS

#define RIS3_TYPE_OUTLINE_MARKS (ris3_outline_marks_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlineMarks, ris3_outline_marks, RIS3, OUTLINE_MARKS, GObject)

/* What the text of a line of an outline suggests, and what of that a person has accepted.
 *
 * Signals:
 *   changed ()
 */

/* One suggestion. Strings belong to the marks, until they change. */
typedef struct
{
  char *key;    /* of the theme; NULL: the mark that the text itself says personalised medicine */
  char *name;   /* for people */
  char **words; /* why; NULL-terminated */
  gboolean is_accepted;
} Ris3OutlineMark;

/* Those of a line, which keeps them. (transfer none) */
Ris3OutlineMarks *ris3_outline_marks_of (Ris3OutlineLine *line);
/* The same; NULL if nothing has been suggested yet. */
Ris3OutlineMarks *ris3_outline_marks_peek (Ris3OutlineLine *line);

guint ris3_outline_marks_get_length (Ris3OutlineMarks *self);
const Ris3OutlineMark *ris3_outline_marks_get (Ris3OutlineMarks *self, guint index);
/* How many wait for an answer. */
guint ris3_outline_marks_count_open (Ris3OutlineMarks *self);
void ris3_outline_marks_set_accepted (Ris3OutlineMarks *self, guint index, gboolean is_accepted);
/* Replaces all that a person has not accepted. suggestions: of Ris3Suggestion */
void ris3_outline_marks_update (Ris3OutlineMarks *self, GPtrArray *suggestions, Ris3ThemeFinder *finder);

G_END_DECLS
