/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-packs-job.h"

#include <glib/gi18n.h>

#include "map/ris3-geodata.h"
#include "model/ris3-contact.h"
#include "report/ris3-pack-batch.h"

#define NAME "{region} {region-name}"

typedef struct
{
  char *atlas_path;
  gint64 round_id;
  GHashTable *requests; /* the ids of those that are wanted; NULL: all */

  char *folder;
  Ris3TableFormat format;
  char *language; /* NULL: each contact's own */
  gboolean with_pdfs;
  char *sender;
  char *reply_to;

  Ris3Atlas *atlas; /* the worker's own; NULL: nothing is listed yet */
  Ris3PageOptions *options;
  Ris3MapMaker *maker;
  Ris3PackBatch *batch; /* NULL: nothing is listed */
} Packs;

static void
forget_list (Packs *self)
{
  g_clear_pointer (&self->batch, ris3_pack_batch_free);
  g_clear_pointer (&self->maker, ris3_map_maker_free);
  g_clear_pointer (&self->options, ris3_page_options_free);
  g_clear_object (&self->atlas);
}

static void
packs_free (gpointer data)
{
  Packs *self = data;

  forget_list (self);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_free (self->atlas_path);
  g_free (self->folder);
  g_free (self->language);
  g_free (self->sender);
  g_free (self->reply_to);
  g_free (self);
}

static Ris3Geodata *
load (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error)
{
  *own = NULL;
  return ris3_geodata_load (nuts_version, NULL, error);
}

static gboolean
is_wanted (Packs *self, Ris3Request *request)
{
  gint64 id = ris3_request_get_id (request);

  return self->requests == NULL || g_hash_table_contains (self->requests, &id);
}

/* The packs that are wanted. (transfer full) */
static GPtrArray *
list_packs (Packs *self, GError **error)
{
  g_autoptr (GPtrArray) contacts = ris3_contacts_read (self->atlas_path, NULL, error);
  Ris3ConsultationRound *round = ris3_atlas_lookup_round (self->atlas, self->round_id);
  GPtrArray *packs;

  if (contacts == NULL)
    return NULL;
  if (round == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The round is no longer in the atlas."));
      return NULL;
    }
  packs = ris3_packs_list (self->atlas, round, NULL, contacts, self->language, NULL);
  for (guint i = packs->len; i > 0; i--)
    if (!is_wanted (self, ((const Ris3Pack *) g_ptr_array_index (packs, i - 1))->request))
      g_ptr_array_remove_index (packs, i - 1);
  return packs;
}

static gboolean
list (Ris3FilesJob *job, gpointer data, GError **error)
{
  Packs *self = data;
  const char *name = self->format == RIS3_TABLE_ODS ? NAME ".ods" : NAME ".xlsx";
  g_autoptr (Ris3BatchPattern) pattern = ris3_pack_batch_read_pattern (name, &self->format, error);
  g_autoptr (GPtrArray) packs = NULL;

  if (pattern == NULL)
    return FALSE;
  self->atlas = ris3_atlas_open (self->atlas_path, NULL, error);
  packs = self->atlas != NULL ? list_packs (self, error) : NULL;
  if (packs == NULL)
    return FALSE;
  if (self->with_pdfs)
    {
      self->options = ris3_page_options_new ();
      self->maker = ris3_map_maker_new (self->atlas, self->options, load, NULL);
    }
  self->batch
      = ris3_pack_batch_new (self->atlas, packs, g_steal_pointer (&pattern), self->format, self->folder, self->maker);
  for (guint i = 0; i < ris3_pack_batch_get_n_packs (self->batch); i++)
    ris3_files_job_add (job, g_filename_display_basename (ris3_pack_batch_get_path (self->batch, i)));
  return TRUE;
}

static gboolean
exists (gpointer data, guint position)
{
  return ris3_pack_batch_exists (((Packs *) data)->batch, position);
}

static gboolean
write_pack (Ris3FilesJob *job, gpointer data, guint position, GError **error)
{
  const Packs *self = data;
  const Ris3PackSender sender = { .name = self->sender, .reply_to = self->reply_to };

  return ris3_pack_batch_write (self->batch, position, &sender, error);
}

Ris3FilesJob *
ris3_packs_job_new (Ris3Atlas *atlas, gint64 round_id, GArray *requests)
{
  static const Ris3FilesWriter writer = { list, exists, NULL, write_pack, packs_free };
  Packs *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = g_new0 (Packs, 1);
  self->atlas_path = g_strdup (ris3_atlas_get_path (atlas));
  self->round_id = round_id;
  if (requests != NULL)
    self->requests = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    g_hash_table_add (self->requests, g_memdup2 (&g_array_index (requests, gint64, i), sizeof (gint64)));
  return ris3_files_job_new (&writer, self);
}

void
ris3_packs_job_choose (Ris3FilesJob *job, const Ris3PacksChoice *choice)
{
  Packs *self = ris3_files_job_get_data (job);

  g_return_if_fail (choice != NULL && choice->folder != NULL);
  forget_list (self);
  g_free (self->folder);
  self->folder = g_strdup (choice->folder);
  g_free (self->language);
  self->language = g_strdup (choice->language);
  self->format = choice->format;
  self->with_pdfs = choice->with_pdfs;
}

void
ris3_packs_job_set_sender (Ris3FilesJob *job, const Ris3PackSender *sender)
{
  Packs *self = ris3_files_job_get_data (job);

  g_return_if_fail (sender != NULL);
  g_free (self->sender);
  self->sender = g_strdup (sender->name);
  g_free (self->reply_to);
  self->reply_to = g_strdup (sender->reply_to);
}
