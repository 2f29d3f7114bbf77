/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-pack-print.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-pack-words.h"
#include "report/ris3-pack-print-private.h"
#include "report/ris3-page-pdf-private.h"
#include "report/ris3-sheet-foot-private.h"
#include "report/ris3-sheet-maker-private.h"

/* What the map shows is said in the language of the pack. */
static const char *
get_legend_title (Ris3ClassScheme *scheme, guint klass, Ris3Marks mark, gpointer pack)
{
  const char *id = ris3_class_scheme_get_id (scheme, klass);
  g_autofree char *name = g_strconcat ("class-", id, NULL);
  const char *word = mark == RIS3_MARK_DISPUTED     ? "mark-disputed"
                     : mark == RIS3_MARK_INHERITED  ? "mark-inherited"
                     : g_str_equal (id, "explicit") ? "pm_mark"
                                                    : name;

  return ris3_pack_words_get (word, ((const Ris3Pack *) pack)->language);
}

/* Whose boundaries these are; of a file of one's own, as that has it. */
static const char *
get_credit (Ris3SheetMaker *self, const Ris3Pack *pack)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (self->classification);

  return ris3_boundaries_is_gisco (boundaries) ? ris3_pack_words_get ("credit", pack->language)
                                               : ris3_geodata_describe_map_credit (boundaries);
}

static void
draw_foot (Ris3SheetMaker *self, gconstpointer data, guint page, guint n_pages, cairo_t *cr)
{
  const Ris3Pack *pack = data;
  g_autofree char *date = ris3_pack_words_format_date (ris3_atlas_get_data_date (self->atlas), pack->language);
  g_autofree char *state
      = *date != '\0' ? _ris3_pack_print_make_fact (pack, ris3_pack_words_get ("about-data", pack->language), date)
                      : NULL;
  g_autofree char *number = g_strdup_printf ("%u %s %u", page + 1, ris3_pack_words_get ("of", pack->language), n_pages);
  const char *title = ris3_atlas_get_title (self->atlas);
  g_autofree char *source = g_strjoin (" · ", *title != '\0' ? title : "RIS3 Atlas", state, NULL);
  const char *lines[] = { source, get_credit (self, pack), NULL };

  _ris3_sheet_foot_draw_numbered (lines, number, cr);
}

static void
draw (Ris3SheetMaker *self, const Ris3Pack *pack, const Ris3PackSender *sender, cairo_t *cr)
{
  g_autoptr (Ris3SheetFlow) flow = _ris3_sheet_flow_new (RIS3_SHEET_MARGIN, RIS3_SHEET_MARGIN,
                                                         RIS3_SHEET_WIDTH - 2 * RIS3_SHEET_MARGIN, RIS3_SHEET_ROOM);
  gint region = ris3_boundaries_find (ris3_classification_get_boundaries (self->classification), pack->region_code);
  gboolean has_map = region >= 0 && _ris3_locator_map_keep_room (self->map, (guint) region, flow);
  g_autoptr (GArray) samples = NULL;

  _ris3_pack_print_add_head (flow, pack, self->atlas, sender);
  if (has_map)
    {
      _ris3_sheet_flow_add (flow, RIS3_SHEET_STRATEGY, 0, ris3_pack_words_get ("map", pack->language), NULL);
      samples = _ris3_locator_map_add_legend (self->map, flow, get_legend_title, (gpointer) pack);
    }
  _ris3_sheet_flow_go_below (flow);
  _ris3_pack_print_add_body (flow, pack);
  _ris3_sheet_maker_draw (self, flow, (guint) MAX (region, 0), samples, draw_foot, pack, cr);
}

static gboolean
write_pdf (Ris3SheetMaker *self,
           const Ris3Pack *pack,
           const Ris3PackSender *sender,
           Ris3OutputFile *file,
           GError **error)
{
  g_autofree char *title = ris3_pack_name_region (pack);
  g_autoptr (Ris3PagePdf) pdf = _ris3_page_pdf_new (RIS3_SHEET_WIDTH, RIS3_SHEET_HEIGHT, title,
                                                    ris3_pack_words_get ("purpose", pack->language), NULL);

  _ris3_page_pdf_set_language (pdf, pack->language);
  draw (self, pack, sender, _ris3_page_pdf_get_cairo (pdf));
  return _ris3_page_pdf_write (pdf, file, error);
}

gboolean
ris3_pack_print_write (Ris3SheetMaker *self,
                       const Ris3Pack *pack,
                       const Ris3PackSender *sender,
                       const char *path,
                       const Ris3FileId *inputs,
                       guint n_inputs,
                       GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;

  g_return_val_if_fail (self != NULL && pack != NULL && sender != NULL && path != NULL, FALSE);
  file = ris3_output_file_begin (path, RIS3_OUTPUT_PDF, inputs, n_inputs, error);
  if (file != NULL && write_pdf (self, pack, sender, file, error) && ris3_output_file_commit (file, error))
    return TRUE;
  g_prefix_error_literal (error, _ ("The PDF beside the pack was not written: "));
  return FALSE;
}
