/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-pack-batch.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/ris3-pack-print.h"

/* With which the code of a region begins. */
#define COUNTRY_LENGTH 2

struct _Ris3PackBatch
{
  Ris3Atlas *atlas;
  GPtrArray *packs;
  GPtrArray *paths; /* of these */
  Ris3TableFormat format;
  Ris3MapMaker *maker; /* NULL: without PDFs */
  GHashTable *makers;  /* NUTS version: Ris3SheetMaker */
};

Ris3BatchPattern *
ris3_pack_batch_read_pattern (const char *output, Ris3TableFormat *format, GError **error)
{
  static const Ris3BatchWord others[] = { RIS3_BATCH_THEME, RIS3_BATCH_PERIOD, RIS3_BATCH_VIEW };
  g_autoptr (Ris3BatchPattern) pattern = NULL;
  gboolean is_fit;

  g_return_val_if_fail (output != NULL && format != NULL, NULL);
  pattern = ris3_batch_pattern_new (output, error);
  if (pattern == NULL)
    return NULL;
  *format = g_str_has_suffix (output, ".ods") ? RIS3_TABLE_ODS : RIS3_TABLE_XLSX;
  is_fit = ris3_batch_pattern_is_of (pattern, RIS3_BATCH_REGION)
           && (*format == RIS3_TABLE_ODS || g_str_has_suffix (output, ".xlsx"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    is_fit = is_fit && !ris3_batch_pattern_is_of (pattern, others[i]);
  if (is_fit)
    return g_steal_pointer (&pattern);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                       _ ("A name for packs has {region} or {region-name} in it, and may have {country}, "
                          "{country-name} and {number}; it ends in “.xlsx” or “.ods”, as in “{region}.xlsx”."));
  return NULL;
}

/* The name of its file, that no other has. (transfer full) */
static char *
make_name (Ris3PackBatch *self, Ris3BatchPattern *pattern, const Ris3Pack *pack, guint number)
{
  g_autofree char *country = g_strndup (pack->region_code, COUNTRY_LENGTH);
  const Ris3RegionName *region = ris3_atlas_lookup_region (self->atlas, pack->nuts_version, country);
  g_autofree char *count = g_strdup_printf ("%u", number);
  const char *values[RIS3_N_BATCH_WORDS]
      = { [RIS3_BATCH_COUNTRY] = country,
          [RIS3_BATCH_COUNTRY_NAME] = region != NULL ? region->name_english : country,
          [RIS3_BATCH_REGION] = pack->region_code,
          [RIS3_BATCH_REGION_NAME] = pack->region_name,
          [RIS3_BATCH_NUMBER] = count };

  return ris3_batch_pattern_make_name (pattern, values);
}

Ris3PackBatch *
ris3_pack_batch_new (Ris3Atlas *atlas,
                     GPtrArray *packs,
                     Ris3BatchPattern *pattern,
                     Ris3TableFormat format,
                     const char *folder,
                     Ris3MapMaker *maker)
{
  g_autoptr (Ris3BatchPattern) names = pattern;
  Ris3PackBatch *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && packs != NULL && pattern != NULL, NULL);
  self = g_new0 (Ris3PackBatch, 1);
  self->atlas = g_object_ref (atlas);
  self->packs = g_ptr_array_ref (packs);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->format = format;
  self->maker = maker;
  self->makers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ris3_sheet_maker_free);
  for (guint i = 0; i < packs->len; i++)
    {
      g_autofree char *name = make_name (self, names, g_ptr_array_index (packs, i), i + 1);

      g_ptr_array_add (self->paths, folder != NULL ? g_build_filename (folder, name, NULL) : g_steal_pointer (&name));
    }
  return self;
}

void
ris3_pack_batch_free (Ris3PackBatch *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_unref (self->makers);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->packs);
  g_object_unref (self->atlas);
  g_free (self);
}

guint
ris3_pack_batch_get_n_packs (Ris3PackBatch *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->packs->len;
}

const Ris3Pack *
ris3_pack_batch_get_pack (Ris3PackBatch *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->packs->len, NULL);
  return g_ptr_array_index (self->packs, position);
}

const char *
ris3_pack_batch_get_path (Ris3PackBatch *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->paths->len, NULL);
  return g_ptr_array_index (self->paths, position);
}

/* (transfer full) */
static char *
get_pdf_path (const char *path)
{
  const char *dot = strrchr (path, '.');

  return g_strdup_printf ("%.*s.pdf", (int) (dot - path), path);
}

gboolean
ris3_pack_batch_exists (Ris3PackBatch *self, guint position)
{
  const char *path = ris3_pack_batch_get_path (self, position);
  g_autofree char *pdf = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  pdf = get_pdf_path (path);
  return self->maker != NULL && g_file_test (pdf, G_FILE_TEST_EXISTS);
}

static Ris3Classification *
classify (Ris3PackBatch *self, guint nuts_version, GError **error)
{
  g_autoptr (Ris3View) usual = ris3_view_new ();
  g_autoptr (Ris3View) latest = ris3_view_with_period (usual, NULL);
  g_autoptr (Ris3View) view = ris3_view_with_nuts_version (latest, nuts_version);
  Ris3Placement *placement = ris3_map_maker_get_placement (self->maker, view, error);

  return placement != NULL ? ris3_classification_new (placement, view) : NULL;
}

/* What the PDFs of a NUTS version are made with. (transfer none) */
static Ris3SheetMaker *
get_maker (Ris3PackBatch *self, guint nuts_version, GError **error)
{
  gpointer key = GUINT_TO_POINTER (nuts_version);
  Ris3SheetMaker *maker = g_hash_table_lookup (self->makers, key);
  g_autoptr (Ris3Classification) classification = maker == NULL ? classify (self, nuts_version, error) : NULL;

  if (classification != NULL)
    {
      maker = ris3_sheet_maker_new (self->atlas, classification);
      g_hash_table_insert (self->makers, key, maker);
    }
  return maker;
}

static gboolean
write_pdf (Ris3PackBatch *self, const Ris3Pack *pack, const Ris3PackSender *sender, const char *path, GError **error)
{
  Ris3SheetMaker *maker = get_maker (self, pack->nuts_version, error);
  g_autofree char *pdf = get_pdf_path (path);
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];

  return maker != NULL
         && ris3_pack_print_write (maker, pack, sender, pdf, inputs, ris3_map_maker_list_inputs (self->maker, inputs),
                                   error);
}

gboolean
ris3_pack_batch_write (Ris3PackBatch *self, guint position, const Ris3PackSender *sender, GError **error)
{
  const Ris3Pack *pack = ris3_pack_batch_get_pack (self, position);
  const char *path = ris3_pack_batch_get_path (self, position);
  g_autofree char *folder = NULL;
  Ris3FileId input;
  guint n_inputs;

  g_return_val_if_fail (pack != NULL, FALSE);
  folder = g_path_get_dirname (path);
  n_inputs = ris3_file_id_get (ris3_atlas_get_path (self->atlas), &input) ? 1 : 0;
  /* That it cannot be made is said by what writes there. */
  (void) g_mkdir_with_parents (folder, 0777);
  return ris3_pack_write (pack, self->atlas, sender, self->format, path, &input, n_inputs, error)
         && (self->maker == NULL || write_pdf (self, pack, sender, path, error));
}
