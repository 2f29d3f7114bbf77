/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "map/ris3-view.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What the options of a command say of the view; NULL where they say nothing. To be cleared. */
typedef struct
{
  char *view; /* a whole text form; what the others say counts before it */
  char *indicator;
  char *scheme;
  char *period;
  char *level;
  char *nuts;
} Ris3ViewOptions;

/* The options, for G_OPTION_ENTRY arrays: --view and --indicator, and the rest of what a map is asked. */
#define RIS3_VIEW_OPTIONS_FIRST(options)                                                                               \
  { "view",                                                                                                            \
    'v',                                                                                                               \
    0,                                                                                                                 \
    G_OPTION_ARG_STRING,                                                                                               \
    &(options)->view,                                                                                                  \
    N_ ("All of that in one text, as a map is told with --json"),                                                      \
    N_ ("TEXT") },                                                                                                     \
  {                                                                                                                    \
    "indicator", 'i', 0, G_OPTION_ARG_STRING, &(options)->indicator,                                                   \
        N_ ("personalised-medicine (the default) or health"), N_ ("NAME")                                              \
  }

#define RIS3_VIEW_OPTIONS_REST(options)                                                                                \
  { "classes",                                                                                                         \
    'c',                                                                                                               \
    0,                                                                                                                 \
    G_OPTION_ARG_STRING,                                                                                               \
    &(options)->scheme,                                                                                                \
    N_ ("How values become classes: categories, or breaks:3,5,10"),                                                    \
    N_ ("SCHEME") },                                                                                                   \
      { "period",                                                                                                      \
        'p',                                                                                                           \
        0,                                                                                                             \
        G_OPTION_ARG_STRING,                                                                                           \
        &(options)->period,                                                                                            \
        N_ ("Strategies of one period, or “latest” of each region; 2014-2020 where the atlas has it"),                 \
        N_ ("PERIOD") },                                                                                               \
  {                                                                                                                    \
    "level", 'l', 0, G_OPTION_ARG_STRING, &(options)->level, N_ ("strategy-territory (the default), 0, 1, 2 or 3"),    \
        N_ ("LEVEL")                                                                                                   \
  }

/* Frees what the options hold, for g_auto(). */
void ris3_view_options_clear (Ris3ViewOptions *self);

/* The view that is asked for. Errors: RIS3_VIEW_ERROR. (transfer full) */
Ris3View *ris3_view_options_get_view (const Ris3ViewOptions *self, GError **error);

/* The view as it can be shown of an atlas: a period that was asked for must be there; the default need not.
 *
 * view: what ris3_view_options_get_view() gave
 * Errors: RIS3_VIEW_ERROR. (transfer full)
 */
Ris3View *ris3_view_options_fit (const Ris3ViewOptions *self, Ris3View *view, Ris3Atlas *atlas, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3ViewOptions, ris3_view_options_clear)

G_END_DECLS
