/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-marks.h"

#include <glib/gi18n.h>

#include "map/ris3-suggestions.h"

#define KEY "ris3-outline-marks"

struct _Ris3OutlineMarks
{
  GObject parent_instance;

  GPtrArray *marks; /* of Ris3OutlineMark */
};

G_DEFINE_FINAL_TYPE (Ris3OutlineMarks, ris3_outline_marks, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mark_free (gpointer data)
{
  Ris3OutlineMark *mark = data;

  g_free (mark->key);
  g_free (mark->name);
  g_strfreev (mark->words);
  g_free (mark);
}

static void
ris3_outline_marks_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_OUTLINE_MARKS (object)->marks);
  G_OBJECT_CLASS (ris3_outline_marks_parent_class)->finalize (object);
}

static void
ris3_outline_marks_class_init (Ris3OutlineMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_outline_marks_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_OUTLINE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_outline_marks_init (Ris3OutlineMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func (mark_free);
}

Ris3OutlineMarks *
ris3_outline_marks_of (Ris3OutlineLine *line)
{
  Ris3OutlineMarks *self = g_object_get_data (G_OBJECT (line), KEY);

  if (self == NULL)
    {
      self = g_object_new (RIS3_TYPE_OUTLINE_MARKS, NULL);
      g_object_set_data_full (G_OBJECT (line), KEY, self, g_object_unref);
    }
  return self;
}

Ris3OutlineMarks *
ris3_outline_marks_peek (Ris3OutlineLine *line)
{
  return g_object_get_data (G_OBJECT (line), KEY);
}

guint
ris3_outline_marks_get_length (Ris3OutlineMarks *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_MARKS (self), 0);
  return self->marks->len;
}

const Ris3OutlineMark *
ris3_outline_marks_get (Ris3OutlineMarks *self, guint index)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_MARKS (self) && index < self->marks->len, NULL);
  return self->marks->pdata[index];
}

guint
ris3_outline_marks_count_open (Ris3OutlineMarks *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_OUTLINE_MARKS (self), 0);
  for (guint i = 0; i < self->marks->len; i++)
    n += !((Ris3OutlineMark *) self->marks->pdata[i])->is_accepted;
  return n;
}

void
ris3_outline_marks_set_accepted (Ris3OutlineMarks *self, guint index, gboolean is_accepted)
{
  Ris3OutlineMark *mark;

  g_return_if_fail (RIS3_IS_OUTLINE_MARKS (self) && index < self->marks->len);
  mark = self->marks->pdata[index];
  if (mark->is_accepted == !!is_accepted)
    return;
  mark->is_accepted = !!is_accepted;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_accepted (GPtrArray *marks, const char *key)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_strcmp0 (((Ris3OutlineMark *) marks->pdata[i])->key, key) == 0)
      return ((Ris3OutlineMark *) marks->pdata[i])->is_accepted;
  return FALSE;
}

static gboolean
is_in (GPtrArray *marks, const char *key)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_strcmp0 (((Ris3OutlineMark *) marks->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

void
ris3_outline_marks_update (Ris3OutlineMarks *self, GPtrArray *suggestions, Ris3ThemeFinder *finder)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (RIS3_IS_OUTLINE_MARKS (self) && suggestions != NULL && finder != NULL);
  before = g_steal_pointer (&self->marks);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const Ris3Suggestion *suggestion = suggestions->pdata[i];
      gboolean is_pm = g_str_equal (suggestion->code, RIS3_SUGGESTION_EXPLICIT_PM);
      const Ris3Theme *theme = is_pm ? NULL : ris3_theme_finder_lookup_own (finder, suggestion->code);
      Ris3OutlineMark *mark;

      if (!is_pm && theme == NULL)
        continue;
      mark = g_new0 (Ris3OutlineMark, 1);
      mark->key = theme != NULL ? ris3_theme_get_key (theme) : NULL;
      mark->name = g_strdup (theme != NULL ? theme->name : _ ("Explicit PM"));
      mark->words = g_strdupv (suggestion->words);
      mark->is_accepted = is_accepted (before, mark->key);
      g_ptr_array_add (self->marks, mark);
    }
  /* What a person has accepted stays, even if the words are gone. */
  for (guint i = 0; i < before->len; i++)
    {
      Ris3OutlineMark *mark = before->pdata[i];

      if (mark->is_accepted && !is_in (self->marks, mark->key))
        {
          g_ptr_array_add (self->marks, mark);
          before->pdata[i] = g_new0 (Ris3OutlineMark, 1);
        }
    }
  if (self->marks->len > 0 || before->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
