/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-filter-private.h"

#include <string.h>

G_DEFINE_QUARK (ris3 - filter - error - quark, ris3_filter_error)
G_DEFINE_BOXED_TYPE (Ris3Filter, ris3_filter, ris3_filter_ref, ris3_filter_unref)

Ris3Filter *
ris3_filter_new (void)
{
  Ris3Filter *self = g_new0 (Ris3Filter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    self->values[i] = g_new0 (char *, 1);
  self->words = g_strdup ("");
  return self;
}

static Ris3Filter *
copy (Ris3Filter *self)
{
  Ris3Filter *other = g_new0 (Ris3Filter, 1);

  *other = *self;
  g_atomic_ref_count_init (&other->ref_count);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    other->values[i] = g_strdupv (self->values[i]);
  other->words = g_strdup (self->words);
  other->typed = g_strdup (self->typed);
  if (self->members != NULL)
    g_hash_table_ref (self->members);
  return other;
}

Ris3Filter *
ris3_filter_ref (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_filter_unref (Ris3Filter *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    g_strfreev (self->values[i]);
  g_free (self->words);
  g_free (self->typed);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_free (self);
}

gboolean
ris3_filter_equal (Ris3Filter *self, Ris3Filter *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    if (!g_strv_equal ((const char *const *) self->values[i], (const char *const *) other->values[i]))
      return FALSE;
  return self->all_themes == other->all_themes && g_str_equal (self->words, other->words) && self->since == other->since
         && self->until == other->until;
}

gboolean
ris3_filter_is_empty (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    if (self->values[i][0] != NULL)
      return FALSE;
  return *self->words == '\0' && self->since == 0 && self->until == 0;
}

gboolean
ris3_filter_has (Ris3Filter *self, Ris3Facet facet, const char *value)
{
  g_return_val_if_fail (self != NULL && facet < RIS3_N_FACETS && value != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->values[facet], value);
}

const char *const *
ris3_filter_get_values (Ris3Filter *self, Ris3Facet facet)
{
  g_return_val_if_fail (self != NULL && facet < RIS3_N_FACETS, NULL);
  return (const char *const *) self->values[facet];
}

gboolean
ris3_filter_get_all_themes (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->all_themes;
}

const char *
ris3_filter_get_words (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->words;
}

guint
ris3_filter_get_since (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->since;
}

guint
ris3_filter_get_until (Ris3Filter *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->until;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
ris3_filter_add_values (Ris3Filter *self, Ris3Facet facet, GPtrArray *values)
{
  GPtrArray *all = g_ptr_array_new ();
  guint n = 0;

  for (char **value = self->values[facet]; *value != NULL; value++)
    g_ptr_array_add (all, *value);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (all, values->pdata[i]);
  g_ptr_array_sort (all, compare_texts);
  for (guint i = 0; i < all->len; i++)
    {
      if (n > 0 && g_str_equal (all->pdata[i], all->pdata[n - 1]))
        g_free (all->pdata[i]);
      else
        all->pdata[n++] = all->pdata[i];
    }
  g_ptr_array_set_size (all, (gint) n);
  g_ptr_array_add (all, NULL);
  g_free (self->values[facet]);
  self->values[facet] = (char **) g_ptr_array_free (all, FALSE);
}

Ris3Filter *
ris3_filter_with (Ris3Filter *self, Ris3Facet facet, const char *value, gboolean is_chosen)
{
  g_autofree char *read = NULL;
  Ris3Filter *other;

  g_return_val_if_fail (self != NULL && facet < RIS3_N_FACETS && value != NULL, NULL);
  read = ris3_facet_read_value (facet, value);
  if (read == NULL || g_strv_contains ((const char *const *) self->values[facet], read) == !!is_chosen)
    return ris3_filter_ref (self);
  other = copy (self);
  if (is_chosen)
    {
      g_autoptr (GPtrArray) added = g_ptr_array_new ();

      g_ptr_array_add (added, g_steal_pointer (&read));
      ris3_filter_add_values (other, facet, added);
    }
  else
    {
      guint n = 0;

      for (char **at = other->values[facet]; *at != NULL; at++)
        if (g_str_equal (*at, read))
          g_free (*at);
        else
          other->values[facet][n++] = *at;
      other->values[facet][n] = NULL;
      other->all_themes &= other->values[RIS3_FACET_THEME][0] != NULL;
    }
  return other;
}

Ris3Filter *
ris3_filter_without (Ris3Filter *self, Ris3Facet facet)
{
  Ris3Filter *other;

  g_return_val_if_fail (self != NULL && facet < RIS3_N_FACETS, NULL);
  other = copy (self);
  g_strfreev (other->values[facet]);
  other->values[facet] = g_new0 (char *, 1);
  other->all_themes &= other->values[RIS3_FACET_THEME][0] != NULL;
  return other;
}

Ris3Filter *
ris3_filter_with_all_themes (Ris3Filter *self, gboolean all)
{
  Ris3Filter *other;

  g_return_val_if_fail (self != NULL, NULL);
  other = copy (self);
  other->all_themes = all && self->values[RIS3_FACET_THEME][0] != NULL;
  return other;
}

Ris3Filter *
ris3_filter_with_years (Ris3Filter *self, guint since, guint until)
{
  Ris3Filter *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (since == 0 || (since >= RIS3_FILTER_MIN_YEAR && since <= RIS3_FILTER_MAX_YEAR), NULL);
  g_return_val_if_fail (until == 0 || (until >= RIS3_FILTER_MIN_YEAR && until <= RIS3_FILTER_MAX_YEAR), NULL);
  g_return_val_if_fail (since == 0 || until == 0 || since <= until, NULL);
  other = copy (self);
  other->since = since;
  other->until = until;
  return other;
}

Ris3Filter *
ris3_filter_with_words (Ris3Filter *self, const char *words, GError **error)
{
  g_autoptr (Ris3Filter) read = NULL;
  Ris3Filter *other;

  g_return_val_if_fail (self != NULL && words != NULL, NULL);
  read = ris3_filter_from_words (words, NULL, error);
  if (read == NULL)
    return NULL;
  other = copy (self);
  g_free (other->words);
  other->words = g_strdup (read->words);
  return other;
}

Ris3FilterMembers *
ris3_filter_members_new (const char *value, const char *title, GPtrArray *ids)
{
  Ris3FilterMembers *self;

  g_return_val_if_fail (value != NULL && ids != NULL, NULL);
  self = g_atomic_rc_box_new0 (Ris3FilterMembers);
  self->value = g_strdup (value);
  self->title = g_strdup (title);
  self->ids = g_new0 (char *, ids->len + 1);
  for (guint i = 0; i < ids->len; i++)
    self->ids[i] = g_strdup (g_ptr_array_index (ids, i));
  return self;
}

static void
members_clear (gpointer data)
{
  Ris3FilterMembers *self = data;

  g_free (self->value);
  g_free (self->title);
  g_strfreev (self->ids);
}

void
ris3_filter_members_unref (Ris3FilterMembers *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, members_clear);
}

Ris3Filter *
ris3_filter_with_members (Ris3Filter *self, GPtrArray *members)
{
  Ris3Filter *other;
  GHashTable *known;
  GHashTableIter iter;
  gpointer former;

  g_return_val_if_fail (self != NULL && members != NULL, NULL);
  other = copy (self);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ris3_filter_members_unref);
  if (self->members != NULL)
    for (g_hash_table_iter_init (&iter, self->members); g_hash_table_iter_next (&iter, NULL, &former);)
      g_hash_table_replace (known, ((Ris3FilterMembers *) former)->value, g_atomic_rc_box_acquire (former));
  for (guint i = 0; i < members->len; i++)
    {
      Ris3FilterMembers *one = g_ptr_array_index (members, i);

      g_hash_table_replace (known, one->value, g_atomic_rc_box_acquire (one));
    }
  g_clear_pointer (&other->members, g_hash_table_unref);
  other->members = known;
  return other;
}

const Ris3FilterMembers *
ris3_filter_get_members (Ris3Filter *self, const char *value)
{
  return self->members != NULL ? g_hash_table_lookup (self->members, value) : NULL;
}

gboolean
ris3_facet_is_told (Ris3Facet facet)
{
  return facet == RIS3_FACET_REGION || facet == RIS3_FACET_CLASS;
}
