/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The language of the source that was read. */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-record-titles.h"
#include "model/ris3-language.h"

/* The two letters of ISO 639-1 as a number. */
static Ris3Value
get_value (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  const char *language = ris3_strategy_get_language (strategy);

  if (ris3_strategy_get_withheld (strategy))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_WITHHELD);
  if (*language == '\0' || language[1] == '\0')
    return RIS3_VALUE_NUMBER (RIS3_NUMBER_UNKNOWN);
  return RIS3_VALUE_NUMBER ((guchar) language[0] * 256 + (guchar) language[1]);
}

static char *
identify_number (double number)
{
  const char code[] = { (char) ((guint) number / 256), (char) ((guint) number % 256), '\0' };

  return g_strdup (code);
}

static char *
name_number (double number)
{
  g_autofree char *code = identify_number (number);

  return g_strdup (ris3_language_get_name (code));
}

static char *
get_claim (const Ris3Indicator *self,
           const Ris3StrategySummary *summary,
           guint count,
           const char *share,
           const char *years)
{
  if (years == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "(%s; the latest of each region) is recorded with its language",
                                         "(%s; the latest of each region) are recorded with their language", count),
                            share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %s (%s) is recorded with its language",
                                       "of %s (%s) are recorded with their language", count),
                          years, share);
}

const Ris3Indicator ris3_indicator_language = {
  .id = "language",
  .title = N_ ("Language of the Source"),
  .group = RIS3_INDICATOR_GROUP_STRATEGIES,
  .unit = "",
  .kind = RIS3_VALUE_TEXT,
  .unknown = N_ ("Language not known"),
  .name_number = name_number,
  .identify_number = identify_number,
  .get_value = get_value,
  .aggregate = ris3_aggregate_most_frequent,
  .base = RIS3_BASE_KNOWN,
  .get_claim = get_claim,
};
