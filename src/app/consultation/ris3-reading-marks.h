/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_READING_MARKS (ris3_reading_marks_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ReadingMarks, ris3_reading_marks, RIS3, READING_MARKS, GObject)

/* Which comments of a session's atlas the person has read, kept as ris3-reading-file.h has it: they are no edits of
 * the atlas, and are made and saved also where that is only read.
 *
 * Whose atlas is opened here for the first time, or whose file of marks is lost, has read nothing of it, but would not
 * want to be told of thousands of comments that were dealt with long ago: those that somebody has gone on with since
 * they were received count as read then. From then on, each comment that comes is unread, whatever its state.
 *
 * They are no term of the filter either: a filter is saved with a view, and means the same to all who open that.
 *
 * Properties:
 *   n-unread (uint, read-only): how many comments of the atlas are, replies aside
 * Signals:
 *   changed (): some were marked; not if the atlas changes
 */
Ris3ReadingMarks *ris3_reading_marks_new (Ris3Session *session);

gboolean ris3_reading_marks_is_unread (Ris3ReadingMarks *self, Ris3Comment *comment);
guint ris3_reading_marks_get_n_unread (Ris3ReadingMarks *self);
/* comments: of Ris3Comment, of the atlas */
void ris3_reading_marks_set_unread (Ris3ReadingMarks *self, GPtrArray *comments, gboolean unread);

G_END_DECLS
