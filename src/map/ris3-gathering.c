/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-gathering.h"

struct _Ris3Gathering
{
  GArray *signs; /* of Ris3CrowdSign */
  double scale;
};

Ris3Gathering *
ris3_gathering_new (void)
{
  Ris3Gathering *self = g_new0 (Ris3Gathering, 1);

  self->signs = g_array_new (FALSE, TRUE, sizeof (Ris3CrowdSign));
  return self;
}

void
ris3_gathering_free (Ris3Gathering *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->signs);
  g_free (self);
}

static Ris3CrowdSign *
get_signs (Ris3Gathering *self)
{
  return (Ris3CrowdSign *) (void *) self->signs->data;
}

void
ris3_gathering_clear (Ris3Gathering *self)
{
  g_return_if_fail (self != NULL);
  g_array_set_size (self->signs, 0);
  self->scale = 0;
}

void
ris3_gathering_add (Ris3Gathering *self, Ris3Point place, guint count)
{
  Ris3CrowdSign sign = { .place = place, .count = count, .next = G_MAXUINT };

  g_return_if_fail (self != NULL);
  g_array_append_val (self->signs, sign);
  self->scale = 0;
}

gboolean
ris3_gathering_set_scale (Ris3Gathering *self, double scale, const Ris3CrowdSize *size)
{
  g_return_val_if_fail (self != NULL && size != NULL, FALSE);
  if (scale == self->scale)
    return FALSE;
  self->scale = scale;
  ris3_crowd_gather (get_signs (self), self->signs->len, scale, size);
  return TRUE;
}

double
ris3_gathering_get_scale (Ris3Gathering *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->scale;
}

void
ris3_gathering_forget_scale (Ris3Gathering *self)
{
  g_return_if_fail (self != NULL);
  self->scale = 0;
}

guint
ris3_gathering_get_sum (Ris3Gathering *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->signs->len, 0);
  return get_signs (self)[i].sum;
}

guint
ris3_gathering_get_leader (Ris3Gathering *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->signs->len, i);
  return get_signs (self)[i].leader;
}

guint
ris3_gathering_get_next (Ris3Gathering *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->signs->len, G_MAXUINT);
  return get_signs (self)[i].next;
}

Ris3Point
ris3_gathering_get_place (Ris3Gathering *self, guint i, double scale)
{
  Ris3Point place = { 0, 0 };

  g_return_val_if_fail (self != NULL && i < self->signs->len, place);
  place = get_signs (self)[i].place;
  return (Ris3Point){ place.x * scale, place.y * scale };
}

Ris3Box
ris3_gathering_get_box (Ris3Gathering *self, guint leader)
{
  g_return_val_if_fail (self != NULL && leader < self->signs->len, RIS3_BOX_EMPTY);
  return ris3_crowd_get_box (get_signs (self), leader);
}

gboolean
ris3_gathering_part_at (Ris3Gathering *self, guint leader, double scale, const Ris3CrowdSize *size)
{
  g_autofree Ris3CrowdSign *signs = NULL;
  guint n_signs = 0;

  g_return_val_if_fail (self != NULL && size != NULL && (leader < self->signs->len || leader == G_MAXUINT), FALSE);
  signs = g_new (Ris3CrowdSign, self->signs->len);
  for (guint i = leader; i != G_MAXUINT; i = get_signs (self)[i].next)
    signs[n_signs++] = get_signs (self)[i];
  ris3_crowd_gather (signs, n_signs, scale, size);
  for (guint i = 1; i < n_signs; i++)
    if (signs[i].sum > 0)
      return TRUE;
  return FALSE;
}
