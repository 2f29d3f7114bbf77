/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-detail.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-documents.h"
#include "app/consultation/ris3-inbox-list.h"
#include "app/consultation/ris3-inbox-parts.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/ris3-local-files.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "map/ris3-comment-register.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-history.h"
#include "model/ris3-language.h"
#include "model/ris3-text.h"

/* Characters of what a comment is about. */
#define MAX_NAME 200

struct _Ris3InboxDetail
{
  GtkWidget parent_instance;

  Ris3Session *session;
  gint64 id;             /* of the comment; 0: none, or several */
  GCancellable *reading; /* its history; NULL: nothing is read */

  Ris3Flow *bar;
  GMenuModel *decide_menu;
  GtkStack *stack;
  AdwStatusPage *message;
  GtkScrolledWindow *scroller;
  GtkBox *box;
  GtkWidget *history;   /* where it is put; of the box */
  GtkWidget *documents; /* of the comment; NULL: none is shown */
};

G_DEFINE_FINAL_TYPE (Ris3InboxDetail, ris3_inbox_detail, GTK_TYPE_WIDGET)

static void
stop_reading (Ris3InboxDetail *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
ris3_inbox_detail_dispose (GObject *object)
{
  Ris3InboxDetail *self = RIS3_INBOX_DETAIL (object);
  GtkWidget *child;

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_INBOX_DETAIL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_inbox_detail_parent_class)->dispose (object);
}

static void
ris3_inbox_detail_class_init (Ris3InboxDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_inbox_detail_dispose;
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_set_css_name (widget_class, "inboxdetail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-inbox-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, decide_menu);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, message);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3InboxDetail, box);
}

static void
append_button (Ris3InboxDetail *self, const char *label, const char *key, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and the key that does it too */
  g_autofree char *tooltip = g_strdup_printf (C_ ("tooltip", "%s (%s)"), label, key);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  ris3_flow_append (self->bar, button);
}

static void
fill_bar (Ris3InboxDetail *self)
{
  GtkWidget *menu = gtk_menu_button_new ();

  append_button (self, _ ("Acknowledge"), "A", "inbox.acknowledge");
  append_button (self, _ ("In Review"), "V", "inbox.review");
  append_button (self, _ ("Accept and Apply…"), "L", "inbox.apply");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), C_ ("comment", "Decide"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), self->decide_menu);
  gtk_widget_set_tooltip_text (menu, _ ("Decide and Close"));
  ris3_menu_tooltips_tame (menu);
  ris3_flow_append (self->bar, menu);
  append_button (self, _ ("Reply…"), "R", "inbox.reply");
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  Ris3InboxDetail *self = RIS3_INBOX_DETAIL (user_data);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = NULL;

  if (self->documents == NULL || files == NULL || !ris3_session_get_editing (self->session))
    return FALSE;
  paths = ris3_local_files_list_paths (files, &error);
  if (paths != NULL)
    ris3_inbox_documents_attach (RIS3_INBOX_DOCUMENTS (self->documents), (const char *const *) paths);
  else
    ris3_session_tell_failure (self->session, error);
  return TRUE;
}

static void
ris3_inbox_detail_init (Ris3InboxDetail *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The Selected Comment"), -1);
  fill_bar (self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
ris3_inbox_detail_new (Ris3Session *session)
{
  Ris3InboxDetail *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_INBOX_DETAIL, NULL);
  self->session = g_object_ref (session);
  ris3_inbox_detail_show (self, NULL);
  return GTK_WIDGET (self);
}

static void
append (Ris3InboxDetail *self, GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (self->box, part);
}

/* What it is about leads there. */
static void
append_title (Ris3InboxDetail *self, Ris3Atlas *atlas, Ris3Comment *comment)
{
  const char *target = ris3_comment_get_target (comment);
  g_autofree char *name = ris3_text_to_line (ris3_comment_get_target_name (comment), MAX_NAME);
  const char *region = ris3_region_name_of_code (self->session, ris3_comment_get_nuts_version (comment),
                                                 ris3_comment_get_region_code (comment));
  g_autofree char *place = g_strdup_printf ("%s (%s)", region, ris3_comment_get_region_code (comment));
  const char *kind = g_str_equal (target, "priority")   ? C_ ("target of a comment", "Priority")
                     : g_str_equal (target, "strategy") ? C_ ("target of a comment", "Strategy")
                     : g_str_equal (target, "figure")   ? C_ ("target of a comment", "Figure")
                                                        : C_ ("target of a comment", "The region");
  GtkWidget *heading = ris3_part_heading (g_str_equal (target, "region") ? region : name, 3);
  GtkWidget *link = ris3_part_link (g_str_equal (target, "region") ? _ ("Show on Map") : place);

  gtk_widget_add_css_class (heading, "inbox-title");
  append (self, ris3_part_text (kind, "quiet"));
  append (self, heading);
  gtk_widget_set_tooltip_text (link, _ ("Show on Map"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "inbox.show-target");
  append (self, link);
}

static void
append_texts (Ris3InboxDetail *self, Ris3Comment *comment)
{
  const char *english = ris3_comment_get_english_text (comment);
  const char *language = ris3_comment_get_language (comment);
  const char *source = ris3_comment_get_source_url (comment);
  g_autofree char *title = *language != '\0'
                               /* Translators: %s is the language of it */
                               ? g_strdup_printf (C_ ("comment", "Text (%s)"), ris3_language_get_name (language))
                               : g_strdup (C_ ("comment", "Text"));

  if (*english != '\0')
    append (self, ris3_inbox_part_new (_ ("English Text"), ris3_copy_text_new (english)));
  append (self, ris3_inbox_part_new (title, ris3_copy_text_new (ris3_comment_get_text (comment))));
  if (*source != '\0')
    append (self, ris3_part_web_link (_ ("Source"), source));
  self->documents = ris3_inbox_documents_new (self->session, comment);
  append (self, self->documents);
}

static void
append_decision (Ris3InboxDetail *self, Ris3Comment *comment)
{
  const char *reason = ris3_comment_get_decision_reason (comment);

  if (*reason != '\0')
    append (self, ris3_inbox_part_new (_ ("Reason of the Decision"), ris3_copy_text_new (reason)));
}

/* Above the history: what the comment led to, with what stood there before. */
static void
on_values_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3InboxDetail) self = RIS3_INBOX_DETAIL (user_data);
  g_autoptr (GPtrArray) values = ris3_history_read_named_values_finish (result, NULL);
  g_autofree char *words = values != NULL ? ris3_comment_register_describe_change (values) : NULL;

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (words != NULL)
    gtk_box_prepend (GTK_BOX (self->history), ris3_inbox_part_new (_ ("What Was Changed"), ris3_copy_text_new (words)));
}

/* Of the last change, if there was any. */
static void
read_change (Ris3InboxDetail *self, GPtrArray *events)
{
  gint64 change_id = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const Ris3CommentEvent *event = events->pdata[i];

      if (event->change_id != 0)
        change_id = event->change_id;
    }
  if (change_id == 0)
    return;
  self->reading = g_cancellable_new ();
  ris3_history_read_named_values_async (ris3_atlas_get_path (ris3_session_get_atlas (self->session)), change_id, 0,
                                        self->reading, on_values_read_cb, g_object_ref (self));
}

static void
on_events_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3InboxDetail) self = RIS3_INBOX_DETAIL (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = ris3_comment_events_read_finish (result, &error);
  GtkWidget *part;

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  part = ris3_inbox_part_new (_ ("History of the Comment"), events != NULL ? ris3_inbox_part_new_history (events)
                                                                           : ris3_part_text (error->message, "quiet"));
  if (part != NULL)
    gtk_box_append (GTK_BOX (self->history), part);
  if (events != NULL)
    read_change (self, events);
}

static void
append_history (Ris3InboxDetail *self, Ris3Atlas *atlas)
{
  self->history = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  append (self, self->history);
  self->reading = g_cancellable_new ();
  ris3_comment_events_read_async (ris3_atlas_get_path (atlas), self->id, self->reading, on_events_read_cb,
                                  g_object_ref (self));
}

static void
show_comment (Ris3InboxDetail *self, Ris3Comment *comment)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  gboolean is_other = self->id != ris3_comment_get_id (comment);

  self->id = ris3_comment_get_id (comment);
  append_title (self, atlas, comment);
  append (self, ris3_inbox_part_new_origin (atlas, comment));
  append_texts (self, comment);
  append (self, ris3_inbox_part_new (_ ("Passage"), ris3_inbox_part_new_quote (comment)));
  append (self, ris3_inbox_part_new (_ ("Proposed Change"), ris3_inbox_part_new_proposal (atlas, comment)));
  append_decision (self, comment);
  append (self, ris3_inbox_part_new (_ ("Replies"), ris3_inbox_part_new_replies (atlas, comment)));
  append_history (self, atlas);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "comment");
}

void
ris3_inbox_detail_attach (Ris3InboxDetail *self)
{
  g_return_if_fail (RIS3_IS_INBOX_DETAIL (self));
  if (self->documents != NULL)
    ris3_inbox_documents_ask (RIS3_INBOX_DOCUMENTS (self->documents));
}

void
ris3_inbox_detail_show (Ris3InboxDetail *self, GPtrArray *comments)
{
  GtkWidget *child;
  guint n = comments != NULL ? comments->len : 0;
  g_autofree char *title = NULL;

  g_return_if_fail (RIS3_IS_INBOX_DETAIL (self));
  stop_reading (self);
  self->history = NULL;
  self->documents = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), n > 0);
  if (n == 1)
    {
      show_comment (self, comments->pdata[0]);
      return;
    }
  self->id = 0;
  title = n == 0 ? g_strdup (_ ("No Comment Selected"))
                 : g_strdup_printf (ngettext ("%u Comment Selected", "%u Comments Selected", n), n);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message,
                                   n == 0 ? NULL : _ ("What is done is done with all of them, as one edit."));
  gtk_stack_set_visible_child_name (self->stack, "message");
}
