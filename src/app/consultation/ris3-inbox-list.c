/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-list-private.h"

#include "model/ris3-comment-state.h"

static GType
get_item_type (GListModel *model)
{
  return RIS3_TYPE_COMMENT;
}

static guint
get_n_items (GListModel *model)
{
  return RIS3_INBOX_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *shown = RIS3_INBOX_LIST (model)->shown;

  return position < shown->len ? g_object_ref (shown->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3InboxList,
                               ris3_inbox_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint marked_signal;
static guint columns_changed_signal;

static void
ris3_inbox_list_finalize (GObject *object)
{
  Ris3InboxList *self = RIS3_INBOX_LIST (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->session);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  g_clear_pointer (&self->scope, ris3_comment_scope_free);
  g_array_unref (self->all);
  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->kept);
  g_clear_pointer (&self->only, g_hash_table_unref);
  G_OBJECT_CLASS (ris3_inbox_list_parent_class)->finalize (object);
}

static void
ris3_inbox_list_class_init (Ris3InboxListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_inbox_list_finalize;
  marked_signal
      = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  columns_changed_signal = g_signal_new ("columns-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
clear_entry (gpointer data)
{
  g_object_unref (((Ris3InboxEntry *) data)->comment);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Ris3InboxEntry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

static void
ris3_inbox_list_init (Ris3InboxList *self)
{
  self->all = new_entries ();
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->column = RIS3_INBOX_RECEIVED;
  self->descending = TRUE;
}

Ris3InboxList *
ris3_inbox_list_new (void)
{
  return g_object_new (RIS3_TYPE_INBOX_LIST, NULL);
}

gboolean
ris3_inbox_list_is_unread (Ris3InboxList *self, Ris3Comment *comment)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), FALSE);
  return ris3_reading_marks_is_unread (self->marks, comment);
}

gboolean
ris3_inbox_list_has_due (Ris3InboxList *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), FALSE);
  return self->has_due;
}

/* Announces what lies between the beginning and the end that both lists have. */
static void
replace (Ris3InboxList *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->shown);
  guint first = 0, end = 0;
  guint least = MIN (former->len, shown->len);

  self->shown = shown;
  while (first < least && former->pdata[first] == shown->pdata[first])
    first++;
  while (end < least - first && former->pdata[former->len - 1 - end] == shown->pdata[shown->len - 1 - end])
    end++;
  if (former->len != shown->len || first < least)
    g_list_model_items_changed (G_LIST_MODEL (self), first, former->len - first - end, shown->len - first - end);
}

/* Whether the filter leaves it. */
static gboolean
is_left (Ris3InboxList *self, const Ris3InboxEntry *entry)
{
  return self->only != NULL ? g_hash_table_contains (self->only, &entry->id)
                            : ris3_comment_scope_has (self->scope, entry->comment);
}

static gboolean
is_of_kind (const Ris3InboxEntry *entry, Ris3InboxShown kind)
{
  switch (kind)
    {
    case RIS3_INBOX_OPEN:
      return entry->is_open;
    case RIS3_INBOX_DECIDED:
      return !entry->is_open;
    case RIS3_INBOX_UNREAD:
      return entry->is_unread;
    case RIS3_INBOX_ALL:
    case RIS3_N_INBOX_SHOWN:
    default:
      return TRUE;
    }
}

/* Who reads a comment goes on with it, whatever has the list read anew. */
static gboolean
is_listed (Ris3InboxList *self, const Ris3InboxEntry *entry)
{
  return is_of_kind (entry, self->what)
         || (self->what == RIS3_INBOX_UNREAD && g_hash_table_contains (self->kept, &entry->id));
}

static void
update (Ris3InboxList *self)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < self->all->len; i++)
    {
      const Ris3InboxEntry *entry = &g_array_index (self->all, Ris3InboxEntry, i);

      if (!is_left (self, entry))
        continue;
      for (guint kind = 0; kind < RIS3_N_INBOX_SHOWN; kind++)
        self->counts[kind] += is_of_kind (entry, (Ris3InboxShown) kind);
      if (is_listed (self, entry))
        g_ptr_array_add (shown, g_object_ref (entry->comment));
    }
  replace (self, shown);
}

/* Who filters nothing need not know it. */
static gboolean
needs_geodata (Ris3InboxList *self)
{
  if (!self->knows_versions)
    self->needs_geodata = ris3_comment_scope_needs_geodata (self->atlas);
  self->knows_versions = TRUE;
  return self->needs_geodata;
}

/* What the filter means on the boundaries of the map, on which regions of other versions are placed. */
static void
make_scope (Ris3InboxList *self)
{
  Ris3Geodata *geodata = self->filter != NULL && self->atlas != NULL && needs_geodata (self)
                             ? ris3_session_get_geodata (self->session)
                             : NULL;

  g_clear_pointer (&self->scope, ris3_comment_scope_free);
  self->scope = self->atlas != NULL ? ris3_comment_scope_new (self->atlas, self->filter, geodata) : NULL;
}

static void
set_filter (Ris3InboxList *self, Ris3FilterResult *result)
{
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  self->filter = result != NULL ? ris3_filter_result_ref (result) : NULL;
  make_scope (self);
}

/* What is listed stays, but it is counted anew. */
static void
on_marked_cb (Ris3InboxList *self)
{
  self->counts[RIS3_INBOX_UNREAD] = 0;
  for (guint i = 0; i < self->all->len; i++)
    {
      Ris3InboxEntry *entry = &g_array_index (self->all, Ris3InboxEntry, i);

      entry->is_unread = ris3_reading_marks_is_unread (self->marks, entry->comment);
      if (entry->is_unread && is_left (self, entry))
        self->counts[RIS3_INBOX_UNREAD]++;
    }
  g_signal_emit (self, marked_signal, 0);
}

void
ris3_inbox_list_read (Ris3InboxList *self, Ris3Session *session, Ris3ReadingMarks *marks)
{
  Ris3Atlas *atlas;
  GListModel *comments;
  gboolean had_due, needed_geodata;
  guint n;

  g_return_if_fail (RIS3_IS_INBOX_LIST (self) && RIS3_IS_SESSION (session) && RIS3_IS_READING_MARKS (marks));
  g_set_object (&self->session, session);
  if (g_set_object (&self->marks, marks))
    g_signal_connect_object (marks, "changed", G_CALLBACK (on_marked_cb), self, G_CONNECT_SWAPPED);
  atlas = ris3_session_get_atlas (session);
  needed_geodata = self->needs_geodata;
  self->knows_versions = FALSE;
  if (g_set_object (&self->atlas, atlas))
    {
      set_filter (self, NULL);
      g_clear_pointer (&self->only, g_hash_table_unref);
    }
  else if (self->filter != NULL && needs_geodata (self) != needed_geodata)
    make_scope (self);
  g_array_set_size (self->all, 0);
  had_due = self->has_due;
  self->has_due = FALSE;
  comments = atlas != NULL ? ris3_atlas_get_comments (atlas) : NULL;
  n = comments != NULL ? g_list_model_get_n_items (comments) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      Ris3CommentState state = RIS3_COMMENT_RECEIVED;
      Ris3InboxEntry entry = { .id = ris3_comment_get_id (comment) };

      if (ris3_comment_get_parent_id (comment) != 0)
        continue;
      ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
      entry.state = (gint) state;
      entry.is_open = ris3_comment_state_is_open (state);
      entry.is_unread = ris3_reading_marks_is_unread (self->marks, comment);
      self->has_due = self->has_due || *ris3_inbox_list_get_due (atlas, comment) != '\0';
      entry.comment = g_steal_pointer (&comment);
      g_array_append_val (self->all, entry);
    }
  _ris3_inbox_list_sort (self);
  update (self);
  if (self->has_due != had_due)
    g_signal_emit (self, columns_changed_signal, 0);
}

void
ris3_inbox_list_follow_boundaries (Ris3InboxList *self)
{
  guint n;

  g_return_if_fail (RIS3_IS_INBOX_LIST (self));
  if (self->session == NULL)
    return;
  make_scope (self);
  if (self->column == RIS3_INBOX_REGION)
    _ris3_inbox_list_sort (self);
  update (self);
  n = self->shown->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

void
ris3_inbox_list_set_filter_result (Ris3InboxList *self, Ris3FilterResult *result)
{
  g_return_if_fail (RIS3_IS_INBOX_LIST (self));
  if (self->filter == result || self->atlas == NULL)
    return;
  set_filter (self, result);
  update (self);
}

void
ris3_inbox_list_set_only (Ris3InboxList *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (RIS3_IS_INBOX_LIST (self));
  if (ids == NULL && self->only == NULL)
    return;
  g_clear_pointer (&self->only, g_hash_table_unref);
  if (ids != NULL)
    self->only = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && i < n_ids; i++)
    g_hash_table_add (self->only, g_memdup2 (&ids[i], sizeof *ids));
  update (self);
}

gboolean
ris3_inbox_list_has_only (Ris3InboxList *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), FALSE);
  return self->only != NULL;
}

void
ris3_inbox_list_keep (Ris3InboxList *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (RIS3_IS_INBOX_LIST (self) && (ids != NULL || n_ids == 0));
  g_hash_table_remove_all (self->kept);
  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (self->kept, g_memdup2 (&ids[i], sizeof *ids));
}

void
ris3_inbox_list_set_shown (Ris3InboxList *self, Ris3InboxShown shown)
{
  g_return_if_fail (RIS3_IS_INBOX_LIST (self) && shown < RIS3_N_INBOX_SHOWN);
  if (self->what == shown)
    return;
  self->what = shown;
  g_hash_table_remove_all (self->kept);
  update (self);
}

Ris3InboxShown
ris3_inbox_list_get_shown (Ris3InboxList *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), RIS3_INBOX_ALL);
  return self->what;
}

void
ris3_inbox_list_sort_by (Ris3InboxList *self, Ris3InboxColumn column, gboolean descending)
{
  g_return_if_fail (RIS3_IS_INBOX_LIST (self) && column < RIS3_N_INBOX_COLUMNS);
  if (self->column == column && self->descending == descending)
    return;
  self->column = column;
  self->descending = descending;
  _ris3_inbox_list_sort (self);
  update (self);
}

Ris3InboxColumn
ris3_inbox_list_get_sorting (Ris3InboxList *self, gboolean *descending)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), RIS3_INBOX_RECEIVED);
  *descending = self->descending;
  return self->column;
}

guint
ris3_inbox_list_count (Ris3InboxList *self, Ris3InboxShown shown)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self) && shown < RIS3_N_INBOX_SHOWN, 0);
  return self->counts[shown];
}

guint
ris3_inbox_list_get_n_all (Ris3InboxList *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), 0);
  return self->all->len;
}

gboolean
ris3_inbox_list_leaves (Ris3InboxList *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), FALSE);
  for (guint i = 0; i < self->all->len; i++)
    {
      const Ris3InboxEntry *entry = &g_array_index (self->all, Ris3InboxEntry, i);

      if (entry->id == id)
        return ris3_comment_scope_has (self->scope, entry->comment);
    }
  return FALSE;
}

gboolean
ris3_inbox_list_find (Ris3InboxList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self), FALSE);
  for (guint i = 0; i < self->shown->len; i++)
    if (ris3_comment_get_id (self->shown->pdata[i]) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
