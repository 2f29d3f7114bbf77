/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-parts.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-list.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/ris3-region-parts.h"
#include "map/ris3-date.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-language.h"
#include "model/ris3-proposal.h"

GtkWidget *
ris3_inbox_part_new (const char *title, GtkWidget *content)
{
  GtkWidget *part;

  if (content == NULL)
    return NULL;
  part = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 6, "section");
  gtk_box_append (GTK_BOX (part), ris3_part_heading (title, 2));
  gtk_box_append (GTK_BOX (part), content);
  return part;
}

/* "Ministry of Health · regional authority · e-mail", whatever is known. (transfer full) */
static char *
describe_author (Ris3Comment *comment)
{
  const char *parts[]
      = { ris3_comment_get_organisation (comment), ris3_author_role_get_title (ris3_comment_get_author_role (comment)),
          ris3_comment_get_channel (comment) };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free (words, FALSE);
}

static void
append_dates (GtkBox *box, Ris3Atlas *atlas, Ris3Comment *comment)
{
  const char *due = ris3_inbox_list_get_due (atlas, comment);
  g_autofree char *received = ris3_date_to_text (ris3_comment_get_received_on (comment));
  g_autofree char *by = ris3_date_to_text (due);
  g_autofree char *words = NULL;

  if (*received != '\0' && *by != '\0')
    /* Translators: two dates: when a comment came, and when the answer was due */
    words = g_strdup_printf (_ ("Received %s, due %s"), received, by);
  else if (*received != '\0')
    /* Translators: %s is a date */
    words = g_strdup_printf (_ ("Received %s"), received);
  if (words != NULL)
    gtk_box_append (box, ris3_part_text (words, "quiet"));
}

GtkWidget *
ris3_inbox_part_new_warning (const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = ris3_part_text (words, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (line, "inbox-warning");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

GtkWidget *
ris3_inbox_part_new_origin (Ris3Atlas *atlas, Ris3Comment *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = ris3_flow_new ();
  g_autofree char *author = describe_author (comment);

  ris3_flow_append (RIS3_FLOW (line),
                    ris3_part_chip (ris3_comment_state_get_title (ris3_comment_get_state (comment)), NULL));
  ris3_flow_append (RIS3_FLOW (line), ris3_part_text (author, NULL));
  gtk_box_append (GTK_BOX (box), line);
  append_dates (GTK_BOX (box), atlas, comment);
  if (ris3_comment_get_target_state (comment) == RIS3_TARGET_CHANGED)
    gtk_box_append (GTK_BOX (box), ris3_inbox_part_new_warning (
                                       _ ("What the comment is about was changed after it came. Compare before "
                                          "you decide.")));
  else if (ris3_comment_get_target_state (comment) == RIS3_TARGET_GONE)
    gtk_box_append (GTK_BOX (box), ris3_inbox_part_new_warning (
                                       _ ("What the comment is about has been deleted. Only its name is left.")));
  return box;
}

GtkWidget *
ris3_inbox_part_new_quote (Ris3Comment *comment)
{
  const char *quote = ris3_comment_get_quote (comment);
  const char *page = ris3_comment_get_page_label (comment);
  GtkWidget *box;

  if (*quote == '\0' && *page == '\0')
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  if (*quote != '\0')
    {
      /* Translators: a passage that is quoted */
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), quote);

      gtk_box_append (GTK_BOX (box), ris3_copy_text_new (words));
    }
  if (*page != '\0')
    {
      g_autofree char *words = g_strdup_printf (_ ("Page %s"), page);

      gtk_box_append (GTK_BOX (box), ris3_part_text (words, "quiet"));
    }
  return box;
}

/* What a field holds, or is to hold, for people: answers are in the atlas as numbers, and in a proposal as words. */
static const char *
get_words (const char *field, const char *value)
{
  if (!ris3_proposal_is_answer (field))
    return *value != '\0' ? value : C_ ("value", "Nothing");
  if (g_str_equal (value, "1") || g_ascii_strcasecmp (value, "yes") == 0)
    return C_ ("answer", "Yes");
  if (g_str_equal (value, "0") || g_ascii_strcasecmp (value, "no") == 0)
    return C_ ("answer", "No");
  return C_ ("answer", "Not answered");
}

static void
attach (GtkGrid *grid, GtkWidget *widget, int column, int row)
{
  gtk_widget_set_hexpand (widget, column > 0);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_grid_attach (grid, widget, column, row, 1, 1);
}

/* What a field holds now. Where it is the original text, and there is none, readers see the one in English in its
 * place. present: NULL: it is not known (transfer full) */
static char *
describe_present (Ris3Atlas *atlas, const char *target, const char *key, const char *field, const char *present)
{
  g_autofree char *english = NULL;

  if (g_strcmp0 (present, "") == 0 && g_str_equal (target, "priority") && g_str_equal (field, "original_text"))
    english = ris3_atlas_dup_value (atlas, target, key, "text");
  if (english != NULL && *english != '\0')
    /* Translators: of the original text of a priority; %s is its text in English */
    return g_strdup_printf (_ ("Nothing; in English: “%s”"), english);
  return g_strdup (present != NULL ? get_words (field, present) : "–");
}

static void
attach_proposal (GtkGrid *grid,
                 Ris3Atlas *atlas,
                 const char *target,
                 const char *key,
                 const Ris3Proposal *proposal,
                 int row)
{
  g_autofree char *present = ris3_proposal_dup_present (atlas, target, key, proposal->field);
  g_autofree char *now = describe_present (atlas, target, key, proposal->field, present);
  g_autofree char *name = ris3_proposal_get_field_name (target, proposal->field);
  GtkWidget *proposed = ris3_part_text (get_words (proposal->field, proposal->value), "inbox-proposed");

  attach (grid, ris3_part_text (name, "quiet"), 0, row);
  attach (grid, ris3_part_text (now, NULL), 1, row);
  attach (grid, proposed, 2, row);
}

GtkWidget *
ris3_inbox_part_new_change (Ris3Atlas *atlas, const char *change, const char *target, const char *key)
{
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) proposals = ris3_proposal_parse (change, target, &words);
  GtkWidget *box;

  if (proposals->len == 0 && *words == '\0')
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), ris3_copy_text_new (words));
  if (proposals->len > 0)
    {
      GtkWidget *grid = gtk_grid_new ();

      gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
      gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
      gtk_widget_add_css_class (grid, "panel-card");
      attach (GTK_GRID (grid), ris3_part_text (C_ ("proposed change", "Now"), "part-heading"), 1, 0);
      attach (GTK_GRID (grid), ris3_part_text (C_ ("proposed change", "Proposed"), "part-heading"), 2, 0);
      for (guint i = 0; i < proposals->len; i++)
        attach_proposal (GTK_GRID (grid), atlas, target, key, proposals->pdata[i], (int) i + 1);
      gtk_box_append (GTK_BOX (box), grid);
    }
  return box;
}

GtkWidget *
ris3_inbox_part_new_proposal (Ris3Atlas *atlas, Ris3Comment *comment)
{
  const char *target = ris3_comment_get_target (comment);
  g_autofree char *key = g_str_equal (target, "strategy")
                             ? g_strdup (ris3_comment_get_strategy_id (comment))
                             : g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));
  const char *change = ris3_comment_get_proposed_change (comment);
  GtkWidget *box = ris3_inbox_part_new_change (atlas, change, target, key);
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
  /* Whatever was changed after it was applied may be the English text. */
  if (box != NULL && ris3_proposal_outdates_english (atlas, change, target, key)
      && (state != RIS3_COMMENT_APPLIED || ris3_comment_get_target_state (comment) == RIS3_TARGET_SAME)
      && state != RIS3_COMMENT_CLOSED)
    gtk_box_append (GTK_BOX (box), ris3_inbox_part_new_warning (
                                       _ ("The English text, which readers see first, was written before this change: "
                                          "check it.")));
  return box;
}

static void
append_row (GtkWidget *rows, const char *origin, const char *text, int depth)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 4, "card-row");

  gtk_widget_set_margin_start (row, depth * 18);
  gtk_box_append (GTK_BOX (row), ris3_part_text (origin, "comment-origin"));
  if (*text != '\0')
    gtk_box_append (GTK_BOX (row), ris3_copy_text_new (text));
  gtk_box_append (GTK_BOX (rows), row);
}

static GtkWidget *
new_rows (void)
{
  GtkWidget *rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "panel-card");

  gtk_widget_add_css_class (rows, "rows");
  return rows;
}

/* Lines that a person writes answer what came before, so that they are few; a ring of them would be a mistake. */
#define MAX_DEPTH 8

static void
append_replies (GtkWidget *rows, GListModel *comments, gint64 parent_id, int depth)
{
  for (guint i = 0; depth < MAX_DEPTH && i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      g_autofree char *author = NULL;
      g_autofree char *date = NULL;
      g_autofree char *origin = NULL;

      if (ris3_comment_get_parent_id (comment) != parent_id)
        continue;
      author = describe_author (comment);
      date = ris3_date_to_text (ris3_comment_get_received_on (comment));
      origin = g_strdup_printf ("%s%s%s", author, *date != '\0' ? " · " : "", date);
      append_row (rows, origin, ris3_comment_get_text (comment), depth);
      append_replies (rows, comments, ris3_comment_get_id (comment), depth + 1);
    }
}

GtkWidget *
ris3_inbox_part_new_replies (Ris3Atlas *atlas, Ris3Comment *comment)
{
  GtkWidget *rows = new_rows ();

  append_replies (rows, ris3_atlas_get_comments (atlas), ris3_comment_get_id (comment), 0);
  if (gtk_widget_get_first_child (rows) != NULL)
    return rows;
  g_object_ref_sink (rows);
  g_object_unref (rows);
  return NULL;
}

/* "30 November 2026, 14:05", in local time. (transfer full) */
static char *
describe_time (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *date = iso != NULL ? ris3_date_to_text (iso) : NULL;

  return date != NULL ? g_strdup_printf ("%s, %s", date, clock) : g_strdup (at);
}

/* What came with the data has no person. (transfer full) */
static char *
describe_actor (const Ris3CommentEvent *event)
{
  if (*event->actor == '\0' || *event->actor_role == '\0')
    return g_strdup (*event->actor != '\0' ? event->actor : event->actor_role);
  return g_strdup_printf ("%s (%s)", event->actor, event->actor_role);
}

static void
append_event (GtkWidget *rows, const Ris3CommentEvent *event)
{
  g_autofree char *time = describe_time (event->at);
  g_autofree char *who = describe_actor (event);
  g_autofree char *origin = g_strdup_printf ("%s · %s%s%s", ris3_comment_state_get_title (event->to_state), time,
                                             *who != '\0' ? " · " : "", who);

  append_row (rows, origin, event->reason, 0);
  if (event->change_id != 0)
    {
      GtkWidget *link = ris3_part_link (_ ("Show the Change…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "edit.history-show");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", event->change_id);
      gtk_box_append (GTK_BOX (gtk_widget_get_last_child (rows)), link);
    }
}

GtkWidget *
ris3_inbox_part_new_history (GPtrArray *events)
{
  GtkWidget *rows;

  if (events->len == 0)
    return NULL;
  rows = new_rows ();
  for (guint i = 0; i < events->len; i++)
    append_event (rows, events->pdata[i]);
  return rows;
}
