/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-note-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-region-words.h"
#include "map/ris3-date.h"
#include "model/ris3-text.h"

/* Characters of what a note is on, and of its text in one line. */
#define MAX_NAME 80
#define MAX_TITLE 160

char *
ris3_note_dup_region (Ris3Note *note, Ris3Session *session)
{
  const char *code = ris3_note_get_region_code (note);
  const char *name;

  if (*code == '\0')
    return NULL;
  name = ris3_region_name_of_code (session, ris3_note_get_nuts_version (note), code);
  return g_str_equal (name, code) ? g_strdup (code) : g_strdup_printf (C_ ("region", "%s (%s)"), name, code);
}

char *
ris3_note_dup_place (Ris3Note *note)
{
  double longitude, latitude;

  if (!ris3_note_get_place (note, &longitude, &latitude))
    return NULL;
  /* Translators: a place on the map: degrees, N or S; degrees, E or W */
  return g_strdup_printf (_ ("%.2f° %s, %.2f° %s"), fabs (latitude),
                          latitude < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"), fabs (longitude),
                          longitude < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));
}

char *
ris3_note_dup_target (Ris3Note *note, Ris3Session *session)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3Strategy *strategy = NULL;
  Ris3Priority *priority = ris3_atlas_lookup_priority (atlas, ris3_note_get_priority_id (note), &strategy);
  g_autofree char *name = ris3_note_dup_region (note, session);
  g_autofree char *shown = NULL;

  if (name != NULL)
    return g_steal_pointer (&name);
  if (priority != NULL)
    {
      g_autofree char *words = ris3_priority_words (priority);

      shown = ris3_text_shorten (words, MAX_NAME);
      /* Translators: what a note is on; %s is the label and text of a priority */
      return g_strdup_printf (_ ("On the priority “%s”"), shown);
    }
  strategy = ris3_atlas_lookup_strategy (atlas, ris3_note_get_strategy_id (note));
  if (strategy == NULL)
    return g_strdup (_ ("A place on the map"));
  shown = ris3_text_shorten (ris3_strategy_get_title (strategy), MAX_NAME);
  /* Translators: what a note is on; %s is the title of a strategy */
  return g_strdup_printf (_ ("On the strategy “%s”"), shown);
}

/* The day of a time in UTC. */
static char *
get_day (const char *time)
{
  g_autofree char *date = g_strndup (time, 10);

  return ris3_date_to_text (date);
}

char *
ris3_note_dup_origin (Ris3Note *note)
{
  g_autofree char *created = get_day (ris3_note_get_created_at (note));
  g_autofree char *changed = get_day (ris3_note_get_changed_at (note));
  GString *origin = g_string_new (ris3_note_get_author (note));

  g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", created);
  if (!g_str_equal (created, changed))
    {
      /* Translators: %s is a date */
      g_autofree char *words = g_strdup_printf (_ ("changed on %s"), changed);

      g_string_append_printf (origin, " · %s", words);
    }
  return g_string_free (origin, FALSE);
}

char *
ris3_note_dup_title (Ris3Note *note)
{
  g_autofree char *line = g_strdup (ris3_note_get_text (note));

  return ris3_text_shorten (g_strdelimit (line, "\r\n\t", ' '), MAX_TITLE);
}

GVariant *
ris3_note_new_hiding (Ris3Note *note, gboolean hidden)
{
  g_autofree char *key = NULL;
  GVariantDict fields;

  g_return_val_if_fail (RIS3_IS_NOTE (note), NULL);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));
  g_variant_dict_init (&fields, NULL);
  g_variant_dict_insert (&fields, "hidden", "x", (gint64) hidden);
  return g_variant_new ("(ss@a{sv})", "note", key, g_variant_dict_end (&fields));
}
