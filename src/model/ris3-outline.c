/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas.h"
#include "model/ris3-outline-private.h"

struct _Ris3Outline
{
  GObject parent_instance;

  GPtrArray *lines; /* of Ris3OutlineLine */
};

static GType
get_item_type (GListModel *list)
{
  return RIS3_TYPE_OUTLINE_LINE;
}

static guint
get_n_items (GListModel *list)
{
  return RIS3_OUTLINE (list)->lines->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  Ris3Outline *self = RIS3_OUTLINE (list);

  return position < self->lines->len ? g_object_ref (g_ptr_array_index (self->lines, position)) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3Outline,
                               ris3_outline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
ris3_outline_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_OUTLINE (object)->lines);
  G_OBJECT_CLASS (ris3_outline_parent_class)->finalize (object);
}

static void
ris3_outline_class_init (Ris3OutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_outline_finalize;
}

static void
ris3_outline_init (Ris3Outline *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

static Ris3OutlineLine *
make_line (const Ris3OutlineText *text, const Ris3OutlineSegment *segment)
{
  guint body = MAX (segment->marker.end, segment->start);
  g_autofree char *source = ris3_outline_text_copy (text, segment->start, segment->end);
  g_autofree char *label
      = ris3_outline_text_clean (text, segment->marker.label_start, segment->marker.label_end, NEVER, 0);
  g_autofree char *words = ris3_outline_text_clean (text, body, segment->end, segment->page.start, segment->page.end);
  g_autofree char *page
      = ris3_outline_text_clean (text, segment->page.number_start, segment->page.number_end, NEVER, 0);
  Ris3OutlineLine *line = ris3_outline_line_new (source, segment->level);

  ris3_outline_line_set_label (line, label);
  ris3_outline_line_set_text (line, words);
  ris3_outline_line_set_page_label (line, page);
  ris3_outline_line_set_is_included (line, !segment->is_introduction);
  return line;
}

Ris3Outline *
ris3_outline_new (const char *text, gssize length, GError **error)
{
  Ris3Outline *self;
  g_autofree char *valid = NULL;
  g_autoptr (GArray) segments = NULL;
  g_autoptr (GArray) divided = NULL;
  Ris3OutlineText letters;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  if (n_bytes > RIS3_OUTLINE_MAX_LENGTH)
    {
      g_autofree char *size = g_format_size (n_bytes);
      g_autofree char *most = g_format_size (RIS3_OUTLINE_MAX_LENGTH);

      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID,
                   _ ("The extract has %s of text; at most %s can be read at once. Paste it part by part."), size,
                   most);
      return NULL;
    }
  valid = g_utf8_make_valid (text, (gssize) n_bytes);
  ris3_outline_text_init (&letters, valid);
  segments = ris3_outline_parse (&letters);
  divided = ris3_outline_divide (&letters, segments);
  self = g_object_new (RIS3_TYPE_OUTLINE, NULL);
  for (guint i = 0; i < divided->len; i++)
    g_ptr_array_add (self->lines, make_line (&letters, &g_array_index (divided, Ris3OutlineSegment, i)));
  ris3_outline_text_clear (&letters);
  return self;
}

Ris3OutlineLine *
ris3_outline_get_line (Ris3Outline *self, guint position)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE (self), NULL);
  return position < self->lines->len ? g_ptr_array_index (self->lines, position) : NULL;
}

static guint
get_level (Ris3Outline *self, guint position)
{
  return ris3_outline_line_get_level (g_ptr_array_index (self->lines, position));
}

guint
ris3_outline_get_parent (Ris3Outline *self, guint position)
{
  guint level;

  g_return_val_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len, NEVER);
  level = get_level (self, position);
  for (guint i = position; level > 0 && i-- > 0;)
    if (get_level (self, i) < level)
      {
        level = get_level (self, i);
        if (ris3_outline_line_get_is_included (g_ptr_array_index (self->lines, i)))
          return i;
      }
  return NEVER;
}

const char *
ris3_outline_find_page_label (Ris3Outline *self, guint position)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len, "");
  for (; position != NEVER; position = ris3_outline_get_parent (self, position))
    {
      const char *page = ris3_outline_line_get_page_label (g_ptr_array_index (self->lines, position));

      if (*page != '\0')
        return page;
    }
  return "";
}

/* Behind the last line that is below one. */
static guint
find_end (Ris3Outline *self, guint position)
{
  guint end = position + 1;

  while (end < self->lines->len && get_level (self, end) > get_level (self, position))
    end++;
  return end;
}

/* Moves the lines from start to end by as many levels. */
static void
shift (Ris3Outline *self, guint start, guint end, gint by)
{
  for (guint i = start; i < end; i++)
    ris3_outline_line_set_level (g_ptr_array_index (self->lines, i), (guint) ((gint) get_level (self, i) + by));
}

gboolean
ris3_outline_can_set_level (Ris3Outline *self, guint position, guint level)
{
  guint end;

  g_return_val_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len, FALSE);
  if (level == get_level (self, position) || level > (position > 0 ? get_level (self, position - 1) + 1 : 0))
    return FALSE;
  end = find_end (self, position);
  for (guint i = position; i < end; i++)
    if (get_level (self, i) - get_level (self, position) + level > RIS3_OUTLINE_MAX_LEVEL)
      return FALSE;
  return TRUE;
}

void
ris3_outline_set_level (Ris3Outline *self, guint position, guint level)
{
  guint end, lowest;

  g_return_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len);
  if (!ris3_outline_can_set_level (self, position, level))
    return;
  end = find_end (self, position);
  lowest = get_level (self, position);
  shift (self, position, end, (gint) level - (gint) lowest);
  /* Those after it that have lost their parent are below it now. */
  for (guint i = end; i < self->lines->len && get_level (self, i) > level; i++)
    {
      lowest = MIN (lowest, get_level (self, i));
      if (lowest > level + 1)
        shift (self, i, i + 1, (gint) level + 1 - (gint) lowest);
    }
}

gboolean
ris3_outline_split (Ris3Outline *self, guint position, guint offset)
{
  Ris3OutlineLine *line;
  Ris3OutlineLine *rest;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *text;

  g_return_val_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len, FALSE);
  line = g_ptr_array_index (self->lines, position);
  text = ris3_outline_line_get_text (line);
  if ((glong) offset >= g_utf8_strlen (text, -1))
    return FALSE;
  first = g_strstrip (g_utf8_substring (text, 0, (glong) offset));
  second = g_strstrip (g_strdup (g_utf8_offset_to_pointer (text, (glong) offset)));
  if (*first == '\0' || *second == '\0')
    return FALSE;
  rest = ris3_outline_line_new (ris3_outline_line_get_source (line), get_level (self, position));
  ris3_outline_line_set_text (rest, second);
  ris3_outline_line_set_is_included (rest, ris3_outline_line_get_is_included (line));
  ris3_outline_line_set_text (line, first);
  g_ptr_array_insert (self->lines, (gint) position + 1, rest);
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, 0, 1);
  return TRUE;
}

static void
take_out (Ris3Outline *self, guint position)
{
  g_ptr_array_remove_index (self->lines, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

gboolean
ris3_outline_join (Ris3Outline *self, guint position)
{
  Ris3OutlineLine *line, *to;
  g_autofree char *text = NULL;
  const char *label;
  guint end;
  gint by;

  g_return_val_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len, FALSE);
  if (position == 0)
    return FALSE;
  line = g_ptr_array_index (self->lines, position);
  to = g_ptr_array_index (self->lines, position - 1);
  label = ris3_outline_line_get_label (line);
  if (*ris3_outline_line_get_label (to) == '\0' && *ris3_outline_line_get_text (to) == '\0')
    {
      ris3_outline_line_set_label (to, label);
      label = "";
    }
  text = g_strjoin (" ", ris3_outline_line_get_text (to), label, ris3_outline_line_get_text (line), NULL);
  if (*label == '\0')
    {
      g_free (text);
      text = g_strjoin (" ", ris3_outline_line_get_text (to), ris3_outline_line_get_text (line), NULL);
    }
  ris3_outline_line_set_text (to, g_strstrip (text));
  if (*ris3_outline_line_get_page_label (to) == '\0')
    ris3_outline_line_set_page_label (to, ris3_outline_line_get_page_label (line));
  if (ris3_outline_line_get_page_index (to) < 0)
    ris3_outline_line_set_page_index (to, ris3_outline_line_get_page_index (line));
  /* What was below the second is below the first. */
  by = (gint) get_level (self, position - 1) - (gint) get_level (self, position);
  end = find_end (self, position);
  for (guint i = position + 1; i < end; i++)
    by = MIN (by, RIS3_OUTLINE_MAX_LEVEL - (gint) get_level (self, i));
  shift (self, position + 1, end, by);
  take_out (self, position);
  return TRUE;
}

void
ris3_outline_remove (Ris3Outline *self, guint position)
{
  g_return_if_fail (RIS3_IS_OUTLINE (self) && position < self->lines->len);
  shift (self, position + 1, find_end (self, position), -1);
  take_out (self, position);
}
