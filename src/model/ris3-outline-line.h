/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_OUTLINE_MAX_LEVEL 12

#define RIS3_TYPE_OUTLINE_LINE (ris3_outline_line_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlineLine, ris3_outline_line, RIS3, OUTLINE_LINE, GObject)

/* A line of an outline: what becomes a priority. All getters are properties too ("label", "page-label" …), which
 * notify; those with a setter can be bound to an entry. Strings are never NULL and belong to the line. For one thread.
 */
guint ris3_outline_line_get_level (Ris3OutlineLine *self);       /* 0: an area; set through the outline */
const char *ris3_outline_line_get_label (Ris3OutlineLine *self); /* "3.1.2"; "" of a bullet and without any */
const char *ris3_outline_line_get_text (Ris3OutlineLine *self);
gint ris3_outline_line_get_page_index (Ris3OutlineLine *self);        /* physical page, from 0; -1 if not known */
const char *ris3_outline_line_get_page_label (Ris3OutlineLine *self); /* as printed: "28", "28-30", "iv" */
/* Whether it is to become a priority. At first, all are but an introduction in whole sentences. */
gboolean ris3_outline_line_get_is_included (Ris3OutlineLine *self);
/* The part of the extract that it was read from, with marker, page mark and separators. */
const char *ris3_outline_line_get_source (Ris3OutlineLine *self);

/* Corrections. Line breaks in a string become spaces. */
void ris3_outline_line_set_label (Ris3OutlineLine *self, const char *label);
void ris3_outline_line_set_text (Ris3OutlineLine *self, const char *text);
void ris3_outline_line_set_page_index (Ris3OutlineLine *self, gint page_index);
void ris3_outline_line_set_page_label (Ris3OutlineLine *self, const char *page_label);
void ris3_outline_line_set_is_included (Ris3OutlineLine *self, gboolean is_included);

G_END_DECLS
