/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From one state to another: one comment or several, each time as one edit. */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-reason-dialog.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-proposal.h"
#include "model/ris3-text.h"

/* Characters of what a comment is about in the name of an edit. */
#define MAX_NAME 80

typedef struct
{
  const char *action;
  guint key;
  Ris3CommentState state;
  gboolean applies; /* and makes the proposed change */
  const char *heading;
  const char *done;
} Move;

static const Move moves[] = {
  { "inbox.acknowledge", GDK_KEY_a, RIS3_COMMENT_ACKNOWLEDGED, FALSE, N_ ("Acknowledge?"), N_ ("_Acknowledge") },
  { "inbox.review", GDK_KEY_v, RIS3_COMMENT_IN_REVIEW, FALSE, N_ ("Take It Up Again?"), N_ ("_In Review") },
  { "inbox.apply", GDK_KEY_l, RIS3_COMMENT_APPLIED, TRUE, N_ ("Accept and Apply?"), N_ ("_Accept and Apply") },
  { "inbox.accept", GDK_KEY_c, RIS3_COMMENT_ACCEPTED, FALSE, N_ ("Accept?"), N_ ("_Accept") },
  { "inbox.accept-partly", GDK_KEY_p, RIS3_COMMENT_PARTLY_ACCEPTED, FALSE, N_ ("Accept Partly?"),
    N_ ("_Accept Partly") },
  { "inbox.not-accept", GDK_KEY_n, RIS3_COMMENT_NOT_ACCEPTED, FALSE, N_ ("Do Not Accept?"), N_ ("Do _Not Accept") },
  { "inbox.note", GDK_KEY_o, RIS3_COMMENT_NOTED, FALSE, N_ ("Take Note?"), N_ ("_Take Note") },
  { "inbox.applied", GDK_KEY_d, RIS3_COMMENT_APPLIED, FALSE, N_ ("Mark as Applied?"), N_ ("_Mark as Applied") },
  { "inbox.close", GDK_KEY_x, RIS3_COMMENT_CLOSED, FALSE, N_ ("Close?"), N_ ("_Close") },
};

static Ris3CommentState
get_state (Ris3Comment *comment)
{
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
  return state;
}

static gboolean
is_accepted (Ris3CommentState state)
{
  return state == RIS3_COMMENT_ACCEPTED || state == RIS3_COMMENT_PARTLY_ACCEPTED;
}

static gboolean
can_apply (Ris3Comment *comment)
{
  g_autoptr (GPtrArray) proposals = NULL;
  Ris3CommentState state = get_state (comment);

  if (ris3_comment_get_target_state (comment) == RIS3_TARGET_GONE
      || !(is_accepted (state) || ris3_comment_state_can_follow (state, RIS3_COMMENT_ACCEPTED)))
    return FALSE;
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (comment), ris3_comment_get_target (comment), NULL);
  return proposals->len > 0;
}

/* That is recorded with its form, of one at a time. */
static gboolean
proposes_strategy (Ris3Comment *comment)
{
  return g_str_equal (ris3_comment_get_target (comment), "region");
}

static gboolean
can_move (const Move *move, Ris3Comment *comment)
{
  return move->applies ? can_apply (comment) : ris3_comment_state_can_follow (get_state (comment), move->state);
}

/* n: how many are to be moved in one edit */
static gboolean
can_move_among (const Move *move, Ris3Comment *comment, guint n)
{
  return can_move (move, comment) && (n == 1 || !move->applies || !proposes_strategy (comment));
}

static gboolean
needs_reason (const Move *move, Ris3Comment *comment)
{
  Ris3CommentState state = get_state (comment);

  return move->applies ? !is_accepted (state) : ris3_comment_state_needs_reason (state, move->state);
}

/* What is to be done when its reason is known. */
typedef struct
{
  Ris3InboxPage *page;
  const Move *move;
  GPtrArray *comments; /* of Ris3Comment */
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_object_unref (plan->page);
  g_ptr_array_unref (plan->comments);
  g_free (plan);
}

/* What a comment is about, a region as the map calls it. */
static const char *
name_target (Ris3InboxPage *self, Ris3Comment *comment)
{
  return g_str_equal (ris3_comment_get_target (comment), "region") ? ris3_region_name_of_code (
             self->session, ris3_comment_get_nuts_version (comment), ris3_comment_get_region_code (comment))
                                                                   : ris3_comment_get_target_name (comment);
}

/* What a comment becomes, where a sentence begins. (transfer full) */
static char *
begin_with_state (Ris3CommentState state)
{
  const char *title = ris3_comment_state_get_title (ris3_comment_state_get_word (state));
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (title)), first);
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

static Ris3Edit *
make_step (Plan *plan, Ris3Comment *comment, const char *reason, GError **error)
{
  g_autofree char *state = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Ris3Edit *edit;

  if (plan->move->applies)
    return ris3_proposal_make_edit (ris3_session_get_atlas (plan->page->session), comment, reason, NULL, error);
  name = ris3_text_to_line (name_target (plan->page, comment), MAX_NAME);
  state = begin_with_state (plan->move->state);
  /* Translators: an edit: what became of a comment, and what it is about: “Noted: comment on “Algarve””. What comes
   * last may be cut off. */
  title = g_strdup_printf (_ ("%s: comment on “%s”"), state, name);
  edit = ris3_edit_new_comment_state (ris3_comment_get_id (comment), plan->move->state, reason, NULL);
  ris3_edit_set_title (edit, title);
  return edit;
}

/* One edit, which one undo takes back. */
static Ris3Edit *
make_edit (Plan *plan, const char *reason, GError **error)
{
  guint n = plan->comments->len;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *state = begin_with_state (plan->move->state);
  g_autofree char *title = NULL;

  if (n == 1)
    return make_step (plan, plan->comments->pdata[0], reason, error);
  /* Translators: an edit: what several comments have become: “Acknowledged: 3 comments” */
  title = g_strdup_printf (ngettext ("%s: %u comment", "%s: %u comments", n), state, n);
  edit = ris3_edit_new_group ("comment-state", title);
  if (plan->move->applies)
    ris3_proposal_sort (ris3_session_get_atlas (plan->page->session), plan->comments);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Edit) step = make_step (plan, plan->comments->pdata[i], reason, error);

      if (step == NULL)
        return NULL;
      ris3_edit_append (edit, step);
    }
  return g_steal_pointer (&edit);
}

static void
remember_decision (Plan *plan)
{
  if (ris3_comment_state_is_open (plan->move->state))
    return;
  for (guint i = 0; i < plan->comments->len; i++)
    {
      gint64 id = ris3_comment_get_id (plan->comments->pdata[i]);

      g_hash_table_insert (plan->page->decisions, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (FALSE));
    }
}

/* Whether a comment waits for a decision after it had one. */
static gboolean
follow_decision (Ris3InboxPage *self, gint64 id, gpointer was_decided, GHashTableIter *iter)
{
  Ris3Comment *comment = ris3_atlas_lookup_comment (ris3_session_get_atlas (self->session), id);
  gboolean is_decided = comment != NULL && !ris3_comment_state_is_open (get_state (comment));

  g_hash_table_iter_replace (iter, GINT_TO_POINTER (is_decided));
  return comment != NULL && GPOINTER_TO_INT (was_decided) && !is_decided;
}

void
_ris3_inbox_page_follow_decisions (Ris3InboxPage *self)
{
  g_autoptr (GtkBitset) found = gtk_bitset_new_empty ();
  GHashTableIter iter;
  gpointer id, was_decided;
  guint position;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &id, &was_decided))
    if (follow_decision (self, *(gint64 *) id, was_decided, &iter)
        && ris3_inbox_list_find (self->list, *(gint64 *) id, &position))
      gtk_bitset_add (found, position);
  if (!gtk_bitset_is_empty (found))
    _ris3_inbox_page_select_many (self, found);
}

static void
on_reason_cb (const char *reason, gpointer user_data)
{
  Plan *plan = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = make_edit (plan, reason, &error);

  if (edit != NULL)
    {
      ris3_session_edit (plan->page->session, edit);
      remember_decision (plan);
      /* Who decides about it has read it. */
      ris3_reading_marks_set_unread (plan->page->marks, plan->comments, FALSE);
    }
  else
    ris3_session_tell_failure (plan->page->session, error);
}

/* What is said before: of how many, and which of the selected ones stay as they are. (transfer full) */
static char *
describe (Plan *plan, guint n_selected, gboolean needs)
{
  guint n = plan->comments->len;
  g_autofree char *about = NULL;
  GString *words = g_string_new (NULL);

  if (n_selected == 1)
    g_string_append_printf (words, _ ("On “%s”."), name_target (plan->page, plan->comments->pdata[0]));
  else
    {
      about = g_strdup_printf (ngettext ("This is about %u comment.", "This is about %u comments.", n), n);
      g_string_append (words, about);
    }
  if (n < n_selected)
    {
      guint n_others = n_selected - n;
      g_autofree char *others = g_strdup_printf (
          ngettext ("%u of those selected cannot follow from its present state, and stays as it is.",
                    "%u of those selected cannot follow from their present states, and stay as they are.", n_others),
          n_others);

      g_string_append_printf (words, " %s", others);
    }
  if (needs)
    g_string_append_printf (words, " %s",
                            ngettext ("The reason is kept with the comment, and stands in the register of comments "
                                      "that the authority can be sent.",
                                      "The reason is kept with each of the comments, and stands in the register of "
                                      "comments that the authorities can be sent.",
                                      n));
  return g_string_free (words, FALSE);
}

/* Why none of those selected can become what was asked for. (transfer full) */
static char *
describe_refusal (const Move *move, GPtrArray *selected)
{
  const char *wanted = ris3_comment_state_get_title (ris3_comment_state_get_word (move->state));
  Ris3CommentState state;

  if (selected->len == 0)
    return g_strdup (_ ("No comment is selected."));
  for (guint i = 0; selected->len > 1 && i < selected->len; i++)
    if (can_move (move, selected->pdata[i]))
      return g_strdup (_ ("A strategy is recorded with its form: select one comment that proposes one at a time."));
  if (selected->len > 1)
    /* Translators: %s is a state of comments, such as “Closed”. */
    return g_strdup_printf (_ ("None of the selected comments can become “%s” from its present state."), wanted);
  state = get_state (selected->pdata[0]);
  if (move->applies && ris3_comment_get_target_state (selected->pdata[0]) == RIS3_TARGET_GONE)
    return g_strdup (_ ("Nothing can be applied: what the comment is about was deleted."));
  if (move->applies && (is_accepted (state) || ris3_comment_state_can_follow (state, RIS3_COMMENT_ACCEPTED)))
    return g_strdup (_ ("The comment proposes no change that could be applied."));
  if (state == move->state)
    return g_strdup_printf (_ ("The comment is “%s” already."), wanted);
  if (move->state == RIS3_COMMENT_CLOSED && ris3_comment_state_is_open (state))
    return g_strdup (_ ("An open comment cannot be closed: first accept it, do not accept it, or take note of it."));
  if (move->state == RIS3_COMMENT_CLOSED && is_accepted (state))
    return g_strdup (_ ("An accepted comment can be closed once it is marked as applied."));
  /* Translators: both are states of comments, such as “Closed”. */
  return g_strdup_printf (_ ("A comment that is “%s” cannot become “%s”."),
                          ris3_comment_state_get_title (ris3_comment_state_get_word (state)), wanted);
}

static void
make_move (Ris3InboxPage *self, const Move *move)
{
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);
  g_autofree char *body = NULL;
  gboolean needs = FALSE;
  Plan *plan;

  if (!ris3_session_get_editing (self->session))
    {
      g_signal_emit_by_name (self, "edit-refused");
      return;
    }
  plan = g_new0 (Plan, 1);
  plan->page = g_object_ref (self);
  plan->move = move;
  plan->comments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < selected->len; i++)
    if (can_move_among (move, selected->pdata[i], selected->len))
      {
        g_ptr_array_add (plan->comments, g_object_ref (selected->pdata[i]));
        needs = needs || needs_reason (move, selected->pdata[i]);
      }
  if (move->applies && plan->comments->len == 1 && proposes_strategy (plan->comments->pdata[0]))
    {
      remember_decision (plan);
      gtk_widget_activate_action (GTK_WIDGET (self), "edit.strategy-apply", "x",
                                  ris3_comment_get_id (plan->comments->pdata[0]));
    }
  else if (plan->comments->len == 0)
    {
      g_autofree char *words = describe_refusal (move, selected);

      g_signal_emit_by_name (self, "move-refused", words);
    }
  else if (!needs && plan->comments->len == selected->len)
    on_reason_cb ("", plan);
  else
    {
      body = describe (plan, selected->len, needs);
      ris3_reason_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ (move->heading), body,
                              _ (move->done), needs, on_reason_cb, plan, plan_free);
      return;
    }
  plan_free (plan);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].action, name))
      make_move (RIS3_INBOX_PAGE (widget), &moves[i]);
}

/* Also of what cannot be done: that is said, rather than that nothing happens. */
static gboolean
on_key_cb (GtkWidget *widget, GVariant *index, gpointer unused)
{
  make_move (RIS3_INBOX_PAGE (widget), &moves[g_variant_get_uint32 (index)]);
  return GDK_EVENT_STOP;
}

/* The form of a reply, or of the comment itself. */
static void
form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);
  Ris3Comment *comment = ris3_inbox_page_get_comment (self);

  if (!ris3_session_get_editing (self->session))
    g_signal_emit_by_name (self, "edit-refused");
  else if (comment != NULL)
    gtk_widget_activate_action (widget, g_str_equal (name, "inbox.reply") ? "edit.comment-reply" : "edit.comment-form",
                                "x", ris3_comment_get_id (comment));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);

  if (!ris3_session_get_editing (self->session))
    g_signal_emit_by_name (self, "edit-refused");
  else
    ris3_inbox_detail_attach (RIS3_INBOX_DETAIL (self->detail));
}

void
_ris3_inbox_page_install_moves (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_install_action (klass, moves[i].action, NULL, move_action);
      gtk_widget_class_add_binding (klass, moves[i].key, 0, on_key_cb, "u", i);
    }
  gtk_widget_class_install_action (klass, "inbox.reply", NULL, form_action);
  gtk_widget_class_install_action (klass, "inbox.edit", NULL, form_action);
  gtk_widget_class_install_action (klass, "inbox.attach", NULL, attach_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, 0, "inbox.attach", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, 0, "inbox.reply", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, 0, "inbox.edit", NULL);
}

void
_ris3_inbox_page_update_moves (Ris3InboxPage *self)
{
  g_autoptr (GPtrArray) selected = _ris3_inbox_page_get_selected (self);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gboolean can = FALSE;

      for (guint c = 0; c < selected->len && !can; c++)
        can = can_move (&moves[i], selected->pdata[c]);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), moves[i].action, can);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.reply", selected->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.attach", selected->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.edit", selected->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inbox.show-target", selected->len == 1);
}
