/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keys and words of consultation packs. */

#include "config.h"

#include <string.h>

#include "map/ris3-comment-register.h"
#include "map/ris3-pack-key.h"
#include "map/ris3-pack-language.h"
#include "map/ris3-pack-sender.h"
#include "map/ris3-pack-words.h"
#include "map/ris3-table-words.h"
#include "model/ris3-change.h"
#include "model/ris3-language.h"

static void
test_key (void)
{
  Ris3PackKey key = { .nuts_version = 2016,
                      .region_code = (char *) "A B/ä",
                      .request_id = 12,
                      .about = RIS3_PACK_ABOUT_PRIORITY,
                      .priority_id = 4711,
                      .strategy_id = (char *) "FRL0-2014",
                      .digests = { 1, 0xffffffff, 3, 4, 5 } };
  g_autofree char *text = ris3_pack_key_to_text (&key);
  g_autofree char *spaced = g_strconcat ("  ", text, "\n", NULL);
  g_autoptr (Ris3PackKey) read = ris3_pack_key_from_text (spaced);

  g_assert_nonnull (read);
  g_assert_cmpuint (read->nuts_version, ==, 2016);
  g_assert_cmpstr (read->region_code, ==, "A B/ä");
  g_assert_cmpint (read->request_id, ==, 12);
  g_assert_cmpint (read->about, ==, RIS3_PACK_ABOUT_PRIORITY);
  g_assert_cmpint (read->priority_id, ==, 4711);
  g_assert_cmpstr (read->strategy_id, ==, "FRL0-2014");
  g_assert_cmpmem (read->digests, sizeof read->digests, key.digests, sizeof key.digests);

  /* Whichever letter is changed or lost, it is none any more. */
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *touched = g_strdup (text);
      g_autofree char *shorter = g_strdup_printf ("%.*s%s", (int) i, text, text + i + 1);

      touched[i] = touched[i] == '7' ? '8' : '7';
      g_assert_null (ris3_pack_key_from_text (touched));
      g_assert_null (ris3_pack_key_from_text (shorter));
    }
  g_assert_null (ris3_pack_key_from_text (""));
  g_assert_true (ris3_pack_key_is_meant (text));
}

/* A strategy may be called as it likes: it is never taken for the region. */
static void
test_key_about (void)
{
  static const struct
  {
    Ris3PackAbout about;
    const char *strategy_id;
    gint64 priority_id;
  } cases[] = {
    { RIS3_PACK_ABOUT_REGION, NULL, 0 },       { RIS3_PACK_ABOUT_STRATEGY, "*", 0 },
    { RIS3_PACK_ABOUT_STRATEGY, "", 0 },       { RIS3_PACK_ABOUT_NEW, "FRL0-2014", 0 },
    { RIS3_PACK_ABOUT_PRIORITY, "%2A", 4711 }, { RIS3_PACK_ABOUT_NEW, NULL, 0 },
    { RIS3_PACK_ABOUT_NEW_STRATEGY, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Ris3PackKey key = { .nuts_version = 2016,
                                .region_code = (char *) "FRL0",
                                .about = cases[i].about,
                                .strategy_id = (char *) cases[i].strategy_id,
                                .priority_id = cases[i].priority_id,
                                .digests = { 1, 2 } };
      g_autofree char *text = ris3_pack_key_to_text (&key);
      g_autoptr (Ris3PackKey) read = ris3_pack_key_from_text (text);

      g_assert_nonnull (read);
      g_assert_cmpint (read->about, ==, cases[i].about);
      g_assert_cmpstr (read->strategy_id, ==, cases[i].strategy_id);
      g_assert_cmpint (read->priority_id, ==, cases[i].priority_id);
    }
}

static void
test_digest (void)
{
  g_assert_cmpuint (ris3_pack_key_digest ("a\nb"), ==, ris3_pack_key_digest (" a\r\nb\n"));
  g_assert_cmpuint (ris3_pack_key_digest ("\xc3\xa4"), ==, ris3_pack_key_digest ("a\xcc\x88"));
  g_assert_cmpuint (ris3_pack_key_digest ("2.1"), !=, ris3_pack_key_digest ("2.10"));
  g_assert_cmpuint (ris3_pack_key_digest (""), !=, ris3_pack_key_digest ("0"));
}

/* Each heading means one thing, in all languages together. */
static void
test_words (void)
{
  static const char *const headings[] = { "key",
                                          "strategy_id",
                                          "priority_id",
                                          "period",
                                          "label",
                                          "page_label",
                                          "text",
                                          "original_text",
                                          "explicit_pm",
                                          "themes",
                                          "title",
                                          "year",
                                          "pm_mark",
                                          "health_priority",
                                          "source_url",
                                          "answer",
                                          "comment",
                                          "role",
                                          "proposed-label",
                                          "proposed-page_label",
                                          "proposed-text",
                                          "proposed-explicit_pm",
                                          "proposed-title",
                                          "proposed-year",
                                          "proposed-pm_mark",
                                          "proposed-health_priority",
                                          "proposed-source_url",
                                          "proposed-themes",
                                          NULL };
  static const char *const replies[] = { "agree", "disagree", "yes", "no", "unknown", NULL };
  const char *const *const lists[] = { headings, replies };
  const char *const *languages = ris3_pack_words_get_languages ();

  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    for (gint i = 0; lists[list][i] != NULL; i++)
      for (guint j = 0; languages[j] != NULL; j++)
        {
          const char *word = ris3_pack_words_get (lists[list][i], languages[j]);

          g_assert_cmpint (ris3_pack_words_find (lists[list], word, NULL), ==, i);
          if (j > 0 && list == 0)
            g_assert_cmpstr (word, !=, ris3_pack_words_get (lists[list][i], "en"));
        }
  g_assert_cmpint (ris3_pack_words_find (headings, "  LABEL. ", NULL), ==, 4);
  g_assert_cmpint (ris3_pack_words_find (headings, "", NULL), ==, -1);
  g_assert_cmpstr (ris3_pack_words_fit_language ("fr"), ==, "fr");
  g_assert_cmpstr (ris3_pack_words_fit_language ("tr"), ==, "en");
  g_assert_cmpstr (ris3_pack_words_fit_language (NULL), ==, "en");
  for (const char *const(*country)[2] = (const char *const[][2]){ { "FRL0", "fr" },
                                                                  { "DE", "de" },
                                                                  { "AT13", "de" },
                                                                  { "ES1", "es" },
                                                                  { "ITC4", "it" },
                                                                  { "PL21", "pl" },
                                                                  { "BE1", "en" },
                                                                  { "LU", "en" },
                                                                  { "CH01", "en" },
                                                                  { "EL", "en" },
                                                                  { NULL, NULL } };
       (*country)[0] != NULL; country++)
    g_assert_cmpstr (ris3_pack_words_guess_language ((*country)[0]), ==, (*country)[1]);
}

/* What people write of themselves when they agree or do not, and what is neither. */
static void
test_replies (void)
{
  static const char *const agree[]
      = { "OK",          "We agree.",          "agreed",    "stimme zu",        "Stimmt so!",
          "Zustimmung",  "Einverstanden",      "en accord", "Je suis d'accord", "Tout à fait d’accord",
          "conforme",    "Estamos de acuerdo", "Correcto",  "Siamo d'accordo",  "Concordo",
          "Zgadzam się", "tak, zgoda" };
  static const char *const disagree[] = { "We do not agree",
                                          "Don’t agree",
                                          "not ok",
                                          "Stimme nicht zu",
                                          "nicht einverstanden",
                                          "falsch",
                                          "Nous ne sommes pas d'accord",
                                          "désaccord",
                                          "No estamos de acuerdo",
                                          "Non siamo d’accordo",
                                          "Nie zgadzam się",
                                          "nieprawda" };
  static const char *const neither[] = { "",
                                         "teilweise",
                                         "stimmt teilweise",
                                         "stimmt nur teilweise",
                                         "nicht zutreffend",
                                         "en partie",
                                         "pas tout à fait d'accord",
                                         "plutôt d'accord",
                                         "sans objet",
                                         "n/a",
                                         "partly",
                                         "agree in part",
                                         "not sure",
                                         "maybe",
                                         "x",
                                         "parcialmente",
                                         "más o menos",
                                         "in parte",
                                         "forse",
                                         "częściowo",
                                         "raczej tak",
                                         "no comment",
                                         "RAS",
                                         "siehe Kommentar" };

  for (gsize i = 0; i < G_N_ELEMENTS (agree); i++)
    g_assert_cmpstr (ris3_table_words_find ("reply", agree[i]), ==, "agree");
  for (gsize i = 0; i < G_N_ELEMENTS (disagree); i++)
    g_assert_cmpstr (ris3_table_words_find ("reply", disagree[i]), ==, "disagree");
  for (gsize i = 0; i < G_N_ELEMENTS (neither); i++)
    g_assert_null (ris3_table_words_find ("reply", neither[i]));
}

/* No word is in both lists. */
static void
test_replies_differ (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "headings", "words.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_str_has_prefix (lines[i], "reply,") ? g_strsplit (lines[i], ",", -1) : NULL;

      for (guint j = 2; fields != NULL && fields[j] != NULL; j++)
        {
          g_auto (GStrv) words = g_strsplit (fields[j], ";", -1);

          for (guint k = 0; words[k] != NULL; k++, n++)
            g_assert_cmpstr (ris3_table_words_find ("reply", words[k]), ==, fields[1]);
        }
    }
  g_assert_cmpuint (n, >, 200);
}

/* What was added is named, once. */
static void
test_added (void)
{
  Ris3ChangedValue values[] = {
    { "comment", (char *) "7", "state", (char *) "accepted", (char *) "applied", RIS3_VALUE_CHANGED },
    { "priority", (char *) "12", "label", NULL, (char *) "3.4", RIS3_VALUE_ADDED },
    { "priority", (char *) "12", "original_text", NULL, (char *) "Médecine de précision", RIS3_VALUE_ADDED },
    { "priority", (char *) "13", "text", NULL, (char *) "Genomics", RIS3_VALUE_ADDED },
    { "priority_theme", (char *) "13 oncology", "position", NULL, (char *) "1", RIS3_VALUE_ADDED },
    { "priority", (char *) "5", "label", (char *) "3", (char *) "4", RIS3_VALUE_CHANGED },
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_ptr_array_add (all, &values[i]);
  text = ris3_comment_register_describe_change (all);
  g_assert_cmpstr (text, ==, "Priority “3.4 Médecine de précision” added\nPriority “Genomics” added\nLabel: “3” → “4”");
}

static void
test_dates (void)
{
  static const char *const cases[][3] = {
    { "2027-01-11", "en", "11 January 2027" },
    { "2027-01-11", "de", "11. Januar 2027" },
    { "2027-03-01", "fr", "1er mars 2027" },
    { "2026-12-31", "es", "31 de diciembre de 2026" },
    { "2027-08-01", "it", "1º agosto 2027" },
    { "2026-10-05", "pl", "5 października 2026" },
    { "2027-02-29", "de", "2027-02-29" },
    { "2027-01", "de", "2027-01" },
    { "2027-01-11T10:00", "de", "2027-01-11T10:00" },
    { "", "de", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ris3_pack_words_format_date (cases[i][0], cases[i][1]);

      g_assert_cmpstr (text, ==, cases[i][2]);
    }
}

/* Each language has a name of its own, by which it is found, and so it is by its names elsewhere. */
static void
test_languages (void)
{
  g_autofree const char **codes = ris3_language_get_codes ();
  const char *const *names = ris3_pack_language_get_names (), *const *spoken = ris3_pack_words_get_languages ();

  g_assert_cmpuint (g_strv_length ((char **) names), ==, g_strv_length ((char **) codes));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *word = g_strconcat ("language-", codes[i], NULL);
      g_autofree char *capitals = g_utf8_strup (names[i], -1);

      g_assert_cmpstr (ris3_pack_language_get_name (codes[i]), ==, names[i]);
      g_assert_cmpstr (ris3_pack_language_find (codes[i]), ==, codes[i]);
      g_assert_cmpstr (ris3_pack_language_find (capitals), ==, codes[i]);
      for (guint j = 0; spoken[j] != NULL; j++)
        g_assert_cmpstr (ris3_pack_language_find (ris3_pack_words_get (word, spoken[j])), ==, codes[i]);
    }
  g_assert_cmpstr (ris3_pack_language_find ("Deutsch"), ==, "de");
  g_assert_null (ris3_pack_language_find ("Klingon"));
  g_assert_null (ris3_pack_language_find (""));
}

/* An address is looked at lightly: whatever might reach somebody is fine. */
static void
test_sender (void)
{
  static const char *const fine[]
      = { NULL, "", " ", "a@b.eu", "Unit B <a@b.eu>", "a@b.eu, c@d.eu", "Rue de la Loi 200, 1049 Bruxelles" };
  static const char *const odd[] = { "a@", "@b.eu", "Unit B @ Brussels", "DG-R" };

  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    g_assert_null (ris3_pack_sender_describe_problem (&(Ris3PackSender){ .reply_to = fine[i] }));
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    g_assert_nonnull (ris3_pack_sender_describe_problem (&(Ris3PackSender){ .reply_to = odd[i] }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/key", test_key);
  g_test_add_func ("/pack/key-about", test_key_about);
  g_test_add_func ("/pack/digest", test_digest);
  g_test_add_func ("/pack/words", test_words);
  g_test_add_func ("/pack/replies", test_replies);
  g_test_add_func ("/pack/replies-differ", test_replies_differ);
  g_test_add_func ("/pack/added", test_added);
  g_test_add_func ("/pack/dates", test_dates);
  g_test_add_func ("/pack/languages", test_languages);
  g_test_add_func ("/pack/sender", test_sender);
  return g_test_run ();
}
