/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-indicator.h"

G_BEGIN_DECLS

extern const Ris3Indicator ris3_indicator_personalised_medicine;
extern const Ris3Indicator ris3_indicator_health;
extern const Ris3Indicator ris3_indicator_priorities;
extern const Ris3Indicator ris3_indicator_theme;
extern const Ris3Indicator ris3_indicator_theme_count;
extern const Ris3Indicator ris3_indicator_theme_share;
extern const Ris3Indicator ris3_indicator_year;
extern const Ris3Indicator ris3_indicator_period;
extern const Ris3Indicator ris3_indicator_language;
extern const Ris3Indicator ris3_indicator_analysis;
extern const Ris3Indicator ris3_indicator_source;
extern const Ris3Indicator ris3_indicator_comments;
extern const Ris3Indicator ris3_indicator_open_comments;
extern const Ris3Indicator ris3_indicator_participation;
extern const Ris3Indicator ris3_indicator_activities;
extern const Ris3Indicator ris3_indicator_column;
extern const Ris3Indicator ris3_indicator_column_text;

/* Fills of four categories in order, of which the first says most, and of a fifth beside them, which stands out most:
 * they can be told apart by every reader, with and without the absences. */
#define RIS3_FILL_FIRST                                                                                                \
  {                                                                                                                    \
    { 0x0b4f8a, 0x7fa6cb },                                                                                            \
    {                                                                                                                  \
      0x9ccbff, 0x4f7fb2                                                                                               \
    }                                                                                                                  \
  }
#define RIS3_FILL_SECOND                                                                                               \
  {                                                                                                                    \
    { 0x3c7890, 0x96b6c3 },                                                                                            \
    {                                                                                                                  \
      0x6a9bee, 0x3e547c                                                                                               \
    }                                                                                                                  \
  }
#define RIS3_FILL_THIRD                                                                                                \
  {                                                                                                                    \
    { 0x489c9c, 0xadd3d3 },                                                                                            \
    {                                                                                                                  \
      0x869b9a, 0x4b5657                                                                                               \
    }                                                                                                                  \
  }
#define RIS3_FILL_FOURTH                                                                                               \
  {                                                                                                                    \
    { 0x6cc0c0, 0xbde3e3 },                                                                                            \
    {                                                                                                                  \
      0x707c78, 0x414847                                                                                               \
    }                                                                                                                  \
  }
#define RIS3_FILL_FIFTH                                                                                                \
  {                                                                                                                    \
    { 0x6b2a12, 0xb58f80 },                                                                                            \
    {                                                                                                                  \
      0xf3e3b4, 0xa3946a                                                                                               \
    }                                                                                                                  \
  }
/* Of a category in which nothing has happened yet: it stands out least, and is no shade of the others. */
#define RIS3_FILL_CALM                                                                                                 \
  {                                                                                                                    \
    { 0xa8dcf4, 0xd6f0fc },                                                                                            \
    {                                                                                                                  \
      0x2e466a, 0x4f6b96                                                                                               \
    }                                                                                                                  \
  }

/* Why nothing is known of what a strategy says: it is withheld, or not yet analysed; or also health is no priority in
 * it. RIS3_ABSENCE_NONE: it is known. */
Ris3Absence ris3_indicator_get_unread (Ris3Strategy *strategy);
Ris3Absence ris3_indicator_get_absence (Ris3Strategy *strategy);

/* The statements of a strategy, areas left out, and how many of them have a theme, as an argument names it; NULL: any.
 */
guint ris3_indicator_count_priorities (Ris3Strategy *strategy, const char *theme, guint *n_with_theme);

/* For a form of shares: what one area counts, of whose strategy the whole has the first category, the finding, or
 * another; and the share of the finding among areas, of which those not analysed, withheld or
 * without a strategy are left out. Where health is no priority in any, that is what the region shows.
 */
Ris3Value ris3_indicator_get_share (const Ris3Indicator *self, Ris3Strategy *strategy);
Ris3Value ris3_aggregate_shares (const Ris3Value *values, guint n_values);
/* Of several numbers: their sum; the greatest; the one that is there most often. Unknown ones count if there is no
 * other, and where there is no number at all, the absence that says most. */
Ris3Value ris3_aggregate_sum (const Ris3Value *values, guint n_values);
Ris3Value ris3_aggregate_greatest (const Ris3Value *values, guint n_values);
Ris3Value ris3_aggregate_most_frequent (const Ris3Value *values, guint n_values);

/* For get_figures: makes an array that frees its figures, and adds a line at its end. */
GArray *ris3_figures_new (void);
void ris3_figures_add_unknown (GArray *figures, const Ris3StrategySummary *summary); /* what the base leaves out */
void ris3_figures_add (GArray *figures, const char *text, guint count, gboolean is_sum);
/* How many have what value. */
GArray *ris3_figures_of_values (const Ris3Indicator *indicator, const Ris3StrategySummary *summary);

G_END_DECLS
