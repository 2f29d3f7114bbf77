/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a spreadsheet, as a ZIP archive, says of itself before it is unpacked. */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-gdal-private.h"

/* Files in a spreadsheet. */
#define MAX_MEMBERS 5000
/* Texts pack to a tenth, tables of zeros to a hundredth; more is made to fill the memory. */
#define MAX_RATIO 400
/* Archives of less are not worth the question. */
#define SMALL (8 * 1024 * 1024)
/* The list of the sheets of an XLSX. */
#define MAX_WORKBOOK (4 * 1024 * 1024)

/* The bytes under a name in memory, for as long as they are there. (transfer full): the name */
static char *
mount (GBytes *bytes)
{
  char *name = ris3_gdal_make_name ("zip");
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  /* Only read. */
  VSIFCloseL (VSIFileFromMemBuffer (name, (GByte *) (gpointer) data, size, FALSE));
  return name;
}

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name, reason);
  return FALSE;
}

gboolean
ris3_gdal_check_archive (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *name = mount (bytes);
  g_autofree char *archive = g_strconcat ("/vsizip/", name, NULL);
  char **members = VSIReadDirRecursive (archive);
  guint64 size = 0;
  guint n_members = (guint) CSLCount (members);

  for (guint i = 0; i < n_members && n_members <= MAX_MEMBERS; i++)
    {
      g_autofree char *member = g_strconcat (archive, "/", members[i], NULL);
      VSIStatBufL info;

      if (VSIStatL (member, &info) == 0)
        size += (guint64) info.st_size;
    }
  CSLDestroy (members);
  VSIUnlink (name);
  if (n_members == 0)
    return refuse (path, _ ("it is damaged, or cut off. Save it again, or ask for another copy."), error);
  if (n_members > MAX_MEMBERS || size > RIS3_GDAL_MAX_UNPACKED
      || (size > SMALL && size / MAX_RATIO > g_bytes_get_size (bytes)))
    return refuse (
        path, _ ("unpacked, it is larger than any table of regions. Save the sheet alone in a new file, or as CSV."),
        error);
  return TRUE;
}

static void
on_element (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer hidden,
            GError **error)
{
  const char *sheet = NULL;
  gboolean is_hidden = FALSE;

  if (!g_str_equal (element, "sheet") && !g_str_has_suffix (element, ":sheet"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "name"))
        sheet = values[i];
      if (g_str_equal (names[i], "state"))
        is_hidden = g_str_equal (values[i], "hidden") || g_str_equal (values[i], "veryHidden");
    }
  if (sheet != NULL && is_hidden)
    g_hash_table_add (hidden, g_strdup (sheet));
}

GHashTable *
ris3_gdal_find_hidden_sheets (GBytes *bytes, Ris3SheetKind kind)
{
  static const GMarkupParser parser = { .start_element = on_element };
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *name = NULL;
  g_autofree char *workbook = NULL;
  GByte *data = NULL;
  vsi_l_offset length = 0;

  if (kind != RIS3_SHEET_XLSX)
    return hidden;
  name = mount (bytes);
  workbook = g_strconcat ("/vsizip/", name, "/xl/workbook.xml", NULL);
  if (VSIIngestFile (NULL, workbook, &data, &length, MAX_WORKBOOK))
    {
      context = g_markup_parse_context_new (&parser, G_MARKUP_IGNORE_QUALIFIED, hidden, NULL);
      /* What cannot be parsed is not hidden. */
      g_markup_parse_context_parse (context, (const char *) data, (gssize) length, NULL);
    }
  VSIFree (data);
  VSIUnlink (name);
  return hidden;
}
