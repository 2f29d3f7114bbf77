/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A spreadsheet is a ZIP archive: it is packed again with some of its files changed. */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-sheet-look-private.h"
#include "geo/ris3-spreadsheet-text-private.h"

#define FOLDER "/vsimem/ris3-spreadsheet/"
/* As GDAL writes at once. */
#define CHUNK (1 << 20)

/* changed: (out) (transfer full): NULL: the file stays as it is. FALSE: it cannot be changed. */
typedef gboolean (*Change) (const char *member, const char *xml, gsize length, gpointer user_data, GString **changed);

static gboolean
add_member (void *zip, const char *member, const char *data, gsize length)
{
  static const char *const stored[] = { "COMPRESSED=NO", NULL };
  gboolean is_fine;

  /* The first of an ODS, by which its kind is known without unpacking. */
  is_fine = CPLCreateFileInZip (zip, member, g_str_equal (member, "mimetype") ? (char **) stored : NULL) == CE_None;
  for (gsize done = 0; is_fine && done < length; done += CHUNK)
    is_fine = CPLWriteFileInZip (zip, data + done, (int) MIN (CHUNK, length - done)) == CE_None;
  return CPLCloseFileInZip (zip) == CE_None && is_fine;
}

static gboolean
copy_members (const char *from, void *zip, Change change, gpointer user_data, gsize *left)
{
  g_autofree char *archive = g_strconcat ("/vsizip/", from, NULL);
  char **members = VSIReadDirRecursive (archive);
  gboolean is_fine = members != NULL;

  for (guint i = 0; is_fine && members[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (archive, "/", members[i], NULL);
      g_autoptr (GString) changed = NULL;
      GByte *data = NULL;
      vsi_l_offset length = 0;

      if (g_str_has_suffix (members[i], "/"))
        continue;
      is_fine = VSIIngestFile (NULL, name, &data, &length, (GIntBig) MIN (*left, G_MAXINT64)) && length <= *left;
      is_fine = is_fine && change (members[i], (const char *) data, length, user_data, &changed);
      if (is_fine)
        is_fine = changed != NULL ? add_member (zip, members[i], changed->str, changed->len)
                                  : add_member (zip, members[i], (const char *) data, length);
      *left -= MIN (*left, length);
      VSIFree (data);
    }
  CSLDestroy (members);
  return is_fine;
}

static GBytes *
repack (GBytes *file, const char *suffix, Change change, gpointer user_data, gsize left, GError **error)
{
  static gint n_opened = 0;
  gint number = g_atomic_int_add (&n_opened, 1);
  g_autofree char *from = g_strdup_printf (FOLDER "%d.%s", number, suffix);
  g_autofree char *to = g_strdup_printf (FOLDER "%d-new.%s", number, suffix);
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  gboolean is_fine;
  void *zip;

  CPLErrorReset ();
  /* Only read. */
  VSIFCloseL (VSIFileFromMemBuffer (from, (GByte *) (gpointer) data, size, FALSE));
  /* Programs that look for the kind of an ODS want nothing between the name and the text of its first file. */
  CPLSetThreadLocalConfigOption ("CPL_CREATE_ZIP64", "NO");
  zip = CPLCreateZip (to, NULL);
  is_fine = zip != NULL && copy_members (from, zip, change, user_data, &left);
  if (zip != NULL)
    is_fine = CPLCloseZip (zip) == CE_None && is_fine;
  CPLSetThreadLocalConfigOption ("CPL_CREATE_ZIP64", NULL);
  VSIUnlink (from);
  if (is_fine)
    return ris3_gdal_take_bytes (to);
  VSIUnlink (to);
  ris3_gdal_output_fail (error);
  return NULL;
}

typedef struct
{
  const Ris3SheetSource *sheets;
  guint n_sheets;
  gboolean are_forms;
} Sheets;

static gboolean
encode_ods (const char *member, const char *xml, gsize length, gpointer user_data, GString **changed)
{
  const Sheets *sheets = user_data;

  if (g_str_equal (member, "content.xml") && sheets->are_forms)
    {
      g_autoptr (GString) looking = ris3_ods_look_encode (xml, length, sheets->sheets, sheets->n_sheets);

      *changed = ris3_ods_text_encode (looking->str, looking->len);
    }
  else if (g_str_equal (member, "content.xml"))
    *changed = ris3_ods_text_encode (xml, length);
  else if (g_str_equal (member, "styles.xml") && sheets->are_forms)
    *changed = ris3_ods_look_make_styles ();
  else if (g_str_equal (member, "settings.xml") && sheets->are_forms)
    *changed = ris3_ods_look_make_settings (sheets->sheets, sheets->n_sheets);
  return TRUE;
}

static gboolean
encode_xlsx (const char *member, const char *xml, gsize length, gpointer user_data, GString **changed)
{
  const Sheets *sheets = user_data;

  if (g_str_equal (member, "xl/sharedStrings.xml"))
    *changed = ris3_xlsx_text_encode (xml, length);
  else if (g_str_equal (member, "xl/styles.xml") && sheets->are_forms)
    *changed = ris3_xlsx_look_make_styles ();
  else if (g_str_equal (member, "xl/workbook.xml") && sheets->are_forms)
    *changed = ris3_xlsx_look_encode_workbook (xml, length, sheets->sheets, sheets->n_sheets);
  for (guint i = 0; i < sheets->n_sheets; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      if (g_str_equal (member, name))
        *changed = sheets->are_forms ? ris3_xlsx_look_encode (xml, length, &sheets->sheets[i], i == 0)
                                     : ris3_xlsx_look_mend_columns (xml, length, sheets->sheets[i].n_columns);
    }
  return TRUE;
}

static gboolean
decode_ods (const char *member, const char *xml, gsize length, gpointer user_data, GString **changed)
{
  guint64 *lost_row = user_data;

  if (!g_str_equal (member, "content.xml"))
    return TRUE;
  *lost_row = ris3_ods_text_find_lost_row (xml, length);
  *changed = *lost_row == 0 ? ris3_ods_text_decode (xml, length) : NULL;
  return *changed != NULL;
}

GBytes *
ris3_gdal_encode_spreadsheet (GBytes *file,
                              gboolean is_ods,
                              const Ris3SheetSource *sheets,
                              guint n_sheets,
                              GError **error)
{
  Sheets all = { sheets, n_sheets, sheets[0].looks != NULL };

  return is_ods ? repack (file, "ods", encode_ods, &all, G_MAXSIZE, error)
                : repack (file, "xlsx", encode_xlsx, &all, G_MAXSIZE, error);
}

GBytes *
ris3_gdal_decode_ods (GBytes *file, gsize max_size, guint64 *lost_row, GError **error)
{
  *lost_row = 0;
  return repack (file, "ods", decode_ods, lost_row, max_size, error);
}
