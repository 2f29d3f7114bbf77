/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-comment-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-comment-order.h"
#include "map/ris3-comment-scope.h"
#include "map/ris3-record-titles.h"
#include "map/ris3-value-words.h"
#include "model/ris3-comment-event.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-contact.h"
#include "model/ris3-edit.h"
#include "model/ris3-history.h"
#include "model/ris3-language.h"
#include "model/ris3-person-words.h"
#include "model/ris3-proposal.h"
#include "model/ris3-text.h"

/* Characters of the name of what was added. */
#define MAX_ADDED 200

typedef struct
{
  Ris3Comment *comment;             /* owned */
  const Ris3CommentEvent *decision; /* the last one; NULL: none yet */
  const Ris3CommentEvent *change;   /* that applied it; NULL: none */
  char *values;                     /* what that changed, from what to what; NULL: nothing that is known */
} Row;

struct _Ris3CommentRegister
{
  Ris3Atlas *atlas;
  GArray *rows;
  GPtrArray *events;
};

enum
{
  COLUMN_KEY,
  COLUMN_NUTS_VERSION,
  COLUMN_REGION,
  COLUMN_REGION_NAME,
  COLUMN_COUNTRY,
  COLUMN_TARGET,
  COLUMN_TARGET_NAME,
  COLUMN_STRATEGY,
  COLUMN_PRIORITY,
  COLUMN_QUOTE,
  COLUMN_PAGE,
  COLUMN_REPLY_TO,
  COLUMN_RECEIVED,
  COLUMN_CHANNEL,
  COLUMN_ORGANISATION,
  COLUMN_ROLE,
  COLUMN_LANGUAGE,
  COLUMN_TEXT,
  COLUMN_ENGLISH,
  COLUMN_PROPOSED,
  COLUMN_STATE,
  COLUMN_DECISION,
  COLUMN_REASON,
  COLUMN_DECIDED_ON,
  COLUMN_CHANGE,
  COLUMN_VALUES,
  N_COLUMNS,
};

static const char *const columns[] = {
  [COLUMN_KEY] = "key",
  [COLUMN_NUTS_VERSION] = "nuts_version",
  [COLUMN_REGION] = "region_code",
  [COLUMN_REGION_NAME] = "region_name",
  [COLUMN_COUNTRY] = "country_name",
  [COLUMN_TARGET] = "target",
  [COLUMN_TARGET_NAME] = "target_name",
  [COLUMN_STRATEGY] = "strategy_id",
  [COLUMN_PRIORITY] = "priority_id",
  [COLUMN_QUOTE] = "quote",
  [COLUMN_PAGE] = "page_label",
  [COLUMN_REPLY_TO] = "reply_to",
  [COLUMN_RECEIVED] = "received_on",
  [COLUMN_CHANNEL] = "channel",
  [COLUMN_ORGANISATION] = "organisation",
  [COLUMN_ROLE] = "author_role",
  [COLUMN_LANGUAGE] = "language",
  [COLUMN_TEXT] = "text",
  [COLUMN_ENGLISH] = "english_text",
  [COLUMN_PROPOSED] = "proposed_change",
  [COLUMN_STATE] = "state",
  [COLUMN_DECISION] = "decision",
  [COLUMN_REASON] = "decision_reason",
  [COLUMN_DECIDED_ON] = "decided_on",
  [COLUMN_CHANGE] = "applied_change",
  [COLUMN_VALUES] = "changed_values",
};

static const char *const titles[] = {
  [COLUMN_KEY] = NC_ ("column of the register", "Key"),
  [COLUMN_NUTS_VERSION] = NC_ ("column of the register", "NUTS Version"),
  [COLUMN_REGION] = NC_ ("column of the register", "Region Code"),
  [COLUMN_REGION_NAME] = NC_ ("column of the register", "Region"),
  [COLUMN_COUNTRY] = NC_ ("column of the register", "Country"),
  [COLUMN_TARGET] = NC_ ("column of the register", "About"),
  [COLUMN_TARGET_NAME] = NC_ ("column of the register", "What It Is About"),
  [COLUMN_STRATEGY] = NC_ ("column of the register", "Strategy"),
  [COLUMN_PRIORITY] = NC_ ("column of the register", "Priority"),
  [COLUMN_QUOTE] = NC_ ("column of the register", "Quotation"),
  [COLUMN_PAGE] = NC_ ("column of the register", "Page"),
  [COLUMN_REPLY_TO] = NC_ ("column of the register", "Reply To"),
  [COLUMN_RECEIVED] = NC_ ("column of the register", "Received On"),
  [COLUMN_CHANNEL] = NC_ ("column of the register", "Channel"),
  [COLUMN_ORGANISATION] = NC_ ("column of the register", "Organisation"),
  [COLUMN_ROLE] = NC_ ("column of the register", "Role of the Author"),
  [COLUMN_LANGUAGE] = NC_ ("column of the register", "Language"),
  [COLUMN_TEXT] = NC_ ("column of the register", "Text"),
  [COLUMN_ENGLISH] = NC_ ("column of the register", "Text in English"),
  [COLUMN_PROPOSED] = NC_ ("column of the register", "Proposed Change"),
  [COLUMN_STATE] = NC_ ("column of the register", "State"),
  [COLUMN_DECISION] = NC_ ("column of the register", "Decision"),
  [COLUMN_REASON] = NC_ ("column of the register", "Reason"),
  [COLUMN_DECIDED_ON] = NC_ ("column of the register", "Decided On"),
  [COLUMN_CHANGE] = NC_ ("column of the register", "Change That Was Made"),
  [COLUMN_VALUES] = NC_ ("column of the register", "Changed Values"),
};

/* Of one word, or "open". */
static gboolean
find_states (const char *word, guint *states)
{
  g_autofree char *plain = g_strdelimit (g_ascii_strdown (word, -1), "-", ' ');
  Ris3CommentState state;

  g_strstrip (plain);
  if (ris3_comment_state_from_word (plain, &state))
    *states |= 1u << state;
  else if (g_str_equal (plain, "open"))
    {
      for (guint i = 0; i < RIS3_N_COMMENT_STATES; i++)
        if (ris3_comment_state_is_open (i))
          *states |= 1u << i;
    }
  else
    return FALSE;
  return TRUE;
}

gboolean
ris3_comment_register_read_states (const char *words, guint *states, GError **error)
{
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (words != NULL && states != NULL, FALSE);
  list = g_strsplit (words, ",", -1);
  *states = 0;
  for (guint i = 0; list[i] != NULL; i++)
    if (!find_states (list[i], states))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no state of a comment."), list[i]);
        return FALSE;
      }
  return TRUE;
}

static void
list_comments (Ris3CommentRegister *self, Ris3FilterResult *filter, guint states, GPtrArray *listed)
{
  GListModel *comments = ris3_atlas_get_comments (self->atlas);
  /* Without it, regions are known by their codes. */
  g_autoptr (Ris3Geodata) geodata = filter != NULL && ris3_comment_scope_needs_geodata (self->atlas)
                                        ? ris3_geodata_load (RIS3_DEFAULT_NUTS_VERSION, NULL, NULL)
                                        : NULL;
  g_autoptr (Ris3CommentScope) scope = ris3_comment_scope_new (self->atlas, filter, geodata);

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      Ris3CommentState state;

      if (states != 0
          && (!ris3_comment_state_from_word (ris3_comment_get_state (comment), &state) || (states & 1u << state) == 0))
        continue;
      if (ris3_comment_scope_has (scope, comment))
        g_ptr_array_add (listed, g_steal_pointer (&comment));
    }
}

/* What was decided last, as long as that holds: a comment that is reviewed again has none. */
static void
take_event (Row *row, const Ris3CommentEvent *event)
{
  Ris3CommentState state;

  if (!ris3_comment_state_from_word (event->to_state, &state))
    return;
  if (ris3_comment_state_is_decision (state))
    row->decision = event;
  else if (ris3_comment_state_is_open (state))
    row->decision = NULL;
  if (event->change_id != 0)
    row->change = event;
}

static void
take_events (Ris3CommentRegister *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *ids = g_new (gint64, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ids[i] = ris3_comment_get_id (g_array_index (self->rows, Row, i).comment);
      g_hash_table_insert (rows, &ids[i], &g_array_index (self->rows, Row, i));
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      const Ris3CommentEvent *event = g_ptr_array_index (self->events, i);
      Row *row = g_hash_table_lookup (rows, &event->comment_id);

      if (row != NULL)
        take_event (row, event);
    }
}

static gboolean
is_of_row (const Ris3ChangedValue *value, const Ris3ChangedValue *other)
{
  return g_str_equal (value->table, other->table) && g_strcmp0 (value->key, other->key) == 0;
}

/* What a field of a row that was added holds; "": nothing. (transfer none) */
static const char *
get_added (GPtrArray *values, const Ris3ChangedValue *row, const char *field)
{
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);

      if (is_of_row (value, row) && g_str_equal (value->field, field) && value->after != NULL)
        return value->after;
    }
  return "";
}

/* Once for each strategy or priority that was added. */
static void
describe_added (GPtrArray *values, guint i, GString *text)
{
  const Ris3ChangedValue *row = g_ptr_array_index (values, i);
  gboolean is_strategy = g_str_equal (row->table, "strategy");
  const char *english;
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;

  if (row->kind != RIS3_VALUE_ADDED || !(is_strategy || g_str_equal (row->table, "priority"))
      || (i > 0 && is_of_row (g_ptr_array_index (values, i - 1), row)))
    return;
  english = get_added (values, row, "text");
  whole = is_strategy ? g_strdup (get_added (values, row, "title"))
                      : g_strjoin (" ", get_added (values, row, "label"),
                                   *english != '\0' ? english : get_added (values, row, "original_text"), NULL);
  name = ris3_text_to_line (g_strstrip (whole), MAX_ADDED);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: %s is the title of a strategy */
  g_string_append_printf (text,
                          is_strategy ? _ ("Strategy “%s” added")
                                      /* Translators: %s is a priority: “3.4 Precision medicine” */
                                      : _ ("Priority “%s” added"),
                          name);
}

char *
ris3_comment_register_describe_change (GPtrArray *values)
{
  GString *text;

  g_return_val_if_fail (values != NULL, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);
      const char *name = ris3_edit_field_get_name (value->table, value->field);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      describe_added (values, i, text);
      if (value->kind != RIS3_VALUE_CHANGED || name == NULL || g_str_has_prefix (value->table, "comment"))
        continue;
      before = ris3_value_to_text (value->table, value->field, value->before, NULL);
      after = ris3_value_to_text (value->table, value->field, value->after, NULL);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a field, its value before and after. */
      g_string_append_printf (text, _ ("%s: “%s” → “%s”"), name, before, after);
    }
  return g_string_free (text, text->len == 0);
}

static gboolean
read_changes (Ris3CommentRegister *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      g_autoptr (GPtrArray) values = NULL;

      if (row->change == NULL)
        continue;
      values = ris3_history_read_values (ris3_atlas_get_path (self->atlas), row->change->change_id, cancellable, error);
      if (values == NULL)
        return FALSE;
      row->values = ris3_comment_register_describe_change (values);
    }
  return TRUE;
}

/* What became of each comment. (transfer full) */
static Ris3CommentRegister *
complete (Ris3CommentRegister *self, GPtrArray *listed, GCancellable *cancellable, GError **error)
{
  ris3_comment_order_sort (self->atlas, listed);
  for (guint i = 0; i < listed->len; i++)
    g_array_append_val (self->rows, ((Row){ .comment = g_object_ref (g_ptr_array_index (listed, i)) }));
  take_events (self);
  if (read_changes (self, cancellable, error))
    return self;
  ris3_comment_register_free (self);
  return NULL;
}

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->values);
  g_clear_object (&((Row *) data)->comment);
}

/* Without rows yet. (transfer full) */
static Ris3CommentRegister *
register_new (Ris3Atlas *atlas, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) events = ris3_comment_events_read (ris3_atlas_get_path (atlas), 0, cancellable, error);
  Ris3CommentRegister *self;

  if (events == NULL)
    return NULL;
  self = g_new0 (Ris3CommentRegister, 1);
  self->atlas = g_object_ref (atlas);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->events = g_steal_pointer (&events);
  return self;
}

Ris3CommentRegister *
ris3_comment_register_new (Ris3Atlas *atlas,
                           Ris3FilterResult *filter,
                           guint states,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_object_unref);
  Ris3CommentRegister *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = register_new (atlas, cancellable, error);
  if (self == NULL)
    return NULL;
  list_comments (self, filter, states, listed);
  return complete (self, listed, cancellable, error);
}

/* By the comment that they reply to. (transfer full) */
static GHashTable *
list_replies (Ris3Atlas *atlas)
{
  GListModel *comments = ris3_atlas_get_comments (atlas);
  GHashTable *replies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 parent = ris3_comment_get_parent_id (comment);
      GPtrArray *of_parent = parent != 0 ? g_hash_table_lookup (replies, &parent) : NULL;

      if (parent != 0 && of_parent == NULL)
        {
          of_parent = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (replies, g_memdup2 (&parent, sizeof parent), of_parent);
        }
      if (of_parent != NULL)
        g_ptr_array_add (of_parent, g_steal_pointer (&comment));
    }
  return replies;
}

/* A comment with the replies to it, once: these may be in a ring, by mistake. */
static void
add_thread (GPtrArray *listed, Ris3Comment *comment, GHashTable *replies)
{
  gint64 id = ris3_comment_get_id (comment);
  gpointer key = NULL, of_comment = NULL;

  g_ptr_array_add (listed, g_object_ref (comment));
  if (!g_hash_table_steal_extended (replies, &id, &key, &of_comment))
    return;
  for (guint i = 0; i < ((GPtrArray *) of_comment)->len; i++)
    add_thread (listed, g_ptr_array_index ((GPtrArray *) of_comment, i), replies);
  g_ptr_array_unref (of_comment);
  g_free (key);
}

Ris3CommentRegister *
ris3_comment_register_new_listed (Ris3Atlas *atlas,
                                  const gint64 *ids,
                                  guint n_ids,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) replies = NULL;
  Ris3CommentRegister *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && (ids != NULL || n_ids == 0), NULL);
  self = register_new (atlas, cancellable, error);
  if (self == NULL)
    return NULL;
  replies = list_replies (atlas);
  for (guint i = 0; i < n_ids; i++)
    {
      Ris3Comment *comment = ris3_atlas_lookup_comment (atlas, ids[i]);

      if (comment != NULL)
        add_thread (listed, comment, replies);
    }
  return complete (self, listed, cancellable, error);
}

void
ris3_comment_register_free (Ris3CommentRegister *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->atlas);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->events);
  g_free (self);
}

Ris3Atlas *
ris3_comment_register_get_atlas (Ris3CommentRegister *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->atlas;
}

guint
ris3_comment_register_get_n_rows (Ris3CommentRegister *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

guint
ris3_comment_register_get_n_columns (void)
{
  return N_COLUMNS;
}

const char *const *
ris3_comment_register_get_columns (void)
{
  return columns;
}

const char *
ris3_comment_register_get_title (guint column)
{
  g_return_val_if_fail (column < N_COLUMNS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "column of the register", titles[column]);
}

static char *
get_region_name (Ris3Atlas *atlas, Ris3Comment *comment)
{
  const Ris3RegionName *region = ris3_atlas_lookup_region (atlas, ris3_comment_get_nuts_version (comment),
                                                           ris3_comment_get_region_code (comment));

  return region != NULL ? g_strdup (*region->name_english != '\0' ? region->name_english : region->name_latin) : NULL;
}

static const char *
get_parent_key (Ris3Atlas *atlas, Ris3Comment *comment)
{
  gint64 id = ris3_comment_get_parent_id (comment);
  Ris3Comment *parent = id != 0 ? ris3_atlas_lookup_comment (atlas, id) : NULL;

  return parent != NULL ? ris3_comment_get_key (parent) : NULL;
}

/* The day of a time, as its first letters. */
static char *
get_day (const Ris3CommentEvent *event)
{
  return event != NULL ? g_strndup (event->at, strlen ("2026-11-30")) : NULL;
}

char *
ris3_comment_register_get_cell (Ris3CommentRegister *self, guint row_index, guint column)
{
  const Row *row;
  Ris3Comment *comment;

  g_return_val_if_fail (self != NULL && row_index < self->rows->len && column < N_COLUMNS, NULL);
  row = &g_array_index (self->rows, Row, row_index);
  comment = row->comment;
  switch (column)
    {
    case COLUMN_KEY:
      return g_strdup (ris3_comment_get_key (comment));
    case COLUMN_NUTS_VERSION:
      return g_strdup_printf ("%u", ris3_comment_get_nuts_version (comment));
    case COLUMN_REGION:
      return g_strdup (ris3_comment_get_region_code (comment));
    case COLUMN_REGION_NAME:
      return get_region_name (self->atlas, comment);
    case COLUMN_COUNTRY:
      return ris3_comment_order_name_country (self->atlas, comment);
    case COLUMN_TARGET:
      return g_strdup (ris3_comment_get_target (comment));
    case COLUMN_TARGET_NAME:
      return g_strdup (ris3_comment_get_target_name (comment));
    case COLUMN_STRATEGY:
      return g_strdup (ris3_comment_get_strategy_id (comment));
    case COLUMN_PRIORITY:
      return ris3_comment_get_priority_id (comment) != 0
                 ? g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment))
                 : NULL;
    case COLUMN_QUOTE:
      return g_strdup (ris3_comment_get_quote (comment));
    case COLUMN_PAGE:
      return g_strdup (ris3_comment_get_page_label (comment));
    case COLUMN_REPLY_TO:
      return g_strdup (get_parent_key (self->atlas, comment));
    case COLUMN_RECEIVED:
      return g_strdup (ris3_comment_get_received_on (comment));
    case COLUMN_CHANNEL:
      return g_strdup (ris3_comment_get_channel (comment));
    case COLUMN_ORGANISATION:
      return g_strdup (ris3_comment_get_organisation (comment));
    case COLUMN_ROLE:
      return g_strdup (ris3_comment_get_author_role (comment));
    case COLUMN_LANGUAGE:
      return g_strdup (ris3_comment_get_language (comment));
    case COLUMN_TEXT:
      return g_strdup (ris3_comment_get_text (comment));
    case COLUMN_ENGLISH:
      return g_strdup (ris3_comment_get_english_text (comment));
    case COLUMN_PROPOSED:
      return g_strdup (ris3_comment_get_proposed_change (comment));
    case COLUMN_STATE:
      return g_strdup (ris3_comment_get_state (comment));
    case COLUMN_DECISION:
      return row->decision != NULL ? g_strdup (row->decision->to_state) : NULL;
    case COLUMN_REASON:
      return g_strdup (ris3_comment_get_decision_reason (comment));
    case COLUMN_DECIDED_ON:
      return get_day (row->decision);
    case COLUMN_CHANGE:
      return row->change != NULL ? g_strdup (row->change->change_title) : NULL;
    case COLUMN_VALUES:
      return g_strdup (row->values);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ris3_comment_register_get_words (Ris3CommentRegister *self, guint row, guint column)
{
  g_autofree char *cell = ris3_comment_register_get_cell (self, row, column);

  if (cell == NULL || *cell == '\0')
    return g_steal_pointer (&cell);
  switch (column)
    {
    case COLUMN_TARGET:
      return g_strdup (g_str_equal (cell, "priority")   ? C_ ("target of a comment", "Priority")
                       : g_str_equal (cell, "strategy") ? C_ ("target of a comment", "Strategy")
                       : g_str_equal (cell, "figure")   ? C_ ("target of a comment", "Figure")
                                                        : C_ ("target of a comment", "The region"));
    case COLUMN_PROPOSED:
      return ris3_proposal_describe (cell, ris3_comment_get_target (g_array_index (self->rows, Row, row).comment));
    case COLUMN_ROLE:
      return g_strdup (ris3_author_role_get_title (cell));
    case COLUMN_LANGUAGE:
      return g_strdup (ris3_language_get_name (cell));
    case COLUMN_STATE:
    case COLUMN_DECISION:
      return g_strdup (ris3_comment_state_get_title (cell));
    default:
      return g_steal_pointer (&cell);
    }
}

gboolean
ris3_comment_register_count_mentions (Ris3CommentRegister *self,
                                      guint *n_comments,
                                      GCancellable *cancellable,
                                      GError **error)
{
  g_autoptr (Ris3PersonWords) words = ris3_person_words_new ();
  g_autoptr (GPtrArray) contacts = NULL;

  g_return_val_if_fail (self != NULL && n_comments != NULL, FALSE);
  contacts = ris3_contacts_read (ris3_atlas_get_path (self->atlas), cancellable, error);
  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (contacts, i);

      ris3_person_words_add (words, contact->name);
      ris3_person_words_add (words, contact->email);
    }
  *n_comments = 0;
  for (guint i = 0; i < self->rows->len && contacts->len > 0; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      Ris3Comment *comment = row->comment;
      g_autofree char *text
          = g_strjoin ("\n", ris3_comment_get_text (comment), ris3_comment_get_english_text (comment),
                       ris3_comment_get_proposed_change (comment), ris3_comment_get_decision_reason (comment),
                       ris3_comment_get_quote (comment), ris3_comment_get_channel (comment),
                       ris3_comment_get_target_name (comment), row->values, NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      *n_comments += ris3_person_words_stand_in (words, text);
    }
  return TRUE;
}

char *
ris3_comment_register_describe_mentions (guint n_comments)
{
  return n_comments == 0
             ? NULL
             : g_strdup_printf (ngettext ("%u comment mentions a person of the atlas by name or e-mail address: read "
                                          "it before you send the register.",
                                          "%u comments mention persons of the atlas by name or e-mail address: read "
                                          "them before you send the register.",
                                          n_comments),
                                n_comments);
}
