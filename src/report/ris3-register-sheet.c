/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-register-sheet.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-date.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-proposal.h"
#include "report/ris3-page-pdf-private.h"
#include "report/ris3-sheet-flow-private.h"
#include "report/ris3-sheet-foot-private.h"

#define INDENT 12
/* Of what a reply is to. */
#define REPLY_INDENT 24

/* What the register says of a comment. Strings are never NULL. */
typedef struct
{
  char *nuts_version;
  char *region_code;
  char *region_name;
  char *country_name;
  char *target;
  char *target_name;
  char *reply_to;
  char *received_on;
  char *channel;
  char *organisation;
  char *author_role;
  char *text;
  char *english_text;
  char *proposed_change;
  char *state;
  char *decision;
  char *decision_reason;
  char *decided_on;
  char *applied_change;
  char *changed_values;
} Entry;

static const struct
{
  const char *column;
  gsize offset;
} fields[] = {
#define FIELD(name)                                                                                                    \
  {                                                                                                                    \
#name, G_STRUCT_OFFSET(Entry, name)                                                                                \
  }
  FIELD (nuts_version),    FIELD (region_code),     FIELD (region_name),    FIELD (country_name),
  FIELD (target),          FIELD (target_name),     FIELD (reply_to),       FIELD (received_on),
  FIELD (channel),         FIELD (organisation),    FIELD (author_role),    FIELD (text),
  FIELD (english_text),    FIELD (proposed_change), FIELD (state),          FIELD (decision),
  FIELD (decision_reason), FIELD (decided_on),      FIELD (applied_change), FIELD (changed_values),
#undef FIELD
};

static void
entry_free (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, data, fields[i].offset));
  g_free (data);
}

static guint
find_column (const char *name)
{
  const char *const *columns = ris3_comment_register_get_columns ();

  for (guint i = 0; i < ris3_comment_register_get_n_columns (); i++)
    if (g_str_equal (columns[i], name))
      return i;
  g_return_val_if_reached (0);
}

static gboolean
is_same_region (const Entry *one, const Entry *other)
{
  return g_str_equal (one->region_code, other->region_code) && g_str_equal (one->nuts_version, other->nuts_version);
}

/* (element-type Entry) (transfer full) */
static GPtrArray *
list_entries (Ris3CommentRegister *comments)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  guint columns[G_N_ELEMENTS (fields)];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    columns[i] = find_column (fields[i].column);
  for (guint row = 0; row < ris3_comment_register_get_n_rows (comments); row++)
    {
      Entry *entry = g_new0 (Entry, 1);

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          char *cell = ris3_comment_register_get_cell (comments, row, columns[i]);

          G_STRUCT_MEMBER (char *, entry, fields[i].offset) = cell != NULL ? cell : g_strdup ("");
        }
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static void
add_fact (Ris3SheetFlow *flow, double indent, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (*value == '\0')
    return;
  text = g_strdup_printf (C_ ("fact", "%s: %s"), name, value);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, indent, text, NULL);
}

/* "Région Sud · regional authority · e-mail · 30 November 2026", whatever is known. (transfer full) */
static char *
describe_origin (const Entry *entry)
{
  g_autofree char *date = ris3_date_to_text (entry->received_on);
  const char *parts[] = { entry->organisation, ris3_author_role_get_title (entry->author_role), entry->channel, date };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free (words, FALSE);
}

/* "Accepted on 2 November 2026" (transfer full) */
static char *
describe_decision (const Entry *entry)
{
  const char *title = ris3_comment_state_get_title (entry->decision);
  g_autofree char *date = ris3_date_to_text (entry->decided_on);

  if (*entry->decision == '\0')
    return g_strdup ("");
  /* Translators: what was decided, and when: “Accepted, 2 November 2026” */
  return *date != '\0' ? g_strdup_printf (C_ ("decision", "%s, %s"), title, date) : g_strdup (title);
}

static char *
describe_target (const Entry *entry)
{
  if (*entry->reply_to != '\0')
    return g_strdup (C_ ("comment", "Reply"));
  return g_strdup (g_str_equal (entry->target, "region") ? C_ ("target of a comment", "On the region as a whole")
                                                         : entry->target_name);
}

/* previous: of the same region; NULL: none */
static void
add_entry (Ris3SheetFlow *flow, const Entry *entry, const Entry *previous)
{
  gboolean is_reply = *entry->reply_to != '\0';
  double indent = is_reply ? REPLY_INDENT : 0;
  g_autofree char *origin = describe_origin (entry);
  g_autofree char *decision = describe_decision (entry);
  g_autofree char *proposal = ris3_proposal_describe (entry->proposed_change, entry->target);
  g_autofree char *title = describe_target (entry);
  /* What the heading, or the one before, is about is said once. */
  g_autofree char *before = previous != NULL ? describe_target (previous)
                                             : g_strdup (C_ ("target of a comment", "On the region as a whole"));
  gboolean is_told = *origin != '\0' && g_strcmp0 (title, before) == 0;

  if (!is_told)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_STRATEGY, indent, title, NULL);
  if (*origin != '\0')
    _ris3_sheet_flow_add (flow, is_told && previous != NULL ? RIS3_SHEET_NEXT : RIS3_SHEET_ORIGIN, indent, origin,
                          NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, indent + INDENT, entry->text, NULL);
  add_fact (flow, indent + INDENT, _ ("In English"), entry->english_text);
  add_fact (flow, indent + INDENT, _ ("Proposed change"), proposal);
  if (is_reply)
    return;
  add_fact (flow, indent + INDENT, _ ("State"), ris3_comment_state_get_title (entry->state));
  add_fact (flow, indent + INDENT, _ ("Decision"), decision);
  add_fact (flow, indent + INDENT, _ ("Reason"), entry->decision_reason);
  add_fact (flow, indent + INDENT, _ ("Change that was made"),
            *entry->changed_values != '\0' ? entry->changed_values : entry->applied_change);
}

/* "7 comments, 1 reply". (transfer full) */
static char *
count_entries (GPtrArray *entries)
{
  guint n_replies = 0;
  g_autofree char *comments = NULL;
  g_autofree char *replies = NULL;

  for (guint i = 0; i < entries->len; i++)
    n_replies += *((const Entry *) entries->pdata[i])->reply_to != '\0';
  comments
      = g_strdup_printf (ngettext ("%u comment", "%u comments", entries->len - n_replies), entries->len - n_replies);
  if (n_replies == 0)
    return g_steal_pointer (&comments);
  replies = g_strdup_printf (ngettext ("%u reply", "%u replies", n_replies), n_replies);
  return g_strjoin (", ", comments, replies, NULL);
}

static void
add_head (Ris3SheetFlow *flow, GPtrArray *entries, const char *filter)
{
  g_autofree char *counts = count_entries (entries);
  /* Translators: %s is how many comments and replies there are */
  g_autofree char *number
      = g_strdup_printf (_ ("%s; names of persons are left out, but for those in texts of comments"), counts);

  _ris3_sheet_flow_add (flow, RIS3_SHEET_TITLE, 0, _ ("Register of Comments"), NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_SUBTITLE, 0, number, NULL);
  if (filter != NULL)
    {
      g_autofree char *text = g_strdup_printf (C_ ("fact", "%s: %s"), _ ("Filter"), filter);

      _ris3_sheet_flow_add (flow, RIS3_SHEET_SUBTITLE, 0, text, NULL);
    }
}

static void
add_body (Ris3SheetFlow *flow, GPtrArray *entries)
{
  const Entry *last_top = NULL; /* a reply stands below it, whatever region it names */

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];
      gboolean is_reply = *entry->reply_to != '\0';
      gboolean is_first = last_top == NULL || (!is_reply && !is_same_region (last_top, entry));

      if (!is_reply || last_top == NULL)
        last_top = entry;
      if (is_first)
        {
          gboolean is_country = g_str_equal (entry->country_name, entry->region_name);
          g_autofree char *region
              = g_strdup_printf ("%s%s%s · %s · NUTS %s", is_country ? "" : entry->country_name,
                                 is_country ? "" : " · ", entry->region_name, entry->region_code, entry->nuts_version);

          _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, region, NULL);
        }
      add_entry (flow, entry, is_first ? NULL : entries->pdata[i - 1]);
    }
}

static guint
draw (Ris3CommentRegister *comments, const char *filter, cairo_t *cr)
{
  g_autoptr (Ris3SheetFlow) flow = _ris3_sheet_flow_new (RIS3_SHEET_MARGIN, RIS3_SHEET_MARGIN,
                                                         RIS3_SHEET_WIDTH - 2 * RIS3_SHEET_MARGIN, RIS3_SHEET_ROOM);
  g_autoptr (GPtrArray) entries = list_entries (comments);
  g_autofree char *source = _ris3_sheet_foot_describe_source (ris3_comment_register_get_atlas (comments));
  const char *lines[] = { source, NULL };
  guint n_pages;

  add_head (flow, entries, filter);
  add_body (flow, entries);
  n_pages = _ris3_sheet_flow_get_n_pages (flow);
  for (guint page = 0; page < n_pages; page++)
    {
      _ris3_sheet_flow_draw (flow, page, cr);
      _ris3_sheet_foot_draw (lines, page, n_pages, cr);
      cairo_show_page (cr);
    }
  return n_pages;
}

gboolean
ris3_register_sheet_write (Ris3CommentRegister *comments,
                           const char *filter,
                           const char *path,
                           const Ris3FileId *inputs,
                           guint n_inputs,
                           guint *n_pages,
                           GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (Ris3PagePdf) pdf = NULL;
  guint n;

  g_return_val_if_fail (comments != NULL && path != NULL, FALSE);
  file = ris3_output_file_begin (path, RIS3_OUTPUT_STREAM | RIS3_OUTPUT_PDF, inputs, n_inputs, error);
  if (file != NULL)
    {
      pdf = _ris3_page_pdf_new (RIS3_SHEET_WIDTH, RIS3_SHEET_HEIGHT, _ ("Register of Comments"),
                                ris3_atlas_get_title (ris3_comment_register_get_atlas (comments)), NULL);
      n = draw (comments, filter, _ris3_page_pdf_get_cairo (pdf));
      if (n_pages != NULL)
        *n_pages = n;
      if (_ris3_page_pdf_write (pdf, file, error) && ris3_output_file_commit (file, error))
        return TRUE;
    }
  g_prefix_error_literal (error, _ ("The register was not written: "));
  return FALSE;
}
