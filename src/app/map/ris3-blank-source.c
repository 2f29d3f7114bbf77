/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-blank-source.h"

struct _Ris3BlankSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (Ris3BlankSource, ris3_blank_source, SHUMATE_TYPE_MAP_SOURCE)

static void
ris3_blank_source_fill_tile_async (ShumateMapSource *source,
                                   ShumateTile *tile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

/* libshumate calls it without asking whether it is there. */
static gboolean
ris3_blank_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ris3_blank_source_class_init (Ris3BlankSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = ris3_blank_source_fill_tile_async;
  source_class->fill_tile_finish = ris3_blank_source_fill_tile_finish;
}

static void
ris3_blank_source_init (Ris3BlankSource *self)
{
}

ShumateMapSource *
ris3_blank_source_new (guint min_zoom_level, guint max_zoom_level)
{
  ShumateMapSource *self = g_object_new (RIS3_TYPE_BLANK_SOURCE, NULL);

  /* In 1.0 setting the id sets the name too, so the id comes first. */
  shumate_map_source_set_id (self, "blank");
  shumate_map_source_set_tile_size (self, 256);
  shumate_map_source_set_max_zoom_level (self, max_zoom_level);
  shumate_map_source_set_min_zoom_level (self, min_zoom_level);
  return self;
}
