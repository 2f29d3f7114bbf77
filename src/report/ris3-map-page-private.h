/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "map/ris3-paint.h"
#include "map/ris3-symbols.h"
#include "report/ris3-map-page.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_pattern_t, cairo_pattern_destroy)

/* Projections of which a page says more than their code; NULL stands for Web Mercator, too. */
#define RIS3_MAP_PAGE_MERCATOR "EPSG:3857"
#define RIS3_MAP_PAGE_DEGREES "EPSG:4326"
gboolean _ris3_map_page_is_crs (const char *crs, const char *code);

/* The radius of the greatest symbol, times the font size. */
#define RIS3_MAP_PAGE_SYMBOL 1.6

/* A paragraph and its position. */
typedef struct
{
  PangoLayout *layout;
  guint32 colour; /* 0xRRGGBB */
  double x;
  double y;
  double width; /* what it takes up, after wrapping */
  double height;
} Ris3MapPageText;

/* A sample of a class's fill, and its position. */
typedef struct
{
  guint klass;
  Ris3Marks marks;
  double x;
  double y;
  double width;
  double height;
} Ris3MapPageSwatch;

/* One of the outermost regions, on the map. */
typedef struct
{
  const Ris3MapInset *inset; /* the page's */
  int x;
  int y;
  Ris3Frame frame; /* what it shows, and its size */
} Ris3MapPageInset;

/* A scale bar: its left end, and its length. */
typedef struct
{
  double x;
  double y;
  double width;
} Ris3MapPageBar;

/* The positions of everything on a page. All of it is within the page, and nothing overlaps. */
typedef struct
{
  double font_size;                               /* of the legend; all other sizes are multiples of it */
  guint scale_factor;                             /* of hatching and borders: 1 to 4 */
  GArray *texts;                                  /* of Ris3MapPageText */
  GArray *swatches;                               /* of Ris3MapPageSwatch */
  Ris3SymbolKeyRow key[RIS3_SYMBOLS_MAX_SAMPLES]; /* of a map of symbols: circles of the legend */
  guint n_key;
  double key_x; /* where these begin */
  double key_y;
  GArray *map_texts; /* of Ris3MapPageText, on the map */
  GArray *insets;    /* of Ris3MapPageInset, likewise */
  GArray *bars;      /* of Ris3MapPageBar: the scale of each inset, and that of the map last */
  int map_x;         /* whole pixels, so that the picture of the map stays sharp */
  int map_y;
  int map_width;
  int map_height;
  gboolean fits; /* whether the map has the room that it needs */
} Ris3MapPageLayout;

/* Finds the largest text size at which everything fits, and the arrangement (legend beside or below)
 * that makes the map larger. (transfer full)
 */
Ris3MapPageLayout *_ris3_map_page_layout_new (const Ris3MapPage *page, cairo_t *cr);
void _ris3_map_page_layout_free (Ris3MapPageLayout *self);

/* Adds a small line of text on the map, cut at the width where it would be longer, and returns it until the next is
 * added. */
const Ris3MapPageText *_ris3_map_page_layout_add_map_text (Ris3MapPageLayout *self,
                                                           cairo_t *cr,
                                                           const char *string,
                                                           gboolean is_bold,
                                                           double x,
                                                           double y,
                                                           double width);
/* Moves the last of them. */
void _ris3_map_page_layout_move_map_text (Ris3MapPageLayout *self, double x, double y);
/* Puts insets and scale bar on the map. FALSE: there is no room for the insets, and nothing was put. */
gboolean _ris3_map_page_layout_furnish (Ris3MapPageLayout *self, const Ris3MapPage *page, cairo_t *cr);
/* Draws them. paint: that of the map */
void _ris3_map_page_draw_furniture (const Ris3MapPageLayout *layout, Ris3Paint *paint, cairo_t *cr);

#define RIS3_MAP_PAGE_FRAME 0xb9c6d0
#define RIS3_MAP_PAGE_INK 0x1f2327
/* colour: 0xRRGGBB */
void _ris3_map_page_set_colour (cairo_t *cr, guint32 colour, double alpha);

/* The texts of a page, in the language of the locale. (transfer full), NULL if there is nothing to say */
char *_ris3_map_page_get_subtitle (const Ris3MapPage *page);
char *_ris3_map_page_get_figure (const Ris3MapPage *page);   /* "32" */
char *_ris3_map_page_get_headline (const Ris3MapPage *page); /* what follows the figure */
char *_ris3_map_page_get_evidence (const Ris3MapPage *page); /* what the figure rests on */
char *_ris3_map_page_get_reach (const Ris3MapPage *page);    /* how that hangs together with the legend */
char *_ris3_map_page_get_disputes (const Ris3MapPage *page);
char *_ris3_map_page_get_overseas (const Ris3MapPage *page);    /* that these are far from Europe */
const char *_ris3_map_page_get_scope (const Ris3MapPage *page); /* that a part of the map is shown (transfer none) */
char *_ris3_map_page_get_unplaced (const Ris3MapPage *page);
char *_ris3_map_page_get_source (const Ris3MapPage *page);
char *_ris3_map_page_get_projection (const Ris3MapPage *page);
const char *_ris3_map_page_get_disclaimer (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapPageLayout, _ris3_map_page_layout_free)

G_END_DECLS
