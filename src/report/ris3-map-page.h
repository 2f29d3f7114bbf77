/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "map/ris3-classification.h"
#include "map/ris3-comparison.h"
#include "map/ris3-map-inset.h"
#include "model/ris3-output-file.h"
#include "report/ris3-page-format.h"
#include "report/ris3-page-options.h"

G_BEGIN_DECLS

/* Europe's own map projection, for pages unless another is asked for. */
#define RIS3_MAP_PAGE_CRS "EPSG:3035"

/* The texts of a PNG file that hold the text forms of view and options (ris3_view_from_text(),
 * ris3_page_options_from_text ()). */
#define RIS3_MAP_PAGE_VIEW_KEY "RIS3 view"
#define RIS3_MAP_PAGE_OPTIONS_KEY "RIS3 page"
/* … and the state of the atlas (ris3_atlas_state_read ()). */
#define RIS3_MAP_PAGE_ATLAS_KEY "RIS3 atlas"

/* A map as a page for a report, or two that are compared: title, subtitle with level, NUTS version, period and
 * state of the data, the map with the outermost regions and a scale bar, legend with counts, headline with its base,
 * source, credit and disclaimer. Always light. All of it is borrowed for as long as the page is drawn.
 */
typedef struct
{
  Ris3Classification *classification; /* its boundaries are in the plane of the map: ris3_geodata_project () */
  /* A second map beside it, of the same placement (ris3_classification_new_second ()), and what differs from the first
   * to this one; NULL both: there is one map. The first is called A, this one B. */
  Ris3Classification *compared;
  Ris3Comparison *comparison;
  const char *crs;      /* that plane as it was asked for, "EPSG:3035"; NULL: Web Mercator */
  GPtrArray *insets;    /* of Ris3MapInset, put where they cover no region; NULL: none. They are left out if there is no
                         * room at all, and the page says so. */
  GPtrArray *notes;     /* of Ris3Note, numbered on the map in this order: ris3_map_page_add_notes (); NULL: none */
  guint n_notes_beyond; /* those that were asked for and are not on the map, which the page says */
  const char *source;   /* the title of the atlas; "" or NULL: RIS3 Atlas */
  const char *data_date;          /* state of the data, ISO 8601; "" or NULL if it is not known */
  const char *state;              /* of the atlas, as ris3_atlas_state_read () has it; NULL: not to be told */
  Ris3Box extent;                 /* what the map must show, in its plane; it shows more where there is room */
  guint width;                    /* pixels */
  guint height;                   /* pixels */
  double dpi;                     /* pixels an inch, which text has to be read at; 0: those of a screen, 96 */
  const Ris3PageOptions *options; /* what can be chosen beside; NULL: nothing was, and every word is the page's own */
} Ris3MapPage;

/* Takes size, resolution and projection from options, which the page keeps a pointer to.
 * Errors: RIS3_PAGE_OPTIONS_ERROR_VALUE, if a page cannot be so large or small */
gboolean ris3_map_page_set_options (Ris3MapPage *page, const Ris3PageOptions *options, GError **error);

/* What a page is made of, in the map projection that it is asked for.
 *
 * loaded: as loaded, in normalised Web Mercator
 * crs: as of a page: a code that PROJ knows; EPSG:4326, in which degrees are drawn as they are, too
 *
 * Errors: as ris3_plane_new (). (transfer full) */
Ris3Geodata *ris3_map_page_project (Ris3Geodata *loaded, const char *crs, GError **error);

/* Adds the outermost regions to a page that shows Europe: one of a part of it is of that part.
 *
 * projected, loaded: of ris3_map_page_project ()
 *
 * Errors: as ris3_plane_new () */
gboolean ris3_map_page_add_insets (Ris3MapPage *page, Ris3Geodata *projected, Ris3Geodata *loaded, GError **error);

/* Adds those notes of an atlas that have a place on the map and are not hidden, if the options ask for them. The page
 * needs its options, its classification, its extent and its insets before. On a page without words there are none, as
 * numbers alone say nothing. The array is new, and for the caller to free.
 *
 * notes: of Ris3Note */
void ris3_map_page_add_notes (Ris3MapPage *page, GListModel *notes);

/* Draws the page, with its upper left corner at (0, 0) and a unit for a pixel of the page. The map is drawn with the
 * pixels of the target: under cairo_scale () it is a smaller or larger picture of the same page. */
void ris3_map_page_draw (const Ris3MapPage *page, cairo_t *cr);
/* The same as paths, for printers. */
void ris3_map_page_draw_paths (const Ris3MapPage *page, cairo_t *cr);

/* The title that a page has of itself: what is shown, or both of what two maps show. (transfer full) */
char *ris3_map_page_dup_own_title (const Ris3MapPage *page);

/* The subtitle that a page has of itself, whatever is chosen: level, boundaries, period, state of the data, filter.
 * (transfer full) */
char *ris3_map_page_dup_own_subtitle (const Ris3MapPage *page);

/* One sentence that says what a reader sees who cannot see the page: what is mapped, the classes with their counts, and
 * what is absent. (transfer full) */
char *ris3_map_page_describe (const Ris3MapPage *page);

/* What is to be said before the page is printed in grey: that classes cannot be told apart then; NULL: they can.
 * (transfer full) */
char *ris3_map_page_warn_of_grey (const Ris3MapPage *page);

/* The companion of a page: a table of all its areas with their values, classes and marks, and where these are from. Of
 * two maps, it says of each area which of them it is on, and what became of it.
 *
 * path: its ending tells the kind of table (ris3_export_format_from_path ()): csv, xlsx or ods
 * Errors: as ris3_export_write (), G_IO_ERROR_INVALID_FILENAME for another ending */
gboolean ris3_map_page_write_table (const Ris3MapPage *page,
                                    const char *path,
                                    const Ris3FileId *inputs,
                                    guint n_inputs,
                                    GError **error);

/* The name of the table beside a figure: "map.png": "map.csv". suffix: "csv"; NULL: there is none. (transfer full),
 * NULL then, or if the figure's name has no ending */
char *ris3_map_page_dup_table_path (const char *path, const char *suffix);

/* Called now and then while a page is written. done: how much of it is, 0 to 1. FALSE: stop */
typedef gboolean (*Ris3MapPageProgress) (double done, gpointer data);

/* Draws the page into a file. The file appears at path once it is complete; if it cannot be
 * written, what was at path stays unchanged (Ris3OutputFile). Of a picture of pixels only a part is in memory at a
 * time. Every kind of file says in itself what it shows, in words and so that the program can show it again.
 *
 * path: a file name in the file system's encoding; an existing file is replaced, a device or FIFO is
 *   written to, "-" is standard output
 * inputs: the files that were read for the page, n_inputs of them; path must not be one of these
 * progress: NULL: nobody waits for it
 *
 * Errors: G_IO_ERROR; the message is a sentence that names the file. G_IO_ERROR_CANCELLED if it was stopped
 */
gboolean ris3_map_page_write (const Ris3MapPage *page,
                              Ris3PageFormat format,
                              const char *path,
                              const Ris3FileId *inputs,
                              guint n_inputs,
                              Ris3MapPageProgress progress,
                              gpointer data,
                              GError **error);

G_END_DECLS
