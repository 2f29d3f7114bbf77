/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a priority that somebody proposes belongs, by its number: "3.4" is below "3", after "3.3". */

#include "config.h"

#include "model/ris3-proposal-private.h"

#include <string.h>

#include "model/ris3-edit.h"

/* Of a number such as "3.4", what is before its last dot. */
typedef struct
{
  char *above;  /* "3" */
  guint64 last; /* 4 */
} Number;

/* FALSE: it has no dot, or ends in no number. above: g_free () */
static gboolean
read_number (const char *label, Number *number)
{
  g_autofree char *plain = g_strstrip (g_strdup (label));
  gsize length = strlen (plain);
  const char *dot;

  if (length > 0 && plain[length - 1] == '.')
    plain[length - 1] = '\0';
  dot = strrchr (plain, '.');
  if (dot == NULL || dot == plain || !g_ascii_string_to_unsigned (dot + 1, 10, 0, G_MAXUINT32, &number->last, NULL))
    return FALSE;
  number->above = g_strndup (plain, (gsize) (dot - plain));
  return TRUE;
}

/* Whether a priority has a number, with a dot behind it or not. */
static gboolean
is_called (Ris3Priority *priority, const char *number)
{
  g_autofree char *label = g_strstrip (g_strdup (ris3_priority_get_label (priority)));
  gsize length = strlen (label);

  if (length > 0 && label[length - 1] == '.')
    label[length - 1] = '\0';
  return g_str_equal (label, number);
}

/* The first that is called so. (transfer none) */
static Ris3Priority *
find_called (GListModel *priorities, const char *number)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      Ris3Priority *found
          = is_called (priority, number) ? priority : find_called (ris3_priority_get_children (priority), number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* After which of some siblings a number comes: the last that is less; RIS3_EDIT_LAST if that is the last of all, so
 * that several that are new keep their order. is_found: (out): whether any has a number like it */
static gint64
find_before (GListModel *siblings, const Number *number, gboolean *is_found)
{
  guint n = g_list_model_get_n_items (siblings);
  gint64 after = RIS3_EDIT_FIRST;

  *is_found = FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (siblings, i);
      Number other = { NULL, 0 };

      if (read_number (ris3_priority_get_label (priority), &other) && g_str_equal (other.above, number->above))
        {
          if (other.last <= number->last)
            after = i + 1 < n ? ris3_priority_get_id (priority) : RIS3_EDIT_LAST;
          else if (!*is_found && i > 0)
            {
              g_autoptr (Ris3Priority) before = g_list_model_get_item (siblings, i - 1);

              after = ris3_priority_get_id (before);
            }
          *is_found = TRUE;
        }
      g_free (other.above);
    }
  return *is_found ? after : RIS3_EDIT_LAST;
}

/* Beside those that have such a number, wherever they are. */
static gboolean
find_beside (GListModel *siblings, gint64 parent, const Number *number, gint64 *parent_id, gint64 *after_id)
{
  gboolean is_found;

  *after_id = find_before (siblings, number, &is_found);
  *parent_id = parent;
  for (guint i = 0; !is_found && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (siblings, i);

      is_found = find_beside (ris3_priority_get_children (priority), ris3_priority_get_id (priority), number, parent_id,
                              after_id);
    }
  return is_found;
}

void
_ris3_proposal_find_place (Ris3Strategy *strategy, const char *label, gint64 *parent_id, gint64 *after_id)
{
  GListModel *roots = ris3_strategy_get_priorities (strategy);
  Number number = { NULL, 0 };
  Ris3Priority *parent;
  gboolean is_found = FALSE;

  if (read_number (label, &number))
    {
      parent = find_called (roots, number.above);
      is_found = parent != NULL;
      if (is_found)
        {
          gboolean unused;

          *parent_id = ris3_priority_get_id (parent);
          *after_id = find_before (ris3_priority_get_children (parent), &number, &unused);
        }
      else
        is_found = find_beside (roots, 0, &number, parent_id, after_id);
    }
  if (!is_found)
    {
      *parent_id = 0;
      *after_id = RIS3_EDIT_LAST;
    }
  g_free (number.above);
}

/* Where the priority goes that a comment proposes. */
typedef struct
{
  Ris3Comment *comment;
  guint position; /* among those that were given */
  const char *strategy;
  Number number; /* above: NULL: none is proposed, or none with such a number */
  gboolean is_last;
} Place;

static void
clear_place (gpointer place)
{
  g_object_unref (((Place *) place)->comment);
  g_free (((Place *) place)->number.above);
}

static Place
find_place (Ris3Atlas *atlas, Ris3Comment *comment, guint position)
{
  Place place = { .comment = g_object_ref (comment), .position = position };
  Ris3Strategy *strategy;
  g_autoptr (GPtrArray) proposals = NULL;
  gint64 parent_id, after_id;

  if (!g_str_equal (ris3_comment_get_target (comment), "strategy"))
    return place;
  place.strategy = ris3_comment_get_strategy_id (comment);
  strategy = ris3_atlas_lookup_strategy (atlas, place.strategy);
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (comment), "strategy", NULL);
  for (guint i = 0; strategy != NULL && i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);

      if (!g_str_equal (proposal->field, RIS3_PROPOSAL_NEW_PRIORITY "label")
          || !read_number (proposal->value, &place.number))
        continue;
      _ris3_proposal_find_place (strategy, proposal->value, &parent_id, &after_id);
      place.is_last = after_id == RIS3_EDIT_LAST;
      break;
    }
  return place;
}

/* Each of those that go behind the same sibling pushes the one before it further. */
static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;
  gint order = (left->number.above != NULL) - (right->number.above != NULL);

  if (order == 0 && left->number.above != NULL)
    {
      order = g_strcmp0 (left->strategy, right->strategy);
      if (order == 0)
        order = g_strcmp0 (left->number.above, right->number.above);
      if (order == 0)
        order = left->is_last - right->is_last;
      if (order == 0)
        order = ((left->number.last > right->number.last) - (left->number.last < right->number.last))
                * (left->is_last ? 1 : -1);
    }
  return order != 0 ? order : (left->position > right->position) - (left->position < right->position);
}

void
ris3_proposal_sort (Ris3Atlas *atlas, GPtrArray *comments)
{
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (RIS3_IS_ATLAS (atlas) && comments != NULL);
  places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < comments->len; i++)
    {
      Place place = find_place (atlas, comments->pdata[i], i);

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    comments->pdata[i] = g_array_index (places, Place, i).comment;
}
