/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#include <glib/gi18n.h>

#include "app/ris3-flow.h"
#include "app/ris3-session-filter.h"

G_DEFINE_FINAL_TYPE (Ris3InboxPage, ris3_inbox_page, GTK_TYPE_WIDGET)

/* Of replies to replies: a file may have a ring of them. */
#define MAX_DEPTH 16

enum
{
  PROP_0,
  PROP_SHOWN,
  PROP_DETAIL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_MAP_WANTED,
  SIGNAL_FIGURE_WANTED,
  SIGNAL_UNPLACED,
  SIGNAL_EDIT_REFUSED,
  SIGNAL_MOVE_REFUSED,
  SIGNAL_HIDDEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const shown_ids[RIS3_N_INBOX_SHOWN] = {
  [RIS3_INBOX_OPEN] = "open",
  [RIS3_INBOX_DECIDED] = "decided",
  [RIS3_INBOX_ALL] = "all",
  [RIS3_INBOX_UNREAD] = "unread",
};

void
_ris3_inbox_page_show_selected (Ris3InboxPage *self)
{
  g_autoptr (GPtrArray) comments = _ris3_inbox_page_get_selected (self);

  ris3_inbox_detail_show (RIS3_INBOX_DETAIL (self->detail), comments);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  _ris3_inbox_page_update_moves (self);
  _ris3_inbox_page_update_reading (self, comments);
  _ris3_inbox_page_follow_reading (self);
}

void
_ris3_inbox_page_show_counts (Ris3InboxPage *self)
{
  /* Translators: comments that wait for a decision, and how many there are */
  g_autofree char *open
      = g_strdup_printf (C_ ("comments", "Open (%'u)"), ris3_inbox_list_count (self->list, RIS3_INBOX_OPEN));
  g_autofree char *decided
      = g_strdup_printf (C_ ("comments", "Decided (%'u)"), ris3_inbox_list_count (self->list, RIS3_INBOX_DECIDED));
  g_autofree char *all
      = g_strdup_printf (C_ ("comments", "All (%'u)"), ris3_inbox_list_count (self->list, RIS3_INBOX_ALL));

  /* Translators: comments that the person has not read */
  g_autofree char *unread
      = g_strdup_printf (C_ ("comments", "Unread (%'u)"), ris3_inbox_list_count (self->list, RIS3_INBOX_UNREAD));

  gtk_label_set_label (self->open_label, open);
  gtk_label_set_label (self->decided_label, decided);
  gtk_label_set_label (self->all_label, all);
  gtk_label_set_label (self->unread_label, unread);
  gtk_widget_set_visible (self->filtered, self->is_filtered && !ris3_inbox_list_has_only (self->list));
  gtk_widget_set_visible (self->only, ris3_inbox_list_has_only (self->list));
}

/* Why there are no rows. */
static void
show_message (Ris3InboxPage *self)
{
  guint n = ris3_inbox_list_count (self->list, RIS3_INBOX_ALL);
  const char *title = _ ("No Open Comments");
  const char *words = _ ("All have been decided.");
  gboolean hides = FALSE;

  if (ris3_inbox_list_get_n_all (self->list) == 0)
    {
      title = _ ("No Comments Yet");
      words = _ ("What authorities answer by e-mail or letter is recorded with the button above; answers that come "
                 "back in a pack are read in the window “Rounds of Consultation”.");
    }
  else if (n == 0)
    {
      title = _ ("No Comment Matches the Filter");
      words = NULL;
      hides = TRUE;
    }
  else if (ris3_inbox_list_get_shown (self->list) == RIS3_INBOX_DECIDED)
    {
      title = _ ("Nothing Decided Yet");
      words = _ ("Comments that were accepted, noted or not accepted are listed here.");
    }
  else if (ris3_inbox_list_get_shown (self->list) == RIS3_INBOX_UNREAD)
    {
      title = _ ("Nothing Unread");
      words = _ ("A comment that is shown for a moment counts as read; the key U marks it as unread.");
    }
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, words);
  gtk_widget_set_visible (self->clear_button, hides);
}

static void
show_state (Ris3InboxPage *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  _ris3_inbox_page_show_counts (self);
  if (!has_rows)
    show_message (self);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "list" : "message");
  gtk_widget_set_visible (self->detail, has_rows && self->wants_detail);
}

static void
read_comments (Ris3InboxPage *self)
{
  self->is_outdated = FALSE;
  ris3_inbox_list_read (self->list, self->session, self->marks);
  show_state (self);
  _ris3_inbox_page_follow_decisions (self);
  /* The record may have changed, or a reply have come. */
  _ris3_inbox_page_show_selected (self);
}

static void
on_atlas_changed_cb (Ris3InboxPage *self, Ris3Changes *changes)
{
  if (!ris3_changes_contain_table (changes, "comment") && !ris3_changes_contain_table (changes, "request")
      && !ris3_changes_contain_table (changes, "organisation") && !ris3_changes_contain_table (changes, "strategy")
      && !ris3_changes_contain_table (changes, "priority")
      && !ris3_changes_contain_table (changes, "consultation_round")
      && !ris3_changes_contain_table (changes, "attachment"))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_comments (self);
  else
    self->is_outdated = TRUE;
}

static void
on_atlas_opened_cb (Ris3InboxPage *self)
{
  g_array_set_size (self->ids, 0);
  self->hidden = 0;
  g_hash_table_remove_all (self->decisions);
  read_comments (self);
}

/* Regions are called, and placed, as the map does. */
static void
on_classified_cb (Ris3InboxPage *self)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);

  if (boundaries == NULL || boundaries == self->boundaries)
    return;
  self->boundaries = boundaries;
  ris3_inbox_list_follow_boundaries (self->list);
}

/* What a comment that was added belongs to in the list: a reply, to the comment that it answers. */
static gint64
find_listed (Ris3InboxPage *self, gint64 id)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  Ris3Comment *comment = atlas != NULL ? ris3_atlas_lookup_comment (atlas, id) : NULL;

  for (guint depth = 0; depth < MAX_DEPTH && comment != NULL && ris3_comment_get_parent_id (comment) != 0; depth++)
    comment = ris3_atlas_lookup_comment (atlas, ris3_comment_get_parent_id (comment));
  return comment != NULL ? ris3_comment_get_id (comment) : id;
}

/* A filter is not changed without being asked. */
static void
on_added_cb (Ris3InboxPage *self, const char *table, gint64 id)
{
  guint position;

  if (!g_str_equal (table, "comment") || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->is_outdated)
    read_comments (self);
  id = find_listed (self, id);
  if (ris3_inbox_list_find (self->list, id, &position) || ris3_inbox_list_leaves (self->list, id))
    {
      ris3_inbox_page_show (self, id);
      return;
    }
  self->hidden = id;
  g_signal_emit (self, signals[SIGNAL_HIDDEN], 0, id);
}

static void
on_clear_clicked_cb (Ris3InboxPage *self)
{
  ris3_session_clear_filter (self->session);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);

  ris3_inbox_list_set_only (self->list, NULL, 0);
  show_state (self);
  gtk_widget_grab_focus (widget);
}

static void
ris3_inbox_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SHOWN)
    g_value_set_string (value, shown_ids[ris3_inbox_list_get_shown (RIS3_INBOX_PAGE (object)->list)]);
  else if (prop_id == PROP_DETAIL)
    g_value_set_boolean (value, RIS3_INBOX_PAGE (object)->wants_detail);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
set_shown (Ris3InboxPage *self, const char *id)
{
  for (guint i = 0; i < RIS3_N_INBOX_SHOWN; i++)
    if (g_strcmp0 (shown_ids[i], id) == 0)
      ris3_inbox_list_set_shown (self->list, (Ris3InboxShown) i);
  /* The same may be selected still, and then nobody tells. */
  ris3_inbox_list_keep (self->list, (const gint64 *) (gpointer) self->ids->data, self->ids->len);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/* What had the keys there has them no more. */
static void
set_wants_detail (Ris3InboxPage *self, gboolean wants)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->wants_detail == wants)
    return;
  if (focus != NULL && (focus == self->divider || gtk_widget_is_ancestor (focus, self->detail)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->wants_detail = wants;
  show_state (self);
  _ris3_inbox_page_follow_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

static void
ris3_inbox_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SHOWN)
    set_shown (RIS3_INBOX_PAGE (object), g_value_get_string (value));
  else if (prop_id == PROP_DETAIL)
    set_wants_detail (RIS3_INBOX_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_inbox_page_map (GtkWidget *widget)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);

  GTK_WIDGET_CLASS (ris3_inbox_page_parent_class)->map (widget);
  if (self->is_outdated)
    read_comments (self);
  _ris3_inbox_page_follow_reading (self);
}

static void
ris3_inbox_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_inbox_page_parent_class)->unmap (widget);
  _ris3_inbox_page_follow_reading (RIS3_INBOX_PAGE (widget));
}

static gboolean
ris3_inbox_page_grab_focus (GtkWidget *widget)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return gtk_widget_grab_focus (gtk_widget_get_visible (self->clear_button) ? self->clear_button
                                                                              : self->record_button);
  if (self->ids->len == 0)
    {
      _ris3_inbox_page_select (self, 0);
      return TRUE;
    }
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ris3_inbox_page_dispose (GObject *object)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (object);

  g_clear_handle_id (&self->reading_source, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->divider, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_INBOX_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->marks);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_inbox_page_parent_class)->dispose (object);
}

static void
ris3_inbox_page_finalize (GObject *object)
{
  g_array_unref (RIS3_INBOX_PAGE (object)->ids);
  g_hash_table_unref (RIS3_INBOX_PAGE (object)->decisions);
  G_OBJECT_CLASS (ris3_inbox_page_parent_class)->finalize (object);
}

static void
ris3_inbox_page_class_init (Ris3InboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = ris3_inbox_page_dispose;
  object_class->finalize = ris3_inbox_page_finalize;
  object_class->get_property = ris3_inbox_page_get_property;
  object_class->set_property = ris3_inbox_page_set_property;
  widget_class->map = ris3_inbox_page_map;
  widget_class->unmap = ris3_inbox_page_unmap;
  widget_class->grab_focus = ris3_inbox_page_grab_focus;
  widget_class->measure = _ris3_inbox_page_measure;
  widget_class->size_allocate = _ris3_inbox_page_size_allocate;

  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_boolean ("detail-visible", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MAP_WANTED]
      = g_signal_new ("map-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FIGURE_WANTED] = g_signal_new ("figure-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_UNPLACED]
      = g_signal_new ("unplaced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EDIT_REFUSED]
      = g_signal_new ("edit-refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE_REFUSED]
      = g_signal_new ("move-refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_HIDDEN]
      = g_signal_new ("hidden", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "inboxpage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, side);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, open_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, decided_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, all_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, unread_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, only);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, only_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, message);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, rows);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxPage, view);
  gtk_widget_class_install_property_action (widget_class, "inbox.shown", "shown");
  gtk_widget_class_install_property_action (widget_class, "inbox.detail", "detail-visible");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "inbox.detail", NULL);
  gtk_widget_class_install_action (widget_class, "inbox.show-all", NULL, show_all_action);
  _ris3_inbox_page_install_row_actions (widget_class);
  _ris3_inbox_page_install_moves (widget_class);
  _ris3_inbox_page_install_reading (widget_class);
}

static void
ris3_inbox_page_init (Ris3InboxPage *self)
{
  g_type_ensure (RIS3_TYPE_FLOW);
  self->wants_detail = TRUE;
  self->list = ris3_inbox_list_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->decisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked_cb), self);
}

GtkWidget *
ris3_inbox_page_new (Ris3Session *session, Ris3ReadingMarks *marks, GSettings *settings)
{
  Ris3InboxPage *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_READING_MARKS (marks) && G_IS_SETTINGS (settings), NULL);
  self = g_object_new (RIS3_TYPE_INBOX_PAGE, NULL);
  self->session = g_object_ref (session);
  self->marks = g_object_ref (marks);
  self->settings = g_object_ref (settings);
  self->detail = ris3_inbox_detail_new (session);
  gtk_widget_set_parent (self->detail, GTK_WIDGET (self));
  _ris3_inbox_page_add_divider (self);
  _ris3_inbox_page_add_rows (self);
  _ris3_inbox_page_watch_marks (self);
  _ris3_inbox_page_add_menu (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (on_atlas_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (_ris3_inbox_page_update_moves), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classified_cb), self, G_CONNECT_SWAPPED);
  self->boundaries = ris3_session_get_boundaries (session);
  read_comments (self);
  g_settings_bind (settings, "inbox-detail-visible", self, "detail-visible", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}

/* Selects the comment that the filter hid, once it is listed; only an inbox that has the keys takes them. */
static void
show_hidden (Ris3InboxPage *self)
{
  g_autoptr (GtkBitset) one = gtk_bitset_new_empty ();
  guint position;

  if (self->hidden == 0 || !ris3_inbox_list_find (self->list, self->hidden, &position))
    return;
  self->hidden = 0;
  gtk_bitset_add (one, position);
  _ris3_inbox_page_select_many (self, one);
}

void
ris3_inbox_page_set_filter_result (Ris3InboxPage *self, Ris3FilterResult *result)
{
  g_return_if_fail (RIS3_IS_INBOX_PAGE (self));
  self->is_filtered = result != NULL;
  ris3_inbox_list_set_filter_result (self->list, result);
  show_state (self);
  show_hidden (self);
}

static void
list_only (Ris3InboxPage *self, const gint64 *ids, guint n_ids, const char *words)
{
  gtk_label_set_label (self->only_label, words);
  ris3_inbox_list_set_only (self->list, ids, n_ids);
}

void
ris3_inbox_page_show (Ris3InboxPage *self, gint64 id)
{
  guint position;

  g_return_if_fail (RIS3_IS_INBOX_PAGE (self));
  if (self->is_outdated)
    read_comments (self);
  if (!ris3_inbox_list_find (self->list, id, &position))
    {
      if (ris3_inbox_list_leaves (self->list, id))
        ris3_inbox_list_set_only (self->list, NULL, 0);
      else
        list_only (self, &id, 1, _ ("The filter hides this comment: nothing else is listed."));
      set_shown (self, "all");
    }
  if (ris3_inbox_list_find (self->list, id, &position))
    _ris3_inbox_page_choose (self, position);
}

void
ris3_inbox_page_show_only (Ris3InboxPage *self, const gint64 *ids, guint n_ids, const char *words)
{
  g_return_if_fail (RIS3_IS_INBOX_PAGE (self) && ids != NULL && words != NULL);
  if (self->is_outdated)
    read_comments (self);
  list_only (self, ids, n_ids, words);
  set_shown (self, "all");
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    _ris3_inbox_page_select (self, 0);
}

Ris3InboxList *
ris3_inbox_page_get_list (Ris3InboxPage *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_PAGE (self), NULL);
  return self->list;
}

Ris3Comment *
ris3_inbox_page_get_comment (Ris3InboxPage *self)
{
  g_autoptr (GPtrArray) comments = NULL;

  g_return_val_if_fail (RIS3_IS_INBOX_PAGE (self), NULL);
  comments = _ris3_inbox_page_get_selected (self);
  return comments->len == 1 ? comments->pdata[0] : NULL;
}
