/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-key.h"
#include "map/ris3-pack-words.h"
#include "map/ris3-period.h"
#include "model/ris3-printable.h"
#include "report/ris3-pack-print-private.h"

#define INDENT 12
/* Of what is said of a priority, below its text. */
#define FACT_INDENT 8
/* A priority that lies deeper is indented like one that does not. */
#define MAX_DEPTH 8

typedef struct
{
  Ris3SheetFlow *flow;
  const Ris3Pack *pack;
  GString *line; /* facts that are told in one */
} Print;

char *
_ris3_pack_print_make_fact (const Ris3Pack *pack, const char *title, const char *value)
{
  return g_strdup_printf ("%s%s %s", title, ris3_pack_words_get ("colon", pack->language), value);
}

static const char *
get_word (const Print *self, const char *name)
{
  return ris3_pack_words_get (name, self->pack->language);
}

/* A fact of a line of its own, by the name of its field. */
static void
add_fact (Print *self, double indent, const char *field, const char *value, const char *uri)
{
  g_autofree char *text = NULL;

  if (*value == '\0')
    return;
  text = _ris3_pack_print_make_fact (self->pack, get_word (self, field), value);
  _ris3_sheet_flow_add (self->flow, RIS3_SHEET_SMALL, indent, text, uri);
}

/* Adds a fact to those of the line. */
static void
gather_fact (Print *self, const char *field, const char *value)
{
  g_autofree char *text = NULL;

  if (*value == '\0')
    return;
  text = _ris3_pack_print_make_fact (self->pack, get_word (self, field), value);
  g_string_append_printf (self->line, "%s%s", self->line->len > 0 ? " · " : "", text);
}

static void
end_line (Print *self, double indent)
{
  if (self->line->len > 0)
    _ris3_sheet_flow_add (self->flow, RIS3_SHEET_SMALL, indent, self->line->str, NULL);
  g_string_truncate (self->line, 0);
}

static void
tell_fact (const char *title, const char *value, gpointer data)
{
  Print *self = data;
  g_autofree char *text = _ris3_pack_print_make_fact (self->pack, title, value);

  _ris3_sheet_flow_add (self->flow, RIS3_SHEET_TEXT, 0, text, NULL);
}

void
_ris3_pack_print_add_head (Ris3SheetFlow *flow, const Ris3Pack *pack, Ris3Atlas *atlas, const Ris3PackSender *sender)
{
  Print self = { flow, pack, NULL };

  _ris3_sheet_flow_add (flow, RIS3_SHEET_TITLE, 0, pack->region_name, NULL);
  ris3_pack_tell_addressee (pack, atlas, sender, tell_fact, &self);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_STRATEGY, 0, get_word (&self, "about-purpose"), NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 0, get_word (&self, "purpose"), NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 0, get_word (&self, "how-print"), NULL);
}

/* Which of the two texts a reader of the pack reads first: the original, if it is in their language. */
static gboolean
reads_original (const Print *self, Ris3Strategy *strategy, Ris3Priority *priority)
{
  return *ris3_priority_get_original_text (priority) != '\0'
         && (*ris3_priority_get_text (priority) == '\0'
             || g_str_equal (ris3_strategy_get_language (strategy), self->pack->language));
}

/* Whether a field is among the texts of a priority, which are larger than the rest. */
static gboolean
is_text (const char *field)
{
  return g_str_equal (field, "label") || g_str_equal (field, "original_text") || g_str_equal (field, "text");
}

static void
add_priority (Print *self, Ris3Strategy *strategy, Ris3Priority *priority, guint depth)
{
  const char *const *fields = ris3_pack_key_get_fields (TRUE);
  gboolean is_original = reads_original (self, strategy, priority);
  const char *text = ris3_priority_get_text (priority), *original = ris3_priority_get_original_text (priority);
  double indent = INDENT * (1 + MIN (depth, MAX_DEPTH));
  g_autofree char *label = ris3_printable_markup (ris3_priority_get_label (priority));
  g_autofree char *first = ris3_printable_markup (is_original ? original : text);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>%s%s", label, *label != '\0' ? " " : "", first);
  g_autofree char *themes = ris3_pack_join_themes (priority);

  _ris3_sheet_flow_add_markup (self->flow, RIS3_SHEET_PRIORITY, indent, markup);
  add_fact (self, indent + FACT_INDENT, is_original ? "text" : "original_text", is_original ? text : original, NULL);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *value = ris3_pack_key_get_priority_value (priority, i);
      const char *shown = ris3_pack_key_show_value (fields[i], value, self->pack->language);

      /* An area makes no statement that could name anything. */
      if (!is_text (fields[i]) && !(ris3_priority_get_is_area (priority) && g_str_equal (fields[i], "explicit_pm")))
        gather_fact (self, fields[i], shown);
    }
  gather_fact (self, "themes", themes);
  end_line (self, indent + FACT_INDENT);
}

/* Each with those below it, in the document's order. */
static void
add_priorities (Print *self, Ris3Strategy *strategy, GListModel *priorities, guint depth)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      add_priority (self, strategy, priority, depth);
      add_priorities (self, strategy, ris3_priority_get_children (priority), depth + 1);
    }
}

static void
add_strategy (Print *self, Ris3Strategy *strategy)
{
  const char *const *fields = ris3_pack_key_get_fields (FALSE);
  GListModel *priorities = ris3_strategy_get_priorities (strategy);
  const char *url = ris3_strategy_get_source_url (strategy);
  g_autofree char *period = ris3_period_to_text (ris3_strategy_get_period (strategy));
  g_autofree char *title = g_strdup_printf ("%s  %s", period, ris3_strategy_get_title (strategy));

  _ris3_sheet_flow_add (self->flow, RIS3_SHEET_STRATEGY, 0, title, NULL);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *value = ris3_pack_key_get_strategy_value (strategy, i);
      const char *shown = ris3_pack_key_show_value (fields[i], value, self->pack->language);

      if (!g_str_equal (fields[i], "title") && !g_str_equal (fields[i], "source_url"))
        gather_fact (self, fields[i], shown);
    }
  end_line (self, INDENT);
  add_fact (self, INDENT, "source_url", url, url);
  if (g_list_model_get_n_items (priorities) == 0)
    _ris3_sheet_flow_add (self->flow, RIS3_SHEET_PRIORITY, INDENT, get_word (self, "no-priorities"), NULL);
  add_priorities (self, strategy, priorities, 0);
}

static void
tell_sheet (const char *title, const char *value, gpointer data)
{
  Print *self = data;
  g_autofree char *name = ris3_printable_markup (title);
  g_autofree char *how = ris3_printable_markup (value);
  g_autofree char *bold = g_strdup_printf ("<b>%s</b>", name);
  g_autofree char *markup = _ris3_pack_print_make_fact (self->pack, bold, how);

  _ris3_sheet_flow_add_markup (self->flow, RIS3_SHEET_TEXT, INDENT, markup);
}

void
_ris3_pack_print_add_body (Ris3SheetFlow *flow, const Ris3Pack *pack)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Print self = { flow, pack, line };

  /* First, where there is room: at the end, it might be alone on a page. */
  _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, get_word (&self, "sheet-about"), NULL);
  ris3_pack_tell_sheets (pack, tell_sheet, &self);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, get_word (&self, "recorded"), NULL);
  if (pack->strategies->len == 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, INDENT, get_word (&self, "no-strategy"), NULL);
  for (guint i = 0; i < pack->strategies->len; i++)
    add_strategy (&self, g_ptr_array_index (pack->strategies, i));
}
