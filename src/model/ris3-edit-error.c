/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-edit-error.h"

#include <stdarg.h>

typedef struct
{
  const char *field; /* interned: a column */
  guint step;
  gint64 change;
} Ris3EditErrorPrivate;

static void
ris3_edit_error_private_init (Ris3EditErrorPrivate *self)
{
  *self = (Ris3EditErrorPrivate){ 0 };
}

static void
ris3_edit_error_private_copy (const Ris3EditErrorPrivate *from, Ris3EditErrorPrivate *to)
{
  *to = *from;
}

static void
ris3_edit_error_private_clear (Ris3EditErrorPrivate *self)
{
}

G_DEFINE_EXTENDED_ERROR (Ris3EditError, ris3_edit_error)

static Ris3EditErrorPrivate *
get_private (const GError *error)
{
  return error != NULL && error->domain == RIS3_EDIT_ERROR ? ris3_edit_error_get_private (error) : NULL;
}

const char *
ris3_edit_error_get_field (const GError *error)
{
  const Ris3EditErrorPrivate *self = get_private (error);

  return self != NULL ? self->field : NULL;
}

guint
ris3_edit_error_get_step (const GError *error)
{
  const Ris3EditErrorPrivate *self = get_private (error);

  return self != NULL ? self->step : 0;
}

gint64
ris3_edit_error_get_change (const GError *error)
{
  const Ris3EditErrorPrivate *self = get_private (error);

  return self != NULL ? self->change : 0;
}

gboolean
ris3_edit_error_set (GError **error, Ris3EditError code, const char *field, const char *format, ...)
{
  va_list arguments;
  GError *made;

  va_start (arguments, format);
  made = g_error_new_valist (RIS3_EDIT_ERROR, (gint) code, format, arguments);
  va_end (arguments);
  get_private (made)->field = g_intern_string (field);
  g_propagate_error (error, made);
  return FALSE;
}

void
ris3_edit_error_set_step (GError *error, guint step)
{
  Ris3EditErrorPrivate *self = get_private (error);

  if (self != NULL)
    self->step = step;
}

void
ris3_edit_error_set_change (GError *error, gint64 change)
{
  Ris3EditErrorPrivate *self = get_private (error);

  if (self != NULL)
    self->change = change;
}
