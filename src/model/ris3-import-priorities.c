/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows name their parent by its label, but labels are not keys: several rows of a strategy may have
 * the same label, and many parents have no row. So:
 *
 * - a row is identified by its position within the strategy, 1, 2, 3 …
 * - its parent is the nearest row before it with that label, else the first one after it;
 * - a label that no other row has is an area; one area is made for each such label, placed just
 *   before the first row in it.
 */

#include "config.h"

#include "model/ris3-edit-private.h"
#include "model/ris3-import-private.h"
#include "model/ris3-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  Ris3ImportRow row;
  const char *strategy_id;
  gint64 position;
  const char *label;
  const char *parent_label;
  gint64 id;
  Ris3Edit *edit; /* NULL: it is not written */
  gboolean is_written;
} Item;

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((Item *) data)->edit, ris3_edit_unref);
}

static gint
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *item_a = *(const Item *const *) a;
  const Item *item_b = *(const Item *const *) b;

  return item_a->position < item_b->position ? -1 : item_a->position > item_b->position;
}

static Item *
find_parent (GPtrArray *items, guint index)
{
  const Item *item = g_ptr_array_index (items, index);

  if (item->parent_label[0] == '\0')
    return NULL;
  for (guint i = index; i-- > 0;)
    {
      Item *other = g_ptr_array_index (items, i);
      if (g_str_equal (other->label, item->parent_label))
        return other;
    }
  for (guint i = index + 1; i < items->len; i++)
    {
      Item *other = g_ptr_array_index (items, i);
      if (g_str_equal (other->label, item->parent_label))
        return other;
    }
  return NULL;
}

static void
set_themes (Item *item)
{
  g_auto (GStrv) codes = g_strsplit (ris3_import_get (&item->row, "themes"), ";", -1); /* none for "" */
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!g_hash_table_contains (item->row.importer->themes, codes[i]))
        ris3_import_problem (&item->row, "themes",
                             _ ("“%s” is not a theme in the codebook. Correct it, or add it there."), codes[i]);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (codes[i], codes[j]))
          ris3_import_problem (&item->row, "themes", _ ("the theme “%s” is there twice. Remove one."), codes[i]);
      g_ptr_array_add (themes,
                       g_strconcat (RIS3_IMPORT_THEME_SCHEME " " RIS3_IMPORT_THEME_VERSION " ", codes[i], NULL));
    }
  g_ptr_array_add (themes, NULL);
  ris3_edit_set_themes (item->edit, (const char *const *) themes->pdata);
}

/* Sources give printed page numbers; the physical page is not known. */
static void
prepare_item (Item *item, gint64 parent_id, gint64 position)
{
  gint explicit_pm = ris3_import_get_answer (&item->row, "explicit_pm");

  if (item->row.ok && explicit_pm < 0)
    ris3_import_problem (&item->row, "explicit_pm", _ ("this cell is empty. Write 1 or 0."));
  item->edit = ris3_edit_new_priority_at (item->strategy_id, item->id, parent_id, (double) position);
  ris3_edit_set_text (item->edit, "label", item->label);
  ris3_edit_set_text (item->edit, "text", ris3_import_get (&item->row, "text_en"));
  ris3_edit_set_text (item->edit, "page_label", ris3_import_get (&item->row, "page"));
  ris3_edit_set_integer (item->edit, "explicit_pm", explicit_pm);
  if (item->row.ok)
    set_themes (item);
}

/* After its parent, which may be a later row. */
static gboolean
write_item (Item *item, GHashTable *parents, GError **error)
{
  Item *parent = g_hash_table_lookup (parents, item);

  if (item->edit == NULL || item->is_written)
    return TRUE;
  item->is_written = TRUE;
  if (parent != NULL && !write_item (parent, parents, error))
    return FALSE;
  /* That was said of the parent. */
  if (parent != NULL && !parent->row.ok)
    item->row.ok = FALSE;
  return !item->row.ok || ris3_import_edit (&item->row, item->edit, NULL, error);
}

/* The number of rows and areas above a row, or one more than there may be. */
static guint
get_depth (GHashTable *parents, const Item *item)
{
  const Item *above = item;
  guint depth = 0;

  for (; depth <= RIS3_SCHEMA_MAX_DEPTH; depth++)
    {
      const Item *parent = g_hash_table_lookup (parents, above);

      if (parent == NULL)
        return depth + (above->parent_label[0] != '\0' ? 1 : 0);
      above = parent;
    }
  return depth;
}

/* TRUE when the row lies within itself; parents: the parent of each item, NULL for a root or an area. */
static gboolean
is_in_circle (GHashTable *parents, Item *item, guint n_items)
{
  Item *above = g_hash_table_lookup (parents, item);

  for (guint i = 0; above != NULL && i <= n_items; i++)
    {
      if (above == item)
        return TRUE;
      above = g_hash_table_lookup (parents, above);
    }
  return FALSE;
}

static gboolean
add_area (Item *item, gint64 id, gint64 position, GError **error)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_at (item->strategy_id, id, 0, (double) position);

  ris3_edit_set_text (edit, "label", item->parent_label);
  ris3_edit_set_integer (edit, "is_area", 1);
  return ris3_import_edit (&item->row, edit, NULL, error);
}

/* items: the rows of one strategy, in the order of their positions */
static gboolean
add_tree (GPtrArray *items, gint64 *next_id, GError **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gint64 position = 1;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);

      item->id = (*next_id)++;
      g_hash_table_insert (parents, item, find_parent (items, i));
      if (item->position != i + 1)
        ris3_import_problem (&item->row, "position",
                             _ ("number %u is missing or used twice. Number the rows of a strategy 1, 2, 3 …"), i + 1);
    }

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);
      Item *parent = g_hash_table_lookup (parents, item);
      gint64 parent_id = parent != NULL ? parent->id : 0;

      if (is_in_circle (parents, item, items->len))
        {
          ris3_import_problem (&item->row, "parent_label", _ ("the row is its own ancestor. Name another parent."));
          continue;
        }
      if (get_depth (parents, item) > RIS3_SCHEMA_MAX_DEPTH)
        {
          ris3_import_problem (&item->row, "parent_label",
                               _ ("there are more than %u rows above this one. Name another parent."),
                               (guint) RIS3_SCHEMA_MAX_DEPTH);
          continue;
        }
      if (parent == NULL && item->parent_label[0] != '\0')
        {
          gint64 *area = g_hash_table_lookup (areas, item->parent_label);

          if (area == NULL)
            {
              area = g_memdup2 (next_id, sizeof *next_id);
              g_hash_table_insert (areas, (char *) item->parent_label, area);
              (*next_id)++;
              if (!add_area (item, *area, position++, error))
                return FALSE;
            }
          parent_id = *area;
        }
      prepare_item (item, parent_id, position++);
    }

  for (guint i = 0; i < items->len; i++)
    if (!write_item (g_ptr_array_index (items, i), parents, error))
      return FALSE;
  return TRUE;
}

gboolean
ris3_import_priorities (Ris3Importer *self, GError **error)
{
  static const char *const columns[]
      = { "strategy_id", "position", "label", "parent_label", "text_en", "page", "explicit_pm", "themes", NULL };
  const Ris3ImportTable *table = &self->source->priorities;
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  gint64 next_id = 1;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  g_array_set_clear_func (items, item_clear);
  g_array_set_size (items, table->n_rows);
  for (guint i = 0; i < table->n_rows; i++)
    {
      Item *item = &g_array_index (items, Item, i);
      GPtrArray *group;

      item->row = (Ris3ImportRow){ self, table, i, TRUE };
      item->strategy_id = ris3_import_get_needed (&item->row, "strategy_id");
      item->position = ris3_import_get_number (&item->row, "position", 1, G_MAXINT32);
      item->label = ris3_import_get (&item->row, "label");
      item->parent_label = ris3_import_get (&item->row, "parent_label");
      if (item->row.ok && !g_hash_table_contains (self->strategies, item->strategy_id))
        ris3_import_problem (&item->row, "strategy_id",
                             _ ("no strategy “%s” was loaded. Correct this id, or the row of that strategy."),
                             item->strategy_id);
      if (!item->row.ok)
        continue;

      group = g_hash_table_lookup (groups, item->strategy_id);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (order, group);
          g_hash_table_insert (groups, (char *) item->strategy_id, group);
        }
      g_ptr_array_add (group, item);
    }

  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (order, i);

      g_ptr_array_sort (group, compare_items);
      if (!add_tree (group, &next_id, error))
        return FALSE;
    }
  return TRUE;
}
