/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-history-list.h"

#define PAGE 200

typedef enum
{
  READ_NOTHING,
  READ_ANEW,
  READ_PAGE,
  READ_AGAIN, /* from the newest to some old one */
} Read;

struct _Ris3HistoryList
{
  GObject parent_instance;

  char *path;
  Ris3HistoryQuery *query;
  GPtrArray *changes;
  gboolean complete;
  Read reading;
  GCancellable *cancellable; /* of what is being read */
  gboolean has_news;         /* that are to be read after that */
  gint64 wanted;             /* a change that is to be read up to after that; 0: none */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COMPLETE,
  N_PROPERTIES,
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *list)
{
  return RIS3_TYPE_CHANGE;
}

static guint
get_n_items (GListModel *list)
{
  return RIS3_HISTORY_LIST (list)->changes->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  Ris3HistoryList *self = RIS3_HISTORY_LIST (list);

  return position < self->changes->len ? g_object_ref (g_ptr_array_index (self->changes, position)) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3HistoryList,
                               ris3_history_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static gint64
get_id (GPtrArray *changes, guint position)
{
  return ris3_change_get_id (g_ptr_array_index (changes, position));
}

static void
replace_all (Ris3HistoryList *self, GPtrArray *fresh)
{
  guint n_before = self->changes->len;

  g_ptr_array_set_size (self->changes, 0);
  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (self->changes, g_object_ref (g_ptr_array_index (fresh, i)));
  if (n_before > 0 || fresh->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, fresh->len);
}

static void
append (Ris3HistoryList *self, GPtrArray *fresh, guint begin)
{
  guint n_before = self->changes->len;

  for (guint i = begin; i < fresh->len; i++)
    g_ptr_array_add (self->changes, g_object_ref (g_ptr_array_index (fresh, i)));
  if (begin < fresh->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, fresh->len - begin);
}

/* Nothing leaves the history, so what was there is there again, with others above and below it. */
static void
merge (Ris3HistoryList *self, GPtrArray *fresh)
{
  guint n_before = self->changes->len;
  guint n_new = 0;
  gboolean is_same;

  while (n_before > 0 && n_new < fresh->len && get_id (fresh, n_new) > get_id (self->changes, 0))
    n_new++;
  is_same = n_before > 0 && fresh->len >= n_new + n_before;
  for (guint i = 0; is_same && i < n_before; i++)
    is_same = get_id (fresh, n_new + i) == get_id (self->changes, i);
  if (!is_same)
    {
      replace_all (self, fresh);
      return;
    }
  append (self, fresh, n_new + n_before);
  for (guint i = 0; i < n_before; i++)
    {
      Ris3Change *change = g_ptr_array_index (fresh, n_new + i);

      if (ris3_change_equal (g_ptr_array_index (self->changes, i), change))
        continue;
      g_object_unref (g_ptr_array_index (self->changes, i));
      g_ptr_array_index (self->changes, i) = g_object_ref (change);
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
  for (guint i = 0; i < n_new; i++)
    g_ptr_array_insert (self->changes, (int) i, g_object_ref (g_ptr_array_index (fresh, i)));
  if (n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);
}

static void
set_complete (Ris3HistoryList *self, gboolean complete)
{
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
take (Ris3HistoryList *self, Read reading, GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (fresh, g_list_model_get_item (list, i));
  if (reading == READ_ANEW)
    replace_all (self, fresh);
  else if (reading == READ_PAGE)
    append (self, fresh, 0);
  else
    merge (self, fresh);
  if (reading != READ_AGAIN)
    set_complete (self, n < PAGE);
}

static void begin (Ris3HistoryList *self, Read reading, gint64 since_id);

/* What was asked for in the meantime. */
static void
go_on (Ris3HistoryList *self)
{
  gint64 oldest = self->changes->len > 0 ? get_id (self->changes, self->changes->len - 1) : 0;
  gint64 wanted = self->wanted;

  self->wanted = 0;
  if (self->has_news && self->changes->len == 0)
    {
      self->has_news = FALSE;
      begin (self, READ_ANEW, 0);
    }
  else if (self->has_news || (wanted != 0 && wanted < oldest))
    {
      self->has_news = FALSE;
      begin (self, READ_AGAIN, self->complete ? 0 : wanted != 0 ? MIN (wanted, oldest) : oldest);
    }
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3HistoryList) self = RIS3_HISTORY_LIST (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = ris3_history_read_finish (result, &error);
  Read reading = self->reading;

  /* Something else is being read by then. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  self->reading = READ_NOTHING;
  if (list != NULL)
    {
      take (self, reading, list);
      go_on (self);
    }
  if (self->reading == READ_NOTHING)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (list != NULL)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
begin (Ris3HistoryList *self, Read reading, gint64 since_id)
{
  Ris3HistoryQuery query = *self->query;
  gboolean was_reading = self->reading != READ_NOTHING;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->reading = reading;
  query.limit = reading == READ_AGAIN ? 0 : PAGE;
  query.since_id = since_id;
  query.before_id = reading == READ_PAGE ? get_id (self->changes, self->changes->len - 1) : 0;
  ris3_history_read_async (self->path, &query, self->cancellable, on_read_cb, g_object_ref (self));
  if (!was_reading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
ris3_history_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  Ris3HistoryList *self = RIS3_HISTORY_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->reading != READ_NOTHING);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* While something is being read, that keeps the list alive: its owner says when it is not wanted any more. */
static void
ris3_history_list_dispose (GObject *object)
{
  Ris3HistoryList *self = RIS3_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ris3_history_list_parent_class)->dispose (object);
}

static void
ris3_history_list_finalize (GObject *object)
{
  Ris3HistoryList *self = RIS3_HISTORY_LIST (object);

  g_free (self->path);
  g_clear_pointer (&self->query, ris3_history_query_free);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (ris3_history_list_parent_class)->finalize (object);
}

static void
ris3_history_list_class_init (Ris3HistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ris3_history_list_get_property;
  object_class->dispose = ris3_history_list_dispose;
  object_class->finalize = ris3_history_list_finalize;
  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE]
      = g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_LOADED]
      = g_signal_new ("loaded", RIS3_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RIS3_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ris3_history_list_init (Ris3HistoryList *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->query = g_new0 (Ris3HistoryQuery, 1);
}

Ris3HistoryList *
ris3_history_list_new (const char *path)
{
  Ris3HistoryList *self;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_object_new (RIS3_TYPE_HISTORY_LIST, NULL);
  self->path = g_strdup (path);
  return self;
}

void
ris3_history_list_set_query (Ris3HistoryList *self, const Ris3HistoryQuery *query)
{
  g_return_if_fail (RIS3_IS_HISTORY_LIST (self) && query != NULL);
  ris3_history_query_free (self->query);
  self->query = ris3_history_query_copy (query);
  self->has_news = FALSE;
  self->wanted = 0;
  begin (self, READ_ANEW, 0);
}

void
ris3_history_list_load_more (Ris3HistoryList *self)
{
  g_return_if_fail (RIS3_IS_HISTORY_LIST (self));
  if (self->reading == READ_NOTHING && !self->complete && self->changes->len > 0)
    begin (self, READ_PAGE, 0);
}

void
ris3_history_list_load_to (Ris3HistoryList *self, gint64 change_id)
{
  g_return_if_fail (RIS3_IS_HISTORY_LIST (self));
  self->wanted = change_id;
  if (self->reading == READ_NOTHING)
    go_on (self);
}

void
ris3_history_list_refresh (Ris3HistoryList *self)
{
  g_return_if_fail (RIS3_IS_HISTORY_LIST (self));
  self->has_news = TRUE;
  if (self->reading == READ_NOTHING)
    go_on (self);
}

gboolean
ris3_history_list_get_loading (Ris3HistoryList *self)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_LIST (self), FALSE);
  return self->reading != READ_NOTHING;
}

gboolean
ris3_history_list_get_complete (Ris3HistoryList *self)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_LIST (self), FALSE);
  return self->complete;
}

guint
ris3_history_list_find (Ris3HistoryList *self, gint64 change_id)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_LIST (self), G_MAXUINT);
  for (guint i = 0; i < self->changes->len; i++)
    if (get_id (self->changes, i) == change_id)
      return i;
  return G_MAXUINT;
}
