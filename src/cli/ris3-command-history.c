/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-edit.h"
#include "model/ris3-history.h"

static void
add_values (Ris3Json *json, GPtrArray *values)
{
  static const char *const kinds[] = { "added", "changed", "deleted" };

  ris3_json_begin_array (json, "values");
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);

      if (*value->field == '\0')
        continue;
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "table", value->table);
      ris3_json_text (json, "key", value->key);
      ris3_json_text (json, "row", kinds[value->kind]);
      ris3_json_text (json, "field", value->field);
      ris3_json_text (json, "before", value->before);
      ris3_json_text (json, "after", value->after);
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

static void
print_json (const char *path, GListModel *changes, GPtrArray *values)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_begin_array (json, "changes");
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (Ris3Change) change = g_list_model_get_item (changes, i);
      const gint64 undoes = ris3_change_get_undoes (change);
      const gint64 undone_by = ris3_change_get_undone_by (change);

      ris3_json_begin_object (json, NULL);
      ris3_json_number (json, "change", ris3_change_get_id (change));
      ris3_json_text (json, "at", ris3_change_get_at (change));
      ris3_json_text (json, "by", ris3_change_get_actor (change));
      ris3_json_text (json, "kind", ris3_change_get_kind (change));
      ris3_json_text (json, "title", ris3_change_get_title (change));
      ris3_json_number (json, "rows", ris3_change_get_n_rows (change));
      if (undoes != 0)
        ris3_json_number (json, "undoes", undoes);
      else
        ris3_json_null (json, "undoes");
      if (undone_by != 0)
        ris3_json_number (json, "undone_by", undone_by);
      else
        ris3_json_null (json, "undone_by");
      if (values != NULL)
        add_values (json, values);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static void
print_values (GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);
      const char *name = ris3_edit_field_get_name (value->table, value->field);

      if (name == NULL)
        name = value->field;
      if (*value->field == '\0')
        ris3_print (value->kind == RIS3_VALUE_ADDED ? _ ("  %s %s was added\n") : _ ("  %s %s was deleted\n"),
                    value->table, value->key);
      else if (value->kind == RIS3_VALUE_CHANGED)
        /* Translators: the table and key of a row, a field of it, its value before and after. */
        ris3_print (_ ("  %s %s, %s: “%s” became “%s”\n"), value->table, value->key, name,
                    value->before != NULL ? value->before : "", value->after != NULL ? value->after : "");
      else
        ris3_print (_ ("    %s: %s\n"), name, value->before != NULL ? value->before : value->after);
    }
}

static void
print_text (GListModel *changes, GPtrArray *values)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (Ris3Change) change = g_list_model_get_item (changes, i);
      g_autofree char *time = g_date_time_format (ris3_change_get_time (change), "%Y-%m-%d %H:%M");

      ris3_print ("%" G_GINT64_FORMAT "  %s  %s  %s", ris3_change_get_id (change), time, ris3_change_get_actor (change),
                  ris3_change_get_title (change));
      if (ris3_change_get_undone_by (change) != 0)
        {
          g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_change_get_undone_by (change));

          /* Translators: ends the line of an edit in the history; %s is the number of another. */
          ris3_print (_ (" (undone by %s)"), id);
        }
      ris3_print ("\n");
      if (values != NULL)
        print_values (values);
    }
  if (g_list_model_get_n_items (changes) == 0)
    ris3_print (_ ("There is no such change in the history.\n"));
}

static gboolean
check_day (const Ris3Arguments *arguments, Ris3OptionId id)
{
  const char *day = ris3_arguments_get (arguments, id);
  g_autofree char *text = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (day == NULL || time != NULL)
    return TRUE;
  ris3_arguments_complain (ris3_arguments_get_command (arguments), _ ("“%s” is not a day. Write it like 2026-01-31."),
                           day);
  return FALSE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GListModel) changes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  Ris3HistoryQuery query = { .strategy_id = ris3_arguments_get (arguments, RIS3_OPTION_STRATEGY),
                             .region_code = ris3_arguments_get (arguments, RIS3_OPTION_REGION),
                             .actor = ris3_arguments_get (arguments, RIS3_OPTION_BY),
                             .kind = ris3_arguments_get (arguments, RIS3_OPTION_KIND),
                             .from_day = ris3_arguments_get (arguments, RIS3_OPTION_FROM),
                             .to_day = ris3_arguments_get (arguments, RIS3_OPTION_TO),
                             .text = ris3_arguments_get (arguments, RIS3_OPTION_TEXT) };
  gint64 limit;
  gint64 change;
  gint64 version;

  if (path == NULL || !ris3_arguments_get_number (arguments, RIS3_OPTION_LIMIT, 0, &limit)
      || !ris3_arguments_get_number (arguments, RIS3_OPTION_CHANGE, 0, &change)
      || !ris3_arguments_get_number (arguments, RIS3_OPTION_NUTS, 2016, &version)
      || !check_day (arguments, RIS3_OPTION_FROM) || !check_day (arguments, RIS3_OPTION_TO))
    return RIS3_EXIT_ERROR;
  query.nuts_version = (guint) version;
  query.limit = (guint) MIN (limit, G_MAXINT);
  query.change_id = change;
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  changes = ris3_history_read (path, &query, NULL, &error);
  if (changes != NULL && change != 0)
    values = ris3_history_read_values (path, change, NULL, &error);
  if (error != NULL)
    return ris3_command_fail (error);

  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, changes, values);
  else
    print_text (changes, values);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_history = {
  .name = "history",
  .summary = N_ ("Show who changed what in an atlas"),
  .details
  = N_ ("Lists the edits of an atlas, the newest first, each with its number, time, person and name; with --change, "
        "the values before and after one of them."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") },
               { RIS3_OPTION_CHANGE },
               { RIS3_OPTION_REGION, N_ ("in the NUTS version that is asked for") },
               { RIS3_OPTION_NUTS },
               { RIS3_OPTION_STRATEGY },
               { RIS3_OPTION_BY, N_ ("only edits of this person are listed") },
               { RIS3_OPTION_KIND },
               { RIS3_OPTION_FROM },
               { RIS3_OPTION_TO },
               { RIS3_OPTION_TEXT },
               { RIS3_OPTION_LIMIT, N_ ("all by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 12,
  .run = run,
};
