/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-frame.h"

Ris3Frame
ris3_frame_of_box (const Ris3Box *box, guint width, guint height)
{
  Ris3Frame frame = { .width = width, .height = height };

  g_return_val_if_fail (box != NULL && box->x0 < box->x1 && box->y0 < box->y1, frame);
  frame.scale = MIN (width / (box->x1 - box->x0), height / (box->y1 - box->y0));
  frame.x = (box->x0 + box->x1) / 2 - width / 2.0 / frame.scale;
  frame.y = (box->y0 + box->y1) / 2 - height / 2.0 / frame.scale;
  return frame;
}

gboolean
ris3_frame_equal (const Ris3Frame *self, const Ris3Frame *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return self->x == other->x && self->y == other->y && self->scale == other->scale && self->width == other->width
         && self->height == other->height;
}
