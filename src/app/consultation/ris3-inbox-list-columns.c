/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the columns say of a comment, and how the list is sorted by them. */

#include "config.h"

#include "app/consultation/ris3-inbox-list-private.h"

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"

const char *
ris3_inbox_list_get_due (Ris3Atlas *atlas, Ris3Comment *comment)
{
  gint64 id = ris3_comment_get_request_id (comment);
  Ris3Request *request = id != 0 ? ris3_atlas_lookup_request (atlas, id) : NULL;

  return request != NULL ? ris3_request_get_due_on (request) : "";
}

static const char *
name_region (Ris3InboxList *self, Ris3Comment *comment)
{
  return ris3_region_name_of_code (self->session, ris3_comment_get_nuts_version (comment),
                                   ris3_comment_get_region_code (comment));
}

static const char *
get_from (Ris3Comment *comment)
{
  const char *organisation = ris3_comment_get_organisation (comment);

  return *organisation != '\0' ? organisation : ris3_author_role_get_title (ris3_comment_get_author_role (comment));
}

char *
ris3_inbox_list_get_text (Ris3InboxList *self, Ris3Comment *comment, Ris3InboxColumn column)
{
  const char *name = ris3_comment_get_target_name (comment);

  g_return_val_if_fail (RIS3_IS_INBOX_LIST (self) && RIS3_IS_COMMENT (comment), NULL);
  switch (column)
    {
    case RIS3_INBOX_STATE:
      return g_strdup (ris3_comment_state_get_title (ris3_comment_get_state (comment)));
    case RIS3_INBOX_REGION:
      return g_strdup (name_region (self, comment));
    case RIS3_INBOX_ABOUT:
      if (ris3_comment_get_target_state (comment) == RIS3_TARGET_CHANGED)
        /* Translators: what a comment is about, which somebody has changed since the comment came */
        return g_strdup_printf (C_ ("target of a comment", "Changed since: %s"), name);
      if (ris3_comment_get_target_state (comment) == RIS3_TARGET_GONE)
        /* Translators: what a comment is about, which somebody has deleted since the comment came */
        return g_strdup_printf (C_ ("target of a comment", "Deleted since: %s"), name);
      if (g_str_equal (ris3_comment_get_target (comment), "region"))
        return g_strdup (C_ ("target of a comment", "The region"));
      return g_strdup (name);
    case RIS3_INBOX_FROM:
      return g_strdup (get_from (comment));
    case RIS3_INBOX_RECEIVED:
      return g_strdup (ris3_comment_get_received_on (comment));
    case RIS3_INBOX_DUE:
      return g_strdup (ris3_inbox_list_get_due (self->atlas, comment));
    case RIS3_N_INBOX_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* As people sort words; each is made into a key only once. */
static const char *
get_key (Ris3InboxList *self, const char *text)
{
  char *key = g_hash_table_lookup (self->keys, text);

  if (key == NULL)
    {
      key = g_utf8_collate_key (text, -1);
      g_hash_table_insert (self->keys, g_strdup (text), key);
    }
  return key;
}

static void
set_key (Ris3InboxList *self, Ris3InboxEntry *entry)
{
  Ris3Comment *comment = entry->comment;

  switch (self->column)
    {
    case RIS3_INBOX_REGION:
      entry->key = get_key (self, name_region (self, comment));
      break;
    case RIS3_INBOX_ABOUT:
      entry->key = get_key (self, ris3_comment_get_target_name (comment));
      break;
    case RIS3_INBOX_FROM:
      entry->key = get_key (self, get_from (comment));
      break;
    case RIS3_INBOX_RECEIVED:
      entry->key = ris3_comment_get_received_on (comment);
      break;
    case RIS3_INBOX_DUE:
      entry->key = ris3_inbox_list_get_due (self->atlas, comment);
      break;
    case RIS3_INBOX_STATE:
    case RIS3_N_INBOX_COLUMNS:
    default:
      entry->key = "";
      break;
    }
}

/* What is not known comes last both ways; what is equal, by the time it was recorded. */
static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ris3InboxEntry *one = a, *other = b;
  Ris3InboxList *self = user_data;
  gint order;

  if (self->column == RIS3_INBOX_STATE)
    order = one->state - other->state;
  else if ((*one->key == '\0') != (*other->key == '\0'))
    return *one->key == '\0' ? 1 : -1;
  else
    order = strcmp (one->key, other->key);
  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return self->descending ? -order : order;
}

void
_ris3_inbox_list_sort (Ris3InboxList *self)
{
  for (guint i = 0; i < self->all->len; i++)
    set_key (self, &g_array_index (self->all, Ris3InboxEntry, i));
  g_array_sort_with_data (self->all, compare, self);
}
