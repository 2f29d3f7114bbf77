/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

struct _Ris3OutlineLine
{
  GObject parent_instance;

  guint level;
  char *label;
  char *text;
  gint page_index;
  char *page_label;
  gboolean is_included;
  char *source;
};

enum
{
  PROP_LEVEL = 1,
  PROP_LABEL,
  PROP_TEXT,
  PROP_PAGE_INDEX,
  PROP_PAGE_LABEL,
  PROP_IS_INCLUDED,
  PROP_SOURCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (Ris3OutlineLine, ris3_outline_line, G_TYPE_OBJECT)

static void
ris3_outline_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  Ris3OutlineLine *self = RIS3_OUTLINE_LINE (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_uint (value, self->level);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_PAGE_INDEX:
      g_value_set_int (value, self->page_index);
      break;
    case PROP_PAGE_LABEL:
      g_value_set_string (value, self->page_label);
      break;
    case PROP_IS_INCLUDED:
      g_value_set_boolean (value, self->is_included);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ris3_outline_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  Ris3OutlineLine *self = RIS3_OUTLINE_LINE (object);
  const char *string = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  switch (id)
    {
    case PROP_LABEL:
      ris3_outline_line_set_label (self, string != NULL ? string : "");
      break;
    case PROP_TEXT:
      ris3_outline_line_set_text (self, string != NULL ? string : "");
      break;
    case PROP_PAGE_INDEX:
      ris3_outline_line_set_page_index (self, g_value_get_int (value));
      break;
    case PROP_PAGE_LABEL:
      ris3_outline_line_set_page_label (self, string != NULL ? string : "");
      break;
    case PROP_IS_INCLUDED:
      ris3_outline_line_set_is_included (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ris3_outline_line_finalize (GObject *object)
{
  Ris3OutlineLine *self = RIS3_OUTLINE_LINE (object);

  g_free (self->label);
  g_free (self->text);
  g_free (self->page_label);
  g_free (self->source);
  G_OBJECT_CLASS (ris3_outline_line_parent_class)->finalize (object);
}

static void
ris3_outline_line_class_init (Ris3OutlineLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ris3_outline_line_get_property;
  object_class->set_property = ris3_outline_line_set_property;
  object_class->finalize = ris3_outline_line_finalize;

  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, RIS3_OUTLINE_MAX_LEVEL, 0, read);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", both);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", both);
  properties[PROP_PAGE_INDEX] = g_param_spec_int ("page-index", NULL, NULL, -1, G_MAXINT, -1, both);
  properties[PROP_PAGE_LABEL] = g_param_spec_string ("page-label", NULL, NULL, "", both);
  properties[PROP_IS_INCLUDED] = g_param_spec_boolean ("is-included", NULL, NULL, TRUE, both);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, "", read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ris3_outline_line_init (Ris3OutlineLine *self)
{
  self->label = g_strdup ("");
  self->text = g_strdup ("");
  self->page_label = g_strdup ("");
  self->page_index = -1;
  self->is_included = TRUE;
}

Ris3OutlineLine *
ris3_outline_line_new (const char *source, guint level)
{
  Ris3OutlineLine *self = g_object_new (RIS3_TYPE_OUTLINE_LINE, NULL);

  self->source = g_strdup (source);
  self->level = level;
  return self;
}

guint
ris3_outline_line_get_level (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), 0);
  return self->level;
}

const char *
ris3_outline_line_get_label (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), "");
  return self->label;
}

const char *
ris3_outline_line_get_text (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), "");
  return self->text;
}

gint
ris3_outline_line_get_page_index (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), -1);
  return self->page_index;
}

const char *
ris3_outline_line_get_page_label (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), "");
  return self->page_label;
}

gboolean
ris3_outline_line_get_is_included (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), FALSE);
  return self->is_included;
}

const char *
ris3_outline_line_get_source (Ris3OutlineLine *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_LINE (self), "");
  return self->source;
}

static void
set_string (Ris3OutlineLine *self, char **member, const char *string, guint id)
{
  g_autofree char *line = g_strdelimit (g_strdup (string), "\r\n\t", ' ');

  if (g_str_equal (*member, line))
    return;
  g_free (*member);
  *member = g_steal_pointer (&line);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

void
ris3_outline_line_set_level (Ris3OutlineLine *self, guint level)
{
  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

void
ris3_outline_line_set_label (Ris3OutlineLine *self, const char *label)
{
  g_return_if_fail (RIS3_IS_OUTLINE_LINE (self) && label != NULL);
  set_string (self, &self->label, label, PROP_LABEL);
}

void
ris3_outline_line_set_text (Ris3OutlineLine *self, const char *text)
{
  g_return_if_fail (RIS3_IS_OUTLINE_LINE (self) && text != NULL);
  set_string (self, &self->text, text, PROP_TEXT);
}

void
ris3_outline_line_set_page_index (Ris3OutlineLine *self, gint page_index)
{
  g_return_if_fail (RIS3_IS_OUTLINE_LINE (self) && page_index >= -1);
  if (self->page_index == page_index)
    return;
  self->page_index = page_index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_INDEX]);
}

void
ris3_outline_line_set_page_label (Ris3OutlineLine *self, const char *page_label)
{
  g_return_if_fail (RIS3_IS_OUTLINE_LINE (self) && page_label != NULL);
  set_string (self, &self->page_label, page_label, PROP_PAGE_LABEL);
}

void
ris3_outline_line_set_is_included (Ris3OutlineLine *self, gboolean is_included)
{
  g_return_if_fail (RIS3_IS_OUTLINE_LINE (self));
  is_included = !!is_included;
  if (self->is_included == is_included)
    return;
  self->is_included = is_included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_INCLUDED]);
}
