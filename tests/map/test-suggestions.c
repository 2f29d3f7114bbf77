/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Themes and the mark that texts suggest, by the lists that come along and by lists of the test. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "geo/ris3-boundaries.h"
#include "map/ris3-suggestions.h"

static char *
get_folder (void)
{
  return g_build_filename (g_getenv ("RIS3_DATA_DIR"), "suggestions", NULL);
}

static Ris3Suggestions *
load (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GError) error = NULL;
  Ris3Suggestions *suggestions = ris3_suggestions_load (folder, &error);

  g_assert_no_error (error);
  return suggestions;
}

/* "code: word, word; code: word" */
static char *
describe (GPtrArray *found)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const Ris3Suggestion *suggestion = g_ptr_array_index (found, i);
      g_autofree char *words = g_strjoinv (", ", suggestion->words);

      g_assert_cmpuint (g_strv_length (suggestion->words), ==, suggestion->n_words);
      g_string_append_printf (all, "%s%s: %s", i > 0 ? "; " : "", suggestion->code, words);
    }
  return g_string_free (all, FALSE);
}

static const struct
{
  const char *language, *original, *english, *found;
} samples[] = {
  /* The words are as the text has them, whatever their case and accents. */
  { "", NULL, "Predictive BIOMARKERS for improving disease prevention",
    "biomarkers-diagnostics: BIOMARKERS; prevention-wellbeing: prevention" },
  { "", NULL, "Telemedicine", "e-health-telemedicine: Telemedicine" },
  /* The most found first; each once. */
  { "", NULL, "Food, nutrition, food and tumours", "nutrition-agrofood: Food, nutrition; oncology: tumours" },
  /* With words between, and of several the longest */
  { "", NULL, "personalised, preventive and predictive medicine",
    "personalised-medicine: personalised, preventive and predictive medicine; "
    "explicit-pm: personalised, preventive and predictive medicine; prevention-wellbeing: preventive" },
  { "", NULL, "precision agriculture", "nutrition-agrofood: agriculture" },
  { "", NULL, "personalised services for all citizens of the region, and new forms of medicine", "" },
  { "", NULL, "stratified medi\u00adcine",
    "personalised-medicine: stratified medi\u00adcine; explicit-pm: stratified medi\u00adcine" },
  { "", NULL, "the e-health platform", "e-health-telemedicine: e-health" },
  { "", NULL, "", "" },
  { "", NULL, "Energy and mobility", "" },
  /* The English list reads other languages too. */
  { "xx", "Smart Health", NULL, "e-health-telemedicine: Smart Health" },
  { "it", "Smart Health", NULL, "e-health-telemedicine: Smart Health" },
  /* A list is read for its language only. */
  { "", "Präzisionsmedizin", NULL, "" },
  /* Inflected forms and compounds of each language */
  { "ca", "la medicina de precisió", NULL,
    "personalised-medicine: medicina de precisió; explicit-pm: medicina de precisió" },
  { "cs", "rozvoj personalizované medicíny", NULL,
    "personalised-medicine: personalizované medicíny; explicit-pm: personalizované medicíny" },
  { "da", "tidlig opsporing af kræftsygdomme", NULL,
    "biomarkers-diagnostics: tidlig opsporing; oncology: kræftsygdomme" },
  { "de", "Präzisionsmedizin", NULL, "personalised-medicine: Präzisionsmedizin; explicit-pm: Präzisionsmedizin" },
  { "de", "PRAZISIONSMEDIZIN", NULL, "personalised-medicine: PRAZISIONSMEDIZIN; explicit-pm: PRAZISIONSMEDIZIN" },
  { "de", "Hirntumoren", NULL, "oncology: Hirntumoren; neuroscience: Hirntumoren" },
  { "el", "Εξατομικευμένης ιατρικής", NULL,
    "personalised-medicine: Εξατομικευμένης ιατρικής; explicit-pm: Εξατομικευμένης ιατρικής" },
  { "el", "ΤΡΟΦΙΜΩΝ", NULL, "nutrition-agrofood: ΤΡΟΦΙΜΩΝ" },
  { "es", "medicina personalizada y de precisión", NULL,
    "personalised-medicine: medicina personalizada y de precisión; explicit-pm: medicina personalizada y de "
    "precisión" },
  { "fr", "Le bien-être des personnes âgées", NULL, "active-ageing: âgées; prevention-wellbeing: bien-être" },
  { "hr", "topličkog turizma", NULL, "health-tourism-services: topličkog, turizma" },
  { "hu", "személyre szabott gyógyítás", NULL,
    "personalised-medicine: személyre szabott gyógyítás; explicit-pm: személyre szabott gyógyítás" },
  { "it", "malattie rare e croniche", NULL, "rare-chronic-disease: malattie rare, croniche" },
  { "nl", "hartziekten en voedingsmiddelen", NULL,
    "rare-chronic-disease: hartziekten; nutrition-agrofood: voedingsmiddelen" },
  { "no", "legemidler", NULL, "biotechnology-pharma: legemidler" },
  { "pl", "wyrobów medycznych dla osób starszych", NULL,
    "active-ageing: osób starszych; medical-devices: wyrobów medycznych" },
  { "pl", "ZYWNOSC", NULL, "nutrition-agrofood: ZYWNOSC" },
  { "pt", "envelhecimento saudável", NULL, "active-ageing: envelhecimento; prevention-wellbeing: saudável" },
  { "ro", "turismul balnear", NULL, "health-tourism-services: turismul, balnear" },
  { "sk", "výskum zriedkavých chorôb", NULL, "rare-chronic-disease: zriedkavých chorôb" },
  { "sv", "hjärtsjukdomar och livsmedel", NULL, "rare-chronic-disease: hjärtsjukdomar; nutrition-agrofood: livsmedel" },
  /* Both texts at once */
  { "fr", "Imagerie médicale", "Medical imaging", "medical-imaging: imaging, Imagerie" },
  { "fr", "Télémédecine \xff", "\xfe telemedicine", "e-health-telemedicine: telemedicine, Télémédecine" },
};

static void
test_samples (void)
{
  g_autoptr (Ris3Suggestions) suggestions = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) found
          = ris3_suggestions_find (suggestions, samples[i].original, samples[i].language, samples[i].english);
      g_autofree char *description = describe (found);

      g_assert_cmpstr (description, ==, samples[i].found);
    }
}

/* A folder with the lists that come along, but for what a test puts in the place of one. */
static char *
make_folder (const char *name, const char *text)
{
  g_autofree char *from = get_folder ();
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ris3-suggestions-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; ris3_suggestions_languages[i] != NULL; i++)
    {
      g_autofree char *list = g_strconcat (ris3_suggestions_languages[i], ".csv", NULL);
      g_autofree char *path = g_build_filename (from, list, NULL);
      g_autofree char *copy = g_build_filename (folder, list, NULL);
      g_autofree char *bytes = NULL;

      if (g_str_equal (list, name) && text == NULL)
        continue;
      g_file_get_contents (path, &bytes, NULL, &error);
      g_assert_no_error (error);
      g_file_set_contents (copy, g_str_equal (list, name) ? text : bytes, -1, &error);
      g_assert_no_error (error);
    }
  return folder;
}

static void
remove_folder (const char *folder)
{
  for (guint i = 0; ris3_suggestions_languages[i] != NULL; i++)
    {
      g_autofree char *list = g_strconcat (ris3_suggestions_languages[i], ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, list, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    guint line; /* 0: the whole file */
  } damaged[] = {
    { "", 1 },
    { "words,theme\n", 1 },
    { "theme,words\noncology\n", 2 },
    { "theme,words\noncology,\n", 2 },
    { "theme,words\noncology,krebs\n\noncology,tumor\n", 3 },
    { "theme,words\n,krebs\n", 2 },
    { "theme,words\nOncology,krebs\n", 2 },
    { "theme,words\noncology,krebs,tumor\n", 2 },
    { "theme,words\noncology,\"krebs\"\n", 2 },
    { "theme,words\noncology,krebs\r\n", 2 },
    { "theme,words\noncology,kr*bs\n", 2 },
    { "theme,words\noncology,*\n", 2 },
    { "theme,words\noncology,krebs  tumor\n", 2 },
    { "theme,words\noncology,.. krebs\n", 2 },
    { "theme,words\noncology,krebs ..\n", 2 },
    { "theme,words\noncology,krebs .. .. tumor\n", 2 },
    { "theme,words\noncology,krebs-tumor\n", 2 },
    { "theme,words\noncology,kr\xff"
      "bs\n",
      0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *folder = make_folder ("de.csv", damaged[i].text);
      g_autofree char *place = g_strdup_printf ("Line %u of “de.csv”", damaged[i].line);
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_suggestions_load (folder, &error));
      g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, damaged[i].line > 0 ? place : "de.csv"));
      remove_folder (folder);
    }
}

static void
test_missing (void)
{
  g_autofree char *folder = make_folder ("hu.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ris3_suggestions_load (folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  remove_folder (folder);
}

static void
test_last_line (void)
{
  g_autofree char *folder = make_folder ("de.csv", "theme,words\noncology,krebs*");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Suggestions) suggestions = ris3_suggestions_load (folder, &error);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_no_error (error);
  found = ris3_suggestions_find (suggestions, "Krebsforschung", "de", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  remove_folder (folder);
}

/* Each list suggests each theme of the codebook, and nothing else. */
static void
test_codes (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (g_getenv ("RIS3_DATA_DIR"), "atlas", "codebook.csv", NULL);
  g_autofree char *codebook = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &codebook, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (codebook, "\n", -1);
  g_hash_table_add (codes, g_strdup (RIS3_SUGGESTION_EXPLICIT_PM));
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "health-theme,1,"))
      {
        const char *code = lines[i] + strlen ("health-theme,1,");

        g_hash_table_add (codes, g_strndup (code, strcspn (code, ",")));
      }
  g_assert_cmpuint (g_hash_table_size (codes), ==, 18);
  for (guint i = 0; ris3_suggestions_languages[i] != NULL; i++)
    {
      g_autofree char *list = g_strconcat (ris3_suggestions_languages[i], ".csv", NULL);
      g_autofree char *file = g_build_filename (folder, list, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_auto (GStrv) entries = NULL;

      g_file_get_contents (file, &text, NULL, &error);
      g_assert_no_error (error);
      entries = g_strsplit (text, "\n", -1);
      for (guint j = 1; entries[j] != NULL && *entries[j] != '\0'; j++)
        {
          char *code = g_strndup (entries[j], strcspn (entries[j], ","));

          g_assert_true (g_hash_table_contains (codes, code));
          g_hash_table_add (used, code);
        }
      g_assert_cmpuint (g_hash_table_size (used), ==, g_hash_table_size (codes));
    }
}

/* There is a list of each language of the default atlas. */
static void
test_languages (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RIS3_DATA_DIR"), "atlas", "strategies.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new (",20\\d\\d-20\\d\\d,(\\w*),", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *language = g_match_info_fetch (match, 1);

      g_assert_true (g_strv_contains (ris3_suggestions_languages, language));
      n++;
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestions/samples", test_samples);
  g_test_add_func ("/suggestions/damaged", test_damaged);
  g_test_add_func ("/suggestions/missing", test_missing);
  g_test_add_func ("/suggestions/last-line", test_last_line);
  g_test_add_func ("/suggestions/codes", test_codes);
  g_test_add_func ("/suggestions/languages", test_languages);
  return g_test_run ();
}
