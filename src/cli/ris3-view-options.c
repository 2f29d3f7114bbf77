/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-view-options.h"

#include <glib/gi18n-lib.h>

void
ris3_view_options_clear (Ris3ViewOptions *self)
{
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->level, g_free);
  g_clear_pointer (&self->nuts, g_free);
}

static Ris3View *
read_options (const Ris3ViewOptions *self, Ris3View *base, GError **error)
{
  const struct
  {
    const char *key;
    const char *value;
  } words[] = {
    { "indicator", self->indicator }, { "scheme", self->scheme }, { "period", self->period },
    { "level", self->level },         { "nuts", self->nuts },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Ris3View) whole = ris3_view_from_text (self->view != NULL ? self->view : "", base, error);

  if (whole == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].value != NULL)
      {
        g_autofree char *escaped = g_uri_escape_string (words[i].value, NULL, TRUE);

        g_string_append_printf (text, " %s=%s", words[i].key, escaped);
      }
  return ris3_view_from_text (text->str, whole, error);
}

Ris3View *
ris3_view_options_get_view (const Ris3ViewOptions *self, GError **error)
{
  return read_options (self, NULL, error);
}

/* Whether the options name a period, or ask for the latest: then it does not follow what they are read upon. */
static gboolean
names_period (const Ris3ViewOptions *self, Ris3View *view)
{
  g_autoptr (Ris3View) base = ris3_view_new ();
  g_autoptr (Ris3View) other_base = ris3_view_with_period (base, "?");
  g_autoptr (Ris3View) other = read_options (self, other_base, NULL);

  return other != NULL && g_strcmp0 (ris3_view_get_period (other), ris3_view_get_period (view)) == 0;
}

Ris3View *
ris3_view_options_fit (const Ris3ViewOptions *self, Ris3View *view, Ris3Atlas *atlas, GError **error)
{
  const char *const *periods = ris3_atlas_get_periods (atlas);
  const char *period = ris3_view_get_period (view);
  g_autofree char *known = NULL;

  if (period == NULL || g_strv_contains (periods, period) || !names_period (self, view))
    return ris3_view_fit (view, periods);
  known = g_strjoinv (", ", (char **) periods);
  g_set_error (
      error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
      _ ("No strategy of the atlas is of the period “%s”. It has: %s, or “latest” for the latest of each region."),
      period, known);
  return NULL;
}
