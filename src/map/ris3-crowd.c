/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-crowd.h"

#include <math.h>

#define N_WAYS 8
#define N_RINGS 2

double
ris3_crowd_size_get_width (const Ris3CrowdSize *self, guint number)
{
  double width;

  g_return_val_if_fail (self != NULL, 0);
  width = self->width;
  for (; number >= 10; number /= 10)
    width += self->digit;
  return width;
}

static gboolean
meet (const Ris3CrowdSign *a, const Ris3CrowdSign *b, double scale, const Ris3CrowdSize *size)
{
  double across = fabs (a->place.x - b->place.x) * scale, down = fabs (a->place.y - b->place.y) * scale;

  return down < size->height
         && across < (ris3_crowd_size_get_width (size, a->sum) + ris3_crowd_size_get_width (size, b->sum)) / 2;
}

/* The nearest of the signs before it that stand for themselves and that it would lie on; itself: none. */
static guint
find_leader (const Ris3CrowdSign *signs,
             const guint *leaders,
             guint n_before,
             guint self,
             double scale,
             const Ris3CrowdSize *size)
{
  double nearest = G_MAXDOUBLE;
  guint best = self;

  for (guint i = 0; i < n_before; i++)
    {
      const Ris3CrowdSign *other = &signs[leaders[i]];
      double distance = hypot (other->place.x - signs[self].place.x, other->place.y - signs[self].place.y);

      if (other->sum == 0 || distance >= nearest || !meet (other, &signs[self], scale, size))
        continue;
      nearest = distance;
      best = leaders[i];
    }
  return best;
}

/* A greater number is wider, and may lie on one that was beside it. FALSE: none does. */
static gboolean
gather_again (Ris3CrowdSign *signs, const guint *leaders, guint n_leaders, double scale, const Ris3CrowdSize *size)
{
  gboolean gathered = FALSE;

  for (guint i = 0; i < n_leaders; i++)
    {
      Ris3CrowdSign *sign = &signs[leaders[i]];
      guint leader = sign->sum > 0 ? find_leader (signs, leaders, i, leaders[i], scale, size) : leaders[i];

      if (leader == leaders[i])
        continue;
      signs[leader].sum += sign->sum;
      sign->sum = 0;
      sign->leader = leader;
      gathered = TRUE;
    }
  return gathered;
}

void
ris3_crowd_gather (Ris3CrowdSign *signs, guint n_signs, double scale, const Ris3CrowdSize *size)
{
  g_autofree guint *leaders = g_new (guint, n_signs);
  guint n_leaders = 0;

  g_return_if_fail ((signs != NULL || n_signs == 0) && size != NULL);
  for (guint i = 0; i < n_signs; i++)
    {
      signs[i].sum = signs[i].count;
      signs[i].next = G_MAXUINT;
      signs[i].leader = find_leader (signs, leaders, n_leaders, i, scale, size);
      if (signs[i].leader == i)
        {
          leaders[n_leaders++] = i;
          continue;
        }
      signs[signs[i].leader].sum += signs[i].count;
      signs[i].sum = 0;
    }
  while (gather_again (signs, leaders, n_leaders, scale, size))
    ;
  for (guint i = n_signs; i-- > 0;)
    {
      Ris3CrowdSign *sign = &signs[i];

      while (sign->leader != signs[sign->leader].leader)
        sign->leader = signs[sign->leader].leader;
      if (sign->leader == i)
        continue;
      sign->next = signs[sign->leader].next;
      signs[sign->leader].next = i;
    }
}

Ris3Box
ris3_crowd_get_box (const Ris3CrowdSign *signs, guint leader)
{
  Ris3Box box = RIS3_BOX_EMPTY;

  g_return_val_if_fail (signs != NULL, box);
  for (guint i = leader; i != G_MAXUINT; i = signs[i].next)
    ris3_box_add_point (&box, signs[i].place);
  return box;
}

static gboolean
is_free (const Ris3Box *box, const Ris3Box *others, guint n_others, guint skipped)
{
  for (guint i = 0; i < n_others; i++)
    if (i != skipped && box->x0 < others[i].x1 && others[i].x0 < box->x1 && box->y0 < others[i].y1
        && others[i].y0 < box->y1)
      return FALSE;
  return TRUE;
}

void
ris3_crowd_avoid (Ris3Box *box, const Ris3Box *others, guint n_others, guint skipped)
{
  double width, height;

  g_return_if_fail (box != NULL && (others != NULL || n_others == 0));
  if (is_free (box, others, n_others, skipped))
    return;
  width = box->x1 - box->x0;
  height = box->y1 - box->y0;
  for (guint ring = 1; ring <= N_RINGS; ring++)
    for (guint way = 0; way < N_WAYS; way++)
      {
        /* Below first: a pin stands above its place. */
        double turn = (way % 2 == 0 ? 1 : -1) * (double) ((way + 1) / 2) * 2 * G_PI / N_WAYS;
        double across = ring * width * sin (turn), down = ring * height * cos (turn);
        Ris3Box moved = { box->x0 + across, box->y0 + down, box->x1 + across, box->y1 + down };

        if (!is_free (&moved, others, n_others, skipped))
          continue;
        *box = moved;
        return;
      }
}
