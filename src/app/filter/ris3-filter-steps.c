/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-filter-steps.h"

#include "map/ris3-filter-description.h"
#include "app/ris3-session-filter.h"

#define MAX_STEPS 200

struct _Ris3FilterSteps
{
  GObject parent_instance;

  Ris3Session *session;
  GPtrArray *filters; /* of Ris3Filter, the oldest first */
  guint present;      /* in filters: what is shown */
};

G_DEFINE_FINAL_TYPE (Ris3FilterSteps, ris3_filter_steps, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_view_changed_cb (Ris3FilterSteps *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);

  if (ris3_filter_equal (filter, g_ptr_array_index (self->filters, self->present)))
    return;
  /* What was undone is not redone after another step. */
  g_ptr_array_set_size (self->filters, self->present + 1);
  g_ptr_array_add (self->filters, ris3_filter_ref (filter));
  if (self->filters->len > MAX_STEPS)
    g_ptr_array_remove_index (self->filters, 0);
  self->present = self->filters->len - 1;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ris3_filter_steps_dispose (GObject *object)
{
  Ris3FilterSteps *self = RIS3_FILTER_STEPS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  G_OBJECT_CLASS (ris3_filter_steps_parent_class)->dispose (object);
}

static void
ris3_filter_steps_class_init (Ris3FilterStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_filter_steps_dispose;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_FILTER_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_filter_steps_init (Ris3FilterSteps *self)
{
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_filter_unref);
}

Ris3FilterSteps *
ris3_filter_steps_new (Ris3Session *session)
{
  Ris3FilterSteps *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_FILTER_STEPS, NULL);
  self->session = g_object_ref (session);
  g_ptr_array_add (self->filters, ris3_filter_ref (ris3_session_get_filter (session)));
  g_signal_connect_object (session, "notify::view", G_CALLBACK (on_view_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static gboolean
can_go (Ris3FilterSteps *self, int by)
{
  return by < 0 ? self->present > 0 : self->present + 1 < self->filters->len;
}

char *
ris3_filter_steps_describe (Ris3FilterSteps *self, int by)
{
  guint later;

  g_return_val_if_fail (RIS3_IS_FILTER_STEPS (self) && (by == -1 || by == 1), NULL);
  if (!can_go (self, by))
    return NULL;
  later = by < 0 ? self->present : self->present + 1;
  return ris3_filter_step_words (g_ptr_array_index (self->filters, later - 1), g_ptr_array_index (self->filters, later),
                                 ris3_session_get_filter_result (self->session));
}

void
ris3_filter_steps_go (Ris3FilterSteps *self, int by)
{
  g_return_if_fail (RIS3_IS_FILTER_STEPS (self) && (by == -1 || by == 1));
  if (!can_go (self, by))
    return;
  self->present += by;
  ris3_session_set_filter (self->session, g_ptr_array_index (self->filters, self->present));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
