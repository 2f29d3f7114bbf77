/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a table says of regions, that was joined to the atlas: numbers in one indicator, texts in the other. A value is
 * that of exactly its own region. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

static Ris3Value
get_region_value (const Ris3Indicator *self, Ris3RegionRecords *records, guint region)
{
  double number;

  return RIS3_VALUE_NUMBER (
      ris3_region_records_get_value (records, region, self->argument, &number) ? number : RIS3_NUMBER_UNKNOWN);
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  /* Translators: comes after “230 of 240 areas”; a share, and the name of a column of a table. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "(%s) has a value of “%s”", "(%s) have a value of “%s”", count),
                          share, self->argument);
}

static char *
describe_number (const Ris3Value *value)
{
  return g_strdup_printf ("%'.10g", value->number);
}

static char *
name_number (double number)
{
  return g_strdup (g_quark_to_string ((GQuark) number));
}

static char *
describe_text (const Ris3Value *value)
{
  return name_number (value->number);
}

#define COLUMN                                                                                                         \
  .group = RIS3_INDICATOR_GROUP_COLUMNS, .argument_kind = RIS3_ARGUMENT_COLUMN, .argument = "NAME", .unit = "",        \
  .unknown = N_ ("No value"), .get_region_value = get_region_value, .base = RIS3_BASE_AREAS, .get_claim = get_claim

const Ris3Indicator ris3_indicator_column = {
  .id = "column:NAME",
  .title = N_ ("Column of Numbers"),
  .kind = RIS3_VALUE_MEASURE,
  .describe = describe_number,
  COLUMN,
};

const Ris3Indicator ris3_indicator_column_text = {
  .id = "column-text:NAME",
  .title = N_ ("Column of Texts"),
  .kind = RIS3_VALUE_TEXT,
  .name_number = name_number,
  .describe = describe_text,
  COLUMN,
};
