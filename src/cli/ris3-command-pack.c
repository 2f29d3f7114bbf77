/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-interrupt.h"
#include "cli/ris3-json.h"
#include "cli/ris3-page-arguments.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-contact.h"
#include "report/ris3-pack-batch.h"

/* Requests without a pack that are named; more are counted. */
#define MAX_TOLD 5

typedef struct
{
  const Ris3Arguments *arguments;
  Ris3BatchPattern *pattern;
  Ris3TableFormat format;
  Ris3Atlas *atlas;
  Ris3PageOptions *options;
  Ris3MapMaker *maker;
  GPtrArray *packs;
  Ris3PackBatch *batch;     /* of these */
  GPtrArray *without;       /* of Ris3Request */
  Ris3FilterResult *filter; /* NULL: none */
  GPtrArray *countries;     /* that were chosen, of which there is no pack: of Ris3FacetValue */
  Ris3Json *json;           /* NULL: not asked for */
  guint n_written;
  guint n_failed;
} Packing;

static void
packing_clear (Packing *self)
{
  g_clear_pointer (&self->pattern, ris3_batch_pattern_free);
  g_clear_pointer (&self->batch, ris3_pack_batch_free);
  g_clear_pointer (&self->maker, ris3_map_maker_free);
  g_clear_pointer (&self->options, ris3_page_options_free);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->without, g_ptr_array_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  g_clear_pointer (&self->json, ris3_json_free);
  g_clear_object (&self->atlas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Packing, packing_clear)

/* FALSE after telling what is wrong. */
static gboolean
read_pattern (Packing *self)
{
  const char *output = ris3_arguments_need_output (self->arguments);
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return FALSE;
  self->pattern = ris3_pack_batch_read_pattern (output, &self->format, &error);
  if (self->pattern == NULL)
    ris3_arguments_complain (ris3_arguments_get_command (self->arguments), "--output: %s", error->message);
  return self->pattern != NULL;
}

/* NULL: there is no round of that name. */
static Ris3ConsultationRound *
find_round (Ris3Atlas *atlas, const char *name)
{
  GListModel *rounds = ris3_atlas_get_rounds (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (Ris3ConsultationRound) round = g_list_model_get_item (rounds, i);

      if (g_str_equal (ris3_consultation_round_get_name (round), name))
        return g_steal_pointer (&round);
    }
  return NULL;
}

static gboolean
has_pack (Packing *self, const char *country)
{
  for (guint i = 0; i < self->packs->len; i++)
    if (g_str_has_prefix (((const Ris3Pack *) g_ptr_array_index (self->packs, i))->region_code, country))
      return TRUE;
  return FALSE;
}

static void
list_countries (Packing *self)
{
  guint n = 0;
  const Ris3FacetValue *values
      = self->filter != NULL ? ris3_filter_result_get_values (self->filter, RIS3_FACET_COUNTRY, &n) : NULL;

  self->countries = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    if (values[i].is_chosen && !has_pack (self, values[i].id))
      g_ptr_array_add (self->countries, (gpointer) &values[i]);
}

static gboolean
list_packs (Packing *self, GError **error)
{
  const char *name = ris3_arguments_get (self->arguments, RIS3_OPTION_ROUND);
  g_autoptr (Ris3ConsultationRound) round = name != NULL ? find_round (self->atlas, name) : NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  if (name != NULL && round == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The atlas has no round of consultation “%s”."), name);
      return FALSE;
    }
  if (!ris3_view_options_filter (self->arguments, self->atlas, &self->filter, error))
    return FALSE;
  contacts = ris3_contacts_read (ris3_atlas_get_path (self->atlas), NULL, error);
  if (contacts == NULL)
    return FALSE;
  self->packs = ris3_packs_list (self->atlas, round, self->filter, contacts,
                                 ris3_arguments_get (self->arguments, RIS3_OPTION_LANGUAGE), &self->without);
  list_countries (self);
  return TRUE;
}

static void
tell_pack (Packing *self, const Ris3Pack *pack, const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (error == NULL)
    self->n_written++;
  else
    {
      self->n_failed++;
      g_printerr ("ris3: %s\n", error->message);
    }
  if (self->json == NULL)
    return;
  ris3_json_begin_object (self->json, NULL);
  ris3_json_text (self->json, "output", shown);
  ris3_json_text (self->json, "region", pack->region_code);
  ris3_json_text (self->json, "organisation",
                  pack->request != NULL ? ris3_request_get_organisation (pack->request) : NULL);
  ris3_json_text (self->json, "language", pack->language);
  ris3_json_number (self->json, "strategies", pack->strategies->len);
  ris3_json_text (self->json, "error", error != NULL ? error->message : NULL);
  ris3_json_end (self->json);
}

static void
write_packs (Packing *self)
{
  gboolean has_progress = isatty (STDERR_FILENO);
  Ris3PackSender sender = { .name = ris3_arguments_get (self->arguments, RIS3_OPTION_SENDER),
                            .reply_to = ris3_arguments_get (self->arguments, RIS3_OPTION_REPLY_TO) };
  const char *problem = ris3_pack_sender_describe_problem (&sender);

  if (problem != NULL)
    g_printerr ("ris3: --reply-to: %s\n", problem);
  for (guint i = 0; i < self->packs->len && !ris3_interrupt_came (); i++)
    {
      const char *path = ris3_pack_batch_get_path (self->batch, i);
      g_autofree char *shown = g_filename_display_name (path);
      g_autoptr (GError) error = NULL;

      if (has_progress)
        g_printerr (_ ("%u of %u: %s\n"), i + 1, self->packs->len, shown);
      ris3_pack_batch_write (self->batch, i, &sender, &error);
      tell_pack (self, g_ptr_array_index (self->packs, i), path, error);
    }
}

static void
tell_text (Packing *self)
{
  ris3_print (ngettext ("%u pack was written.\n", "%u packs were written.\n", self->n_written), self->n_written);
  if (self->n_failed > 0)
    ris3_print (ngettext ("%u pack was not written, or not all of it.\n",
                          "%u packs were not written, or not all of them.\n", self->n_failed),
                self->n_failed);
  for (guint i = 0; i < self->without->len && i < MAX_TOLD; i++)
    {
      Ris3Request *request = g_ptr_array_index (self->without, i);

      /* Translators: an organisation, and the code of a region. */
      ris3_print (_ ("No pack for %s, %s: the filter gives no strategy of it.\n"),
                  ris3_request_get_organisation (request), ris3_request_get_region_code (request));
    }
  if (self->without->len > MAX_TOLD)
    {
      guint n_more = self->without->len - MAX_TOLD;

      ris3_print (ngettext ("… and for %u other request of the round.\n", "… and for %u other requests of the round.\n",
                            n_more),
                  n_more);
    }
  for (guint i = 0; i < self->countries->len; i++)
    /* Translators: %s is a country. */
    ris3_print (_ ("No pack for %s: the filter gives no strategy there, and nobody whom to ask.\n"),
                ((const Ris3FacetValue *) g_ptr_array_index (self->countries, i))->title);
  if (self->packs->len == 0 && self->without->len == 0 && self->countries->len == 0)
    ris3_print (_ ("There is no strategy to ask about, and nobody whom to ask.\n"));
  if (ris3_interrupt_came ())
    ris3_print (_ ("It was stopped before the rest.\n"));
}

static void
end_json (Packing *self)
{
  ris3_json_end (self->json);
  ris3_json_begin_array (self->json, "without_strategy");
  for (guint i = 0; i < self->without->len; i++)
    ris3_json_text (self->json, NULL, ris3_request_get_region_code (g_ptr_array_index (self->without, i)));
  ris3_json_end (self->json);
  ris3_json_begin_array (self->json, "countries_without_pack");
  for (guint i = 0; i < self->countries->len; i++)
    ris3_json_text (self->json, NULL, ((const Ris3FacetValue *) g_ptr_array_index (self->countries, i))->id);
  ris3_json_end (self->json);
  ris3_json_number (self->json, "written", self->n_written);
  ris3_json_number (self->json, "failed", self->n_failed);
  ris3_json_boolean (self->json, "stopped", ris3_interrupt_came ());
  ris3_json_end (self->json);
  ris3_print_json (self->json);
}

/* Answers may have been written into them. FALSE: there are some, and nothing is written. */
static gboolean
check_existing (Packing *self, GError **error)
{
  const char *first = NULL;
  g_autofree char *shown = NULL;
  guint n = 0;

  for (guint i = 0; i < self->packs->len; i++)
    if (ris3_pack_batch_exists (self->batch, i) && n++ == 0)
      first = ris3_pack_batch_get_path (self->batch, i);
  if (n == 0 || ris3_arguments_has (self->arguments, RIS3_OPTION_REPLACE))
    return TRUE;
  shown = g_filename_display_name (first);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               ngettext ("%u pack exists already, “%s”, and answers that were written into it would be lost: nothing "
                         "was written. Name another folder with --output, or say --replace.",
                         "%u packs exist already, such as “%s”, and answers that were written into them would be "
                         "lost: nothing was written. Name another folder with --output, or say --replace.",
                         n),
               n, shown);
  return FALSE;
}

static int
run_packing (Packing *self)
{
  g_autoptr (GError) error = NULL;

  ris3_interrupt_watch ();
  if (ris3_arguments_has (self->arguments, RIS3_OPTION_WITH_PDF))
    {
      self->options = ris3_page_options_new ();
      self->maker = ris3_page_arguments_new_maker (self->arguments, self->atlas, self->options);
    }
  self->batch = ris3_pack_batch_new (self->atlas, self->packs, g_steal_pointer (&self->pattern), self->format, NULL,
                                     self->maker);
  if (!check_existing (self, &error))
    return ris3_command_fail (error);
  if (ris3_arguments_has (self->arguments, RIS3_OPTION_JSON))
    {
      self->json = ris3_json_new ();
      ris3_json_begin_object (self->json, NULL);
      ris3_json_begin_array (self->json, "packs");
    }
  write_packs (self);
  if (self->json != NULL)
    end_json (self);
  else
    tell_text (self);
  if (self->n_failed > 0 || ris3_interrupt_came ())
    return RIS3_EXIT_ERROR;
  return self->without->len > 0 || self->countries->len > 0 || self->packs->len == 0 ? RIS3_EXIT_PROBLEMS
                                                                                     : RIS3_EXIT_FINE;
}

static int
run (const Ris3Arguments *arguments)
{
  g_auto (Packing) self = { .arguments = arguments };
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_pattern (&self) || !ris3_arguments_check_word (arguments, RIS3_OPTION_LANGUAGE))
    return RIS3_EXIT_ERROR;
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  if (asked == NULL)
    return ris3_command_fail (error);
  self.atlas = ris3_arguments_open_atlas (arguments);
  if (self.atlas == NULL)
    return RIS3_EXIT_ERROR;
  return list_packs (&self, &error) ? run_packing (&self) : ris3_command_fail (error);
}

const Ris3Command ris3_command_pack = {
  .name = "pack",
  .summary = N_ ("Write the spreadsheets in which authorities are asked about their strategies"),
  .details = N_ (
      "Writes a spreadsheet for each request of a round of consultation, or for each region that has a strategy or an "
      "authority: what is recorded of its strategies and priorities, or that nothing is, with empty columns for "
      "answers, and room for priorities that are not recorded and for the region as a whole, in the language of the "
      "contact where that is known. Where it is not, it is the language of the country: French in France, German in "
      "Austria and Germany, Italian in Italy, Polish in Poland, Spanish in Spain, and English elsewhere. "
      "“ris3 answers” reads them when they come back. A file that exists is not replaced without --replace. Ctrl+C "
      "stops after the last whole file."),
  .options
  = { { RIS3_OPTION_OUTPUT, N_ ("name of the files, with {region}, {region-name}, {country}, {country-name} or "
                                "{number} in it, required") },
      { RIS3_OPTION_ROUND },
      { RIS3_OPTION_LANGUAGE, N_ ("that of the contact by default, or of the country, or English") },
      { RIS3_OPTION_WITH_PDF },
      { RIS3_OPTION_SENDER },
      { RIS3_OPTION_REPLY_TO },
      { RIS3_OPTION_REPLACE },
      { RIS3_OPTION_ATLAS },
      { RIS3_OPTION_SAVED_VIEW, N_ ("of which the filter counts") },
      { RIS3_OPTION_FILTER,
        N_ ("only of strategies that match, and of regions without any if it asks for places alone") },
      { RIS3_OPTION_BOUNDARIES },
      { RIS3_OPTION_JSON } },
  .n_options = 12,
  .run = run,
};
