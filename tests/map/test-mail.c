/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is pasted from mail programs, and saved by them. */
#include "config.h"

#include <string.h>

#include "map/ris3-mail-head.h"
#include "map/ris3-mail-message.h"
#include "map/ris3-mail-tail.h"

/* What is copied from a mail program says whom it is from, when and about what. */
static void
test_head (void)
{
  static const struct
  {
    const char *text;
    const char *address;
    const char *date;
    const char *subject;
    const char *body;
  } cases[] = {
    { "From: Maria Huber <Maria.Huber@Example.org>\nDate: Fri, 27 Nov 2026 10:33:12 +0100\nSubject: Re: RIS3\n\nDear "
      "all,\n\n"
      "From: here on.",
      "maria.huber@example.org", "2026-11-27", "RIS3", "Dear all,\n\nFrom: here on." },
    { "Von: Huber Maria <huber@example.org>\r\nGesendet: Freitag, 27. November 2026 10:33\r\nAn: "
      "Atlas\r\nCc:\r\nBetreff: "
      "AW: WG: Ihr Brief: Seite 3\r\n\r\nHallo",
      "huber@example.org", "2026-11-27", "Ihr Brief: Seite 3", "Hallo" },
    { "\n-----Original Message-----\nFrom: Maria Huber\nSent: Friday, November 27, 2026 9:05 AM\nTo: Atlas\nYours",
      NULL, "2026-11-27", "", "Yours" },
    { "De : Marie <m@example.fr>\nEnvoyé : vendredi 3 août 2026 10:33\nÀ : Atlas\nObjet : votre lettre\n\nBonjour",
      "m@example.fr", "2026-08-03", "votre lettre", "Bonjour" },
    { "Received: from mx.example.org ([192.0.2.1])\n\tby example.net; Sat, 28 Nov 2026 01:00:00 +0000\nMessage-ID: "
      "<1@example.org>\nFrom: a@example.org\nSubject: A long\n one\nDate: 27/11/2026, 10:33\n\nText",
      "a@example.org", "2026-11-27", "A long one", "Text" },
    { "From: \"b@example.com\" <a@example.org>\nDate: 11/27/2026 10:33\n", "a@example.org", "2026-11-27", "", "" },
    /* A letter that only looks like it is none. */
    { "From: the region\nWe do more.", NULL, NULL, NULL, NULL },
    { "Date: 27 November 2026\nSubject: RIS3\n\nWe do more.", NULL, NULL, NULL, NULL },
    { "Dear Sir:\nFrom: a@example.org\nDate: 27 November 2026", NULL, NULL, NULL, NULL },
    { "", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3MailHead) head = ris3_mail_head_read (cases[i].text);

      if (cases[i].date == NULL)
        {
          g_assert_null (head);
          continue;
        }
      g_assert_nonnull (head);
      g_assert_cmpstr (head->address, ==, cases[i].address);
      g_assert_cmpstr (head->date, ==, cases[i].date);
      g_assert_cmpstr (head->subject, ==, cases[i].subject);
      g_assert_cmpstr (head->body, ==, cases[i].body);
    }
}

/* What is encoded is decoded; what is broken stays. */
static void
test_words (void)
{
  static const struct
  {
    const char *value;
    const char *decoded;
  } cases[] = {
    { "=?UTF-8?Q?caf=C3=A9_au_lait?=", "café au lait" },
    { "=?ISO-8859-1?B?6XTp?=", "été" },
    { "=?iso-8859-2?q?=A3=F3d=BC?= na mapie", "Łódź na mapie" },
    { "Re: =?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=!", "Grüße!" },
    /* Words that follow each other join, also where a letter is parted; one that is not encoded keeps its space. */
    { "=?UTF-8?Q?a?= =?UTF-8?Q?b?= c", "ab c" },
    { "=?UTF-8?Q?caf=C3?=\r\n =?UTF-8?Q?=A9?=", "café" },
    { "=?UTF-8?B?w4k=?= =?ISO-8859-1?Q?t=E9?=", "Été" },
    { "a =?UTF-8?Q?b?= c", "a b c" },
    { "=?X-NOBODY-KNOWS?Q?a=E9?= b", "=?X-NOBODY-KNOWS?Q?a=E9?= b" },
    { "=?UTF-8?B?w4k?=", "=?UTF-8?B?w4k?=" },
    { "=?UTF-8?B?w4!k?=", "=?UTF-8?B?w4!k?=" },
    { "=?UTF-8?Q?=C3?= x", "=?UTF-8?Q?=C3?= x" },
    { "=?UTF-8?Q?=XY?=", "=?UTF-8?Q?=XY?=" },
    { "=?UTF-8?Q?a=00b?=", "=?UTF-8?Q?a=00b?=" },
    { "=?UTF-8?Q?never ends", "=?UTF-8?Q?never ends" },
    { "=?UTF-8?Q?a=0Ab?=", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = g_strdup_printf (
          "From: =?UTF-8?Q?M=C3=A9lusine?= <a@example.org>\nDate: 27 Nov 2026\nSubject: %s\n\n=?UTF-8?Q?a?=",
          cases[i].value);
      g_autofree char *decoded = ris3_mail_message_decode (message, -1);
      g_autoptr (Ris3MailHead) head = ris3_mail_head_read (decoded);

      g_assert_nonnull (head);
      g_assert_cmpstr (head->subject, ==, cases[i].decoded);
      g_assert_cmpstr (head->body, ==, "=?UTF-8?Q?a?=");
      g_assert_nonnull (strstr (decoded, "From: Mélusine <a@example.org>\n"));
    }
}

#define RAW                                                                                                            \
  "Return-Path: <a@example.org>\r\nComments: none\r\nFrom: a@example.org\r\nDate: Fri, 27 Nov 2026 10:33:12 +0100\r\n"
#define MIXED                                                                                                          \
  RAW "MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n\tboundary=\"=_x\"\r\n\r\nFor old programs.\r\n"         \
      "--=_x\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\nOther.\r\n"             \
      "--=_x\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n"                                           \
      "--inner\r\nContent-Type: text/html\r\n\r\n<p>No</p>\r\n"                                                        \
      "--inner\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"   \
      "\r\nWe do=20=\r\nmore \x3d\x38\x30\x2e\r\n--inner--\r\n--=_x--\r\n"

/* A message as it is sent becomes one as it is shown. */
static void
test_message (void)
{
  static const struct
  {
    const char *text;
    const char *body;
  } cases[] = {
    { RAW
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9 =\r\n"
      "au lait\r\nOui",
      "Café au lait\nOui" },
    { RAW "Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: BASE64\n\n6XTp\n", "été" },
    { RAW "Content-Type: text/plain; charset=iso-8859-1\n\n\xe9t\xe9", "été" },
    /* Somebody has decoded that already. */
    { RAW "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n\xc3\xa9t\xc3\xa9", "été" },
    { RAW "Content-Type: text/plain; charset=utf-8\n\n\xe9t\xe9", "été" },
    { MIXED, "We do more €." },
    { "From a@example.org Fri Nov 27 10:33:12 2026\n" RAW "\nWe do more.", "We do more." },
    /* What is broken stays as it stands. */
    { RAW "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n6XTp6\n", "6XTp6\n" },
    { RAW "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n6XTp\n", "6XTp\n" },
    { RAW "Content-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9\n",
      "Caf=C3=A9\n" },
    { RAW "Content-Transfer-Encoding: quoted-printable\n\n100=ZZ\n", "100=ZZ\n" },
    { RAW "Content-Type: multipart/mixed\n\n--a\n\nb\n--a--", "--a\n\nb\n--a--" },
    { RAW "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: application/pdf\n\nb\n--a--",
      "--a\nContent-Type: application/pdf\n\nb\n--a--" },
    { RAW "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nIt never ends", "It never ends" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decoded = ris3_mail_message_decode (cases[i].text, -1);
      g_autoptr (Ris3MailHead) head = ris3_mail_head_read (decoded);

      g_assert_nonnull (head);
      g_assert_cmpstr (head->address, ==, "a@example.org");
      g_assert_cmpstr (head->date, ==, "2026-11-27");
      g_assert_cmpstr (head->body, ==, cases[i].body);
    }
  /* Wherever it ends, something can be shown. */
  for (gssize length = 0; length <= (gssize) strlen (MIXED); length++)
    {
      g_autofree char *decoded = ris3_mail_message_decode (MIXED, length);

      g_assert_true (g_utf8_validate (decoded, -1, NULL));
    }
}

static void
test_other_text (void)
{
  static const char *const cases[]
      = { "", "We do more: =?UTF-8?Q?a?=", "Dear Sir,\n\nFrom: here on.\n", "\n\na\n", NULL };
  g_autofree char *latin = ris3_mail_message_decode ("caf\xe9", -1);
  g_autofree char *empty = ris3_mail_message_decode ("a\0b", 3);

  for (guint i = 0; cases[i] != NULL; i++)
    {
      g_autofree char *decoded = ris3_mail_message_decode (cases[i], -1);

      if (i != 1)
        g_assert_cmpstr (decoded, ==, cases[i]);
    }
  g_assert_cmpstr (latin, ==, "café");
  g_assert_cmpstr (empty, ==, "a b");
}

/* What is left where a part is taken out; NULL: there is none. (transfer full) */
static char *
take_out (const char *text, gboolean (*find) (const char *text, Ris3MailTail *found), guint *n_lines)
{
  Ris3MailTail found;

  if (!find (text, &found))
    return NULL;
  *n_lines = found.n_lines;
  return g_strdup_printf ("%.*s%s", (int) found.begin, text, text + found.end);
}

typedef struct
{
  const char *text;
  const char *rest; /* NULL: there is no such part */
  guint n_lines;
} Tail;

static void
check_tails (const Tail *tails, guint n_tails, gboolean (*find) (const char *text, Ris3MailTail *found))
{
  for (guint i = 0; i < n_tails; i++)
    {
      guint n_lines = 0;
      g_autofree char *rest = take_out (tails[i].text, find, &n_lines);

      g_test_message ("%s", tails[i].text);
      g_assert_cmpstr (rest, ==, tails[i].rest);
      g_assert_cmpuint (n_lines, ==, tails[i].n_lines);
    }
}

static void
test_signature (void)
{
  static const Tail tails[] = {
    { "We do more.\n\n-- \nMaria Huber\n+43 1 2345\n", "We do more.", 3 },
    { "We do more.\n\nKind regards,\nMaria Huber\nm@example.org", "We do more.", 3 },
    { "Mehr.\n\nMit freundlichen Grüßen\n\nMaria Huber\n-- \nLand NÖ\n\nTel. 1\n", "Mehr.", 5 },
    { "Plus.\nBien cordialement,\nMarie", "Plus.", 2 },
    { "Więcej.\n\nZ poważaniem\nMaria", "Więcej.", 2 },
    { "Más.\n\nSaludos,\nMaría", "Más.", 2 },
    { "Mer.\n\nMed vänlig hälsning\nMaria", "Mer.", 2 },
    { "Περισσότερα.\n\nΜε εκτίμηση,\nΜαρία", "Περισσότερα.", 2 },
    { "More.\n\nBest regards from Vienna\nMaria", "More.", 2 },
    /* Between the answer and what it answers. */
    { "More.\n\nRegards\nMaria\n\nOn 27 Nov 2026, the atlas wrote:\n> Dear all\n> Regards\n> Atlas\n",
      "More.\n\nOn 27 Nov 2026, the atlas wrote:\n> Dear all\n> Regards\n> Atlas\n", 2 },
    { "We do more.", NULL, 0 },
    { "We do more.\n\nKind regards,\n", NULL, 0 },
    { "Kind regards,\nMaria", NULL, 0 },
    { "Best practice in the region\nis telemedicine.", NULL, 0 },
    { "Regards to all who have written what is in this strategy:\nwe do more.", NULL, 0 },
    { "> Regards\n> Maria", NULL, 0 },
    { "", NULL, 0 },
    /* A list is none. */
    { "--\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt\nu\nv", NULL, 0 },
    { "More.\n--\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt\nu\nv", NULL, 0 },
  };

  check_tails (tails, G_N_ELEMENTS (tails), ris3_mail_tail_find_signature);
}

static void
test_quotation (void)
{
  static const Tail tails[] = {
    { "More.\n\nOn Fri, 27 Nov 2026 at 10:33, the atlas wrote:\n\n> Dear all\n>\n> Yours\n", "More.", 4 },
    { "More.\n\nOn Fri, 27 Nov 2026 at 10:33, the RIS3 atlas of the European Union\n<atlas@example.org> wrote:\n> "
      "Dear\n",
      "More.", 3 },
    { "Mehr.\n\nAm 27.11.2026 um 10:33 schrieb Atlas:\nSehr geehrte", "Mehr.", 2 },
    { "Plus.\n\nLe 27/11/2026 à 10:33, Atlas a écrit :\n> Bonjour", "Plus.", 2 },
    { "Więcej.\n\nW dniu 27.11.2026 o 10:33, Atlas napisał(a):\n> Dzień", "Więcej.", 2 },
    { "More.\n\n-----Original Message-----\nFrom: Atlas <atlas@example.org>\nSent: 27 November 2026\n\nDear all",
      "More.", 4 },
    { "Mehr.\n\n________________________________\nVon: Atlas\nGesendet: Freitag, 27. November 2026 10:33\nBetreff: "
      "a\n\nHallo",
      "Mehr.", 5 },
    { "More.\n\nFrom: Atlas\nDate: 27 Nov 2026\n\nDear all", "More.", 3 },
    { "More.\n> Dear all", "More.", 1 },
    { "> Dear all\n> Yours\n\nWe do more.\n", "We do more.\n", 2 },
    { "More.\n\n> Dear all\n\n-- \nMaria", "More.\n\n-- \nMaria", 1 },
    /* The answer would not be understood without it. */
    { "> Is it so?\nYes.\n> And this?\nNo.", NULL, 0 },
    { "Dear all,\n> Is it so?\nYes.", NULL, 0 },
    { "> Dear all", NULL, 0 },
    { "In 2026 the region wrote:\nmore", NULL, 0 },
    { "We do more.", NULL, 0 },
    { "", NULL, 0 },
  };

  check_tails (tails, G_N_ELEMENTS (tails), ris3_mail_tail_find_quotation);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/head", test_head);
  g_test_add_func ("/mail/words", test_words);
  g_test_add_func ("/mail/message", test_message);
  g_test_add_func ("/mail/other-text", test_other_text);
  g_test_add_func ("/mail/signature", test_signature);
  g_test_add_func ("/mail/quotation", test_quotation);
  return g_test_run ();
}
