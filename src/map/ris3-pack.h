/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-writer.h"
#include "map/ris3-pack-sender.h"
#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* A consultation pack: a spreadsheet for one region, or for one of the organisations that are asked about it, with what
 * is recorded of its strategies, or that none is, and empty columns for what they answer (ris3-pack-answers.h); there
 * is room, too, for priorities that are not recorded, and for what they say of the region. It names no persons.
 * Immutable. */
typedef struct
{
  guint nuts_version;
  char *region_code;
  char *region_name;     /* its own, in Latin letters */
  Ris3Request *request;  /* NULL: nobody was asked yet */
  const char *language;  /* in which it is written; static */
  GPtrArray *strategies; /* of Ris3Strategy; empty: none of the region is recorded */
} Ris3Pack;

void ris3_pack_free (Ris3Pack *self);

/* The packs of a round, one for each request, or, without one, for each region that has a strategy or an authority,
 * whatever the NUTS versions in which these are recorded. A region that was asked in another NUTS version is asked
 * about the strategies that a map of that version would show on it; one without any, whether there is one, unless that
 * is filtered.
 *
 * atlas: read whole
 * round: NULL: none
 * filter: only of strategies that it gives, and of regions without any that it asks for by their place; NULL: all
 * contacts: of ris3_contacts_read (), whose languages count; NULL: none is known
 * language: of all packs; NULL: that of the contact, or of the country (ris3_pack_words_guess_language ())
 * without: (out) (transfer container) (optional): the requests about regions of which the filter gives no strategy, for
 *   which there is no pack (element-type Ris3Request)
 *
 * (element-type Ris3Pack) (transfer full) */
GPtrArray *ris3_packs_list (Ris3Atlas *atlas,
                            Ris3ConsultationRound *round,
                            Ris3FilterResult *filter,
                            GPtrArray *contacts,
                            const char *language,
                            GPtrArray **without);

/* The themes of a priority, as they stand in a pack. (transfer full) */
char *ris3_pack_join_themes (Ris3Priority *priority);
/* The region with its code: "Bretagne (FRH0, NUTS 2016)". (transfer full) */
char *ris3_pack_name_region (const Ris3Pack *self);

/* Is told a line of what a pack says of itself, in its language. value: never empty */
typedef void (*Ris3PackTell) (const char *title, const char *value, gpointer data);
/* Tells which region it is about, whom it is for, in which consultation, from whom, and until when and where to
 * answer; what is not known is left out. */
void ris3_pack_tell_addressee (const Ris3Pack *self,
                               Ris3Atlas *atlas,
                               const Ris3PackSender *sender,
                               Ris3PackTell tell,
                               gpointer data);
/* Tells of each sheet in which something may be answered, how. */
void ris3_pack_tell_sheets (const Ris3Pack *self, Ris3PackTell tell, gpointer data);

/* Writes a pack; its file appears once it is complete (Ris3OutputFile).
 *
 * format: RIS3_TABLE_XLSX or RIS3_TABLE_ODS
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR; a sentence */
gboolean ris3_pack_write (const Ris3Pack *self,
                          Ris3Atlas *atlas,
                          const Ris3PackSender *sender,
                          Ris3TableFormat format,
                          const char *path,
                          const Ris3FileId *inputs,
                          guint n_inputs,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Pack, ris3_pack_free)

G_END_DECLS
