/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One manner of calling: what holds for all commands alike, and what is said of a wrong call. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* ris3, the first argument of the test, and a folder of its own in which it runs. */
static char *program;
static char *folder;

/* Commands, each with what it needs at least. */
static const struct
{
  const char *name;
  const char *needs;
  gboolean takes_atlas;
} commands[] = {
  { "stats", "", TRUE },
  { "show", "FRL0", TRUE },
  { "view", "", TRUE },
  { "check", "", TRUE },
  { "map", "-o a.png --size 640x480", TRUE },
  { "sheet", "FRL0 -o a.pdf --nuts 2016", TRUE },
  { "export", "-o a.csv --table strategies", TRUE },
  { "import", "table.csv --into a.ris3atlas --dry-run", FALSE },
  { "build-default", "--source tables --output built.ris3atlas", FALSE },
};

typedef struct
{
  char *out;
  char *err;
  int status;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Runs a line of the shell, in which "ris3" is the program. */
static Result
run (const char *line)
{
  const char *argv[] = { "/bin/bash", "-c", NULL, NULL };
  g_autofree char *script = g_strdup_printf ("ris3 () { '%s' \"$@\"; }\n%s", program, line);
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  argv[2] = script;
  g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &result.out, &result.err, &result.status,
                &error);
  g_assert_no_error (error);
  result.status = g_spawn_check_wait_status (result.status, &error) ? 0 : error->code;
  return result;
}

static void
assert_run (const char *line, int status, const char *out, const char *err)
{
  g_auto (Result) result = run (line);

  g_test_message ("%s: %d\n%s\n%s", line, result.status, result.out, result.err);
  g_assert_cmpint (result.status, ==, status);
  if (out == NULL)
    g_assert_cmpstr (result.out, ==, "");
  else if (strstr (result.out, out) == NULL)
    g_error ("%s: “%s” instead of “%s”", line, result.out, out);
  if (err == NULL)
    g_assert_cmpstr (result.err, ==, "");
  else if (strstr (result.err, err) == NULL)
    g_error ("%s: “%s” instead of “%s”", line, result.err, err);
}

static void
test_program (void)
{
  static const char *const helps[] = { "--help", "-h", "help" };
  static const char *const versions[] = { "--version", "-V" };

  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_autofree char *line = g_strdup_printf ("ris3 %s", helps[i]);
      g_autofree char *of_map = g_strdup_printf ("ris3 %s map", helps[i]);
      g_autofree char *of_nothing = g_strdup_printf ("ris3 %s dance", helps[i]);
      g_autofree char *of_two = g_strdup_printf ("ris3 %s map check", helps[i]);

      assert_run (line, 0, "Usage: ris3 COMMAND", NULL);
      assert_run (of_map, 0, "Usage: ris3 map [OPTION…] [ATLAS]\n", NULL);
      assert_run (of_nothing, 2, NULL, "There is no command “dance”.");
      assert_run (of_two, 2, NULL, "“check” is one argument too many.");
    }
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *line = g_strdup_printf ("ris3 %s", versions[i]);

      assert_run (line, 0, "ris3 " RIS3_VERSION "\n", NULL);
    }
  assert_run ("ris3", 2, NULL, "ris3: A command is missing.\nTry “ris3 --help”.\n");
  assert_run ("ris3 dance", 2, NULL, "ris3: There is no command “dance”.\nTry “ris3 --help”.\n");
  assert_run ("ris3 $'\\xff'", 2, NULL, "There is no command “");
  assert_run ("ris3 --json stats", 2, NULL, "“--json” is in the place of a command. Put options after the command.");
}

/* In every position, whatever else is there or missing. */
static void
test_help_and_version (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *name = commands[i].name;
      g_autofree char *usage = g_strdup_printf ("Usage: ris3 %s [OPTION…]", name);
      const char *const forms[] = { "%s --help", "%s -h", "%s x --help", "%s -j -h y", "%s --json --help --wrong" };

      for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
        {
          g_auto (GStrv) parts = g_strsplit (forms[f], "%s", 2);
          g_autofree char *help = g_strconcat ("ris3 ", name, parts[1], NULL);
          g_autofree char *version = g_strconcat (help, NULL);
          char *place;

          assert_run (help, 0, usage, NULL);
          if ((place = strstr (version, "--help")) != NULL)
            {
              g_autofree char *rest = g_strdup (place + strlen ("--help"));
              g_autofree char *line = g_strdup_printf ("%.*s--version%s", (int) (place - version), version, rest);

              assert_run (line, 0, "ris3 " RIS3_VERSION "\n", NULL);
            }
        }
    }
}

/* The same wrong calls, of each command. */
static void
test_wrong_calls (void)
{
  static const struct
  {
    const char *arguments;
    const char *complaint;
  } wrong[] = {
    { "--wrong", "There is no option “--wrong”." }, { "--wrong=1", "There is no option “--wrong=1”." },
    { "-x", "There is no option “-x”." },           { "-jx", "There is no option “-x”." },
    { "--json=yes", "--json takes no value." },     { "--ver=1", "--version takes no value." },
    { "a b c", "is one argument too many." },       { "-- --json x y", "is one argument too many." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint w = 0; w < G_N_ELEMENTS (wrong); w++)
      {
        g_autofree char *line
            = g_strdup_printf ("ris3 %s %s %s", commands[i].name, commands[i].needs, wrong[w].arguments);
        g_autofree char *head = g_strdup_printf ("ris3 %s: ", commands[i].name);
        g_autofree char *hint = g_strdup_printf ("\nTry “ris3 %s --help”.\n", commands[i].name);
        g_auto (Result) result = run (line);

        if (result.status != 2 || *result.out != '\0' || !g_str_has_prefix (result.err, head)
            || !g_str_has_suffix (result.err, hint) || strstr (result.err, wrong[w].complaint) == NULL)
          g_error ("%s: %d, “%s”", line, result.status, result.err);
      }
}

static void
test_own_wrong_calls (void)
{
  static const struct
  {
    const char *line;
    const char *complaint;
  } wrong[] = {
    { "show", "An argument is missing: REGION." },
    { "show -- ", "An argument is missing: REGION." },
    { "show XX", "NUTS 2016 has no region “XX”. Give its code, or its name in a language of the EU." },
    { "show FRL0 --nuts", "--nuts needs a value: YEAR." },
    { "show FRL0 --nuts 2010", "the value must be 2013, 2016 or 2021" },
    { "show FRL0 --v", "“--v” may mean more than one option" },
    { "show FRL0 --period 1999-2000", "It has: 2014-2020, 2021-2027, or “latest”" },
    { "show FRL0 --boundaries missing.gpkg", "missing.gpkg" },
    { "show FRL0 --view nuts=x", "the value must be 2013, 2016 or 2021" },
    { "stats -p", "--period needs a value: PERIOD." },
    { "stats --period 1999-2000", "It has: 2014-2020, 2021-2027, or “latest”" },
    { "stats --indicator cancer", "personalised-medicine, health, priorities, theme:" },
    { "compare --against theme:nothing", "No theme is called “nothing”." },
    { "compare --against theme-share:oncolgy", "No theme is called “oncolgy”. Did you mean “Oncology”?" },
    { "stats --indicator theme:oncolgy", "No theme is called “oncolgy”. Did you mean “Oncology”?" },
    { "view --indicator participation:ICPerMet", "No programme is called “ICPerMet”. Did you mean “ICPerMed”?" },
    { "map -o a.png --with theme-count:nothing", "No theme is called “nothing”." },
    { "view -i theme-count:oncology --with theme-count:Oncology", "is to be shown together with itself" },
    { "stats --nuts 2013", "There is no option “--nuts”." },
    { "stats --period=$'\\xff'", "The value of --period is not text" },
    { "view --view colour=red", "A view has no setting “colour”" },
    { "view --view period", "KEY=VALUE" },
    { "view -p 1999-2000", "It has: 2014-2020, 2021-2027, or “latest”" },
    { "view --classes manual:1", "does not suit the indicator" },
    { "view --palette rainbow", "viridis, cividis, blues" },
    { "map", "--output is needed." },
    { "map -o a.png --size 1x1", "each from 480 to 20000" },
    { "map -o - --json", "cannot both be written to standard output" },
    { "map -o /dev/stdout --json", "cannot both be written to standard output" },
    { "map -o a.png --json > a.png; rm a.png; (exit 2)", "cannot both be written to standard output" },
    { "map -o ''", "No name is given for the file to be written. Give one." },
    { "map -o a.jpg", "is not the name of a PNG image. Choose a name that ends" },
    { "map -o a.ris3atlas", "is not the name of a PNG image" },
    { "map -o /proc/a.png", "because the system allows no new files in its folder" },
    { "map -o missing/a.png", "because its folder does not exist" },
    { "map -o a.png -n 2015", "the value must be 2013, 2016 or 2021" },
    { "map -o a.png -e 10,50,5,60", "its west end lies east of its east end. Exchange the first and the third" },
    { "map -o a.png -e 5,60,10,50", "its south end lies north of its north end. Exchange the second and the fourth" },
    { "map -o a.png -e 5,50,5.001,60", "it is smaller than 0.01 degrees" },
    { "map -o a.png -e 5,50,10,90", "longitudes are from -180 to 180, and latitudes from -85 to 85" },
    { "map -o - > /dev/full", "There is not enough space to write" },
    { "stats \"$RIS3_TEST_ATLAS\" 1<> \"$RIS3_TEST_ATLAS\"", "Standard output is the atlas" },
    { "map -o - \"$RIS3_TEST_ATLAS\" 1<> \"$RIS3_TEST_ATLAS\"", "Standard output is the atlas" },
    { "export", "--output is needed." },
    { "export -o a", "does not tell which kind of file it is" },
    { "export -o a.csv", "--table is needed: it says what is exported." },
    { "export -o a.csv -D cheese", "assessments, notes, regions." },
    { "export -o a.xlsx -F pdf -D regions", "the value must be one of: csv, xlsx, ods, gpkg, geojson, fgb." },
    { "export -o a.csv -F xlsx -D regions",
      "is not the name of an Excel workbook. Choose a name that ends in “.xlsx”" },
    { "export -o a.csv -D regions -H code,cheese", "Regions have no column “cheese”. Choose from: code, name," },
    { "export -o a.gpkg -D strategies", "Only regions can be exported as geodata. Choose csv, xlsx or ods." },
    { "export -o a.csv -D contacts", "Contacts are personal data, which is exported only when it is asked for" },
    { "export -o a.csv -D strategies -H analyst", "Add --personal-data if you may pass it on." },
    { "export -o a.csv -D strategies -H cheese", "The table “strategies” has no column “cheese”." },
    { "export -o missing/a.gpkg", "because its folder does not exist" },
    { "export -o - --json", "cannot both be written to standard output" },
    { "export -o - -z", "not beside standard output" },
    { "export -o - > /dev/full", "There is not enough space to write" },
    { "export -o - \"$RIS3_TEST_ATLAS\" 1<> \"$RIS3_TEST_ATLAS\"", "Standard output is the atlas" },
    { "export -o \"$RIS3_TEST_ATLAS\" -F csv -D regions", "is not the name of a CSV table" },
    { "check missing.ris3atlas", "missing.ris3atlas" },
    { "build-default", "--source and --output are needed." },
    { "build-default --source=. --output=x.ris3atlas", "meta.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *line = g_strconcat ("ris3 ", wrong[i].line, NULL);
      g_autoptr (GDir) dir = NULL;

      assert_run (line, 2, NULL, wrong[i].complaint);
      dir = g_dir_open (folder, 0, NULL);
      g_assert_null (g_dir_read_name (dir));
    }
}

/* Named either way, or both; not two of them. */
static void
test_atlas (void)
{
  const char *atlas = g_getenv ("RIS3_TEST_ATLAS");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const forms[] = { "%s", "-a %s", "--atlas %s", "--atlas=%s", "-a %s -- %s" };

      if (!commands[i].takes_atlas)
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
        {
          g_auto (GStrv) parts = g_strsplit (forms[f], "%s", -1);
          g_autofree char *good = g_strjoinv (atlas, parts);
          g_autofree char *bad = g_strjoinv ("missing.ris3atlas", parts);
          g_autofree char *good_line = g_strdup_printf ("ris3 %s %s %s", commands[i].name, commands[i].needs, good);
          g_autofree char *bad_line = g_strdup_printf ("ris3 %s %s %s", commands[i].name, commands[i].needs, bad);
          g_auto (Result) result = run (good_line);

          if (result.status != 0 || *result.err != '\0')
            g_error ("%s: %d, “%s”", good_line, result.status, result.err);
          assert_run (bad_line, 2, NULL, "“missing.ris3atlas” cannot be opened");
        }
      {
        g_autofree char *line
            = g_strdup_printf ("ris3 %s %s -a x.ris3atlas y.ris3atlas", commands[i].name, commands[i].needs);

        assert_run (line, 2, NULL, "Two atlases are named, “x.ris3atlas” and “y.ris3atlas”. Name one of them.");
      }
    }
  assert_run ("rm a.png a.pdf a.csv", 0, NULL, NULL);
}

/* Short and long, near and apart, shortened, in any order, and the name of yesterday. */
static void
test_forms (void)
{
  static const char *const forms[] = { "show FR82 --nuts 2013",     "show FR82 --nuts=2013",
                                       "show -n 2013 FR82",         "show -n2013 FR82",
                                       "show --nu 2013 FR82",       "show --nuts-version 2013 FR82",
                                       "show -n 2016 -n 2013 FR82", "show --nuts=2013 -- FR82",
                                       "show -v nuts=2013 FR82",    "show -v nuts=2021 -n 2013 FR82" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *line = g_strconcat ("ris3 ", forms[i], NULL);

      assert_run (line, 0, "NUTS 2013, level 2 < FR8 Méditerranée < FR France\nIn NUTS 2016: FRL0 (100 %", NULL);
    }
  assert_run ("ris3 show -jp2014-2020 FRL0", 0, "period=2014-2020", NULL);
}

static void
test_view (void)
{
#define WHOLE "indicator=health period=latest level=2 nuts=2021"
  assert_run ("ris3 view", 0, "indicator=personalised-medicine period=2014-2020 level=strategy-territory nuts=2016\n",
              NULL);
  assert_run ("ris3 view -i health -p latest -l 2 -n 2021", 0, WHOLE "\n", NULL);
  assert_run ("ris3 view -v '" WHOLE "' -n 2013", 0, "level=2 nuts=2013\n", NULL);
  assert_run ("ris3 view -v \"$(ris3 view -v '" WHOLE "')\" --json", 0,
              "{\n  \"view\": \"" WHOLE
              "\",\n  \"indicator\": \"health\",\n  \"classes\": null,\n  \"palette\": null,\n"
              "  \"period\": \"latest\",\n  \"level\": \"2\",\n  \"nuts_version\": 2021\n}\n",
              NULL);
  assert_run ("ris3 show FRL0 -j -v '" WHOLE "'", 0, "\"view\": \"" WHOLE "\"", NULL);
  assert_run ("ris3 map -s 640x480 -o a.png -j -v '" WHOLE "'; rm a.png", 0, "\"view\": \"" WHOLE "\"", NULL);
#undef WHOLE
}

static void
test_json (void)
{
  g_autofree char *build = g_strdup_printf ("ris3 build-default --json -S '%s' -b '%s' -o b.ris3atlas; rm b.ris3atlas",
                                            g_getenv ("RIS3_TEST_TABLES"), g_getenv ("RIS3_TEST_BOUNDARIES"));

  assert_run ("ris3 map -s 640x480 -o a.png --json", 0,
              "{\n  \"output\": \"a.png\",\n  \"width\": 640,\n  \"height\": 480,\n", NULL);
  /* The same figures as those of the headline and of stats. */
  assert_run ("ris3 map -s 640x480 -o a.png --json", 0,
              "  \"summary\": {\n    \"strategies\": 198,\n    \"analysed\": 170,\n    \"health\": 147,\n"
              "    \"explicit\": 32,\n    \"disputed\": 5\n  },\n",
              NULL);
  assert_run (
      "ris3 map -s 640x480 -o a.png --json", 0,
      "      \"class\": \"explicit\",\n      \"title\": \"Explicit PM priority\",\n      \"territories\": ", NULL);
  assert_run ("ris3 map -s 640x480 -o a.png --json; rm a.png", 0, "\n      \"strategies\": 32\n    },\n", NULL);
  assert_run (build, 0, "      \"table\": \"strategies.csv\",\n      \"rows\": 317\n", NULL);
  assert_run (build, 0, "      \"table\": \"priorities.csv\",\n      \"rows\": 511\n", NULL);
}

/* What cannot be printed is no success. */
static void
test_output_fails (void)
{
  static const char *const lines[]
      = { "--help", "--version", "help map",     "stats",      "stats --json",    "show FRL0",     "show LI --json",
          "view",   "check",     "check --json", "map --help", "stats --version", "--describe man" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *full = g_strdup_printf ("ris3 %s > /dev/full", lines[i]);
      g_autofree char *closed = g_strdup_printf ("ris3 %s >&-", lines[i]);

      assert_run (full, 2, NULL, "Standard output cannot be written to (No space left on device).");
      assert_run (closed, 2, NULL, "Standard output cannot be written to (Bad file descriptor).");
    }
}

/* Under cron and in bare containers: JSON is the same bytes, and text can be read. */
static void
test_locale (void)
{
  g_auto (Result) utf8 = run ("LC_ALL=C.UTF-8 ris3 show --json EL30");
  g_auto (Result) c = run ("LC_ALL=C ris3 show --json EL30");

  g_assert_cmpstr (c.out, ==, utf8.out);
  g_assert_nonnull (strstr (c.out, "\"name\": \"Αττική\""));
  assert_run ("LC_ALL=C ris3 show EL30", 0, "EL30  Attica - Attiki - Attiki\n", NULL);
  assert_run ("LC_ALL=C ris3 show EL30", 0, "\n2014-2020  RIS3 Attica", NULL);
  assert_run ("LC_ALL=C ris3 show BG41", 0, "BG41  Southwestern Bulgaria - Yugozapaden - Yugozapaden\n", NULL);
  assert_run ("LC_ALL=C ris3 show PL71", 0, "PL71  Lodz - Lodzkie\n", NULL);
  assert_run ("LC_ALL=C ris3 show UKI | LC_ALL=C grep -c '[?]'", 1, "0\n", NULL);
  assert_run ("LC_ALL=C ris3 dance", 2, NULL, "There is no command \"dance\".");
}

/* A terminal obeys what it is sent. */
static void
test_control_characters (void)
{
  assert_run ("ris3 $'\\e]0;x\\a'", 2, NULL, "There is no command “␛]0;x␇”.");
  assert_run ("ris3 show $'\\e[2J\\x7f\\u009b'", 2, NULL, "has no region “␛[2J␡�”");
  assert_run ("ris3 map -o $'\\r.jpg'", 2, NULL, "“␍.jpg” is not the name of a PNG image");
}

/* The environment does not decide what reads the program's data, or what GDAL writes. */
static void
test_environment (void)
{
#define SHOW "ris3 show FRL0 -b \"$RIS3_TEST_BOUNDARIES\""
  assert_run ("GDAL_SKIP=GPKG OGR_SKIP=GPKG CPL_DEBUG=ON CPL_LOG=log " SHOW, 0, "FRL0  Provence", NULL);
  assert_run ("mkdir .gdal; printf '[configoptions]\\nGDAL_SKIP=GPKG\\n' > .gdal/gdalrc; HOME=$PWD " SHOW
              " | head -n 1; rm -r .gdal",
              0, "FRL0  Provence", NULL);
  assert_run ("ls", 0, NULL, NULL);
#undef SHOW
}

/* With a period, a region is shown as the map of that period shows it. */
static void
test_show_period (void)
{
  assert_run ("ris3 show CZ010 | grep -c -e '^2014–2020' -e '^2021–2027'", 0, "2\n", NULL);
  assert_run ("ris3 show CZ010 -p 2014-2020 | grep -c '^2014–2020'", 0, "1\n", NULL);
  assert_run ("ris3 show CZ010 -p 2014-2020 | grep '^2021–2027'", 1, NULL, NULL);
  /* A region that has none in the period inherits, as on the map. */
  assert_run ("ris3 show EL30", 0, "\n2014–2020  ", NULL);
  assert_run ("ris3 show EL30 -p 2021-2027", 0,
              "The atlas has no strategy for this region itself. Inherited:\n\n2021–2027  ", NULL);
  /* A level sums what lies within. */
  assert_run ("ris3 show AT -j", 0, "\"class\": \"not-analysed\"", NULL);
  assert_run ("ris3 show AT -j -p 2014-2020 -l 0", 0, "\"class\": \"below-quarter\"", NULL);
  /* What lies deeper is told what its own area shows. */
  assert_run ("ris3 show DE9 -j -l 0", 0, "\"indicator\": \"personalised-medicine\",\n  \"class\": \"health\"", NULL);
  assert_run ("ris3 show DE9 -j -l 0", 0, "\"decided_by\": [\n    \"DE9-2020\"\n  ]", NULL);
  assert_run ("ris3 show AT -j -p 2014-2020 -l 0", 0, "\"decided_by\": [\n    \"AT-2014\",\n    \"AT1", NULL);
}

#define SQL(query)                                                                                                     \
  "$(python3 -c 'import os, sqlite3; print (sqlite3.connect (os.environ[\"RIS3_TEST_ATLAS\"]).execute (\"" query       \
  "\").fetchone ()[0])')"

/* What matches a filter is what SQL says, and is said with its base. */
static void
test_filter (void)
{
  assert_run ("[ $(ris3 list strategies --filter 'country:France,IT pm:yes' | wc -l) = " SQL (
                  "SELECT count(*) FROM strategy WHERE substr(region_code, 1, 2) IN (\\\"FR\\\", \\\"IT\\\") AND "
                  "pm_mark = 1") " ]",
              0, "", NULL);
  assert_run ("ris3 view -i theme:Oncology --against theme:Neuroscience", 0,
              "indicator=theme:oncology period=2014-2020 against=indicator:theme:neuroscience", NULL);
  assert_run ("ris3 list strategies --json --filter 'theme:oncology theme:genomics,neuroscience'", 2, NULL,
              "At character 16, other themes stand beside a list");
  assert_run ("[ $(ris3 list priorities --filter theme:oncology | wc -l) = " SQL (
                  "SELECT count(*) FROM priority_theme WHERE code = \\\"oncology\\\"") " ]",
              0, "", NULL);
  assert_run ("ris3 list strategies -p 2014-2020 --json | grep -q '\"strategies\": '" SQL (
                  "SELECT count(*) FROM strategy WHERE period = \\\"2014-2020\\\""),
              0, "", NULL);
  /* What only groups priorities is none. */
  assert_run ("ris3 list priorities -p 2014-2020 --json | grep -q '\"priorities\": '" SQL (
                  "SELECT count(*) FROM priority AS p JOIN strategy AS s ON s.id = p.strategy_id WHERE NOT is_area AND "
                  "period = \\\"2014-2020\\\""),
              0, "", NULL);
  assert_run ("[ $(ris3 list priorities | wc -l) = " SQL ("SELECT count(*) FROM priority WHERE NOT is_area") " ]", 0,
              "", NULL);
  assert_run ("ris3 list facets --filter country:FR | grep -q $'^country\\tIT\\t'" SQL (
                  "SELECT count(*) FROM strategy WHERE substr(region_code, 1, 2) = \\\"IT\\\""),
              0, "", NULL);
  /* By what is recorded of the regions themselves, whether all of the atlas is read otherwise or not. */
  assert_run ("ris3 stats -p latest --filter class:participation:ICPerMed/member --json | grep -q '\"strategies\": '"
              "$(ris3 list strategies -p latest --filter class:participation:ICPerMed/member | wc -l)",
              0, "", NULL);
  assert_run ("[ $(ris3 export -D regions -F csv -o - -i priorities -H code,value | sed -n 's/^AT12,//p') = " SQL (
                  "SELECT count(*) FROM priority WHERE strategy_id = \\\"AT12-2014\\\" AND NOT is_area") " ]",
              0, "", NULL);
  assert_run ("ris3 export -D regions -F csv -o - -i participation:ICPerMed -H code,class", 0, "\nAT11,within-member\n",
              NULL);
  /* A table has the rows that are listed, and says which these are. */
  assert_run ("[ \"$(ris3 export -D strategies --filter pm:yes -F csv -o - -H strategy_id | sed 1d | sort)\" = "
              "\"$(ris3 list strategies --filter pm:yes | cut -f 1 | sort)\" ]",
              0, "", NULL);
  assert_run ("[ \"$(ris3 export -D priorities -v filter=theme:oncology -p 2014-2020 -F csv -o - -H priority_id "
              "| tr -d '\"' | sed 1d | sort)\" = "
              "\"$(ris3 list priorities --filter theme:oncology -p 2014-2020 | cut -f 1 | sort)\" ]",
              0, "", NULL);
  assert_run ("ris3 export -D strategies --filter country:FR -p 2014-2020 -o fr.csv --json; rm fr.csv", 0,
              "\"Filter\": \"country:FR · strategies of 2014–2020\"", NULL);
  assert_run ("ris3 export -D notes --filter country:FR -o - -F csv", 2, NULL,
              "A filter and a period are for strategies and priorities.");
  assert_run ("ris3 stats -p 2014-2020 --filter 'country:FR'", 0, "match “country:FR”. Of these:", NULL);
  assert_run ("ris3 stats --json -p latest --filter 'country:FR'", 0, "\"filter\": \"country:FR\"", NULL);
  assert_run ("ris3 view --filter 'country:FR \"a b\"'", 0, " filter=country:FR%20%22a%20b%22", NULL);
  assert_run ("ris3 list strategies --filter 'contry:FR'", 2, NULL, "Did you mean “country”?");
  assert_run ("ris3 stats --filter 'country:FR,Franse'", 2, NULL,
              "At character 12: No country is called “Franse”. Did you mean “France”?");
  assert_run ("ris3 list regions", 2, NULL, "“regions” cannot be listed. Use strategies, priorities or facets.");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  folder = g_dir_make_tmp ("ris3-calls-XXXXXX", NULL);

  g_test_add_func ("/cli/calls/program", test_program);
  g_test_add_func ("/cli/calls/help-and-version", test_help_and_version);
  g_test_add_func ("/cli/calls/wrong-calls", test_wrong_calls);
  g_test_add_func ("/cli/calls/own-wrong-calls", test_own_wrong_calls);
  g_test_add_func ("/cli/calls/atlas", test_atlas);
  g_test_add_func ("/cli/calls/forms", test_forms);
  g_test_add_func ("/cli/calls/view", test_view);
  g_test_add_func ("/cli/calls/json", test_json);
  g_test_add_func ("/cli/calls/output-fails", test_output_fails);
  g_test_add_func ("/cli/calls/locale", test_locale);
  g_test_add_func ("/cli/calls/control-characters", test_control_characters);
  g_test_add_func ("/cli/calls/environment", test_environment);
  g_test_add_func ("/cli/calls/show-period", test_show_period);
  g_test_add_func ("/cli/calls/filter", test_filter);
  status = g_test_run ();

  g_rmdir (folder);
  g_free (folder);
  g_free (program);
  return status;
}
