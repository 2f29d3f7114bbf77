/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-view-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-filter-index.h"
#include "model/ris3-theme.h"

/* Whether the atlas has the column that an indicator is of. */
static gboolean
check_column (const Ris3Indicator *indicator, Ris3Atlas *atlas, GError **error)
{
  GListModel *columns = ris3_atlas_get_joined_columns (atlas);
  g_autoptr (GString) names = g_string_new (NULL);

  if (indicator == NULL || indicator->argument_kind != RIS3_ARGUMENT_COLUMN
      || ris3_atlas_lookup_joined_column (atlas, indicator->argument) != NULL)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (Ris3JoinedColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", ris3_joined_column_get_name (column));
    }
  if (names->len == 0)
    g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                 _ ("The atlas has no joined column “%s”, nor any other. Join one with “ris3 join”."),
                 indicator->argument);
  else
    g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE, _ ("The atlas has no joined column “%s”. It has: %s."),
                 indicator->argument, names->str);
  return FALSE;
}

/* A column of texts may be named as one of numbers: whoever asks need not know which it is. */
static gboolean
check_columns (Ris3View **view, Ris3Atlas *atlas, GError **error)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (*view);
  g_autoptr (Ris3View) compared = ris3_view_get_compared (*view);
  g_autofree char *id = NULL;
  Ris3View *other;

  if (!check_column (indicator, atlas, error) || !check_column (ris3_view_get_other_indicator (*view), atlas, error)
      || (compared != NULL && !check_column (ris3_view_get_indicator (compared), atlas, error)))
    return FALSE;
  if (indicator->argument_kind != RIS3_ARGUMENT_COLUMN || ris3_view_get_scheme (*view) != NULL)
    return TRUE;
  id = g_strdup_printf ("%s:%s",
                        ris3_joined_column_get_is_text (ris3_atlas_lookup_joined_column (atlas, indicator->argument))
                            ? "column-text"
                            : "column",
                        indicator->argument);
  if (g_str_equal (id, indicator->id))
    return TRUE;
  other = ris3_view_with_indicator (*view, ris3_indicator_find (id));
  ris3_view_unref (*view);
  *view = other;
  return TRUE;
}

/* Lets titles have the name of a theme that the filter asks for. */
static void
name_theme (Ris3FilterIndex *index, Ris3Filter *filter, const char *code)
{
  g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (index, filter, RIS3_FILTER_ANY_PERIOD, NULL);
  const Ris3FacetValue *values;
  guint n_values;

  if (result == NULL)
    return;
  values = ris3_filter_result_get_values (result, RIS3_FACET_THEME, &n_values);
  for (guint i = 0; i < n_values; i++)
    if (values[i].is_chosen)
      ris3_indicator_name_theme (code, values[i].title);
}

/* What the atlas calls a theme or programme: its code for a name, as filters have it. (transfer full): NULL with an
 * error */
static char *
resolve_argument (Ris3FilterIndex *index, Ris3Facet facet, const char *argument, GError **error)
{
  g_autoptr (Ris3Filter) everything = ris3_filter_new ();
  g_autoptr (Ris3Filter) filter = ris3_filter_with (everything, facet, argument, TRUE);
  g_autoptr (Ris3Filter) resolved = ris3_filter_resolve (filter, index, NULL, error);
  const char *code;

  if (resolved == NULL)
    return NULL;
  code = ris3_filter_get_values (resolved, facet)[0];
  if (facet == RIS3_FACET_THEME && g_str_has_prefix (code, RIS3_THEME_SCHEME "/"))
    code += strlen (RIS3_THEME_SCHEME "/");
  if (facet == RIS3_FACET_THEME)
    name_theme (index, resolved, code);
  return g_strdup (code);
}

static gboolean
asks_index (const Ris3Indicator *indicator)
{
  return indicator != NULL
         && (indicator->argument_kind == RIS3_ARGUMENT_THEME || indicator->argument_kind == RIS3_ARGUMENT_PROGRAMME);
}

/* index: made when it is needed */
static gboolean
check_argument (Ris3View **view,
                const Ris3Indicator *indicator,
                Ris3Atlas *atlas,
                Ris3FilterIndex **index,
                GError **error)
{
  g_autofree char *argument = NULL;
  g_autofree char *id = NULL;
  Ris3View *renamed;

  if (!asks_index (indicator))
    return TRUE;
  if (*index == NULL)
    *index = ris3_filter_index_new (ris3_atlas_get_path (atlas), error);
  if (*index == NULL)
    return FALSE;
  argument = resolve_argument (
      *index, indicator->argument_kind == RIS3_ARGUMENT_THEME ? RIS3_FACET_THEME : RIS3_FACET_PARTICIPATION,
      indicator->argument, error);
  if (argument == NULL)
    return FALSE;
  if (g_str_equal (argument, indicator->argument))
    return TRUE;
  id = g_strdup_printf ("%.*s:%s", (int) strcspn (indicator->id, ":"), indicator->id, argument);
  renamed = ris3_view_rename_indicator (*view, indicator, ris3_indicator_find (id));
  /* Shown on both maps, it has been renamed with the first. */
  if (renamed == NULL)
    return TRUE;
  ris3_view_unref (*view);
  *view = renamed;
  return TRUE;
}

gboolean
ris3_view_arguments_check (Ris3View **view, Ris3Atlas *atlas, GError **error)
{
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3View) compared = NULL;
  g_autofree char *text = NULL;
  Ris3View *checked;

  g_return_val_if_fail (view != NULL && *view != NULL && RIS3_IS_ATLAS (atlas), FALSE);
  compared = ris3_view_get_compared (*view);
  if (!check_columns (view, atlas, error)
      || !check_argument (view, ris3_view_get_indicator (*view), atlas, &index, error)
      || !check_argument (view, ris3_view_get_other_indicator (*view), atlas, &index, error)
      || (compared != NULL && !check_argument (view, ris3_view_get_indicator (compared), atlas, &index, error)))
    return FALSE;
  if (index == NULL)
    return TRUE;
  /* Two names may have been of one theme, which is not shown twice. */
  text = ris3_view_to_text (*view);
  checked = ris3_view_from_text (text, NULL, error);
  if (checked == NULL)
    return FALSE;
  ris3_view_unref (*view);
  *view = checked;
  return TRUE;
}
