/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-key.h"

#include <string.h>

#include "map/ris3-pack-words.h"

#define MARK "ris3-pack"
/* In the place of a strategy and of a priority. No strategy is escaped so. */
#define REGION "*"
#define NEW (-1)
#define NEW_STRATEGY (-2)

/* label, page_label, original_text, text, explicit_pm: as in the columns. */
static const char *const priority_fields[] = { "label", "page_label", "original_text", "text", "explicit_pm", NULL };
static const char *const strategy_fields[] = { "title", "year", "pm_mark", "health_priority", "source_url", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (priority_fields) - 1 == RIS3_PACK_MAX_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (strategy_fields) - 1 == RIS3_PACK_MAX_FIELDS);

const char *const *
ris3_pack_key_get_fields (gboolean is_priority)
{
  return is_priority ? priority_fields : strategy_fields;
}

gboolean
ris3_pack_key_can_propose (gboolean is_priority, guint field, gboolean of_original)
{
  g_return_val_if_fail (field < RIS3_PACK_MAX_FIELDS, FALSE);
  return !is_priority || !g_str_equal (priority_fields[field], of_original ? "text" : "original_text");
}

gboolean
ris3_pack_key_is_answer (const char *field)
{
  g_return_val_if_fail (field != NULL, FALSE);
  return g_str_equal (field, "explicit_pm") || g_str_equal (field, "pm_mark") || g_str_equal (field, "health_priority");
}

static const char *
get_answer (Ris3Answer answer)
{
  return answer == RIS3_ANSWER_YES ? "yes" : answer == RIS3_ANSWER_NO ? "no" : "unknown";
}

char *
ris3_pack_key_get_strategy_value (Ris3Strategy *strategy, guint field)
{
  guint year;

  switch (field)
    {
    case 0:
      return g_strdup (ris3_strategy_get_title (strategy));
    case 1:
      year = ris3_strategy_get_year (strategy);
      return year != 0 ? g_strdup_printf ("%u", year) : g_strdup ("");
    case 2:
      return g_strdup (get_answer (ris3_strategy_get_pm_mark (strategy)));
    case 3:
      return g_strdup (get_answer (ris3_strategy_get_health_priority (strategy)));
    case 4:
      return g_strdup (ris3_strategy_get_source_url (strategy));
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ris3_pack_key_get_priority_value (Ris3Priority *priority, guint field)
{
  switch (field)
    {
    case 0:
      return g_strdup (ris3_priority_get_label (priority));
    case 1:
      return g_strdup (ris3_priority_get_page_label (priority));
    case 2:
      return g_strdup (ris3_priority_get_original_text (priority));
    case 3:
      return g_strdup (ris3_priority_get_text (priority));
    case 4:
      return g_strdup (ris3_priority_get_explicit_pm (priority) ? "yes" : "no");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
ris3_pack_key_show_value (const char *field, const char *value, const char *language)
{
  g_return_val_if_fail (field != NULL && value != NULL && language != NULL, NULL);
  return ris3_pack_key_is_answer (field) ? ris3_pack_words_get (value, language) : value;
}

static guint32
digest_bytes (const char *text, gsize length)
{
  g_autofree char *hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);

  hex[8] = '\0';
  return (guint32) g_ascii_strtoull (hex, NULL, 16);
}

guint32
ris3_pack_key_digest (const char *value)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (value != NULL, 0);
  text = g_string_new (value);
  g_string_replace (text, "\r\n", "\n", 0);
  g_strdelimit (text->str, "\r", '\n');
  g_strstrip (text->str);
  normal = g_utf8_normalize (text->str, -1, G_NORMALIZE_ALL_COMPOSE);
  return digest_bytes (normal != NULL ? normal : "", normal != NULL ? strlen (normal) : 0);
}

static char *
escape (const char *text)
{
  return g_uri_escape_string (text, NULL, TRUE);
}

char *
ris3_pack_key_to_text (const Ris3PackKey *self)
{
  g_autoptr (GString) text = g_string_new (MARK);
  g_autofree char *region = NULL;
  g_autofree char *strategy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  region = escape (self->region_code);
  strategy = self->strategy_id == NULL ? g_strdup (REGION) : escape (self->strategy_id);
  g_string_append_printf (text, " %u %s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " ", self->nuts_version, region,
                          self->request_id, strategy,
                          self->about == RIS3_PACK_ABOUT_NEW            ? NEW
                          : self->about == RIS3_PACK_ABOUT_NEW_STRATEGY ? NEW_STRATEGY
                                                                        : self->priority_id);
  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    g_string_append_printf (text, "%s%08x", i > 0 ? "-" : "", self->digests[i]);
  g_string_append_printf (text, " %08x", digest_bytes (text->str, text->len));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ris3_pack_key_is_meant (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return strstr (text, MARK) != NULL;
}

static Ris3PackAbout
find_about (const char *strategy, gint64 priority_id)
{
  if (priority_id == NEW)
    return RIS3_PACK_ABOUT_NEW;
  if (g_str_equal (strategy, REGION))
    return priority_id == NEW_STRATEGY ? RIS3_PACK_ABOUT_NEW_STRATEGY : RIS3_PACK_ABOUT_REGION;
  return priority_id != 0 ? RIS3_PACK_ABOUT_PRIORITY : RIS3_PACK_ABOUT_STRATEGY;
}

static gboolean
read_digests (Ris3PackKey *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  if (g_strv_length (parts) != RIS3_PACK_MAX_FIELDS)
    return FALSE;
  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    self->digests[i] = (guint32) g_ascii_strtoull (parts[i], NULL, 16);
  return TRUE;
}

gboolean
ris3_pack_key_is_recorded (const Ris3PackKey *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->about == RIS3_PACK_ABOUT_PRIORITY || self->about == RIS3_PACK_ABOUT_STRATEGY;
}

Ris3PackKey *
ris3_pack_key_from_text (const char *text)
{
  g_autoptr (Ris3PackKey) self = g_new0 (Ris3PackKey, 1);
  g_autofree char *stripped = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) words = NULL;
  gint64 priority_id;

  g_return_val_if_fail (text != NULL, NULL);
  stripped = g_strstrip (g_strdup (text));
  words = g_strsplit (stripped, " ", -1);
  if (g_strv_length (words) != 8 || !g_str_equal (words[0], MARK))
    return NULL;
  self->nuts_version = (guint) g_ascii_strtoull (words[1], NULL, 10);
  self->region_code = g_uri_unescape_string (words[2], NULL);
  self->request_id = g_ascii_strtoll (words[3], NULL, 10);
  if (!g_str_equal (words[4], REGION))
    self->strategy_id = g_uri_unescape_string (words[4], NULL);
  priority_id = g_ascii_strtoll (words[5], NULL, 10);
  self->about = find_about (words[4], priority_id);
  self->priority_id = self->about == RIS3_PACK_ABOUT_PRIORITY ? priority_id : 0;
  if (self->region_code == NULL || (self->strategy_id == NULL && !g_str_equal (words[4], REGION))
      || !read_digests (self, words[6]))
    return NULL;
  /* Whatever was read in another way than it was written is no key, either. */
  again = ris3_pack_key_to_text (self);
  return g_str_equal (again, stripped) ? g_steal_pointer (&self) : NULL;
}

void
ris3_pack_key_free (Ris3PackKey *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->region_code);
  g_free (self->strategy_id);
  g_free (self);
}
