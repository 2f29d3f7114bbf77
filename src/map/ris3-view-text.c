/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text form of a view: how it is read, and written. */

#include "config.h"

#include "map/ris3-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-class-method.h"
#include "map/ris3-class-scheme.h"
#include "map/ris3-class-term.h"
#include "map/ris3-extent.h"

static gboolean
refuse (GError **error, const char *key, const char *value, const char *allowed)
{
  /* Translators: a setting, its value, and what it may be instead: "nuts=2015: the value must be 2013, 2016 or 2021."
   */
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE, _ ("%s=%s: the value must be %s."), key, value, allowed);
  return FALSE;
}

/* "a, b or c". (transfer full) */
static char *
list_names (const char *const *names, guint n_names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++)
    {
      if (i > 0)
        /* Translators: between the last two of several things to choose from, with its spaces. */
        g_string_append (list, i + 1 < n_names ? ", " : _ (" or "));
      g_string_append (list, names[i]);
    }
  return g_string_free (list, FALSE);
}

static gboolean
set_indicator (Ris3View *self, const char *value, GError **error)
{
  const Ris3Indicator *indicator = ris3_indicator_find (value);
  guint n_indicators = ris3_indicator_get_n_indicators ();
  g_autofree const char **ids = NULL;
  g_autofree char *allowed = NULL;

  if (indicator != NULL)
    {
      self->indicator = indicator;
      return TRUE;
    }
  ids = g_new0 (const char *, n_indicators);
  for (guint i = 0; i < n_indicators; i++)
    ids[i] = ris3_indicator_get (i)->id;
  allowed = list_names (ids, n_indicators);
  return refuse (error, "indicator", value, allowed);
}

static gboolean
set_other (Ris3View *self, const char *value, GError **error)
{
  const Ris3Indicator *indicator = self->indicator;
  gboolean ok = set_indicator (self, value, error);

  self->other = self->indicator;
  self->indicator = indicator;
  return ok;
}

#define AGAINST_PERIOD "period:"
#define AGAINST_INDICATOR "indicator:"

/* A period or an indicator, or both with their names before them. */
gboolean
_ris3_view_set_against (Ris3View *self, const char *value, GError **error)
{
  const char *rest = value;
  const char *indicator = NULL;
  g_autofree char *period = NULL;

  if (g_str_has_prefix (rest, AGAINST_PERIOD))
    {
      rest += strlen (AGAINST_PERIOD);
      period = g_strndup (rest, strcspn (rest, ","));
      rest += strlen (period);
      rest += *rest == ',';
    }
  if (g_str_has_prefix (rest, AGAINST_INDICATOR))
    indicator = rest + strlen (AGAINST_INDICATOR);
  else if (period == NULL && ris3_indicator_find (rest) != NULL)
    indicator = rest;
  else if (period == NULL)
    period = g_strdup (rest);
  else if (*rest != '\0')
    indicator = rest;
  /* The comma stands between the two. */
  if ((period != NULL && (*period == '\0' || strchr (period, ',') != NULL))
      || (indicator != NULL && ris3_indicator_find (indicator) == NULL))
    return refuse (error, "against", value,
                   _ ("a period, an indicator, or both, as in “period:2021-2027,indicator:health”"));
  self->against_indicator = indicator != NULL ? ris3_indicator_find (indicator) : NULL;
  g_free (self->against_period);
  self->against_period = g_steal_pointer (&period);
  return TRUE;
}

static gboolean
set_scheme (Ris3View *self, const char *value, GError **error)
{
  g_free (self->scheme);
  self->scheme = g_strdup (value);
  return TRUE;
}

gboolean
_ris3_view_set_palette (Ris3View *self, const char *value, GError **error)
{
  guint n_sets = ris3_colour_set_get_n_sets ();
  g_autofree const char **ids = g_new0 (const char *, n_sets);
  g_autofree char *names = NULL;
  g_autofree char *allowed = NULL;
  const Ris3ColourSet *set;
  gboolean reversed;

  if (ris3_colour_set_from_text (value, &set, &reversed))
    {
      g_free (self->palette);
      self->palette = ris3_colour_set_to_text (set, reversed);
      return TRUE;
    }
  for (guint i = 0; i < n_sets; i++)
    ids[i] = ris3_colour_set_get (i)->id;
  names = list_names (ids, n_sets);
  /* Translators: %s are names of palettes; “,reversed” stays as it is. */
  allowed = g_strdup_printf (_ ("%s, with “,reversed” after it if need be"), names);
  return refuse (error, "palette", value, allowed);
}

static gboolean
set_symbols (Ris3View *self, const char *value, GError **error)
{
  if (!g_str_equal (value, "yes") && !g_str_equal (value, "no"))
    /* Translators: these are words of the text form, and stay as they are. */
    return refuse (error, "symbols", value, _ ("yes or no"));
  self->symbols = g_str_equal (value, "yes");
  return TRUE;
}

static gboolean
set_period (Ris3View *self, const char *value, GError **error)
{
  if (*value == '\0')
    return refuse (error, "period", value,
                   _ ("a period such as 2014-2020, or “latest” for the latest strategy of each region"));
  g_free (self->period);
  self->period = g_str_equal (value, RIS3_VIEW_LATEST) ? NULL : g_strdup (value);
  return TRUE;
}

static gboolean
set_level_rule (Ris3View *self, const char *value, GError **error)
{
  const char *ids[RIS3_N_LEVEL_RULES];
  g_autofree char *allowed = NULL;

  if (ris3_level_rule_from_id (value, &self->level_rule))
    return TRUE;
  for (guint i = 0; i < RIS3_N_LEVEL_RULES; i++)
    ids[i] = ris3_level_rule_get_id (i);
  allowed = list_names (ids, RIS3_N_LEVEL_RULES);
  return refuse (error, "level", value, allowed);
}

static gboolean
set_nuts_version (Ris3View *self, const char *value, GError **error)
{
  g_autofree char *allowed = NULL;

  if (ris3_nuts_version_from_string (value, &self->nuts_version))
    return TRUE;
  allowed = ris3_nuts_version_list ();
  return refuse (error, "nuts", value, allowed);
}

gboolean
_ris3_view_set_extent (Ris3View *self, const char *value, GError **error)
{
  Ris3Box extent;

  if (!ris3_extent_read (value, ris3_plane_get_mercator (), &extent, error))
    return FALSE;
  g_free (self->extent);
  self->extent = g_strdup (value);
  return TRUE;
}

static gboolean
set_filter (Ris3View *self, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (value, NULL, &local_error);

  if (filter == NULL || !ris3_class_terms_check (filter, &local_error))
    {
      /* Translators: a setting of a view, and what is wrong with it. */
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE, _ ("filter=%s: %s"), value, local_error->message);
      return FALSE;
    }
  ris3_filter_unref (self->filter);
  self->filter = g_steal_pointer (&filter);
  return TRUE;
}

typedef struct
{
  const char *key;
  gboolean (*set) (Ris3View *self, const char *value, GError **error);
} Setting;

static const Setting settings[] = {
  { "indicator", set_indicator },
  { "with", set_other },
  { "against", _ris3_view_set_against },
  { "classes", set_scheme },
  { "palette", _ris3_view_set_palette },
  { "symbols", set_symbols },
  { "period", set_period },
  { "level", set_level_rule },
  { "nuts", set_nuts_version },
  { "extent", _ris3_view_set_extent },
  { "filter", set_filter },
};

static gboolean
take_word (Ris3View *self, const char *word, guint *seen, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *key = equals != NULL ? g_strndup (word, equals - word) : NULL;
  g_autofree char *value = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;
  const char *keys[G_N_ELEMENTS (settings)];
  g_autofree char *allowed = NULL;

  if (value == NULL || !g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_SYNTAX,
                   _ ("“%s” is not of the form KEY=VALUE, as in “period=2014-2020”."), word);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      keys[i] = settings[i].key;
      if (!g_str_equal (key, settings[i].key))
        continue;
      if (*seen & (1u << i))
        {
          g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_SYNTAX, _ ("“%s” is given twice. Remove one of them."),
                       key);
          return FALSE;
        }
      *seen |= 1u << i;
      return settings[i].set (self, value, error);
    }
  allowed = list_names (keys, G_N_ELEMENTS (keys));
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_KEY, _ ("A view has no setting “%s”. Use %s."), key, allowed);
  return FALSE;
}

/* Two indicators have classes and colours of their own. */
gboolean
_ris3_view_check_other (Ris3View *self, GError **error)
{
  if (self->other == NULL)
    return TRUE;
  if (self->other == self->indicator)
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("“%s” is to be shown together with itself. Choose two different indicators."),
                   ris3_indicator_get_title (self->indicator));
      return FALSE;
    }
  if (self->scheme != NULL || self->palette != NULL || self->symbols)
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("Two indicators together have classes and colours of their own. Leave out “classes”, “palette” "
                      "and “symbols”, or “with”."));
      return FALSE;
    }
  return ris3_class_scheme_can_pair (self->indicator, error) && ris3_class_scheme_can_pair (self->other, error);
}

/* Whether the scheme can class the indicator at all; its breaks may depend on values, which are not known yet. */
gboolean
_ris3_view_check_scheme (Ris3View *self, GError **error)
{
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_make (self->scheme, self->indicator, NULL, 0, error);

  return scheme != NULL;
}

/* Of a second indicator and of classes, what the text says takes the place of what the base had. */
static void
settle_other (Ris3View *self, Ris3View *base)
{
  gboolean same_scheme = g_strcmp0 (base->scheme, self->scheme) == 0;
  gboolean same_palette = g_strcmp0 (base->palette, self->palette) == 0;

  if (self->other != base->other)
    {
      if (same_scheme)
        g_clear_pointer (&self->scheme, g_free);
      if (same_palette)
        g_clear_pointer (&self->palette, g_free);
      self->symbols &= !base->symbols;
    }
  else if (self->indicator != base->indicator || !same_scheme || !same_palette || self->symbols != base->symbols)
    self->other = NULL;
}

Ris3View *
ris3_view_from_text (const char *text, Ris3View *base, GError **error)
{
  g_autoptr (Ris3View) self = NULL;
  g_auto (GStrv) words = NULL;
  guint seen = 0;

  g_return_val_if_fail (text != NULL, NULL);
  self = base != NULL ? _ris3_view_copy (base) : ris3_view_new ();
  words = g_strsplit_set (text, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !take_word (self, words[i], &seen, error))
      return NULL;
  /* The classes of one indicator do not suit another. */
  if (base != NULL && base->indicator != self->indicator)
    {
      if (g_strcmp0 (base->scheme, self->scheme) == 0)
        g_clear_pointer (&self->scheme, g_free);
      if (g_strcmp0 (base->palette, self->palette) == 0)
        g_clear_pointer (&self->palette, g_free);
      self->symbols &= !base->symbols || self->indicator->kind == RIS3_VALUE_COUNT;
    }
  if (self->symbols && self->indicator->kind != RIS3_VALUE_COUNT)
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("“symbols=yes” suits counts, and “%s” has none. Leave it out, or choose another indicator, as in "
                      "“indicator=priorities”."),
                   self->indicator->id);
      return NULL;
    }
  if (base != NULL && self->other != NULL)
    settle_other (self, base);
  if (!_ris3_view_check_other (self, error) || (self->scheme != NULL && !_ris3_view_check_scheme (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

static void
append_word (GString *text, const char *key, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, ":,;/+@&$*()'", TRUE);

  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", key, escaped);
}

char *
ris3_view_dup_against (Ris3View *self)
{
  const char *period, *indicator;

  g_return_val_if_fail (self != NULL, NULL);
  period = self->against_period;
  indicator = self->against_indicator != NULL ? self->against_indicator->id : NULL;
  if (period == NULL && indicator == NULL)
    return NULL;
  return g_strconcat (period != NULL ? AGAINST_PERIOD : "", period != NULL ? period : "",
                      period != NULL && indicator != NULL ? "," : "", indicator != NULL ? AGAINST_INDICATOR : "",
                      indicator, NULL);
}

char *
ris3_view_to_text (Ris3View *self)
{
  GString *text;
  g_autofree char *version = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (NULL);
  version = g_strdup_printf ("%u", self->nuts_version);
  append_word (text, "indicator", self->indicator->id);
  if (self->other != NULL)
    append_word (text, "with", self->other->id);
  if (self->scheme != NULL)
    append_word (text, "classes", self->scheme);
  if (self->palette != NULL)
    append_word (text, "palette", self->palette);
  if (self->symbols)
    append_word (text, "symbols", "yes");
  append_word (text, "period", self->period != NULL ? self->period : RIS3_VIEW_LATEST);
  if (self->against_period != NULL || self->against_indicator != NULL)
    {
      g_autofree char *against = ris3_view_dup_against (self);

      append_word (text, "against", against);
    }
  append_word (text, "level", ris3_level_rule_get_id (self->level_rule));
  append_word (text, "nuts", version);
  if (self->extent != NULL)
    append_word (text, "extent", self->extent);
  if (!ris3_filter_is_empty (self->filter))
    {
      g_autofree char *filter = ris3_filter_to_text (self->filter);

      append_word (text, "filter", filter);
    }
  return g_string_free (text, FALSE);
}
