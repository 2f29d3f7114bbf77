/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-window-private.h"

#include <glib/gi18n.h>

#include "app/boundaries/ris3-boundary-files.h"
#include "app/ris3-child-window.h"
#include "app/ris3-flow.h"
#include "app/ris3-local-files.h"
#include "app/ris3-session-own.h"
#include "app/ris3-toast.h"
#include "model/ris3-printable.h"

#define SECONDS 4 /* of a toast */

G_DEFINE_FINAL_TYPE (Ris3BoundaryWindow, ris3_boundary_window, ADW_TYPE_WINDOW)

const char *
_ris3_boundary_window_get_page (Ris3BoundaryWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

static gboolean
is_page (Ris3BoundaryWindow *self, const char *name)
{
  return g_str_equal (_ris3_boundary_window_get_page (self), name);
}

static gboolean
can_go_on (Ris3BoundaryWindow *self)
{
  if (self->working != RIS3_BOUNDARY_IDLE)
    return FALSE;
  if (is_page (self, "choice"))
    return ris3_boundary_draft_get_problem (self->draft) == NULL;
  return is_page (self, "report") && ris3_boundary_draft_get_own (self->draft) != NULL;
}

void
_ris3_boundary_window_update (Ris3BoundaryWindow *self)
{
  gboolean is_choice = is_page (self, "choice"), is_report = is_page (self, "report");
  g_autofree char *remembered = ris3_session_dup_own_name (self->session);

  adw_window_title_set_subtitle (self->title, is_choice   ? _ ("Step 1 of 2: Layers and Columns")
                                              : is_report ? _ ("Step 2 of 2: What They Show")
                                                          : "");
  gtk_widget_set_visible (self->bar, is_choice || is_report);
  gtk_widget_set_visible (self->back_button, is_report);
  gtk_button_set_label (self->next_button, is_report ? _ ("_Use These Boundaries") : _ ("_Next"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boundaries.next", can_go_on (self));
  gtk_widget_set_visible (self->failure_forget, remembered != NULL);
}

void
_ris3_boundary_window_show_page (Ris3BoundaryWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  _ris3_boundary_window_update (self);
}

void
_ris3_boundary_window_show_choice (Ris3BoundaryWindow *self)
{
  _ris3_boundary_window_show_page (self, "choice");
  ris3_boundary_choice_page_focus (self->choice_page);
}

void
_ris3_boundary_window_tell_problem (Ris3BoundaryWindow *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

void
_ris3_boundary_window_fail (Ris3BoundaryWindow *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  /* A status page's description is Pango markup. */
  g_autofree char *markup = ris3_printable_markup (words);
  g_autofree char *description
      = g_file_test (self->path, G_FILE_TEST_EXISTS)
            ? g_strdup (markup)
            : g_strdup_printf ("%s\n\n%s", markup, _ ("Bring the file back, or choose another one."));

  adw_status_page_set_description (self->failure, description);
  _ris3_boundary_window_show_page (self, "failure");
  gtk_widget_child_focus (GTK_WIDGET (self->failure), GTK_DIR_TAB_FORWARD);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  _ris3_boundary_window_tell_problem (self, NULL);
  if (is_page (self, "choice"))
    _ris3_boundary_window_read (self);
  else if (is_page (self, "report"))
    _ris3_boundary_window_write (self, TRUE);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  if (self->working != RIS3_BOUNDARY_IDLE || !is_page (self, "report"))
    return;
  _ris3_boundary_window_tell_problem (self, NULL);
  _ris3_boundary_window_show_choice (self);
}

/* One step at a time, so that a key does not throw away what was chosen. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  if (self->working != RIS3_BOUNDARY_IDLE)
    gtk_widget_activate_action (widget, "boundaries.cancel", NULL);
  else if (is_page (self, "report"))
    back_action (widget, name, parameter);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What failed was looking at the file: what fails later is told where it can be chosen otherwise. */
static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  _ris3_boundary_window_look (self, self->path);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  /* It may be too late to stop an edit: its end says what has become of it. */
  if (self->working == RIS3_BOUNDARY_WRITES)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  _ris3_boundary_window_stop (self);
  if (ris3_boundary_draft_get_source (self->draft) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    _ris3_boundary_window_show_choice (self);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (widget);

  if (self->working == RIS3_BOUNDARY_IDLE)
    _ris3_boundary_window_write (self, FALSE);
}

static void
on_chosen_cb (Ris3BoundaryWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (path != NULL)
    _ris3_boundary_window_look (self, path);
  else if (error != NULL)
    _ris3_boundary_window_tell_problem (self, error->message);
}

static void
choose_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = ris3_boundary_files_new_open (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_copied_cb (Ris3BoundaryWindow *self, guint n_lines)
{
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u line is on the clipboard.", "%u lines are on the clipboard.", n_lines), n_lines);

  ris3_toast_tell (self->toasts, &self->toast, words, SECONDS);
}

static gboolean
ris3_boundary_window_close_request (GtkWindow *window)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (window);

  if (self->working != RIS3_BOUNDARY_WRITES)
    return GTK_WINDOW_CLASS (ris3_boundary_window_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
ris3_boundary_window_dispose (GObject *object)
{
  Ris3BoundaryWindow *self = RIS3_BOUNDARY_WINDOW (object);

  _ris3_boundary_window_stop (self);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_BOUNDARY_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ris3_boundary_window_parent_class)->dispose (object);
}

static void
ris3_boundary_window_class_init (Ris3BoundaryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_boundary_window_close_request;
  g_type_ensure (RIS3_TYPE_FLOW);
  g_type_ensure (RIS3_TYPE_BOUNDARY_CHOICE_PAGE);
  g_type_ensure (RIS3_TYPE_BOUNDARY_REPORT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/boundaries/ris3-boundary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, choice_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, report_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, failure_forget);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryWindow, back_button);
  gtk_widget_class_bind_template_callback (widget_class, _ris3_boundary_window_update);
  gtk_widget_class_bind_template_callback (widget_class, on_copied_cb);
  gtk_widget_class_install_action (widget_class, "boundaries.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "boundaries.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "boundaries.escape", NULL, escape_action);
  gtk_widget_class_install_action (widget_class, "boundaries.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "boundaries.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "boundaries.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "boundaries.forget", NULL, forget_action);
}

static void
ris3_boundary_window_init (Ris3BoundaryWindow *self)
{
  self->draft = ris3_boundary_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_boundary_window_new (Ris3Session *session, GtkWindow *parent, const char *path)
{
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  Ris3BoundaryWindow *self;
  int width, height;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  own = ris3_session_dup_own (session);
  g_return_val_if_fail (path != NULL || own != NULL, NULL);
  self = g_object_new (RIS3_TYPE_BOUNDARY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  /* Its buttons are in sight where those of the main window are. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
  self->session = g_object_ref (session);
  ris3_boundary_draft_choose_frame (self->draft, ris3_view_get_nuts_version (ris3_session_get_view (session)));
  /* Another one is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  _ris3_boundary_window_look (self, path != NULL ? path : own->path);
  return GTK_WINDOW (self);
}
