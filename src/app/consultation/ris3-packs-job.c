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

struct _Ris3PacksJob
{
  char *atlas_path;
  gint64 round_id;
  GHashTable *requests; /* the ids of those that are wanted; NULL: all */

  char *folder;
  Ris3TableFormat format;
  char *language; /* NULL: each contact's own */
  gboolean with_sheets;

  Ris3Atlas *atlas; /* the worker's own; NULL: nothing is listed yet */
  Ris3PageOptions *options;
  Ris3MapMaker *maker;
  Ris3PackBatch *batch; /* NULL: nothing is listed */
  GPtrArray *names;
  GPtrArray *without;
  GPtrArray *existing; /* of the names */
  gboolean skips;
  guint n_written;
  guint n_skipped;
  GPtrArray *failures;
  gint n_done;     /* atomic */
  gint is_stopped; /* atomic */
};

Ris3PacksJob *
ris3_packs_job_new (Ris3Atlas *atlas, gint64 round_id, GArray *requests)
{
  Ris3PacksJob *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = g_atomic_rc_box_new0 (Ris3PacksJob);
  self->atlas_path = g_strdup (ris3_atlas_get_path (atlas));
  self->round_id = round_id;
  if (requests != NULL)
    self->requests = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    g_hash_table_add (self->requests, g_memdup2 (&g_array_index (requests, gint64, i), sizeof (gint64)));
  return self;
}

static void
forget_list (Ris3PacksJob *self)
{
  g_clear_pointer (&self->batch, ris3_pack_batch_free);
  g_clear_pointer (&self->maker, ris3_map_maker_free);
  g_clear_pointer (&self->options, ris3_page_options_free);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->without, g_ptr_array_unref);
  g_clear_pointer (&self->existing, g_ptr_array_unref);
}

static void
clear (gpointer data)
{
  Ris3PacksJob *self = data;

  forget_list (self);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_free (self->atlas_path);
  g_free (self->folder);
  g_free (self->language);
}

Ris3PacksJob *
ris3_packs_job_ref (Ris3PacksJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ris3_packs_job_unref (Ris3PacksJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static Ris3Geodata *
load (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error)
{
  *own = NULL;
  return ris3_geodata_load (nuts_version, NULL, error);
}

static GPtrArray *
new_strings (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static gboolean
is_wanted (Ris3PacksJob *self, Ris3Request *request)
{
  gint64 id = ris3_request_get_id (request);

  return self->requests == NULL || g_hash_table_contains (self->requests, &id);
}

/* The packs that are wanted; who gets none is noted. (transfer full) */
static GPtrArray *
list_packs (Ris3PacksJob *self, GError **error)
{
  g_autoptr (GPtrArray) contacts = ris3_contacts_read (self->atlas_path, NULL, error);
  Ris3ConsultationRound *round = ris3_atlas_lookup_round (self->atlas, self->round_id);
  g_autoptr (GPtrArray) without = NULL;
  GPtrArray *packs;

  if (contacts == NULL)
    return NULL;
  if (round == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The round is no longer in the atlas."));
      return NULL;
    }
  packs = ris3_packs_list (self->atlas, round, NULL, contacts, self->language, &without);
  for (guint i = packs->len; i > 0; i--)
    if (!is_wanted (self, ((const Ris3Pack *) g_ptr_array_index (packs, i - 1))->request))
      g_ptr_array_remove_index (packs, i - 1);
  for (guint i = 0; i < without->len; i++)
    {
      Ris3Request *request = g_ptr_array_index (without, i);

      if (is_wanted (self, request))
        /* Translators: an organisation, and the code of a region. */
        g_ptr_array_add (self->without, g_strdup_printf (_ ("No pack for %s, %s: there is no strategy to ask about."),
                                                         ris3_request_get_organisation (request),
                                                         ris3_request_get_region_code (request)));
    }
  g_ptr_array_add (self->without, NULL);
  return packs;
}

static void
take_names (Ris3PacksJob *self)
{
  for (guint i = 0; i < ris3_pack_batch_get_n_packs (self->batch); i++)
    {
      char *name = g_filename_display_basename (ris3_pack_batch_get_path (self->batch, i));

      g_ptr_array_add (self->names, name);
      if (ris3_pack_batch_exists (self->batch, i))
        g_ptr_array_add (self->existing, g_strdup (name));
    }
  g_ptr_array_add (self->names, NULL);
  g_ptr_array_add (self->existing, NULL);
}

static gboolean
list (Ris3PacksJob *self, GError **error)
{
  const char *name = self->format == RIS3_TABLE_ODS ? NAME ".ods" : NAME ".xlsx";
  g_autoptr (Ris3BatchPattern) pattern = ris3_pack_batch_read_pattern (name, &self->format, error);
  g_autoptr (GPtrArray) packs = NULL;

  if (pattern == NULL)
    return FALSE;
  self->atlas = ris3_atlas_open (self->atlas_path, NULL, error);
  packs = self->atlas != NULL ? list_packs (self, error) : NULL;
  if (packs == NULL)
    return FALSE;
  if (self->with_sheets)
    {
      self->options = ris3_page_options_new ();
      self->maker = ris3_map_maker_new (self->atlas, self->options, load, NULL);
    }
  self->batch
      = ris3_pack_batch_new (self->atlas, packs, g_steal_pointer (&pattern), self->format, self->folder, self->maker);
  take_names (self);
  return TRUE;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (list (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run (Ris3PacksJob *self, gpointer source, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, ris3_packs_job_ref (self), (GDestroyNotify) ris3_packs_job_unref);
  g_task_run_in_thread (task, function);
}

void
ris3_packs_job_list_async (Ris3PacksJob *self,
                           const Ris3PacksChoice *choice,
                           gpointer source,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (self != NULL && choice != NULL && choice->folder != NULL);
  forget_list (self);
  self->names = new_strings ();
  self->existing = new_strings ();
  self->without = new_strings ();
  g_free (self->folder);
  self->folder = g_strdup (choice->folder);
  g_free (self->language);
  self->language = g_strdup (choice->language);
  self->format = choice->format;
  self->with_sheets = choice->with_sheets;
  run (self, source, list_in_thread, callback, user_data);
}

gboolean
ris3_packs_job_list_finish (Ris3PacksJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
ris3_packs_job_get_n_packs (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->batch != NULL ? ris3_pack_batch_get_n_packs (self->batch) : 0;
}

const char *const *
ris3_packs_job_get_names (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->batch != NULL ? (const char *const *) self->names->pdata : NULL;
}

const char *const *
ris3_packs_job_get_existing (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL && self->batch != NULL, NULL);
  return (const char *const *) self->existing->pdata;
}

const char *const *
ris3_packs_job_get_without (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL && self->batch != NULL, NULL);
  return (const char *const *) self->without->pdata;
}

static void
write_pack (Ris3PacksJob *self, guint position)
{
  g_autoptr (GError) error = NULL;

  if (self->skips && ris3_pack_batch_exists (self->batch, position))
    self->n_skipped++;
  else if (ris3_pack_batch_write (self->batch, position, &error))
    self->n_written++;
  else
    g_ptr_array_add (self->failures, g_strdup (error->message));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3PacksJob *self = data;

  for (guint i = 0; i < ris3_pack_batch_get_n_packs (self->batch) && !g_atomic_int_get (&self->is_stopped); i++)
    {
      write_pack (self, i);
      g_atomic_int_set (&self->n_done, (gint) i + 1);
    }
  g_ptr_array_add (self->failures, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ris3_packs_job_write_async (Ris3PacksJob *self,
                            gboolean skips,
                            gpointer source,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (self != NULL && self->batch != NULL);
  self->skips = skips;
  self->n_written = self->n_skipped = 0;
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  self->failures = new_strings ();
  g_atomic_int_set (&self->n_done, 0);
  g_atomic_int_set (&self->is_stopped, FALSE);
  run (self, source, write_in_thread, callback, user_data);
}

void
ris3_packs_job_write_finish (Ris3PacksJob *self, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

void
ris3_packs_job_stop (Ris3PacksJob *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->is_stopped, TRUE);
}

guint
ris3_packs_job_get_n_done (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) g_atomic_int_get (&self->n_done);
}

guint
ris3_packs_job_get_n_written (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_written;
}

guint
ris3_packs_job_get_n_skipped (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_skipped;
}

const char *const *
ris3_packs_job_get_failures (Ris3PacksJob *self)
{
  g_return_val_if_fail (self != NULL && self->failures != NULL, NULL);
  return (const char *const *) self->failures->pdata;
}
