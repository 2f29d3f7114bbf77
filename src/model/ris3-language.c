/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-language.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "bg", NC_ ("language", "Bulgarian") }, { "ca", NC_ ("language", "Catalan") },
  { "cs", NC_ ("language", "Czech") },     { "da", NC_ ("language", "Danish") },
  { "de", NC_ ("language", "German") },    { "el", NC_ ("language", "Greek") },
  { "en", NC_ ("language", "English") },   { "es", NC_ ("language", "Spanish") },
  { "et", NC_ ("language", "Estonian") },  { "fi", NC_ ("language", "Finnish") },
  { "fr", NC_ ("language", "French") },    { "ga", NC_ ("language", "Irish") },
  { "hr", NC_ ("language", "Croatian") },  { "hu", NC_ ("language", "Hungarian") },
  { "it", NC_ ("language", "Italian") },   { "lt", NC_ ("language", "Lithuanian") },
  { "lv", NC_ ("language", "Latvian") },   { "mt", NC_ ("language", "Maltese") },
  { "nl", NC_ ("language", "Dutch") },     { "no", NC_ ("language", "Norwegian") },
  { "pl", NC_ ("language", "Polish") },    { "pt", NC_ ("language", "Portuguese") },
  { "ro", NC_ ("language", "Romanian") },  { "sk", NC_ ("language", "Slovak") },
  { "sl", NC_ ("language", "Slovenian") }, { "sr", NC_ ("language", "Serbian") },
  { "sv", NC_ ("language", "Swedish") },   { "tr", NC_ ("language", "Turkish") },
};

const char *
ris3_language_get_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return g_dpgettext2 (GETTEXT_PACKAGE, "language", languages[i].name);
  return g_intern_string (code);
}

const char **
ris3_language_get_codes (void)
{
  const char **codes = g_new0 (const char *, G_N_ELEMENTS (languages) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    codes[i] = languages[i].code;
  return codes;
}
