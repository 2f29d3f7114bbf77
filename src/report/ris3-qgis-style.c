/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-qgis-style-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-palette.h"

/* Millimetres on paper. */
#define BORDER_WIDTH "0.1"
#define STRIPE_DISTANCE "1.6"
#define STRIPE_WIDTH "0.4"

typedef struct
{
  GString *rules;
  GString *symbols;
  guint n_symbols;
  const Ris3Palette *palette;
} Style;

/* Versions since 3.20 read the first, those before it the second. */
static void
add_property (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, "      <Option type=\"QString\" name=\"%s\" value=\"%s\"/>\n", name, value);
}

static void
add_old_property (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, "     <prop k=\"%s\" v=\"%s\"/>\n", name, value);
}

static void
add_properties (GString *xml, const char *const (*properties)[2], guint n_properties)
{
  g_string_append (xml, "     <Option type=\"Map\">\n");
  for (guint i = 0; i < n_properties; i++)
    add_property (xml, properties[i][0], properties[i][1]);
  g_string_append (xml, "     </Option>\n");
  for (guint i = 0; i < n_properties; i++)
    add_old_property (xml, properties[i][0], properties[i][1]);
}

static char *
format_colour (guint32 colour)
{
  return g_strdup_printf ("%u,%u,%u,255", colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
}

static void
begin_symbol (Style *self)
{
  g_string_append_printf (self->symbols,
                          "   <symbol type=\"fill\" name=\"%u\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n",
                          self->n_symbols);
}

static void
add_fill (Style *self, guint32 colour)
{
  g_autofree char *fill = format_colour (colour);
  g_autofree char *border = format_colour (self->palette->region_border);
  const char *const properties[][2] = { { "color", fill },
                                        { "style", "solid" },
                                        { "joinstyle", "bevel" },
                                        { "outline_color", border },
                                        { "outline_style", "solid" },
                                        { "outline_width", BORDER_WIDTH },
                                        { "outline_width_unit", "MM" } };

  begin_symbol (self);
  g_string_append (self->symbols, "    <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n");
  add_properties (self->symbols, properties, G_N_ELEMENTS (properties));
  g_string_append (self->symbols, "    </layer>\n   </symbol>\n");
}

static void
add_stripes (Style *self, guint32 colour, const char *angle)
{
  g_autofree char *line = format_colour (colour);
  const char *const stripes[][2] = { { "angle", angle },
                                     { "color", line },
                                     { "distance", STRIPE_DISTANCE },
                                     { "distance_unit", "MM" },
                                     { "line_width", STRIPE_WIDTH },
                                     { "line_width_unit", "MM" } };
  const char *const properties[][2] = {
    { "line_color", line }, { "line_style", "solid" }, { "line_width", STRIPE_WIDTH }, { "line_width_unit", "MM" }
  };

  begin_symbol (self);
  g_string_append (self->symbols, "    <layer class=\"LinePatternFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n");
  add_properties (self->symbols, stripes, G_N_ELEMENTS (stripes));
  g_string_append_printf (
      self->symbols,
      "     <symbol type=\"line\" name=\"@%u@0\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n"
      "    <layer class=\"SimpleLine\" enabled=\"1\" locked=\"0\" pass=\"0\">\n",
      self->n_symbols);
  add_properties (self->symbols, properties, G_N_ELEMENTS (properties));
  g_string_append (self->symbols, "    </layer>\n     </symbol>\n    </layer>\n   </symbol>\n");
}

/* The rule for the symbol that was added last. */
static void
add_rule (Style *self, const char *label, const char *filter)
{
  g_autofree char *rule
      = g_markup_printf_escaped ("   <rule key=\"{%08x-0000-4000-8000-000000000000}\" symbol=\"%u\" label=\"%s\" "
                                 "filter=\"%s\"/>\n",
                                 self->n_symbols + 1, self->n_symbols, label, filter);

  g_string_append (self->rules, rule);
  self->n_symbols++;
}

static void
add_class (Style *self, Ris3ClassScheme *scheme, guint klass)
{
  g_autofree char *filter = g_strdup_printf ("\"class\" = '%s'", ris3_class_scheme_get_id (scheme, klass));

  add_fill (self, ris3_class_scheme_get_fill (scheme, klass, self->palette).colour);
  add_rule (self, ris3_class_scheme_get_title (scheme, klass), filter);
}

static void
add_inherited (Style *self, Ris3ClassScheme *scheme, guint klass)
{
  g_autofree char *filter
      = g_strdup_printf ("\"class\" = '%s' AND \"inherited\" = 1", ris3_class_scheme_get_id (scheme, klass));
  /* Translators: a class of the map, for regions that have it from a wider region’s strategy. */
  g_autofree char *label
      = g_strdup_printf (_ ("%s, inherited from a wider region"), ris3_class_scheme_get_title (scheme, klass));

  add_stripes (self, ris3_class_scheme_get_fill (scheme, klass, self->palette).inherited, "45");
  add_rule (self, label, filter);
}

static gboolean
has_inherited (Ris3Classification *classification, guint klass)
{
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      if (territory->klass == klass && (territory->marks & RIS3_MARK_INHERITED))
        return TRUE;
    }
  return FALSE;
}

char *
_ris3_qgis_style_new (Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  Style self = { g_string_new (NULL), g_string_new (NULL), 0, ris3_palette_get (RIS3_PALETTE_LIGHT) };
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  char *style;

  for (guint klass = 0; klass < n_classes; klass++)
    add_class (&self, scheme, klass);
  for (guint klass = 0; klass < n_classes; klass++)
    if (has_inherited (classification, klass))
      add_inherited (&self, scheme, klass);
  if (ris3_classification_count_disputed (classification) > 0)
    {
      add_stripes (&self, self.palette->disputed, "135");
      add_rule (&self, _ ("Disputed: the sources contradict each other"), "\"disputed\" = 1");
    }

  style = g_strdup_printf ("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                           "<qgis version=\"3.16.0\" styleCategories=\"Symbology\">\n"
                           " <renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\" "
                           "forceraster=\"0\">\n"
                           "  <rules key=\"{00000000-0000-4000-8000-000000000000}\">\n"
                           "%s"
                           "  </rules>\n"
                           "  <symbols>\n"
                           "%s"
                           "  </symbols>\n"
                           " </renderer-v2>\n"
                           " <blendMode>0</blendMode>\n"
                           " <featureBlendMode>0</featureBlendMode>\n"
                           " <layerGeometryType>2</layerGeometryType>\n"
                           "</qgis>\n",
                           self.rules->str, self.symbols->str);
  g_string_free (self.rules, TRUE);
  g_string_free (self.symbols, TRUE);
  return style;
}
