/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-reading-marks.h"

#include "app/consultation/ris3-reading-file.h"
#include "model/ris3-comment-state.h"

/* Until what was marked is saved, with what is marked meanwhile. */
#define SAVE_SECONDS 3

struct _Ris3ReadingMarks
{
  GObject parent_instance;

  Ris3Session *session;
  Ris3Atlas *atlas;      /* NULL: none */
  Ris3ReadingFile *file; /* of it */
  GHashTable *read;      /* keys of comments */
  GHashTable *changes;   /* since the file was read: key → whether it was read */
  GHashTable *unread;    /* ids of comments that are not: an inbox asks for each of many */
  guint n_unread;
  guint save_source; /* 0: all is saved, or being saved */
};

G_DEFINE_FINAL_TYPE (Ris3ReadingMarks, ris3_reading_marks, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_UNREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

/* Calls a function with each comment of the atlas. */
static void
for_each (Ris3ReadingMarks *self, void (*func) (Ris3Comment *comment, gpointer data), gpointer data)
{
  GListModel *comments = ris3_atlas_get_comments (self->atlas);
  guint n = g_list_model_get_n_items (comments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      func (comment, data);
    }
}

static void
add_key (Ris3Comment *comment, gpointer keys)
{
  g_hash_table_add (keys, g_strdup (ris3_comment_get_key (comment)));
}

/* (transfer full) */
static GHashTable *
list_existing (Ris3ReadingMarks *self)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each (self, add_key, keys);
  return keys;
}

static gboolean
save_cb (gpointer data)
{
  Ris3ReadingMarks *self = data;

  self->save_source = 0;
  ris3_reading_file_save (self->file, self->changes, list_existing (self));
  return G_SOURCE_REMOVE;
}

static void
save_later (Ris3ReadingMarks *self)
{
  if (self->save_source == 0)
    self->save_source = g_timeout_add_seconds (SAVE_SECONDS, save_cb, self);
}

/* The program may end now. */
static void
finish_saving (Ris3ReadingMarks *self)
{
  if (self->file != NULL && (self->save_source != 0 || ris3_reading_file_is_busy (self->file)))
    ris3_reading_file_save_now (self->file, self->changes, list_existing (self));
  g_clear_handle_id (&self->save_source, g_source_remove);
}

static void
mark (Ris3ReadingMarks *self, Ris3Comment *comment, gboolean unread)
{
  const char *key = ris3_comment_get_key (comment);

  if (unread)
    g_hash_table_remove (self->read, key);
  else
    g_hash_table_add (self->read, g_strdup (key));
  g_hash_table_insert (self->changes, g_strdup (key), GINT_TO_POINTER (!unread));
}

static void
mark_handled (Ris3Comment *comment, gpointer self)
{
  if (!g_str_equal (ris3_comment_get_state (comment), ris3_comment_state_get_word (RIS3_COMMENT_RECEIVED)))
    mark (self, comment, FALSE);
}

static void
find_unread (Ris3Comment *comment, gpointer data)
{
  Ris3ReadingMarks *self = data;

  if (ris3_comment_get_parent_id (comment) == 0 && !g_hash_table_contains (self->read, ris3_comment_get_key (comment)))
    g_hash_table_add (self->unread, GSIZE_TO_POINTER ((gsize) ris3_comment_get_id (comment)));
}

static void
update (Ris3ReadingMarks *self)
{
  guint before = self->n_unread;

  g_hash_table_remove_all (self->unread);
  if (self->atlas != NULL)
    for_each (self, find_unread, self);
  self->n_unread = g_hash_table_size (self->unread);
  if (self->n_unread != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNREAD]);
}

static void
forget (Ris3ReadingMarks *self)
{
  finish_saving (self);
  g_clear_pointer (&self->file, ris3_reading_file_unref);
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_hash_table_remove_all (self->changes);
  g_clear_object (&self->atlas);
}

static void
on_atlas_opened_cb (Ris3ReadingMarks *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas == self->atlas)
    return;
  forget (self);
  if (atlas != NULL)
    {
      self->atlas = g_object_ref (atlas);
      self->file = ris3_reading_file_new (ris3_atlas_get_path (atlas));
      self->read = ris3_reading_file_load (self->file);
      if (self->read == NULL)
        {
          self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          for_each (self, mark_handled, self);
          save_later (self);
        }
    }
  update (self);
}

static void
on_atlas_changed_cb (Ris3ReadingMarks *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "comment"))
    update (self);
}

static void
ris3_reading_marks_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_N_UNREAD)
    g_value_set_uint (value, RIS3_READING_MARKS (object)->n_unread);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_reading_marks_dispose (GObject *object)
{
  Ris3ReadingMarks *self = RIS3_READING_MARKS (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_reading_marks_parent_class)->dispose (object);
}

static void
ris3_reading_marks_finalize (GObject *object)
{
  Ris3ReadingMarks *self = RIS3_READING_MARKS (object);

  g_hash_table_unref (self->changes);
  g_hash_table_unref (self->unread);
  G_OBJECT_CLASS (ris3_reading_marks_parent_class)->finalize (object);
}

static void
ris3_reading_marks_class_init (Ris3ReadingMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ris3_reading_marks_get_property;
  object_class->dispose = ris3_reading_marks_dispose;
  object_class->finalize = ris3_reading_marks_finalize;
  properties[PROP_N_UNREAD] = g_param_spec_uint ("n-unread", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal
      = g_signal_new ("changed", RIS3_TYPE_READING_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_reading_marks_init (Ris3ReadingMarks *self)
{
  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unread = g_hash_table_new (NULL, NULL);
}

Ris3ReadingMarks *
ris3_reading_marks_new (Ris3Session *session)
{
  Ris3ReadingMarks *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_READING_MARKS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (on_atlas_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  on_atlas_opened_cb (self);
  return self;
}

gboolean
ris3_reading_marks_is_unread (Ris3ReadingMarks *self, Ris3Comment *comment)
{
  g_return_val_if_fail (RIS3_IS_READING_MARKS (self) && RIS3_IS_COMMENT (comment), FALSE);
  return g_hash_table_contains (self->unread, GSIZE_TO_POINTER ((gsize) ris3_comment_get_id (comment)));
}

guint
ris3_reading_marks_get_n_unread (Ris3ReadingMarks *self)
{
  g_return_val_if_fail (RIS3_IS_READING_MARKS (self), 0);
  return self->n_unread;
}

void
ris3_reading_marks_set_unread (Ris3ReadingMarks *self, GPtrArray *comments, gboolean unread)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (RIS3_IS_READING_MARKS (self) && comments != NULL);
  for (guint i = 0; self->read != NULL && i < comments->len; i++)
    if (ris3_reading_marks_is_unread (self, comments->pdata[i]) != unread)
      {
        mark (self, comments->pdata[i], unread);
        is_changed = TRUE;
      }
  if (!is_changed)
    return;
  save_later (self);
  update (self);
  g_signal_emit (self, changed_signal, 0);
}
