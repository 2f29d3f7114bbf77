/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-priority-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (Ris3Priority, ris3_priority, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Priority, column), NULL                                            \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),   FIELD (strategy_id, TEXT),   FIELD (parent_id, INT64),     FIELD (label, TEXT),
  FIELD (text, TEXT),  FIELD (original_text, TEXT), FIELD (page_index, INDEX),    FIELD (page_label, TEXT),
  FIELD (quote, TEXT), FIELD (source_url, TEXT),    FIELD (explicit_pm, BOOLEAN), FIELD (is_area, BOOLEAN),
};

/* The query gives the order of siblings: there is no list of all priorities. */
const Ris3Record ris3_priority_record = { "priority", fields, G_N_ELEMENTS (fields), ris3_priority_get_type, NULL };

static void
ris3_priority_finalize (GObject *object)
{
  Ris3Priority *self = RIS3_PRIORITY (object);

  ris3_record_clear (&ris3_priority_record, self);
  g_strfreev (self->themes);
  ris3_theme_keys_free (self->theme_keys);
  g_object_unref (self->children);
  G_OBJECT_CLASS (ris3_priority_parent_class)->finalize (object);
}

static void
ris3_priority_class_init (Ris3PriorityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_priority_finalize;
}

static void
ris3_priority_init (Ris3Priority *self)
{
  self->children = g_list_store_new (RIS3_TYPE_PRIORITY);
}

void
ris3_priority_pack (sqlite3_stmt *row, const char *const *themes, guint n_texts, GByteArray *bytes)
{
  ris3_record_pack (&ris3_priority_record, row, bytes);
  g_byte_array_append (bytes, (const guint8 *) &n_texts, sizeof n_texts);
  for (guint i = 0; i < n_texts; i++)
    ris3_record_pack_text (themes[i], (gssize) strlen (themes[i]), bytes);
}

Ris3Priority *
ris3_priority_unpack (const guint8 **bytes)
{
  Ris3Priority *self = g_object_new (RIS3_TYPE_PRIORITY, NULL);
  guint n_texts, n_themes;

  ris3_record_unpack (&ris3_priority_record, bytes, self);
  memcpy (&n_texts, *bytes, sizeof n_texts);
  *bytes += sizeof n_texts;
  n_themes = n_texts / 2;
  self->themes = g_new0 (char *, n_themes + 1);
  self->theme_keys = g_new0 (GRefString *, n_themes + 1);
  for (guint i = 0; i < n_themes; i++)
    {
      self->theme_keys[i] = g_ref_string_new_intern (ris3_record_unpack_text (bytes));
      self->themes[i] = g_strdup (ris3_record_unpack_text (bytes));
    }
  return self;
}

gint64
ris3_priority_get_id (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), 0);
  return self->id;
}

const char *
ris3_priority_get_label (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->label;
}

const char *
ris3_priority_get_text (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->text;
}

const char *
ris3_priority_get_original_text (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->original_text;
}

const char *
ris3_priority_get_any_text (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  if (*self->text != '\0')
    return self->text;
  return g_str_equal (self->original_text, self->label) ? "" : self->original_text;
}

gint
ris3_priority_get_page_index (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), -1);
  return self->page_index;
}

const char *
ris3_priority_get_page_label (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->page_label;
}

const char *
ris3_priority_get_quote (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->quote;
}

const char *
ris3_priority_get_source_url (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return self->source_url;
}

gboolean
ris3_priority_get_explicit_pm (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), FALSE);
  return self->explicit_pm;
}

gboolean
ris3_priority_get_is_area (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), FALSE);
  return self->is_area;
}

const char *const *
ris3_priority_get_themes (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return (const char *const *) self->themes;
}

const char *const *
ris3_priority_get_theme_keys (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return (const char *const *) self->theme_keys;
}

GListModel *
ris3_priority_get_children (Ris3Priority *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (self), NULL);
  return G_LIST_MODEL (self->children);
}
