/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-outline-line.h"

G_BEGIN_DECLS

#define MAX_PARTS 8 /* of a number such as 3.1.2 */
#define NEVER G_MAXUINT

/* An extract, letter by letter, so that all reading is by index. */
typedef struct
{
  guint n;
  gunichar *original;
  gunichar *letters; /* the same, each space a ' ' or tab, each end of a line one '\n' */
  guint8 *inside;    /* whether a letter is within a pair of brackets */
  guint width;       /* of the longest line */
} Ris3OutlineText;

typedef enum
{
  RIS3_MARKER_NONE,
  RIS3_MARKER_NUMBER, /* 3.1.2 1. (3) A.1 */
  RIS3_MARKER_LETTER, /* a) β) */
  RIS3_MARKER_ROMAN,  /* IV. iv) */
  RIS3_MARKER_WORD,   /* Priority 2: */
  RIS3_MARKER_BULLET,
} Ris3MarkerKind;

/* What an item begins with. Positions are those of the text. */
typedef struct
{
  Ris3MarkerKind kind;
  guint start, end;             /* "(3.1.2)" */
  guint label_start, label_end; /* "3.1.2" */
  gunichar open, close;         /* what encloses the label, 0 without; of a bullet, close is the bullet */
  guint parts[MAX_PARTS];       /* 3, 1, 2 */
  guint n_parts;
  guint roman;      /* of one letter that may be either: what it is as a Roman numeral */
  guint alphabet;   /* of letters: script and case */
  gboolean is_weak; /* a bullet that is an ordinary sign within a line */
} Ris3Marker;

/* A page mark: "(page 28)"; its number is "28" */
typedef struct
{
  guint start, end;
  guint number_start, number_end;
} Ris3PageMark;

/* A line to be: the segments of a text follow each other without gaps. */
typedef struct
{
  guint start, end;
  Ris3Marker marker;
  Ris3PageMark page; /* start = end: none */
  guint level;
  guint indent;
  gboolean is_introduction;
} Ris3OutlineSegment;

/* What the next item may be a child or a sibling of, from the top level down. */
typedef struct
{
  struct
  {
    Ris3Marker marker;
    guint level;
    guint indent; /* NEVER: it began within a line */
  } open[RIS3_OUTLINE_MAX_LEVEL + 1];
  guint n;
} Ris3OutlineLevels;

/* text: valid UTF-8 */
void ris3_outline_text_init (Ris3OutlineText *self, const char *text);
void ris3_outline_text_clear (Ris3OutlineText *self);
/* The letter, 0 beyond the end. */
gunichar ris3_outline_text_get (const Ris3OutlineText *self, guint at);
gboolean ris3_outline_is_space (gunichar letter);
gboolean ris3_outline_is_in (gunichar letter, const char *letters);
/* The first position from at on that is no space; lines may end before it. */
guint ris3_outline_text_skip (const Ris3OutlineText *self, guint at, guint end);
/* What a person would have typed: one line, words joined that were broken at the end of a line, without the part from
 * skip_start to skip_end and without the separators around it. (transfer full) */
char *ris3_outline_text_clean (const Ris3OutlineText *self, guint start, guint end, guint skip_start, guint skip_end);
/* As it was. (transfer full) */
char *ris3_outline_text_copy (const Ris3OutlineText *self, guint start, guint end);

/* Whether something that numbers or marks an item stands at a position; whether it does so is for the levels to say. */
gboolean ris3_marker_read (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker);
gboolean ris3_marker_has_same_style (const Ris3Marker *a, const Ris3Marker *b);

/* Whether a page mark stands exactly there. */
gboolean ris3_page_mark_read (const Ris3OutlineText *text, guint at, guint end, Ris3PageMark *page);
/* The page mark of an item: in brackets, or at its beginning or end. */
gboolean ris3_page_mark_find (const Ris3OutlineText *text, guint start, guint end, Ris3PageMark *page);

/* A single letter becomes what it is in its place: "i" after "h" is no Roman numeral. */
void ris3_outline_levels_resolve (const Ris3OutlineLevels *self, Ris3Marker *marker);
/* Whether a marker goes on with what is open: 3.2 after 3.1.5, b) after a) */
gboolean ris3_outline_levels_continue (const Ris3OutlineLevels *self, const Ris3Marker *marker);
/* The last number or letter of that style that is open; 0 without. */
guint ris3_outline_levels_get_last (const Ris3OutlineLevels *self, const Ris3Marker *marker);
/* Puts an item into its place. Returns its level. */
guint ris3_outline_levels_place (Ris3OutlineLevels *self, const Ris3Marker *marker, guint indent, gboolean is_child);

/* (transfer full): of Ris3OutlineSegment */
GArray *ris3_outline_parse (const Ris3OutlineText *text);

/* The same, with items of their own for what semicolons separate. (transfer full) */
GArray *ris3_outline_divide (const Ris3OutlineText *text, GArray *segments);

Ris3OutlineLine *ris3_outline_line_new (const char *source, guint level);
void ris3_outline_line_set_level (Ris3OutlineLine *self, guint level);

G_END_DECLS
