/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-comment-order.h"

#include <string.h>

/* With which the code of a region begins. */
#define COUNTRY_LENGTH 2
#define NONE G_MAXUINT

typedef struct
{
  Ris3Comment *comment; /* owned */
  char *country;        /* to be compared */
  char *place;          /* of the priority in its strategy, to be compared; "" of none */
  guint row;            /* as it was given */
  guint parent;         /* what it is a reply to, among the sorted; NONE: nothing that is there */
  guint last_reply;     /* the last of those to it; NONE */
  guint earlier;        /* the one before it to the same; NONE */
  gboolean is_done;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_clear_object (&self->comment);
  g_free (self->country);
  g_free (self->place);
}

char *
ris3_comment_order_name_country (Ris3Atlas *atlas, Ris3Comment *comment)
{
  g_autofree char *code = NULL;
  const Ris3RegionName *country;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && RIS3_IS_COMMENT (comment), NULL);
  code = g_strndup (ris3_comment_get_region_code (comment), COUNTRY_LENGTH);
  country = ris3_atlas_lookup_region (atlas, ris3_comment_get_nuts_version (comment), code);
  return country != NULL && *country->name_english != '\0' ? g_strdup (country->name_english) : g_steal_pointer (&code);
}

/* Numbers are compared as numbers: 3.1, 3.1.1, 3.10. (transfer full) */
static char *
find_place (Ris3Atlas *atlas, Ris3Comment *comment)
{
  gint64 id = ris3_comment_get_priority_id (comment);
  Ris3Priority *priority = id != 0 ? ris3_atlas_lookup_priority (atlas, id, NULL) : NULL;

  return priority != NULL ? g_utf8_collate_key_for_filename (ris3_priority_get_label (priority), -1) : g_strdup ("");
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  guint version = ris3_comment_get_nuts_version (one->comment);
  guint other_version = ris3_comment_get_nuts_version (other->comment);
  gint order = strcmp (one->country, other->country);

  if (order == 0)
    order = strcmp (ris3_comment_get_region_code (one->comment), ris3_comment_get_region_code (other->comment));
  if (order == 0)
    order = (version > other_version) - (version < other_version);
  if (order == 0)
    order = strcmp (ris3_comment_get_received_on (one->comment), ris3_comment_get_received_on (other->comment));
  if (order == 0)
    order = g_strcmp0 (ris3_comment_get_strategy_id (one->comment), ris3_comment_get_strategy_id (other->comment));
  if (order == 0)
    order = strcmp (one->place, other->place);
  return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

static void
find_replies (GArray *entries)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id = ris3_comment_get_id (g_array_index (entries, Entry, i).comment);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      gint64 id = ris3_comment_get_parent_id (entry->comment);
      guint parent = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &id));

      if (id == 0 || parent == 0)
        continue;
      entry->parent = parent - 1;
      entry->earlier = g_array_index (entries, Entry, entry->parent).last_reply;
      g_array_index (entries, Entry, entry->parent).last_reply = i;
    }
}

/* One with all that are below it, each once: they may reply to each other in a ring, by mistake. */
static void
add_thread (GArray *entries, guint first, GPtrArray *comments)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (waiting, first);
  while (waiting->len > 0)
    {
      Entry *entry = &g_array_index (entries, Entry, g_array_index (waiting, guint, waiting->len - 1));

      g_array_set_size (waiting, waiting->len - 1);
      if (entry->is_done)
        continue;
      entry->is_done = TRUE;
      g_ptr_array_add (comments, g_object_ref (entry->comment));
      for (guint i = entry->last_reply; i != NONE; i = g_array_index (entries, Entry, i).earlier)
        g_array_append_val (waiting, i);
    }
}

void
ris3_comment_order_sort (Ris3Atlas *atlas, GPtrArray *comments)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  g_return_if_fail (RIS3_IS_ATLAS (atlas) && comments != NULL);
  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < comments->len; i++)
    {
      Ris3Comment *comment = g_ptr_array_index (comments, i);
      g_autofree char *country = ris3_comment_order_name_country (atlas, comment);
      Entry entry = { .comment = g_object_ref (comment),
                      .country = g_utf8_collate_key (country, -1),
                      .place = find_place (atlas, comment),
                      .row = i,
                      .parent = NONE,
                      .last_reply = NONE,
                      .earlier = NONE };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare);
  find_replies (entries);
  g_ptr_array_set_size (comments, 0);
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, Entry, i).parent == NONE)
      add_thread (entries, i, comments);
  for (guint i = 0; i < entries->len; i++)
    add_thread (entries, i, comments);
}
