/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/ris3-map-page-private.h"

G_BEGIN_DECLS

/* How a paragraph of a page looks. */
typedef enum
{
  RIS3_MAP_PAGE_STYLE_TITLE,
  RIS3_MAP_PAGE_STYLE_SUBTITLE,
  RIS3_MAP_PAGE_STYLE_HEADING,
  RIS3_MAP_PAGE_STYLE_HEADING_COUNT,
  RIS3_MAP_PAGE_STYLE_LABEL,
  RIS3_MAP_PAGE_STYLE_COUNT,
  RIS3_MAP_PAGE_STYLE_SMALL,
  RIS3_MAP_PAGE_STYLE_MAP, /* on the map */
  RIS3_MAP_PAGE_STYLE_MAP_BOLD,
  RIS3_MAP_PAGE_STYLE_CREDIT,
  RIS3_MAP_PAGE_STYLE_FIGURE,
} Ris3MapPageStyle;

/* What gives way where there is not room for all. */
typedef enum
{
  RIS3_MAP_PAGE_KEEP_ALL,
  RIS3_MAP_PAGE_DROP_NOTES,  /* what explains the headline */
  RIS3_MAP_PAGE_SHORTEN_ALL, /* also words that somebody has written at great length */
  RIS3_MAP_PAGE_N_SACRIFICES,
} Ris3MapPageSacrifice;

/* Adds a paragraph, wrapped to width, and returns where it ends below. */
double _ris3_map_page_layout_add_text (Ris3MapPageLayout *self,
                                       PangoContext *context,
                                       const char *string,
                                       Ris3MapPageStyle style,
                                       double x,
                                       double y,
                                       double width);
/* Where there is not room for all, the last paragraph ends after some lines. Returns where it ends below. */
double _ris3_map_page_layout_shorten_last (Ris3MapPageLayout *self);
/* The last paragraph begins with figure, which is what people quote: it is large, and in another colour. */
void _ris3_map_page_layout_enlarge_figure (Ris3MapPageLayout *self, const char *figure);
/* How wide it would be on one line. */
double _ris3_map_page_layout_measure_width (Ris3MapPageLayout *self,
                                            PangoContext *context,
                                            const char *string,
                                            Ris3MapPageStyle style);

/* Adds a legend, or one for each of two maps whose classes differ, one below the other; returns where all ends below.
 */
double _ris3_map_page_layout_add_legends (Ris3MapPageLayout *self,
                                          const Ris3MapPage *page,
                                          PangoContext *context,
                                          double x,
                                          double y,
                                          double width);
/* How wide the legend would be with every entry on one line. */
double _ris3_map_page_layout_measure_legend (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context);

/* Of two maps: what differs, counted, each with its sign; returns where it ends below. */
double _ris3_map_page_layout_add_differences (Ris3MapPageLayout *self,
                                              const Ris3MapPage *page,
                                              PangoContext *context,
                                              double x,
                                              double y,
                                              double width);
/* Of two maps: puts them side by side, or one above the other, into the place of one, each below its heading. FALSE:
 * there is not room for them. */
gboolean _ris3_map_page_layout_split (Ris3MapPageLayout *self,
                                      const Ris3MapPage *page,
                                      PangoContext *context,
                                      gboolean is_beside);

G_END_DECLS
