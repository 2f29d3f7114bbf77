/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* ColorBrewer: Copyright 2002 Cynthia Brewer, Mark Harrower, and The Pennsylvania State University, Apache License 2.0.
 * viridis: Nathaniel Smith and Stefan van der Walt (2015), CC0. cividis: Nuñez, Anderton and Renslow (2018), CC0. The
 * eight colours of Okabe and Ito (2008), with a grey.
 */

#include "config.h"

#include "map/ris3-colour-set.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "map/ris3-colour-vision.h"

#define REVERSED "reversed"

static const Ris3ColourSet sets[] = {
  { "viridis",
    NC_ ("palette", "Viridis"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "fde72521918c440154",
        "fde72535b77931688e440154",
        "fde7255cc86321918c3b528b440154",
        "fde7257ad15122a8842a788e414487440154",
        "fde7258ed64535b77921918c31688e443983440154",
        "fde725a0da394ac16d1fa187277f8e365c8d46327e440154",
        "fde725aadc325cc86327ad8121918c2c728e3b528b472d7b440154",
    } },
  { "cividis",
    NC_ ("palette", "Cividis"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "fdea457f7c75002051",
        "fdea45a49d78575c6e002051",
        "fdea45bbaf717f7c753c4d6e002051",
        "fdea45caba6a948f786969702b446e002051",
        "fdea45d5c164a49d787f7c75575c6e1f3e6e002051",
        "fdea45ddc75fb1a7758e8978706e7148546d173a6d002051",
        "fdea45e2cb5cbbaf719a94787f7c7562646f3c4d6e11366c002051",
    } },
  { "blues",
    NC_ ("palette", "Blues"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "deebf79ecae13182bd",
        "eff3ffbdd7e76baed62171b5",
        "eff3ffbdd7e76baed63182bd08519c",
        "eff3ffc6dbef9ecae16baed63182bd08519c",
        "eff3ffc6dbef9ecae16baed64292c62171b5084594",
        "f7fbffdeebf7c6dbef9ecae16baed64292c62171b5084594",
        "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b",
    } },
  { "greens",
    NC_ ("palette", "Greens"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "e5f5e0a1d99b31a354",
        "edf8e9bae4b374c476238b45",
        "edf8e9bae4b374c47631a354006d2c",
        "edf8e9c7e9c0a1d99b74c47631a354006d2c",
        "edf8e9c7e9c0a1d99b74c47641ab5d238b45005a32",
        "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45005a32",
        "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b",
    } },
  { "oranges",
    NC_ ("palette", "Oranges"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "fee6cefdae6be6550d",
        "feeddefdbe85fd8d3cd94701",
        "feeddefdbe85fd8d3ce6550da63603",
        "feeddefdd0a2fdae6bfd8d3ce6550da63603",
        "feeddefdd0a2fdae6bfd8d3cf16913d948018c2d04",
        "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d948018c2d04",
        "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704",
    } },
  { "purples",
    NC_ ("palette", "Purples"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "efedf5bcbddc756bb1",
        "f2f0f7cbc9e29e9ac86a51a3",
        "f2f0f7cbc9e29e9ac8756bb154278f",
        "f2f0f7dadaebbcbddc9e9ac8756bb154278f",
        "f2f0f7dadaebbcbddc9e9ac8807dba6a51a34a1486",
        "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a34a1486",
        "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d",
    } },
  { "ylgnbu",
    NC_ ("palette", "Yellow, Green, Blue"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "edf8b17fcdbb2c7fb8",
        "ffffcca1dab441b6c4225ea8",
        "ffffcca1dab441b6c42c7fb8253494",
        "ffffccc7e9b47fcdbb41b6c42c7fb8253494",
        "ffffccc7e9b47fcdbb41b6c41d91c0225ea80c2c84",
        "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea80c2c84",
        "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58",
    } },
  { "ylorbr",
    NC_ ("palette", "Yellow, Orange, Brown"),
    RIS3_COLOUR_SET_SEQUENTIAL,
    {
        "fff7bcfec44fd95f0e",
        "ffffd4fed98efe9929cc4c02",
        "ffffd4fed98efe9929d95f0e993404",
        "ffffd4fee391fec44ffe9929d95f0e993404",
        "ffffd4fee391fec44ffe9929ec7014cc4c028c2d04",
        "ffffe5fff7bcfee391fec44ffe9929ec7014cc4c028c2d04",
        "ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506",
    } },
  { "brbg",
    NC_ ("palette", "Brown and Green"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "d8b365f5f5f55ab4ac",
        "a6611adfc27d80cdc1018571",
        "a6611adfc27df5f5f580cdc1018571",
        "8c510ad8b365f6e8c3c7eae55ab4ac01665e",
        "8c510ad8b365f6e8c3f5f5f5c7eae55ab4ac01665e",
        "8c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e",
        "8c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e",
    } },
  { "prgn",
    NC_ ("palette", "Purple and Green"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "af8dc3f7f7f77fbf7b",
        "7b3294c2a5cfa6dba0008837",
        "7b3294c2a5cff7f7f7a6dba0008837",
        "762a83af8dc3e7d4e8d9f0d37fbf7b1b7837",
        "762a83af8dc3e7d4e8f7f7f7d9f0d37fbf7b1b7837",
        "762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b7837",
        "762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b7837",
    } },
  { "piyg",
    NC_ ("palette", "Pink and Green"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "e9a3c9f7f7f7a1d76a",
        "d01c8bf1b6dab8e1864dac26",
        "d01c8bf1b6daf7f7f7b8e1864dac26",
        "c51b7de9a3c9fde0efe6f5d0a1d76a4d9221",
        "c51b7de9a3c9fde0eff7f7f7e6f5d0a1d76a4d9221",
        "c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221",
        "c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221",
    } },
  { "puor",
    NC_ ("palette", "Purple and Orange"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "998ec3f7f7f7f1a340",
        "5e3c99b2abd2fdb863e66101",
        "5e3c99b2abd2f7f7f7fdb863e66101",
        "542788998ec3d8daebfee0b6f1a340b35806",
        "542788998ec3d8daebf7f7f7fee0b6f1a340b35806",
        "5427888073acb2abd2d8daebfee0b6fdb863e08214b35806",
        "5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b35806",
    } },
  { "rdbu",
    NC_ ("palette", "Red and Blue"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "ef8a62f7f7f767a9cf",
        "ca0020f4a58292c5de0571b0",
        "ca0020f4a582f7f7f792c5de0571b0",
        "b2182bef8a62fddbc7d1e5f067a9cf2166ac",
        "b2182bef8a62fddbc7f7f7f7d1e5f067a9cf2166ac",
        "b2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac",
        "b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac",
    } },
  { "rdylbu",
    NC_ ("palette", "Red, Yellow, Blue"),
    RIS3_COLOUR_SET_DIVERGING,
    {
        "fc8d59ffffbf91bfdb",
        "d7191cfdae61abd9e92c7bb6",
        "d7191cfdae61ffffbfabd9e92c7bb6",
        "d73027fc8d59fee090e0f3f891bfdb4575b4",
        "d73027fc8d59fee090ffffbfe0f3f891bfdb4575b4",
        "d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4",
        "d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4",
    } },
  { "okabe-ito",
    NC_ ("palette", "Okabe and Ito"),
    RIS3_COLOUR_SET_QUALITATIVE,
    {
        "e69f0056b4e9009e73",
        "e69f0056b4e9009e73f0e442",
        "e69f0056b4e9009e73f0e4420072b2",
        "e69f0056b4e9009e73f0e4420072b2d55e00",
        "e69f0056b4e9009e73f0e4420072b2d55e00cc79a7",
        "e69f0056b4e9009e73f0e4420072b2d55e00cc79a7000000",
        "e69f0056b4e9009e73f0e4420072b2d55e00cc79a7000000999999",
    } },
};

guint
ris3_colour_set_get_n_sets (void)
{
  return G_N_ELEMENTS (sets);
}

const Ris3ColourSet *
ris3_colour_set_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (sets), NULL);
  return &sets[index];
}

const char *
ris3_colour_set_get_title (const Ris3ColourSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_dpgettext2 (NULL, "palette", self->title);
}

gboolean
ris3_colour_set_from_text (const char *text, const Ris3ColourSet **set, gboolean *reversed)
{
  const char *comma = strchr (text, ',');
  g_autofree char *id = comma != NULL ? g_strndup (text, (gsize) (comma - text)) : g_strdup (text);

  if (comma != NULL && !g_str_equal (comma + 1, REVERSED))
    return FALSE;
  *reversed = comma != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_str_equal (sets[i].id, id))
      {
        *set = &sets[i];
        return TRUE;
      }
  return FALSE;
}

char *
ris3_colour_set_to_text (const Ris3ColourSet *self, gboolean reversed)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strconcat (self->id, reversed ? "," REVERSED : NULL, NULL);
}

static guint32
read_colour (const Ris3ColourSet *self, guint i, guint n)
{
  char text[7] = { 0 };

  memcpy (text, self->colours[n - RIS3_COLOUR_SET_MIN_COLOURS] + 6 * i, 6);
  return (guint32) strtoul (text, NULL, 16);
}

/* On a dark ground, what was pale is dark: the same hues, with their lightness the other way round. */
static guint32
turn_lightness (guint32 colour)
{
  Ris3Lab lab = ris3_vision_get_lab (RIS3_VISION_NORMAL, colour);

  lab.l = 111 - 0.84 * lab.l;
  return ris3_lab_to_colour (lab);
}

guint32
ris3_colour_set_get_colour (const Ris3ColourSet *self, gboolean reversed, guint i, guint n, Ris3PaletteName name)
{
  guint n_published = MAX (n, RIS3_COLOUR_SET_MIN_COLOURS), count = n;
  guint32 colour;

  g_return_val_if_fail (self != NULL && n >= 1 && n <= RIS3_COLOUR_SET_MAX_COLOURS && i < n, 0);
  /* Of three in order, two are the ends and one is the middle. */
  if (self->kind != RIS3_COLOUR_SET_QUALITATIVE)
    {
      count = n_published;
      if (n < n_published)
        i = n == 1 ? count / 2 : i * (count - 1);
    }
  if (self->kind == RIS3_COLOUR_SET_SEQUENTIAL && name == RIS3_PALETTE_DARK)
    reversed = !reversed;
  colour = read_colour (self, reversed ? count - 1 - i : i, n_published);
  if (name != RIS3_PALETTE_DARK)
    return colour;
  if (self->kind == RIS3_COLOUR_SET_QUALITATIVE)
    return colour == 0 ? 0xe8e8e8 : colour;
  return self->kind == RIS3_COLOUR_SET_DIVERGING ? turn_lightness (colour) : colour;
}
