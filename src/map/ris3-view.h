/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "map/ris3-indicator.h"
#include "map/ris3-level-rule.h"
#include "model/ris3-filter.h"

G_BEGIN_DECLS

#define RIS3_VIEW_ERROR (ris3_view_error_quark ())
GQuark ris3_view_error_quark (void);

typedef enum
{
  RIS3_VIEW_ERROR_SYNTAX, /* a word that is not KEY=VALUE, or a key twice */
  RIS3_VIEW_ERROR_KEY,    /* an unknown key */
  RIS3_VIEW_ERROR_VALUE,  /* a value that is not allowed for the key */
} Ris3ViewError;

/* Everything that the map is asked to show: indicator, class scheme, palette, symbols, period, level rule and NUTS
 * version, and, if that is asked for, which part of the map and which strategies (a filter in its text form). Immutable
 * and comparable; changing one of them makes a new view.
 *
 * Its text form is one line of KEY=VALUE words, as in
 *   indicator=health period=2014-2020 level=strategy-territory nuts=2016
 * the same in the window's settings, in saved views, on the command line and in a figure. A key that is
 * left out has its default value. with=INDICATOR adds a second indicator, against=PERIOD or against=INDICATOR a second
 * map. Characters that would end a word are escaped, such as "%20".
 */
typedef struct _Ris3View Ris3View;

#define RIS3_TYPE_VIEW (ris3_view_get_type ())
GType ris3_view_get_type (void) G_GNUC_CONST;

/* The first indicator in its own classes, 2014-2020, strategy territories of NUTS 2016. (transfer full) */
Ris3View *ris3_view_new (void);
Ris3View *ris3_view_ref (Ris3View *self);
void ris3_view_unref (Ris3View *self);

/* Reads a text form. The message names the wrong word and what is allowed there.
 *
 * base: provides the keys that the text leaves out; NULL: the defaults
 * Errors: RIS3_VIEW_ERROR. (transfer full)
 */
Ris3View *ris3_view_from_text (const char *text, Ris3View *base, GError **error);
/* The complete text form, the same for equal views. (transfer full) */
char *ris3_view_to_text (Ris3View *self);
gboolean ris3_view_equal (Ris3View *self, Ris3View *other);

const Ris3Indicator *ris3_view_get_indicator (Ris3View *self);
/* The second indicator that is shown together with it, in classes of both; NULL: none. */
const Ris3Indicator *ris3_view_get_other_indicator (Ris3View *self);
const char *ris3_view_get_scheme (Ris3View *self); /* as ris3_class_scheme_make() takes it; NULL: the indicator's own */
const char *
ris3_view_get_palette (Ris3View *self);            /* as ris3_colour_set_from_text() takes it; NULL: the classes' own */
gboolean ris3_view_get_symbols (Ris3View *self);   /* whether counts are circles: no other kind ever is */
const char *ris3_view_get_period (Ris3View *self); /* "2014-2020"; NULL: the latest of each region */
Ris3LevelRule ris3_view_get_level_rule (Ris3View *self);
guint ris3_view_get_nuts_version (Ris3View *self);
const char *ris3_view_get_extent (Ris3View *self); /* "europe" or "5.9,45.8,10.5,47.8"; NULL: any */
Ris3Filter *ris3_view_get_filter (Ris3View *self); /* (transfer none) */

/* What it is compared with: the same view of another period, or of another indicator, or both; NULL: with nothing. It
 * is itself compared with nothing. (transfer full) */
Ris3View *ris3_view_get_compared (Ris3View *self);
/* The same in its text form: "period:2021-2027"; NULL: nothing. (transfer full) */
char *ris3_view_dup_against (Ris3View *self);

/* The same view with one thing changed; a new indicator is shown alone, in its own classes and colours.
 *
 * Errors, in functions that have them: RIS3_VIEW_ERROR. (transfer full)
 */
Ris3View *ris3_view_with_indicator (Ris3View *self, const Ris3Indicator *indicator);
/* One that only has another name by now, wherever it is shown, in the same classes and colours. NULL: it is not shown.
 */
Ris3View *ris3_view_rename_indicator (Ris3View *self, const Ris3Indicator *former, const Ris3Indicator *renamed);
/* other: NULL: none; refused if it cannot be one of two (ris3_class_scheme_can_pair ()) */
Ris3View *ris3_view_with_other_indicator (Ris3View *self, const Ris3Indicator *other, GError **error);
/* against: as in the text form: "2021-2027", "latest", "theme:oncology", "period:2021-2027,indicator:year"; NULL:
 * nothing */
Ris3View *ris3_view_with_against (Ris3View *self, const char *against, GError **error);
Ris3View *ris3_view_with_scheme (Ris3View *self, const char *scheme, GError **error);
Ris3View *ris3_view_with_palette (Ris3View *self, const char *palette, GError **error);
Ris3View *ris3_view_with_symbols (Ris3View *self, gboolean symbols); /* only of counts */
Ris3View *ris3_view_with_period (Ris3View *self, const char *period);
Ris3View *ris3_view_with_level_rule (Ris3View *self, Ris3LevelRule level_rule);
Ris3View *ris3_view_with_nuts_version (Ris3View *self, guint nuts_version);
Ris3View *ris3_view_with_extent (Ris3View *self, const char *extent, GError **error); /* NULL: any */
Ris3View *ris3_view_with_filter (Ris3View *self, Ris3Filter *filter);

/* What it shows, in words, in the language of the locale; not its extent. (transfer full) */
char *ris3_view_describe (Ris3View *self);

/* The view as an atlas with these periods can show it: a period that the atlas lacks would give an empty
 * map, and becomes the latest strategy of each region. (transfer full)
 */
Ris3View *ris3_view_fit (Ris3View *self, const char *const *periods);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3View, ris3_view_unref)

G_END_DECLS
