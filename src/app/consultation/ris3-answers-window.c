/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answers-window.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-answer-item.h"
#include "app/consultation/ris3-answer-row.h"
#include "app/consultation/ris3-answers-reading.h"
#include "app/ris3-child-window.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-printable.h"

#define INTERVAL 100 /* ms, between two looks at the progress */

struct _Ris3AnswersWindow
{
  AdwWindow parent_instance;

  GtkWidget *take_button;
  GtkWidget *reading_bar; /* says that nothing is edited */
  GtkStack *pages;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkLabel *summary;
  GtkWidget *ticks; /* a box: to tick all, or none */
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkListView *list;
  AdwStatusPage *failure;
  AdwStatusPage *done;
  GtkWidget *left_out; /* a box: what was not taken in, and why */
  GtkWidget *show_button;

  Ris3Session *session; /* NULL: the window is gone */
  Ris3Atlas *atlas;
  Ris3AnswersReading *reading;
  GCancellable *cancellable;
  guint timer;              /* looks at the progress, else 0 */
  Ris3PackAnswers *answers; /* NULL: not read yet */
  Ris3Edit *edit;           /* that takes them in, while it is made */
  GArray *comments;         /* of gint64: that were taken in; NULL: not yet */
};

G_DEFINE_FINAL_TYPE (Ris3AnswersWindow, ris3_answers_window, ADW_TYPE_WINDOW)

static guint
count (Ris3AnswersWindow *self, Ris3PackAnswerState state)
{
  return self->answers != NULL ? ris3_pack_answers_get_n_in_state (self->answers, state) : 0;
}

static void
update_button (Ris3AnswersWindow *self)
{
  guint n_new = self->comments == NULL ? count (self, RIS3_PACK_ANSWER_NEW) : 0;
  guint n_taken = n_new > 0 ? ris3_pack_answers_get_n_taken (self->answers) : 0;
  guint n_rows = n_new + count (self, RIS3_PACK_ANSWER_REFUSED);
  gboolean can_edit = ris3_session_get_editing (self->session);
  g_autofree char *label
      = n_taken == n_rows
            ? g_strdup_printf (ngettext ("_Take In %u Answer", "_Take In %u Answers", n_taken), n_taken)
            /* Translators: the second number is how many there are, with those that are refused or left out. */
            : g_strdup_printf (ngettext ("_Take In %u of %u Answer", "_Take In %u of %u Answers", n_rows), n_taken,
                               n_rows);

  gtk_button_set_label (GTK_BUTTON (self->take_button), label);
  gtk_widget_set_visible (self->take_button, n_new > 0);
  gtk_widget_set_visible (self->ticks, n_new > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.tick-all", n_taken < n_new && self->edit == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.untick-all", n_taken > 0 && self->edit == NULL);
  gtk_widget_set_visible (self->reading_bar, n_new > 0 && !can_edit && !ris3_atlas_get_read_only (self->atlas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.take", n_taken > 0 && can_edit && self->edit == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), self->edit == NULL);
}

static void
tell_problem (Ris3AnswersWindow *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_row, words != NULL);
}

/* (transfer full) */
static char *
describe (Ris3AnswersWindow *self)
{
  guint n_unanswered = ris3_pack_answers_get_n_unanswered (self->answers);
  GString *text = g_string_new (NULL);

  if (count (self, RIS3_PACK_ANSWER_NEW) == 0)
    g_string_append_printf (text, "%s ", _ ("Nothing is new: to take it in would change nothing."));
  g_string_append_printf (text, _ ("%u new, %u already there, %u refused"), count (self, RIS3_PACK_ANSWER_NEW),
                          count (self, RIS3_PACK_ANSWER_KNOWN), count (self, RIS3_PACK_ANSWER_REFUSED));
  g_string_append_printf (text, "; ");
  g_string_append_printf (text, ngettext ("%u row has no answer.", "%u rows have no answer.", n_unanswered),
                          n_unanswered);
  return g_string_free (text, FALSE);
}

static void
on_bind_cb (Ris3AnswersWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ris3_answer_row_new (self->atlas, gtk_list_item_get_item (item)));
}

static void
on_unbind_cb (Ris3AnswersWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

static void
show_answers (Ris3AnswersWindow *self)
{
  g_autofree char *words = describe (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GListModel *items = ris3_answer_items_list (self->answers);
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (items));

  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (Ris3AnswerItem) item = g_list_model_get_item (items, i);

      g_signal_connect_object (item, "notify::taken", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
    }
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, model);
  gtk_label_set_text (self->summary, words);
  gtk_stack_set_visible_child_name (self->pages, "answers");
  update_button (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->take_button) ? self->take_button : GTK_WIDGET (self->list));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3AnswersWindow *self = user_data;
  guint n_files;
  guint n_done = ris3_answers_reading_get_n_done (self->reading, &n_files);
  g_autofree char *words = g_strdup_printf (ngettext ("Reading file %u of %u…", "Reading file %u of %u…", n_files),
                                            MIN (n_done + 1, n_files), n_files);

  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, n_files > 0 ? (double) n_done / n_files : 0);
  return G_SOURCE_CONTINUE;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3AnswersWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3PackAnswers) answers = ris3_answers_reading_run_finish (self->reading, result, &error);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session == NULL)
    return; /* The window is gone. */
  if (answers != NULL)
    {
      self->answers = g_steal_pointer (&answers);
      show_answers (self);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);
      g_autofree char *escaped = ris3_printable_markup (words);

      adw_status_page_set_description (self->failure, escaped);
      gtk_stack_set_visible_child_name (self->pages, "failure");
    }
}

/* What the person who sent the file may want to know. */
static void
show_left_out (Ris3AnswersWindow *self)
{
  g_autofree char *text = ris3_pack_answers_describe_left_out (self->answers);

  gtk_widget_set_visible (self->left_out, *text != '\0');
  if (*text != '\0')
    gtk_box_append (GTK_BOX (self->left_out), ris3_copy_text_new (text));
}

/* Which they are is known by their steps: others say that the requests are answered. */
static void
show_done (Ris3AnswersWindow *self, Ris3Edit *edit, const Ris3EditResult *saved)
{
  g_autofree char *title = NULL;

  self->comments = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MIN (saved->n_ids, ris3_edit_get_n_steps (edit)); i++)
    if (g_str_equal (ris3_edit_get_step_table (edit, i), "comment") && saved->ids[i] != 0)
      g_array_append_val (self->comments, saved->ids[i]);
  title = g_strdup_printf (ngettext ("%u Answer Is Taken In", "%u Answers Are Taken In", self->comments->len),
                           self->comments->len);
  adw_status_page_set_title (self->done, title);
  show_left_out (self);
  gtk_stack_set_visible_child_name (self->pages, "done");
  update_button (self);
  gtk_widget_grab_focus (self->show_button);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3AnswersWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) saved = NULL;
  g_autoptr (Ris3Edit) edit = g_steal_pointer (&self->edit);

  if (self->session == NULL)
    return; /* The window is gone, and so is the atlas. */
  saved = ris3_session_edit_finish (self->session, result, &error);
  if (saved != NULL)
    {
      show_done (self, edit, saved);
      return;
    }
  tell_problem (self, error->message);
  update_button (self);
}

static void
take (Ris3AnswersWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (Ris3Edit) edit = ris3_pack_answers_make_edit (self->answers, today);

  if (edit == NULL || self->edit != NULL || ris3_session_get_atlas (self->session) != self->atlas)
    return;
  self->edit = g_steal_pointer (&edit);
  tell_problem (self, NULL);
  update_button (self);
  ris3_session_edit_async (self->session, self->edit, RIS3_EDITOR_DEFAULT, NULL, on_saved_cb, g_object_ref (self));
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (RIS3_ANSWERS_WINDOW (widget));
}

/* Enter on a row is as good as its check. */
static void
on_activate_cb (Ris3AnswersWindow *self, guint position)
{
  g_autoptr (Ris3AnswerItem) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  ris3_answer_item_set_taken (item, !ris3_answer_item_get_taken (item));
}

static void
tick_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3AnswersWindow *self = RIS3_ANSWERS_WINDOW (widget);
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (Ris3AnswerItem) item = g_list_model_get_item (items, i);

      ris3_answer_item_set_taken (item, g_str_equal (name, "answers.tick-all"));
    }
}

/* The windows between this one and the inbox go. */
static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3AnswersWindow *self = RIS3_ANSWERS_WINDOW (widget);
  GtkWindow *window = GTK_WINDOW (self);
  g_autoptr (GVariant) ids = g_variant_ref_sink (
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->comments->data, self->comments->len, sizeof (gint64)));
  GtkWindow *parent;

  while ((parent = gtk_window_get_transient_for (window)) != NULL)
    {
      gtk_window_close (window);
      window = parent;
    }
  gtk_window_present (window);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.show-comments", ids);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_session_set_editing (RIS3_ANSWERS_WINDOW (widget)->session, TRUE);
}

static void
ris3_answers_window_dispose (GObject *object)
{
  Ris3AnswersWindow *self = RIS3_ANSWERS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  /* Its rows hold answers. */
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_ANSWERS_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_answers_window_parent_class)->dispose (object);
}

static void
ris3_answers_window_finalize (GObject *object)
{
  Ris3AnswersWindow *self = RIS3_ANSWERS_WINDOW (object);

  g_clear_pointer (&self->answers, ris3_pack_answers_free);
  g_clear_pointer (&self->reading, ris3_answers_reading_unref);
  g_clear_pointer (&self->edit, ris3_edit_unref);
  g_clear_pointer (&self->comments, g_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->atlas);
  G_OBJECT_CLASS (ris3_answers_window_parent_class)->finalize (object);
}

static void
ris3_answers_window_class_init (Ris3AnswersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_answers_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_answers_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-answers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, take_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, ticks);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, done);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, left_out);
  gtk_widget_class_bind_template_child (widget_class, Ris3AnswersWindow, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "answers.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "answers.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "answers.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "answers.tick-all", NULL, tick_all);
  gtk_widget_class_install_action (widget_class, "answers.untick-all", NULL, tick_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "answers.take", NULL);
}

/* Before the list, which has these keys for a selection of its own. */
static void
add_keys (Ris3AnswersWindow *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = { { "<Control>a", "answers.tick-all" }, { "<Control><Shift>a", "answers.untick-all" } };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                            gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
ris3_answers_window_init (Ris3AnswersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_answers_window_new (GtkWindow *parent, Ris3Session *session, const char *const *paths)
{
  Ris3AnswersWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session) && paths != NULL, NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_ANSWERS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->reading = ris3_answers_reading_new (self->atlas, paths);
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  update_button (self);
  ris3_answers_reading_run_async (self->reading, self->cancellable, on_read_cb, g_object_ref (self));
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
