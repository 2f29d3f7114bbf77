/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-boundary-source-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-inside-private.h"

/* An area is said to be filled by finer ones from this part on. */
#define FILLED 0.95
/* ISO 3166 leaves this code to its users. */
#define NO_COUNTRY "ZZ"

typedef struct
{
  const char *code;
  const char *name;
  const char *name_latin;
  const char *country; /* NULL: as it lies in */
  guint level;
  gint shape; /* -1: it was made, and has none */
  gint parent;
  GArray *children; /* of guint; NULL: none */
} Node;

typedef struct
{
  GPtrArray *areas;
  const Ris3Shapes *shapes;
  Ris3Boundaries *frame;
  Ris3BoundaryReport *report;
  GStringChunk *strings;
  GArray *nodes;       /* Node: first those of the areas */
  Ris3Point *insides;  /* of each area, when it is known; else not a number */
  GHashTable *by_code; /* of nodes, their indices plus one */
  /* The tree in its order. */
  GArray *regions;
  Ris3ShapesBuilder *builder;
} Tree;

gboolean
ris3_own_code_is_nuts (const char *code)
{
  gsize length = strlen (code);

  if (length < 2 || length > 5 || !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]))
    return FALSE;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isupper (code[i]) && !g_ascii_isdigit (code[i]))
      return FALSE;
  return TRUE;
}

static Node *
get_node (Tree *self, gint index)
{
  return &g_array_index (self->nodes, Node, (guint) index);
}

static gint
find_node (Tree *self, const char *code)
{
  return (gint) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code)) - 1;
}

static gint
add_node (Tree *self, const Node *node)
{
  g_array_append_val (self->nodes, *node);
  g_hash_table_insert (self->by_code, (gpointer) node->code, GUINT_TO_POINTER (self->nodes->len));
  return (gint) self->nodes->len - 1;
}

/* Eurostat's codes of countries, whatever the file has. */
static const char *
fold_country (const char *country)
{
  return g_str_equal (country, "GR") ? "EL" : g_str_equal (country, "GB") ? "UK" : country;
}

/* A wider area that the file lacks, named as the frame has it. */
static gint
make_node (Tree *self, const char *code, guint level, gint parent)
{
  gint known = self->frame != NULL ? ris3_boundaries_find (self->frame, code) : -1;
  const Ris3Region *region = known >= 0 ? ris3_boundaries_get_region (self->frame, (guint) known) : NULL;
  Node node = { .level = level, .shape = -1, .parent = parent };

  node.code = g_string_chunk_insert (self->strings, code);
  node.name = region != NULL                   ? g_string_chunk_insert (self->strings, region->name)
              : g_str_equal (code, NO_COUNTRY) ? g_string_chunk_insert (self->strings, _ ("No country known"))
                                               : node.code;
  node.name_latin = region != NULL ? g_string_chunk_insert (self->strings, region->name_latin) : node.name;
  self->report->n_made++;
  return add_node (self, &node);
}

static gint
find_or_make_country (Tree *self, const Ris3OwnArea *area)
{
  g_autofree char *begin = g_strndup (area->code, 2);
  const char *country = NO_COUNTRY;
  gint found;

  if (area->country != NULL && g_ascii_isalpha (area->country[0]))
    country = fold_country (area->country);
  else if (g_ascii_isupper (begin[0]) && g_ascii_isupper (begin[1]))
    country = fold_country (begin);
  found = find_node (self, country);
  if (found < 0 && area->country != NULL)
    found = find_node (self, area->country);
  if (found >= 0 && get_node (self, found)->level == 0)
    return found;
  if (found >= 0)
    {
      /* A finer area has the code that its country should have. */
      g_autofree char *code = g_strconcat (country, "_", NULL);

      while ((found = find_node (self, code)) >= 0 && get_node (self, found)->level > 0)
        {
          char *longer = g_strconcat (code, "_", NULL);

          g_free (code);
          code = longer;
        }
      return found >= 0 ? found : make_node (self, code, 0, -1);
    }
  return make_node (self, country, 0, -1);
}

/* The region that a code of NUTS names, with those that it lies in. -1: it cannot be above the level. */
static gint
find_or_make_nuts (Tree *self, const char *code, guint below)
{
  guint level = (guint) strlen (code) - 2;
  gint found = find_node (self, code);
  gint parent = -1;

  if (found >= 0)
    return get_node (self, found)->level < below ? found : -1;
  if (level >= below)
    return -1;
  if (level > 0)
    {
      gint known = self->frame != NULL ? ris3_boundaries_find (self->frame, code) : -1;
      gint wider = known >= 0 ? ris3_boundaries_get_region (self->frame, (guint) known)->parent : -1;
      /* Not always the beginning: UKN10 lies in UKN0. */
      g_autofree char *begin = wider >= 0 ? g_strdup (ris3_boundaries_get_region (self->frame, (guint) wider)->code)
                                          : g_strndup (code, strlen (code) - 1);

      parent = find_or_make_nuts (self, begin, level);
      if (parent < 0)
        return -1;
    }
  return make_node (self, code, level, parent);
}

static Ris3Point
get_inside (Tree *self, guint shape)
{
  if (isnan (self->insides[shape].x))
    self->insides[shape] = ris3_inside_point (self->shapes, shape);
  return self->insides[shape];
}

/* The finest region of the frame around the middle of a shape. */
static const char *
find_in_frame (Tree *self, guint shape)
{
  const Ris3Shapes *leaves = ris3_boundaries_get_shapes (self->frame);
  Ris3Point inside = get_inside (self, shape);

  for (guint leaf = 0; leaf < leaves->n_shapes; leaf++)
    if (ris3_shapes_contain (leaves, leaf, inside))
      return ris3_boundaries_get_region (self->frame, ris3_boundaries_get_leaf_region (self->frame, leaf))->code;
  return NULL;
}

static gint
find_by_beginning (Tree *self, const Ris3OwnArea *area)
{
  g_autofree char *begin = g_strdup (area->code);

  for (gsize length = strlen (begin); length > 2;)
    {
      gint found;

      begin[--length] = '\0';
      found = g_utf8_validate (begin, -1, NULL) ? find_node (self, begin) : -1;
      if (found >= 0 && get_node (self, found)->level < area->level)
        return found;
    }
  return -1;
}

/* Where an area lies; -1 for what lies in nothing. */
static gint
find_parent (Tree *self, guint index)
{
  const Ris3OwnArea *area = g_ptr_array_index (self->areas, index);
  gint found = area->parent != NULL ? find_node (self, area->parent) : -1;

  if (area->level == 0)
    return -1;
  if (found >= 0 && get_node (self, found)->level < area->level)
    return found;
  if (area->parent != NULL && ris3_own_code_is_nuts (area->parent)
      && (found = find_or_make_nuts (self, area->parent, area->level)) >= 0)
    return found;
  if ((found = find_by_beginning (self, area)) >= 0 && get_node (self, found)->level + 1 == area->level)
    return found;
  if (ris3_own_code_is_nuts (area->code) && strlen (area->code) == area->level + 2)
    {
      g_autofree char *begin = g_strndup (area->code, area->level + 1);
      gint made = find_or_make_nuts (self, begin, area->level);

      if (made >= 0)
        return made;
    }
  else if (self->frame != NULL && area->size > 0)
    {
      const char *code = find_in_frame (self, index);
      gint made = code != NULL && area->level > 3 ? find_or_make_nuts (self, code, area->level) : -1;

      if (made >= 0)
        return made;
    }
  return found >= 0 ? found : find_or_make_country (self, area);
}

static int
compare_children (gconstpointer a, gconstpointer b, gpointer data)
{
  Tree *self = data;

  return strcmp (get_node (self, *(const gint *) a)->code, get_node (self, *(const gint *) b)->code);
}

static void
copy_shape (Tree *self, guint shape)
{
  const Ris3Shapes *shapes = self->shapes;

  ris3_shapes_builder_begin_shape (self->builder);
  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    ris3_shapes_builder_add_ring (self->builder, shapes->points + shapes->ring_points[ring],
                                  shapes->ring_points[ring + 1] - shapes->ring_points[ring]);
}

/* Puts a node and all within it into the order of the tree; gives the size of what is drawn of it, 0 if nothing is. */
static double
lay_out (Tree *self, gint index, gint parent, const char *country)
{
  const Node node = *get_node (self, index);
  const Ris3OwnArea *area = node.shape >= 0 ? g_ptr_array_index (self->areas, (guint) node.shape) : NULL;
  guint place = self->regions->len;
  double size = 0, largest = 0;
  Ris3Region region = {
    .code = node.code,
    .name = node.name,
    .name_latin = node.name_latin,
    .country = node.country != NULL ? node.country
               : country != NULL    ? country
                                    : node.code,
    .level = node.level,
    .parent = parent,
    .inside = { NAN, NAN },
  };

  g_array_append_val (self->regions, region);
  if (node.children != NULL)
    g_array_sort_with_data (node.children, compare_children, self);
  for (guint i = 0; node.children != NULL && i < node.children->len; i++)
    {
      guint child = self->regions->len;
      double part = lay_out (self, g_array_index (node.children, gint, i), (gint) place, region.country);

      size += part;
      if (part > largest)
        {
          largest = part;
          g_array_index (self->regions, Ris3Region, place).inside
              = g_array_index (self->regions, Ris3Region, child).inside;
        }
    }
  if (size > 0)
    {
      if (area != NULL && size < FILLED * area->size)
        ris3_boundary_report_add (self->report, RIS3_BOUNDARY_PARTLY, area);
      return size;
    }
  if (area == NULL || area->size <= 0)
    {
      if (area != NULL)
        ris3_boundary_report_add (self->report, RIS3_BOUNDARY_EMPTY, area);
      g_array_set_size (self->regions, place);
      return 0;
    }
  copy_shape (self, (guint) node.shape);
  g_array_index (self->regions, Ris3Region, place).inside = get_inside (self, (guint) node.shape);
  self->report->n_areas++;
  return area->size;
}

static gboolean
fail_twice (Tree *self, const Ris3OwnArea *area, GError **error)
{
  const Ris3OwnArea *other = g_ptr_array_index (self->areas, (guint) find_node (self, area->code));
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, other->row);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, area->row);

  g_set_error (
      error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
      /* Translators: a code, a row and its layer, another row and its layer. */
      _ ("The code “%s” is there twice: in row %s of “%s” and in row %s of “%s”. Choose another column for the "
         "code, or fewer layers, or join the two areas."),
      area->code, first, other->layer, second, area->layer);
  return FALSE;
}

static gboolean
add_areas (Tree *self, GError **error)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Ris3OwnArea *area = g_ptr_array_index (self->areas, i);
      Node node = { .level = area->level, .shape = (gint) i, .parent = -1 };

      if (find_node (self, area->code) >= 0)
        return fail_twice (self, area, error);
      node.code = g_string_chunk_insert (self->strings, area->code);
      node.name = g_string_chunk_insert (self->strings, area->name);
      node.name_latin = area->name_latin != NULL ? g_string_chunk_insert (self->strings, area->name_latin) : node.name;
      if (area->country != NULL)
        node.country = g_string_chunk_insert_const (self->strings, fold_country (area->country));
      add_node (self, &node);
    }
  return TRUE;
}

static void
node_clear (gpointer data)
{
  g_clear_pointer (&((Node *) data)->children, g_array_unref);
}

static void
tree_clear (Tree *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->insides, g_free);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->builder, ris3_shapes_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, tree_clear)

static void
grow (Tree *self)
{
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint));

  for (guint i = 0; i < self->areas->len; i++)
    {
      gint parent = find_parent (self, i);

      /* Finding it may have made nodes, and moved all. */
      get_node (self, (gint) i)->parent = parent;
    }
  for (gint i = 0; i < (gint) self->nodes->len; i++)
    {
      Node *parent = get_node (self, i)->parent >= 0 ? get_node (self, get_node (self, i)->parent) : NULL;

      if (parent != NULL && parent->children == NULL)
        parent->children = g_array_new (FALSE, FALSE, sizeof (gint));
      g_array_append_val (parent != NULL ? parent->children : roots, i);
    }
  g_array_sort_with_data (roots, compare_children, self);
  for (guint i = 0; i < roots->len; i++)
    lay_out (self, g_array_index (roots, gint, i), -1, NULL);
}

Ris3Boundaries *
ris3_own_tree_make (const char *title,
                    GPtrArray *areas,
                    const Ris3Shapes *shapes,
                    Ris3Boundaries *frame,
                    Ris3BoundaryReport *report,
                    GError **error)
{
  g_auto (Tree) self = { .areas = areas, .shapes = shapes, .frame = frame, .report = report };
  Ris3Shapes *leaves;

  self.strings = g_string_chunk_new (16384);
  self.nodes = g_array_sized_new (FALSE, FALSE, sizeof (Node), areas->len);
  g_array_set_clear_func (self.nodes, node_clear);
  self.insides = g_new (Ris3Point, areas->len);
  for (guint i = 0; i < areas->len; i++)
    self.insides[i] = (Ris3Point){ NAN, NAN };
  self.by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self.regions = g_array_sized_new (FALSE, FALSE, sizeof (Ris3Region), areas->len);
  self.builder = ris3_shapes_builder_new ();
  if (!add_areas (&self, error))
    return NULL;
  grow (&self);
  if (self.regions->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” has no area that can be drawn. Choose other layers or another file."), title);
      return NULL;
    }
  leaves = ris3_shapes_builder_end (g_steal_pointer (&self.builder));
  return ris3_boundaries_new_own (title, ris3_strings_free_to_bytes (g_steal_pointer (&self.strings)),
                                  g_steal_pointer (&self.regions), leaves, error);
}
