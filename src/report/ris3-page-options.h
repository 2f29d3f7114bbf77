/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "report/ris3-page-template.h"

G_BEGIN_DECLS

/* The smallest and the largest size of a page of pixels each way, and of its dots an inch. */
#define RIS3_PAGE_MIN_PIXELS 480
#define RIS3_PAGE_MAX_PIXELS 20000
#define RIS3_PAGE_MIN_DPI 36
#define RIS3_PAGE_MAX_DPI 1200
/* The same of a page of paper each way, in millimetres; of A0 the longer side is 1189. */
#define RIS3_PAGE_MIN_PAPER 30.0
#define RIS3_PAGE_MAX_PAPER 2400.0

/* What can be chosen of a page, beside what its map shows (Ris3View). Its text form is one line of KEY=VALUE words in
 * the manner of a view's:
 *
 *   template=a4-landscape size=297x210mm dpi=300 crs=EPSG:3035 title=My%20map graticule=yes names=FRL0,DE1
 *
 * A key that is left out has its default value. The same in settings, in figures, and on the command line.
 */
typedef struct
{
  Ris3PageTemplate page;
  double width; /* millimetres; 0: as the template has it */
  double height;
  guint pixel_width; /* pixels, whatever the millimetres; 0: by millimetres and dpi */
  guint pixel_height;
  double dpi;                /* 0: as the template has it */
  char *crs;                 /* as PROJ has it; NULL: RIS3_MAP_PAGE_CRS */
  char *title;               /* NULL: what is shown */
  char *subtitle;            /* NULL: level, boundaries, period, state of the data */
  char *notes;               /* NULL: none */
  char *publisher;           /* named in the disclaimer; NULL: “the publisher” */
  char *figure;              /* its number in the publication; NULL: none */
  char **names;              /* codes of the regions whose names are on the map; NULL: none */
  GPtrArray *class_titles;   /* (element-type utf8): by class; NULL, as any of them: the classes' own */
  gboolean has_second_map;   /* of a view that is compared with something */
  gboolean has_pins;         /* the notes on the map, numbered, with their texts */
  gboolean has_insets;       /* the outermost regions */
  gboolean has_small_states; /* insets of Cyprus, Liechtenstein, Luxembourg and Malta */
  gboolean has_graticule;
  gboolean has_disclaimer;
} Ris3PageOptions;

#define RIS3_PAGE_OPTIONS_ERROR (ris3_page_options_error_quark ())
GQuark ris3_page_options_error_quark (void);

typedef enum
{
  RIS3_PAGE_OPTIONS_ERROR_SYNTAX, /* a word that is not KEY=VALUE, or a key twice */
  RIS3_PAGE_OPTIONS_ERROR_KEY,
  RIS3_PAGE_OPTIONS_ERROR_VALUE,
} Ris3PageOptionsError;

/* The default: A4 landscape, with second map, insets and disclaimer. (transfer full) */
Ris3PageOptions *ris3_page_options_new (void);
Ris3PageOptions *ris3_page_options_copy (const Ris3PageOptions *self);
/* Without what belongs to one map alone: title, subtitle, notes, figure, names, pins, words of the legend. (transfer
 * full) */
Ris3PageOptions *ris3_page_options_copy_lasting (const Ris3PageOptions *self);
/* Takes just those from other options. */
void ris3_page_options_copy_words (Ris3PageOptions *self, const Ris3PageOptions *from);
void ris3_page_options_free (Ris3PageOptions *self);
gboolean ris3_page_options_equal (const Ris3PageOptions *self, const Ris3PageOptions *other);

/* Reads a text form. base: provides what the text leaves out; NULL: the defaults
 * Errors: RIS3_PAGE_OPTIONS_ERROR, a sentence that names the word and what is allowed there. (transfer full) */
Ris3PageOptions *ris3_page_options_from_text (const char *text, const Ris3PageOptions *base, GError **error);
/* The complete text form, the same for equal options. (transfer full) */
char *ris3_page_options_to_text (const Ris3PageOptions *self);

/* Sets a string of the options; "" is NULL, too. field: &options->title, … */
void ris3_page_options_set (char **field, const char *value);
/* What a class is called in the legend; own: what it is called otherwise. (transfer none) */
const char *ris3_page_options_get_class_title (const Ris3PageOptions *self, guint klass, const char *own);
void ris3_page_options_set_class_title (Ris3PageOptions *self, guint klass, const char *title);

double ris3_page_options_get_dpi (const Ris3PageOptions *self);
/* The size in millimetres. */
void ris3_page_options_get_paper (const Ris3PageOptions *self, double *width, double *height);
/* "297 × 210 mm" (transfer full) */
char *ris3_page_options_describe_size (const Ris3PageOptions *self);
/* The size in pixels.
 * Errors: RIS3_PAGE_OPTIONS_ERROR_VALUE, if that is less or more than a page may have */
gboolean ris3_page_options_get_pixels (const Ris3PageOptions *self, guint *width, guint *height, GError **error);

/* Reads a size: "1600x1200" (pixels) or "297x210mm". Errors: RIS3_PAGE_OPTIONS_ERROR_VALUE */
gboolean ris3_page_options_set_size (Ris3PageOptions *self, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PageOptions, ris3_page_options_free)

G_END_DECLS
