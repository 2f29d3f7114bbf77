/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A colour that a note's pin can have. What is told by a colour is also told by a sign: each has its own. */
typedef struct
{
  const char *value; /* as the file has it, "#c01c28"; "": the one of a note without a colour */
  const char *sign;  /* one character */
  guint32 rgb;       /* 0xRRGGBB */
} Ris3NoteColour;

/* Those that a person can choose, the one without a value first. (transfer none) */
const Ris3NoteColour *ris3_note_colour_list (guint *n_colours);
/* What a person calls one of them, with its sign: “Red (!)”. (transfer full) */
char *ris3_note_colour_dup_title (const Ris3NoteColour *self);
/* The colour that a pin is filled with, 0xRRGGBB, and its sign; any value of a file has one. value: "#rrggbb" or "";
 * sign: (out) (optional) (transfer none) */
guint32 ris3_note_colour_read (const char *value, const char **sign);
/* Black or white, 0xRRGGBB: what can be read on it. */
guint32 ris3_note_colour_get_ink (guint32 rgb);

G_END_DECLS
