/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"
#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* A round of consultation that is to be opened: of which regions whom to ask. Each region is asked through the
 * authorities that the atlas has for it; a region without one gets an organisation of its own, so that nobody is left
 * out in silence. */
typedef struct
{
  char *name;
  char *scope;              /* the text form of the filter; "": all */
  char *opened_on, *due_on; /* ISO 8601 dates; due_on: "" for none */
  char *channel;            /* "e-mail", "letter" … */
  gboolean asked;           /* they were asked on the day of the opening; else that is said later */
  /* How an authority that is not known yet calls its region; NULL: as the atlas does. */
  const char *(*name_region) (guint nuts_version, const char *code, gpointer data);
  gpointer data;
  /* Authorities of other regions, of which there is no strategy, are asked, too, where these are what it asks for
   * (ris3_filter_is_about_region ()); NULL: nowhere. */
  Ris3Filter *others;
  char *remark; /* NULL: none */
} Ris3RoundPlan;

/* A text that two codes have in common if they mean the same region, in whichever NUTS version. (transfer full) */
typedef char *(*Ris3RegionKeyFunc) (guint nuts_version, const char *code, gpointer user_data);

/* The regions of strategies, each once, in the order of their codes (element-type Ris3Strategy, the latest of its
 * region). get_key: NULL: a code is the same in all versions. (transfer container) */
GPtrArray *ris3_round_plan_get_regions (GPtrArray *strategies, Ris3RegionKeyFunc get_key, gpointer user_data);
/* How many of these have no authority yet. get_key: NULL: one that is recorded in another version is none of theirs */
guint
ris3_round_plan_count_without (Ris3Atlas *atlas, GPtrArray *regions, Ris3RegionKeyFunc get_key, gpointer user_data);
/* How many authorities of other regions there are. others: as in Ris3RoundPlan; get_key: as above */
guint ris3_round_plan_count_others (Ris3Atlas *atlas,
                                    GPtrArray *regions,
                                    Ris3Filter *others,
                                    Ris3RegionKeyFunc get_key,
                                    gpointer user_data);
/* The keys of all regions about which somebody is asked. others, get_key: as above (transfer full): a set of char * */
GHashTable *ris3_round_plan_get_asked (Ris3Atlas *atlas,
                                       GPtrArray *regions,
                                       Ris3Filter *others,
                                       Ris3RegionKeyFunc get_key,
                                       gpointer user_data);
/* The edit that opens the round: one edit, and one undo.
 *
 * regions: as ris3_round_plan_get_regions () gives them
 * get_key: as in ris3_round_plan_count_without ()
 *
 * Errors: RIS3_EDIT_ERROR_INVALID, with the field: no name, one that another round has, no date, a due date before the
 * opening, no region. (transfer full) */
Ris3Edit *ris3_round_plan_make_edit (const Ris3RoundPlan *self,
                                     Ris3Atlas *atlas,
                                     GPtrArray *regions,
                                     Ris3RegionKeyFunc get_key,
                                     gpointer user_data,
                                     GError **error);

G_END_DECLS
