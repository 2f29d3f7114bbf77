/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-paint.h"
#include "map/ris3-symbols.h"
#include "report/ris3-canvas-private.h"
#include "report/ris3-map-page.h"

G_BEGIN_DECLS

/* Projections of which a page says more than their code; NULL stands for Web Mercator, too. */
#define RIS3_MAP_PAGE_MERCATOR "EPSG:3857"
#define RIS3_MAP_PAGE_DEGREES "EPSG:4326"
/* Pixels an inch of a page, and those of a screen. */
#define RIS3_MAP_PAGE_SCREEN_DPI 96.0
double _ris3_map_page_get_dpi (const Ris3MapPage *page);

gboolean _ris3_map_page_is_crs (const char *crs, const char *code);

/* The radius of the greatest symbol, and of the sign of a difference, times the font size. */
#define RIS3_MAP_PAGE_SYMBOL 1.6
#define RIS3_MAP_PAGE_SIGN 0.4

/* A paragraph and its position. */
typedef struct
{
  PangoLayout *layout;
  guint32 colour; /* 0xRRGGBB */
  double x;
  double y;
  double width; /* what it takes up, after wrapping */
  double height;
  gboolean is_right; /* it ends where its width ends */
} Ris3MapPageText;

/* Two maps at most. */
#define RIS3_MAP_PAGE_MAX_MAPS 2

/* A sample of a class's fill, and its position. */
typedef struct
{
  guint map; /* whose class it is */
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

/* A note on the map: a disc with its number, and a line from there to the place. */
typedef struct
{
  double x; /* the place */
  double y;
  double disc_x; /* the middle of the disc */
  double disc_y;
  double radius;
  guint32 colour;
} Ris3MapPagePin;

/* Something that takes up room on a page. */
typedef struct
{
  double x, y, width, height;
} Ris3MapPagePlace;

gboolean _ris3_map_page_places_meet (const Ris3MapPagePlace *a, const Ris3MapPagePlace *b);

/* The legend of a map of symbols: its circles, and where they begin. */
typedef struct
{
  Ris3SymbolKeyRow rows[RIS3_SYMBOLS_MAX_SAMPLES];
  guint n_rows; /* 0: the map has none */
  double x;
  double y;
} Ris3MapPageKey;

/* The sign of a difference between two maps, in a legend: its middle. */
typedef struct
{
  Ris3Difference difference;
  double x;
  double y;
} Ris3MapPageSign;

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
  double font_size; /* of the legend; all other sizes are multiples of it */
  double unit;      /* pixels for each of a screen */
  int lines_kept;   /* of a title, or of notes, where there is not room for all */
  guint sacrifice;  /* what was left out, where there is not room for all */
  double line;      /* the width of a thin line */
  GArray *texts;    /* of Ris3MapPageText */
  GArray *swatches; /* of Ris3MapPageSwatch */
  Ris3MapPageKey keys[RIS3_MAP_PAGE_MAX_MAPS];
  GArray *signs;     /* of Ris3MapPageSign */
  GArray *map_texts; /* of Ris3MapPageText, on the map */
  GArray *insets;    /* of Ris3MapPageInset, likewise */
  GArray *pins;      /* of Ris3MapPagePin, likewise; their numbers are texts of the map */
  GArray *bars;      /* of Ris3MapPageBar: the scale of each inset, and that of the map last */
  guint bar_text;    /* of the map_texts, that of the scale of the map */
  int map_x;         /* whole pixels, so that the picture of the map stays sharp */
  int map_y;
  int map_width;
  int map_height;
  int step_x; /* from the first of two maps to the second, which has all that is on the first but the scale of the map
               */
  int step_y;
  guint arrangement;  /* of the words: where the legend is */
  gboolean is_beside; /* of insets: beside the map, below the legend; else on it: */
  guint inset_corner;
  guint inset_columns; /* 0: there are none on the map */
  gboolean fits;       /* whether the map has the room that it needs */
  double free_x;       /* what is left of the page beside the map, below the words; no wider than 0: nothing is */
  double free_y;
  double free_width;
  double free_height;
} Ris3MapPageLayout;

/* Whether a page has more words than its credit, and what two maps are called. */
gboolean _ris3_map_page_has_words (const Ris3MapPage *page);

/* Finds the largest text size at which everything fits, and the arrangement (legend beside or below)
 * that makes the map larger. (transfer full)
 */
Ris3MapPageLayout *_ris3_map_page_layout_new (const Ris3MapPage *page);
void _ris3_map_page_layout_free (Ris3MapPageLayout *self);

/* Adds a small line of text on the map, cut at the width where it would be longer, and returns it until the next is
 * added. */
const Ris3MapPageText *_ris3_map_page_layout_add_map_text (Ris3MapPageLayout *self,
                                                           PangoContext *context,
                                                           const char *string,
                                                           gboolean is_bold,
                                                           double x,
                                                           double y,
                                                           double width);
/* Whether nothing is there yet of what lies on the map: words (the first n_texts of them), insets, discs of pins.
 * within: the index of an inset that the place is to lie in; G_MAXUINT: none, but anywhere on the map */
gboolean _ris3_map_page_layout_is_free (const Ris3MapPageLayout *self,
                                        const Ris3MapPagePlace *place,
                                        guint n_texts,
                                        guint within);
/* Puts the page's notes on the map or into its insets, each as near to its place as can be; one for which there is no
 * room at all is left out. */
void _ris3_map_page_layout_add_pins (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context);
/* Puts the names of the regions of page->options->names on the map; those for which there is no room, or that are not
 * on it, are left out. Last of all: they give way to the rest. */
void _ris3_map_page_layout_add_names (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context);
/* Moves the last of them. */
void _ris3_map_page_layout_move_map_text (Ris3MapPageLayout *self, double x, double y);
/* Puts insets and scale bar on the map. like: whose insets are to be where they are there, if there is room; NULL:
 * none. FALSE: there is no room for the insets, and nothing was put. */
gboolean _ris3_map_page_layout_furnish (Ris3MapPageLayout *self,
                                        const Ris3MapPage *page,
                                        PangoContext *context,
                                        const Ris3MapPageLayout *like);

#define RIS3_MAP_PAGE_FRAME 0xb9c6d0
#define RIS3_MAP_PAGE_INK 0x1f2327

/* The stripes of a class with marks, as the paint of pixels has them: 0 to 2, into stripes. pixel: a logical pixel of
 * the hatching (_ris3_map_page_get_hatch_pixel (), of the width of a thin line), in pixels of the page */
guint _ris3_map_page_make_stripes (Ris3Classification *classification,
                                   Ris3Fill fill,
                                   Ris3Marks marks,
                                   double pixel,
                                   Ris3CanvasStripes stripes[2]);
double _ris3_map_page_get_hatch_pixel (double line);
/* The nearest factor that a paint of pixels can have: 1 to 4. line: the width of a thin line, in pixels */
guint _ris3_map_page_get_scale_factor (double line);

/* A page that is drawn, at once or part by part: what takes long is done for the first part. */
typedef struct _Ris3MapPageDrawing Ris3MapPageDrawing;
Ris3MapPageDrawing *_ris3_map_page_drawing_new (const Ris3MapPage *page);
void _ris3_map_page_drawing_free (Ris3MapPageDrawing *self);
/* progress: called between parts of the page, of which the rest is left out once it says so; NULL: nobody waits */
void
_ris3_map_page_drawing_draw (Ris3MapPageDrawing *self, Ris3Canvas *canvas, Ris3MapPageProgress progress, gpointer data);

/* The map, or an inset of it, somewhere on the page. */
typedef struct _Ris3MapPlate Ris3MapPlate;
/* frame: in pixels of the page, at x and y; line: the width of a thin line, likewise (transfer full) */
Ris3MapPlate *_ris3_map_plate_new (Ris3Classification *classification,
                                   Ris3Boundaries *boundaries,
                                   Ris3Shapes *land,
                                   const Ris3Frame *frame,
                                   int x,
                                   int y,
                                   double line);
void _ris3_map_plate_set_graticule (Ris3MapPlate *self, gboolean has_graticule);
/* What the ids of its areas begin with; "" at first. (transfer none) */
void _ris3_map_plate_set_prefix (Ris3MapPlate *self, const char *prefix);
void _ris3_map_plate_free (Ris3MapPlate *self);
void _ris3_map_plate_draw (Ris3MapPlate *self, Ris3Canvas *canvas);
/* The outline of a region of any level, to stand out. */
void _ris3_map_plate_draw_region (Ris3MapPlate *self, Ris3Canvas *canvas, guint region);

/* The maps of a page, one or two, by their number. */
guint _ris3_map_page_get_n_maps (const Ris3MapPage *page);
Ris3Classification *_ris3_map_page_get_map (const Ris3MapPage *page, guint map); /* (transfer none) */
/* The page as it would be with this one alone. */
Ris3MapPage _ris3_map_page_of (const Ris3MapPage *page, guint map);
/* Whether one legend explains all maps. */
gboolean _ris3_map_page_shares_legend (const Ris3MapPage *page);
/* What the map is called: “A”; “A · 2014–2020”; what is found on it, in a sentence. Of two maps only. */
const char *_ris3_map_page_get_letter (guint map);
char *_ris3_map_page_get_heading (const Ris3MapPage *page, guint map); /* (transfer full) */
char *_ris3_map_page_get_finding (const Ris3MapPage *page, guint map); /* (transfer full) */
/* Begins the ids of all that is drawn of a map, so that each is in a file but once: "", "b-" */
const char *_ris3_map_page_get_prefix (guint map);

/* Whether the legend of a map has a class, and what it calls it. */
gboolean _ris3_map_page_lists_class (const Ris3MapPage *page, guint map, guint klass);
const char *_ris3_map_page_get_class_title (const Ris3MapPage *page, guint map, guint klass);

/* The texts of a page, in the language of the locale. (transfer full), NULL if there is nothing to say */
char *_ris3_map_page_get_title (const Ris3MapPage *page);
char *_ris3_map_page_get_subtitle (const Ris3MapPage *page);
char *_ris3_map_page_get_figure (const Ris3MapPage *page);   /* "32" */
char *_ris3_map_page_get_headline (const Ris3MapPage *page); /* what follows the figure */
char *_ris3_map_page_get_evidence (const Ris3MapPage *page); /* what the figure rests on, of each map */
char *_ris3_map_page_get_reach (const Ris3MapPage *page);    /* how that hangs together with the legend */
char *_ris3_map_page_get_disputes (const Ris3MapPage *page);
char *_ris3_map_page_get_overseas (const Ris3MapPage *page);    /* that these are far from Europe */
const char *_ris3_map_page_get_scope (const Ris3MapPage *page); /* that a part of the map is shown (transfer none) */
char *_ris3_map_page_get_unplaced (const Ris3MapPage *page);
/* The texts of the notes on the map, by their numbers. is_short: one after the other, not one a line */
char *_ris3_map_page_get_notes (const Ris3MapPage *page, gboolean is_short);
char *_ris3_map_page_get_source (const Ris3MapPage *page);
char *_ris3_map_page_get_projection (const Ris3MapPage *page);
char *_ris3_map_page_get_disclaimer (const Ris3MapPage *page); /* NULL: not asked for */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapPageLayout, _ris3_map_page_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapPageDrawing, _ris3_map_page_drawing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapPlate, _ris3_map_plate_free)

G_END_DECLS
