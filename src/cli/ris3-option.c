/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-option.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-class-method.h"
#include "map/ris3-pack-words.h"
#include "map/ris3-view.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-exchange.h"
#include "model/ris3-import-plan.h"
#include "report/ris3-export.h"

static const Ris3Option options[RIS3_N_OPTIONS] = {
  [RIS3_OPTION_ATLAS]
  = { "atlas", 'a', NULL, N_ ("FILE"),
      N_ ("Atlas to read instead of the default one; it can also be given as an argument"), RIS3_OFFER_ATLASES },
  [RIS3_OPTION_VIEW]
  = { "view", 'v', NULL, N_ ("TEXT"),
      N_ ("The whole view as one text, as “ris3 view” prints it; other options take precedence"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_SAVED_VIEW]
  = { "saved-view", 0, NULL, N_ ("NAME"), N_ ("A view that was saved in the atlas; other options take precedence"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_FILTER]
  = { "filter", 0, NULL, N_ ("TEXT"), N_ ("Only what matches, as in 'country:FR theme:oncology since:2014 genom*'"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_INDICATOR] = { "indicator", 'i', NULL, N_ ("NAME"), N_ ("Indicator to show"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_WITH] = { "with", 0, NULL, N_ ("NAME"),
                         N_ ("Second indicator to show together with it, in classes of both"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_AGAINST] = { "against", 0, NULL, N_ ("PERIOD"),
                            N_ ("What it is compared with: a period such as 2021-2027, an indicator, or both, as in "
                                "“period:2021-2027,indicator:theme:oncology”"),
                            RIS3_OFFER_PERIODS },
  [RIS3_OPTION_CLASSES]
  = { "classes", 'c', NULL, N_ ("SCHEME"),
      N_ ("How values are grouped into classes, for example natural:4 or manual:3,5,10; methods"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_PALETTE]
  = { "palette", 'Z', NULL, N_ ("NAME"), N_ ("Colours of the classes, with “,reversed” after the name if need be"),
      RIS3_OFFER_WORDS },
  [RIS3_OPTION_PERIOD] = { "period", 'p', NULL, N_ ("PERIOD"),
                           N_ ("Strategies of one period such as 2014-2020, or “latest” for the latest of each region"),
                           RIS3_OFFER_PERIODS },
  [RIS3_OPTION_LEVEL]
  = { "level", 'l', NULL, N_ ("LEVEL"), N_ ("NUTS level of the areas, or each area as coarse as its strategies allow"),
      RIS3_OFFER_WORDS },
  [RIS3_OPTION_NUTS] = { "nuts", 'n', "nuts-version", N_ ("YEAR"), N_ ("NUTS version"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_OUTPUT] = { "output", 'o', NULL, N_ ("FILE"), N_ ("File to write"), RIS3_OFFER_FILES },
  [RIS3_OPTION_SIZE] = { "size", 's', NULL, N_ ("WIDTHxHEIGHT"),
                         N_ ("Size in pixels, or in millimetres as in 297x210mm"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_PAGE] = { "page", 0, NULL, N_ ("TEXT"),
                         /* xgettext:no-c-format */
                         N_ ("How the page is made, such as “template=a4-portrait dpi=300 title=My%20map "
                             "graticule=yes”, or a name: “slide”, "
                             "or that of a page saved in the window"),
                         RIS3_OFFER_NOTHING },
  [RIS3_OPTION_NOTES]
  = { "notes", 0, NULL, NULL, N_ ("Print the notes on the map, numbered, with their texts"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_WITH_TABLE]
  = { "with-table", 0, NULL, N_ ("FILE"), N_ ("Also write a table of the areas that are shown"), RIS3_OFFER_FILES },
  [RIS3_OPTION_TABLES]
  = { "tables", 0, NULL, N_ ("KIND"), N_ ("Also write a table of the areas beside each map"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_EXTENT]
  = { "extent", 'e', NULL, N_ ("EXTENT"),
      N_ ("What the map shows: europe, a region’s code, or west,south,east,north in degrees"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_SOURCE] = { "source", 'S', NULL, N_ ("DIR"), N_ ("Folder of the tables"), RIS3_OFFER_FOLDERS },
  [RIS3_OPTION_BOUNDARIES]
  = { "boundaries", 'b', NULL, N_ ("FILE"), N_ ("GeoPackage of the boundaries"), RIS3_OFFER_BOUNDARIES },
  [RIS3_OPTION_LAYER]
  = { "layer", 'y', NULL, N_ ("LAYER"), N_ ("Layer to read; a comma separates several"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_CODE] = { "code", 'K', NULL, N_ ("COLUMN"), N_ ("Column of the codes"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_VALUE] = { "value", 0, NULL, N_ ("COLUMN"), N_ ("Column of the values"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_TITLE] = { "title", 0, NULL, N_ ("TEXT"), N_ ("What it is to be called"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_UNIT] = { "unit", 0, NULL, N_ ("TEXT"), N_ ("Unit of the numbers"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_YEAR] = { "year", 0, NULL, N_ ("YEAR"), N_ ("Year that the values are of"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_CREDIT] = { "credit", 0, NULL, N_ ("TEXT"), N_ ("Who is to be credited"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_NAME] = { "name", 'N', NULL, N_ ("COLUMN"), N_ ("Column of the names"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_LEVELS]
  = { "levels", 'W', NULL, N_ ("COLUMN"),
      N_ ("Column of the levels, or one level for all areas: 0 to 3, or 4 and 5 for LAU; or LAYER=COLUMN and the like, "
          "of several layers, with commas between"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_COUNTRY]
  = { "country", 'Y', NULL, N_ ("COLUMN"), N_ ("Column of the codes of countries"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_PARENT]
  = { "parent", 'P', NULL, N_ ("COLUMN"), N_ ("Column of the code of the area that each lies in"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_CRS]
  = { "crs", 'G', NULL, N_ ("CODE"), N_ ("Coordinate system, such as EPSG:3035"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_REMEMBER]
  = { "remember", 'q', NULL, NULL, N_ ("Show the atlas with these boundaries from now on"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_INPUT] = { "input", 'I', NULL, N_ ("FILE"), N_ ("File to read"), RIS3_OFFER_FILES },
  [RIS3_OPTION_DRY_RUN]
  = { "dry-run", 'd', NULL, NULL, N_ ("Only see whether it would work; nothing is changed"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_BY] = { "by", 'B', NULL, N_ ("NAME"), N_ ("Name of a person"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_REGION] = { "region", 'r', NULL, N_ ("CODE"), N_ ("Only of one region"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_STRATEGY]
  = { "strategy", 't', NULL, N_ ("ID"), N_ ("Only of one strategy, with its priorities"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_KIND] = { "kind", 'k', NULL, N_ ("KIND"),
                         N_ ("Only one kind of edit, such as priority or priority-delete"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_FROM]
  = { "from", 'f', NULL, N_ ("DAY"), N_ ("Not before this day, such as 2026-01-31"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_TO] = { "to", 'T', NULL, N_ ("DAY"), N_ ("Not after this day"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_TEXT]
  = { "text", 'x', NULL, N_ ("TEXT"), N_ ("Only where the name of the edit has this text"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_LIMIT] = { "limit", 'm', NULL, N_ ("NUMBER"), N_ ("At most so many"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_CHANGE]
  = { "change", 'C', NULL, N_ ("NUMBER"), N_ ("One change, by its number in the history"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_REDO] = { "redo", 'R', NULL, NULL, N_ ("Do again what was undone last"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_EMPTY]
  = { "empty", 'E', NULL, NULL, N_ ("Only regions and codebooks, without any strategy"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_LIST] = { "list", 'L', NULL, NULL, N_ ("List the backup copies that there are"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_RESTORE] = { "restore", 'U', NULL, N_ ("FILE"),
                            N_ ("Give all records the values that they have in a backup copy"), RIS3_OFFER_ATLASES },
  [RIS3_OPTION_TABLE] = { "table", 'D', NULL, N_ ("TABLE"), N_ ("Table of the atlas"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_FORMAT]
  = { "format", 'F', NULL, N_ ("FORMAT"), N_ ("Kind of file, where its name does not tell"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_COLUMNS] = { "columns", 'H', NULL, N_ ("NAMES"),
                            N_ ("Only these columns, in this order, with commas between them"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_PERSONAL_DATA]
  = { "personal-data", 'u', NULL, NULL, N_ ("Also names and addresses of persons"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_WITH_BASE]
  = { "with-base", 'z', NULL, NULL, N_ ("Also write a text beside the file, which tells where its contents come from"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_INTO] = { "into", 'A', NULL, N_ ("ATLAS"), N_ ("Atlas to import into"), RIS3_OFFER_ATLASES },
  [RIS3_OPTION_SHEET]
  = { "sheet", 'O', NULL, N_ ("NAME"), N_ ("Sheet of a spreadsheet that has several"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_ALL_SHEETS]
  = { "all-sheets", 0, NULL, NULL, N_ ("All sheets whose headings are known, as one edit"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_HEADING_ROW]
  = { "heading-row", 'J', NULL, N_ ("NUMBER"),
      N_ ("Row with the headings, where it is not the one that looks most like it; what is above it is not read"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_ENCODING]
  = { "encoding", 'g', NULL, N_ ("NAME"),
      N_ ("Encoding of a CSV file, such as ISO-8859-2, which is found out otherwise"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_SEPARATOR]
  = { "separator", 'Q', NULL, N_ ("SIGN"), N_ ("What is between the cells of a CSV file, which is found out otherwise"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_MAP]
  = { "map", 'M', NULL, N_ ("COLUMN=HEADING"),
      N_ ("Which column of the file is which, such as “title=Name;year=”, where the headings do not tell; several with "
          "“;” between them, and none where nothing follows the “=”"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_MATCH] = { "match", 0, NULL, N_ ("HOW"),
                          N_ ("By what a row is taken for a strategy of the atlas; “usual” is by its identifier, or, "
                              "if it has none, by its "
                              "region, period and title"),
                          RIS3_OFFER_WORDS },
  [RIS3_OPTION_CLEAR_EMPTY]
  = { "clear-empty", 0, NULL, NULL, N_ ("Let empty cells empty the value in the atlas"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_ROWS] = { "rows", 'w', NULL, N_ ("ROWS"),
                         N_ ("Only these rows: new, changed, or numbers such as 2-40,57"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_SKIP_REFUSED]
  = { "skip-refused", 'X', NULL, NULL, N_ ("Import the other rows even if some are refused"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_STATE] = { "state", 0, NULL, N_ ("STATES"),
                          N_ ("Only comments of this state; a comma separates several"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_ROUND]
  = { "round", 0, NULL, N_ ("NAME"), N_ ("Round of consultation whose requests are meant"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_LANGUAGE] = { "language", 0, NULL, N_ ("CODE"), N_ ("Language to write in"), RIS3_OFFER_WORDS },
  [RIS3_OPTION_WITH_PDF]
  = { "with-pdf", 0, NULL, NULL, N_ ("Also write a PDF of the same, with the map of the region, beside each file"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_SENDER]
  = { "sender", 0, NULL, N_ ("TEXT"), N_ ("Who sends it: an organisation, or a person"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_REPLY_TO] = { "reply-to", 0, NULL, N_ ("TEXT"),
                             N_ ("Where answers are to be sent: an e-mail or a postal address"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_REPLACE]
  = { "replace", 0, NULL, NULL, N_ ("Replace files that exist, with what somebody may have written into them"),
      RIS3_OFFER_NOTHING },
  [RIS3_OPTION_APPLY]
  = { "apply", 0, NULL, NULL, N_ ("Take in what is new; nothing is changed without it"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_YES] = { "yes", 0, NULL, NULL, N_ ("Do it without asking"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_JSON] = { "json", 'j', NULL, NULL, N_ ("Print JSON"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_HELP] = { "help", 'h', NULL, NULL, N_ ("Print this help and exit"), RIS3_OFFER_NOTHING },
  [RIS3_OPTION_VERSION]
  = { "version", 'V', NULL, NULL, N_ ("Print the version of the program and exit"), RIS3_OFFER_NOTHING },
};

const Ris3Option *
ris3_option_get (Ris3OptionId id)
{
  g_return_val_if_fail (id < RIS3_N_OPTIONS, NULL);
  return &options[id];
}

char **
ris3_option_get_words (Ris3OptionId id)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (id == RIS3_OPTION_INDICATOR || id == RIS3_OPTION_WITH)
    for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
      g_strv_builder_add (words, ris3_indicator_get (i)->id);
  else if (id == RIS3_OPTION_CLASSES)
    for (guint i = 0; i < ris3_class_method_get_n_methods (); i++)
      g_strv_builder_add (words, ris3_class_method_get (i)->id);
  else if (id == RIS3_OPTION_PALETTE)
    for (guint i = 0; i < ris3_colour_set_get_n_sets (); i++)
      g_strv_builder_add (words, ris3_colour_set_get (i)->id);
  else if (id == RIS3_OPTION_LEVEL)
    for (guint i = 0; i < RIS3_N_LEVEL_RULES; i++)
      g_strv_builder_add (words, ris3_level_rule_get_id (i));
  else if (id == RIS3_OPTION_NUTS)
    for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
      {
        g_autofree char *version = g_strdup_printf ("%u", ris3_nuts_versions[i]);

        g_strv_builder_add (words, version);
      }
  else if (id == RIS3_OPTION_EXTENT)
    g_strv_builder_add (words, "europe");
  else if (id == RIS3_OPTION_FORMAT)
    for (guint i = 0; i < RIS3_N_EXPORT_FORMATS; i++)
      g_strv_builder_add (words, ris3_export_format_get_id (i));
  else if (id == RIS3_OPTION_TABLES)
    for (guint i = 0; i < RIS3_N_EXPORT_FORMATS; i++)
      {
        if (!ris3_export_format_has_shapes (i))
          g_strv_builder_add (words, ris3_export_format_get_id (i));
      }
  else if (id == RIS3_OPTION_LANGUAGE)
    for (guint i = 0; ris3_pack_words_get_languages ()[i] != NULL; i++)
      g_strv_builder_add (words, ris3_pack_words_get_languages ()[i]);
  else if (id == RIS3_OPTION_STATE)
    {
      g_strv_builder_add (words, "open");
      for (guint i = 0; i < RIS3_N_COMMENT_STATES; i++)
        {
          char *word = g_strdelimit (g_strdup (ris3_comment_state_get_word (i)), " ", '-');

          g_strv_builder_add (words, word);
          g_free (word);
        }
    }
  else if (id == RIS3_OPTION_MATCH)
    for (guint i = 0; i < RIS3_N_IDENTITIES; i++)
      g_strv_builder_add (words, ris3_import_identity_get_name (i));
  else if (id == RIS3_OPTION_TABLE)
    for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
      g_strv_builder_add (words, ris3_exchange_get_name (i));
  return g_strv_builder_end (words);
}

char *
ris3_option_get_default (Ris3OptionId id)
{
  g_autoptr (Ris3View) view = ris3_view_new ();

  if (id == RIS3_OPTION_INDICATOR)
    return g_strdup (ris3_view_get_indicator (view)->id);
  if (id == RIS3_OPTION_LEVEL)
    return g_strdup (ris3_level_rule_get_id (ris3_view_get_level_rule (view)));
  if (id == RIS3_OPTION_NUTS)
    return g_strdup_printf ("%u", ris3_view_get_nuts_version (view));
  if (id == RIS3_OPTION_EXTENT)
    return g_strdup ("europe");
  return NULL;
}

char *
ris3_option_get_help (Ris3OptionId id, const char *note)
{
  const Ris3Option *self = ris3_option_get (id);
  g_auto (GStrv) words = ris3_option_get_words (id);
  g_autofree char *otherwise = ris3_option_get_default (id);
  GString *help = g_string_new (_ (self->help));

  /* One word alone stands in the help itself. */
  for (guint i = 0; g_strv_length (words) > 1 && words[i] != NULL; i++)
    g_string_append_printf (help, "%s%s", i == 0 ? ": " : ", ", words[i]);
  if (note != NULL)
    g_string_append_printf (help, "; %s", note);
  else if (otherwise != NULL)
    {
      g_string_append (help, "; ");
      /* Translators: ends what is said of an option, with the value that it has when it is not given. */
      g_string_append_printf (help, _ ("%s by default"), otherwise);
    }
  return g_string_free (help, FALSE);
}
