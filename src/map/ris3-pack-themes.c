/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Themes that somebody names in their own words: those of a codebook, by name or code. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include "geo/ris3-fold.h"
#include "model/ris3-theme.h"

/* The codes of other schemes are numbers, which may mean anything. */
static gboolean
is_meant (const Ris3Theme *theme, const char *folded)
{
  g_autofree char *name = ris3_fold (theme->name);
  g_autofree char *code = g_str_equal (theme->scheme, RIS3_THEME_SCHEME) ? ris3_fold (theme->code) : NULL;

  return g_str_equal (name, folded) || g_strcmp0 (code, folded) == 0;
}

/* NULL: none. (transfer none) */
static const char *
find (GPtrArray *themes, const char *text)
{
  g_autofree char *folded = ris3_fold (text);

  for (guint i = 0; *folded != '\0' && i < themes->len; i++)
    if (is_meant (g_ptr_array_index (themes, i), folded))
      return ((const Ris3Theme *) g_ptr_array_index (themes, i))->name;
  return NULL;
}

static void
add (GPtrArray *found, const char *name)
{
  if (name != NULL && !g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
    g_ptr_array_add (found, (gpointer) name);
}

char *
_ris3_pack_answers_find_themes (Ris3PackAnswers *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  /* Without a codebook, the words stay what they are. */
  if (self->themes == NULL)
    self->themes = ris3_codebooks_read (ris3_atlas_get_path (self->atlas), NULL, NULL);
  for (guint i = 0; self->themes != NULL && parts[i] != NULL; i++)
    {
      const char *name = find (self->themes, parts[i]);
      /* Names have commas, too. */
      g_auto (GStrv) words = name == NULL ? g_strsplit (parts[i], ",", -1) : NULL;

      add (found, name);
      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        add (found, find (self->themes, words[j]));
    }
  if (found->len == 0)
    return NULL;
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("; ", (char **) found->pdata);
}
