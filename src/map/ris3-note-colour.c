/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-note-colour.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Signs that every font has. */
static const Ris3NoteColour colours[] = {
  { "", "•", 0x4a4a52 },        { "#c01c28", "!", 0xc01c28 }, { "#e5a50a", "?", 0xe5a50a },
  { "#26754a", "+", 0x26754a }, { "#1a62b8", "i", 0x1a62b8 }, { "#813d9c", "×", 0x813d9c },
};

const Ris3NoteColour *
ris3_note_colour_list (guint *n_colours)
{
  g_return_val_if_fail (n_colours != NULL, NULL);
  *n_colours = G_N_ELEMENTS (colours);
  return colours;
}

char *
ris3_note_colour_dup_title (const Ris3NoteColour *self)
{
  static const char *const names[] = {
    NC_ ("colour of a pin", "Grey"),  NC_ ("colour of a pin", "Red"),  NC_ ("colour of a pin", "Yellow"),
    NC_ ("colour of a pin", "Green"), NC_ ("colour of a pin", "Blue"), NC_ ("colour of a pin", "Violet"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (colours));
  g_return_val_if_fail (self >= colours && self < colours + G_N_ELEMENTS (colours), NULL);
  /* Translators: the colour of a note’s pin on the map, and the sign that stands on it */
  return g_strdup_printf (C_ ("colour of a pin", "%s (%s)"),
                          g_dpgettext2 (NULL, "colour of a pin", names[self - colours]), self->sign);
}

guint32
ris3_note_colour_read (const char *value, const char **sign)
{
  const Ris3NoteColour *found = &colours[0];
  gboolean is_listed = FALSE;
  char *end = NULL;
  guint64 rgb;

  g_return_val_if_fail (value != NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (colours) && !is_listed; i++)
    if (g_str_equal (colours[i].value, value))
      {
        found = &colours[i];
        is_listed = TRUE;
      }
  if (sign != NULL)
    *sign = found->sign;
  if (is_listed || *value != '#')
    return found->rgb;
  rgb = g_ascii_strtoull (value + 1, &end, 16);
  return *end == '\0' && strlen (value) == 7 ? (guint32) rgb : found->rgb;
}

static double
get_linear (guint32 channel)
{
  double share = (channel & 0xff) / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

guint32
ris3_note_colour_get_ink (guint32 rgb)
{
  double luminance = 0.2126 * get_linear (rgb >> 16) + 0.7152 * get_linear (rgb >> 8) + 0.0722 * get_linear (rgb);

  /* Where the contrast with both is the same. */
  return luminance > 0.179 ? 0x000000 : 0xffffff;
}
