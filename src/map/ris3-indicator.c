/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-indicator-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-period.h"

static const Ris3Indicator *const indicators[] = {
  &ris3_indicator_personalised_medicine,
  &ris3_indicator_health,
  &ris3_indicator_priorities,
  &ris3_indicator_theme,
  &ris3_indicator_theme_count,
  &ris3_indicator_theme_share,
  &ris3_indicator_year,
  &ris3_indicator_period,
  &ris3_indicator_language,
  &ris3_indicator_analysis,
  &ris3_indicator_source,
  &ris3_indicator_comments,
  &ris3_indicator_open_comments,
  &ris3_indicator_participation,
  &ris3_indicator_activities,
  &ris3_indicator_column,
  &ris3_indicator_column_text,
};

/* Those with other arguments than the registry has, by id: each is made once and never freed, so that views can compare
 * indicators. */
static GMutex mutex;
static GHashTable *others;
/* Of themes, by argument: interned, as titles are kept by whoever shows them. */
static GHashTable *theme_names;

guint
ris3_indicator_get_n_indicators (void)
{
  return G_N_ELEMENTS (indicators);
}

const Ris3Indicator *
ris3_indicator_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (indicators), NULL);
  return indicators[index];
}

/* Codes of themes and names of programmes and columns; longer ones are none. */
gboolean
ris3_indicator_is_argument (const char *text)
{
  glong length;

  g_return_val_if_fail (text != NULL, FALSE);
  length = g_utf8_strlen (text, -1);
  if (length < 1 || length > RIS3_INDICATOR_MAX_ARGUMENT)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isgraph (g_utf8_get_char (at)) && *at != ' ')
      return FALSE;
  return TRUE;
}

static Ris3Indicator *
with_argument (const Ris3Indicator *base, const char *argument)
{
  Ris3Indicator *self = g_memdup2 (base, sizeof *base);
  const char *family_end = strchr (base->id, ':');

  self->argument = g_strdup (argument);
  self->id = g_strdup_printf ("%.*s:%s", (int) (family_end - base->id), base->id, argument);
  if (base->share != NULL)
    self->share = with_argument (base->share, argument);
  return self;
}

static const Ris3Indicator *
find_other (const Ris3Indicator *base, const char *argument)
{
  g_autofree char *id = NULL;
  const Ris3Indicator *found;

  id = g_strdup_printf ("%.*s:%s", (int) (strchr (base->id, ':') - base->id), base->id, argument);
  g_mutex_lock (&mutex);
  if (others == NULL)
    others = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (others, id);
  if (found == NULL)
    {
      found = with_argument (base, argument);
      g_hash_table_insert (others, (gpointer) found->id, (gpointer) found);
    }
  g_mutex_unlock (&mutex);
  return found;
}

const Ris3Indicator *
ris3_indicator_find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (indicators); i++)
    {
      const char *colon = strchr (indicators[i]->id, ':');
      gsize length = colon != NULL ? (gsize) (colon - indicators[i]->id) : 0;

      if (g_str_equal (indicators[i]->id, id))
        return indicators[i];
      if (colon == NULL || strncmp (indicators[i]->id, id, length) != 0)
        continue;
      if (id[length] == '\0')
        return indicators[i];
      if (id[length] == ':' && ris3_indicator_is_argument (id + length + 1))
        return find_other (indicators[i], id + length + 1);
    }
  return NULL;
}

const Ris3Indicator *
ris3_indicator_find_column (const char *name, gboolean is_text)
{
  const Ris3Indicator *kind = is_text ? &ris3_indicator_column_text : &ris3_indicator_column;

  g_return_val_if_fail (name != NULL, NULL);
  return ris3_indicator_is_argument (name) ? find_other (kind, name) : NULL;
}

const char *
ris3_indicator_group_get_title (Ris3IndicatorGroup group)
{
  static const char *const titles[RIS3_N_INDICATOR_GROUPS]
      = { NC_ ("indicators", "What Strategies Say"),       NC_ ("indicators", "Themes"),
          NC_ ("indicators", "About the Strategies"),      NC_ ("indicators", "Consultation"),
          NC_ ("indicators", "Programmes and Activities"), NC_ ("indicators", "Joined Columns") };

  g_return_val_if_fail (group < RIS3_N_INDICATOR_GROUPS, NULL);
  return g_dpgettext2 (NULL, "indicators", titles[group]);
}

void
ris3_indicator_name_theme (const char *argument, const char *name)
{
  g_return_if_fail (argument != NULL && name != NULL);
  g_mutex_lock (&mutex);
  if (theme_names == NULL)
    theme_names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (theme_names, (gpointer) g_intern_string (argument), (gpointer) g_intern_string (name));
  g_mutex_unlock (&mutex);
}

const char *
ris3_indicator_get_argument_title (const Ris3Indicator *self)
{
  const char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  if (self->argument_kind == RIS3_ARGUMENT_THEME)
    {
      g_mutex_lock (&mutex);
      name = theme_names != NULL ? g_hash_table_lookup (theme_names, self->argument) : NULL;
      g_mutex_unlock (&mutex);
    }
  return name != NULL ? name : self->argument;
}

/* "Share of Priorities on a Theme: Oncology": made once for each name. */
static const char *
get_title_with_argument (const Ris3Indicator *self)
{
  g_autofree char *title
      = g_strdup_printf (C_ ("indicator", "%s: %s"), _ (self->title), ris3_indicator_get_argument_title (self));

  return g_intern_string (title);
}

const char *
ris3_indicator_get_title (const Ris3Indicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  /* A column is called what the person called it. */
  if (self->argument_kind == RIS3_ARGUMENT_COLUMN)
    return self->argument;
  return self->argument != NULL ? get_title_with_argument (self) : _ (self->title);
}

char *
ris3_indicator_dup_titles (const Ris3Indicator *self, const Ris3Indicator *other)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (other == NULL)
    return g_strdup (ris3_indicator_get_title (self));
  /* Translators: two indicators that are shown together. */
  return g_strdup_printf (C_ ("view", "%s × %s"), ris3_indicator_get_title (self), ris3_indicator_get_title (other));
}

gboolean
ris3_indicator_is_found (const Ris3Indicator *self, const Ris3Value *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  if (value->absence != RIS3_ABSENCE_NONE || value->number == RIS3_NUMBER_UNKNOWN)
    return FALSE;
  if (self->argument_kind == RIS3_ARGUMENT_COLUMN)
    return TRUE;
  return self->kind == RIS3_VALUE_CATEGORY ? value->number < MAX (self->n_found, 1) : value->number > 0;
}

guint
ris3_indicator_count (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, 0);
  return self->count != NULL ? self->count (summary) : summary->n_found;
}

guint
ris3_indicator_count_base (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, 0);
  if (self->base == RIS3_BASE_AREAS)
    return summary->n_areas;
  return self->base == RIS3_BASE_KNOWN ? summary->n_strategies - summary->n_withheld : summary->n_analysed;
}

char *
ris3_indicator_get_base (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  guint base = ris3_indicator_count_base (self, summary);

  if (self->base == RIS3_BASE_AREAS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %'u area", "of %'u areas", base), base);
  if (self->base == RIS3_BASE_KNOWN)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %'u known strategy", "of %'u known strategies", base),
                            base);
  return ris3_strategy_summary_get_base (summary);
}

char *
ris3_indicator_get_number (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return g_strdup_printf ("%'u", ris3_indicator_count (self, summary));
}

char *
ris3_indicator_get_claim (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period)
{
  g_autofree char *share = NULL;
  g_autofree char *years = NULL;
  guint count;

  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  count = ris3_indicator_count (self, summary);
  share = ris3_share_to_text (count, ris3_indicator_count_base (self, summary));
  years = period != NULL ? ris3_period_to_text (period) : NULL;
  return self->get_claim (self, summary, count, share, years);
}

char *
ris3_indicator_get_headline (const Ris3Indicator *self, const Ris3StrategySummary *summary, const char *period)
{
  g_autofree char *number = NULL;
  g_autofree char *base = NULL;
  g_autofree char *claim = NULL;

  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  number = ris3_indicator_get_number (self, summary);
  base = ris3_indicator_get_base (self, summary);
  claim = ris3_indicator_get_claim (self, summary, period);
  return g_strdup_printf ("%s %s %s", number, base, claim);
}

GArray *
ris3_indicator_get_figures (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return self->get_figures != NULL ? self->get_figures (summary) : ris3_figures_of_values (self, summary);
}

char *
ris3_indicator_get_evidence (const Ris3Indicator *self, const Ris3StrategySummary *summary)
{
  g_return_val_if_fail (self != NULL && summary != NULL, NULL);
  return self->get_evidence != NULL ? self->get_evidence (summary) : NULL;
}

char *
ris3_indicator_describe (const Ris3Indicator *self, const Ris3Value *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);
  if (self->describe == NULL || value->absence != RIS3_ABSENCE_NONE || value->number == RIS3_NUMBER_UNKNOWN)
    return NULL;
  return self->describe (value);
}
