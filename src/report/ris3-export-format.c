/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *suffix;
  const char *other_suffix; /* that is understood too; NULL: none */
  const char *title;
  gboolean has_shapes;
  gboolean has_base;
} formats[RIS3_N_EXPORT_FORMATS] = {
  [RIS3_EXPORT_CSV] = { ".csv", NULL, N_ ("CSV Table"), FALSE, FALSE },
  [RIS3_EXPORT_XLSX] = { ".xlsx", NULL, N_ ("Excel Workbook"), FALSE, TRUE },
  [RIS3_EXPORT_ODS] = { ".ods", NULL, N_ ("OpenDocument Spreadsheet"), FALSE, TRUE },
  [RIS3_EXPORT_GPKG] = { ".gpkg", NULL, N_ ("GeoPackage for QGIS"), TRUE, TRUE },
  [RIS3_EXPORT_GEOJSON] = { ".geojson", ".json", N_ ("GeoJSON"), TRUE, TRUE },
  [RIS3_EXPORT_FLATGEOBUF] = { ".fgb", NULL, N_ ("FlatGeobuf"), TRUE, FALSE },
};

const char *
ris3_export_format_get_id (Ris3ExportFormat format)
{
  g_return_val_if_fail (format < RIS3_N_EXPORT_FORMATS, NULL);
  return formats[format].suffix + 1;
}

const char *
ris3_export_format_get_suffix (Ris3ExportFormat format)
{
  g_return_val_if_fail (format < RIS3_N_EXPORT_FORMATS, NULL);
  return formats[format].suffix;
}

const char *
ris3_export_format_get_title (Ris3ExportFormat format)
{
  g_return_val_if_fail (format < RIS3_N_EXPORT_FORMATS, NULL);
  return _ (formats[format].title);
}

gboolean
ris3_export_format_from_id (const char *id, Ris3ExportFormat *format)
{
  g_return_val_if_fail (id != NULL && format != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (id, formats[i].suffix + 1) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ris3_export_format_from_path (const char *path, Ris3ExportFormat *format)
{
  g_autofree char *base = NULL;
  const char *suffix;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);
  base = g_path_get_basename (path);
  suffix = strrchr (base, '.');
  for (guint i = 0; suffix != NULL && i < RIS3_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (suffix, formats[i].suffix) == 0
        || (formats[i].other_suffix != NULL && g_ascii_strcasecmp (suffix, formats[i].other_suffix) == 0))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ris3_export_format_has_shapes (Ris3ExportFormat format)
{
  g_return_val_if_fail (format < RIS3_N_EXPORT_FORMATS, FALSE);
  return formats[format].has_shapes;
}

gboolean
ris3_export_format_has_base (Ris3ExportFormat format)
{
  g_return_val_if_fail (format < RIS3_N_EXPORT_FORMATS, FALSE);
  return formats[format].has_base;
}
