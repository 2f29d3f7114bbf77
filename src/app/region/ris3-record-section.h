/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* A section of the region page that lists records, each in a row with buttons that are there while the session is
 * edited. It is made while rows are added. */
typedef struct _Ris3RecordSection Ris3RecordSection;

/* title: the heading; name: that of the widget */
Ris3RecordSection *ris3_record_section_begin (const char *title, const char *name);
/* record: what the row shows, besides the words; row: floating */
void ris3_record_section_add (Ris3RecordSection *self, gpointer record, const char *words, GtkWidget *row);
/* The section, or NULL without rows; present, which may be NULL, if it shows the same. Frees self. */
GtkWidget *ris3_record_section_end (Ris3RecordSection *self, GtkWidget *present);

/* The first line of a row: its title, and the buttons to edit and delete the record. table: "note" has the actions
 * "edit.note-form" and "edit.note-delete" */
GtkWidget *ris3_record_line_new (Ris3Session *session,
                                 GtkWidget *title,
                                 const char *table,
                                 gint64 id,
                                 const char *edit_tooltip,
                                 const char *delete_tooltip);

G_END_DECLS
