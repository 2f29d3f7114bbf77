/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-batch-job.h"

#include <string.h>

#include "app/ris3-session-own.h"

typedef struct
{
  char *atlas_path;
  Ris3View *view;
  Ris3Geodata *geodata;   /* what the window shows */
  Ris3OwnBoundaries *own; /* the file of that; NULL: it is the program's */
  Ris3PageOptions *options;
  Ris3MapMaker *maker; /* NULL: nothing was listed yet */
  char *folder;
  char *pattern;
  char *table;      /* NULL: none beside the figures */
  Ris3Batch *batch; /* NULL: nothing is listed */
} Figures;

static void
figures_free (gpointer data)
{
  Figures *self = data;

  g_clear_pointer (&self->batch, ris3_batch_free);
  g_clear_pointer (&self->maker, ris3_map_maker_free);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  ris3_geodata_unref (self->geodata);
  ris3_view_unref (self->view);
  ris3_page_options_free (self->options);
  g_free (self->atlas_path);
  g_free (self->folder);
  g_free (self->pattern);
  g_free (self->table);
  g_free (self);
}

/* Views of the version that is shown, or any on boundaries of one's own, are drawn on what is shown. */
static Ris3Geodata *
load (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error)
{
  Figures *self = data;

  *own = self->own != NULL ? ris3_own_boundaries_copy (self->own) : NULL;
  if (self->own != NULL || nuts_version == ris3_view_get_nuts_version (self->view))
    return ris3_geodata_ref (self->geodata);
  return ris3_geodata_load (nuts_version, NULL, error);
}

static gboolean
open_atlas (Figures *self, GError **error)
{
  g_autoptr (Ris3Atlas) atlas = NULL;

  if (self->maker != NULL)
    return TRUE;
  atlas = ris3_atlas_open (self->atlas_path, NULL, error);
  if (atlas != NULL)
    self->maker = ris3_map_maker_new (atlas, self->options, load, self);
  return atlas != NULL;
}

static gboolean
list (Ris3FilesJob *job, gpointer data, GError **error)
{
  Figures *self = data;
  Ris3PageFormat format;
  g_autoptr (Ris3BatchPattern) pattern = ris3_batch_read_pattern (self->pattern, &format, error);

  if (pattern == NULL || !open_atlas (self, error))
    return FALSE;
  self->batch = ris3_batch_new (self->maker, self->options, self->view, g_steal_pointer (&pattern), format,
                                self->folder, NULL, error);
  if (self->batch == NULL)
    return FALSE;
  ris3_batch_set_tables (self->batch, self->table, FALSE);
  for (guint i = 0; i < ris3_batch_get_n_files (self->batch); i++)
    {
      const char *name = ris3_batch_get_file (self->batch, i)->path + strlen (self->folder);

      ris3_files_job_add (job, g_filename_display_name (name + strspn (name, G_DIR_SEPARATOR_S)));
    }
  return TRUE;
}

/* … or a table beside it does, which would be replaced as well. */
static gboolean
exists_with_table (gpointer data, guint position)
{
  Figures *self = data;
  g_autofree char *beside = ris3_batch_dup_table (self->batch, position);

  return g_file_test (ris3_batch_get_file (self->batch, position)->path, G_FILE_TEST_EXISTS)
         || (beside != NULL && g_file_test (beside, G_FILE_TEST_EXISTS));
}

static gboolean
exists (gpointer data, guint position)
{
  return g_file_test (ris3_batch_get_file (((Figures *) data)->batch, position)->path, G_FILE_TEST_EXISTS);
}

static gboolean
on_progress (double done, gpointer job)
{
  return !ris3_files_job_is_stopped (job);
}

static gboolean
write_figure (Ris3FilesJob *job, gpointer data, guint position, GError **error)
{
  Figures *self = data;
  guint n_pages;

  ris3_batch_set_tables (self->batch, self->table, ris3_files_job_skips (job));
  return ris3_batch_write (self->batch, position, on_progress, job, &n_pages, error);
}

Ris3FilesJob *
ris3_figure_batch_job_new (Ris3Session *session, const Ris3PageOptions *options, const char *extent)
{
  static const Ris3FilesWriter writer = { list, exists_with_table, exists, write_figure, figures_free };
  Ris3Classification *classification;
  Figures *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && options != NULL, NULL);
  classification = ris3_session_get_classification (session);
  g_return_val_if_fail (classification != NULL, NULL);
  self = g_new0 (Figures, 1);
  self->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (session)));
  self->view = ris3_view_with_extent (ris3_classification_get_view (classification), extent, NULL);
  self->geodata = ris3_geodata_ref (ris3_placement_get_geodata (ris3_classification_get_placement (classification)));
  self->own = ris3_session_shows_own (session) ? ris3_session_dup_own (session) : NULL;
  self->options = ris3_page_options_copy (options);
  return ris3_files_job_new (&writer, self);
}

void
ris3_figure_batch_job_choose (Ris3FilesJob *job, const char *folder, const char *pattern, const char *table)
{
  Figures *self = ris3_files_job_get_data (job);

  g_return_if_fail (folder != NULL && pattern != NULL);
  g_clear_pointer (&self->batch, ris3_batch_free);
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_free (self->pattern);
  self->pattern = g_strdup (pattern);
  g_free (self->table);
  self->table = g_strdup (table);
}
