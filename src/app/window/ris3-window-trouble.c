/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window says when the atlas cannot be opened, read or written. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "model/ris3-printable.h"
#include "model/ris3-text.h"

/* Characters of the name of a file in a sentence. */
#define MAX_NAME 80

typedef enum
{
  OFFER_NOTHING = 0,
  OFFER_RETRY = 1 << 0,
  OFFER_COPY = 1 << 1,
  OFFER_OPEN = 1 << 2,
  OFFER_BOUNDARIES = 1 << 3,
} Offers;

static void
show_banner (Ris3Window *self, const char *text, const char *details, Offers offers)
{
  gtk_label_set_label (self->banner_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->banner_label), details);
  gtk_widget_set_visible (self->banner_retry, (offers & OFFER_RETRY) != 0);
  gtk_widget_set_visible (self->banner_copy, (offers & OFFER_COPY) != 0);
  gtk_widget_set_visible (self->banner_open, (offers & OFFER_OPEN) != 0);
  gtk_widget_set_visible (self->banner_choose, (offers & OFFER_BOUNDARIES) != 0);
  gtk_widget_set_visible (self->banner_forget, (offers & OFFER_BOUNDARIES) != 0);
  self->is_own_failed = (offers & OFFER_BOUNDARIES) != 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), TRUE);
}

/* If nothing is shown yet, an error fills the window; otherwise it is a banner above what is shown. */
void
_ris3_window_show_failure (Ris3Window *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  const char *details = ris3_atlas_error_get_details (error);
  g_autofree char *description = NULL;

  if (ris3_session_get_classification (self->session) != NULL)
    {
      /* What was lost is still not there. */
      show_banner (self, words, details, self->is_lost ? OFFER_RETRY | OFFER_COPY : OFFER_OPEN);
      return;
    }
  /* A status page's description is Pango markup. */
  description = ris3_printable_markup (words);
  gtk_toggle_button_set_active (self->failure_details_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_details_button), details != NULL);
  gtk_label_set_label (self->failure_details, details != NULL ? details : "");
  adw_status_page_set_description (self->failure_page, description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failure");
}

static void
on_failed_cb (Ris3Window *self, const GError *error)
{
  _ris3_window_show_failure (self, error);
}

/* All that was read is still there, and the file perhaps, without its name. */
static void
on_lost_cb (Ris3Window *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);

  self->is_lost = TRUE;
  show_banner (self, words, ris3_atlas_error_get_details (error), OFFER_RETRY | OFFER_COPY);
}

static void
on_found_cb (Ris3Window *self)
{
  if (self->is_lost)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
  self->is_lost = FALSE;
}

static void
on_backup_failed_cb (Ris3Window *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);

  show_banner (self, words, ris3_atlas_error_get_details (error), OFFER_NOTHING);
}

/* The map is that of the program. */
static void
on_own_failed_cb (Ris3Window *self, const GError *error)
{
  if (!self->is_lost)
    show_banner (self, error->message, NULL, OFFER_BOUNDARIES);
}

void
_ris3_window_forget_own_failure (Ris3Window *self)
{
  if (self->is_own_failed)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
  self->is_own_failed = FALSE;
}

/* Opens the file anew. */
static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autoptr (GFile) file = NULL;

  if (atlas == NULL)
    return;
  file = g_file_new_for_path (ris3_atlas_get_path (atlas));
  ris3_session_open (self->session, file);
}

static void
on_narrow_changed_cb (Ris3Window *self)
{
  gboolean narrow;

  g_object_get (self->map_view, "narrow", &narrow, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->banner_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
_ris3_window_install_trouble_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.try-again", NULL, try_again_action);
}

void
_ris3_window_add_trouble (Ris3Window *self)
{
  g_signal_connect_object (self->session, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "own-failed", G_CALLBACK (on_own_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "lost", G_CALLBACK (on_lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "found", G_CALLBACK (on_found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "backup-failed", G_CALLBACK (on_backup_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::narrow", G_CALLBACK (on_narrow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_narrow_changed_cb (self);
}

static void
show_read_only (Ris3Window *self, Ris3Atlas *atlas)
{
  g_autofree char *file = g_filename_display_basename (ris3_atlas_get_path (atlas));
  g_autofree char *name = ris3_text_shorten (file, MAX_NAME);
  g_autofree char *text
      = g_strdup_printf (_ ("“%s” is read-only: you are not allowed to change the file, or to add files to its folder. "
                            "Save a copy to edit that."),
                         name);

  show_banner (self, text, NULL, OFFER_RETRY | OFFER_COPY);
}

gboolean
_ris3_window_is_read_only (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas == NULL || !ris3_atlas_get_read_only (atlas))
    return FALSE;
  show_read_only (self, atlas);
  return TRUE;
}

static void
change_editing (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = user_data;
  gboolean editing = g_variant_get_boolean (value);

  if (editing && _ris3_window_is_read_only (self))
    return;
  ris3_session_set_editing (self->session, editing);
  if (!ris3_session_get_editing (self->session) || g_settings_get_boolean (self->settings, "told-saving"))
    return;
  g_settings_set_boolean (self->settings, "told-saving", TRUE);
  _ris3_window_tell (self, _ ("Edits are saved at once."), NULL, NULL, NULL);
}

static void
on_editing_changed_cb (Ris3Session *session, GParamSpec *pspec, GSimpleAction *action)
{
  g_simple_action_set_state (action, g_variant_new_boolean (ris3_session_get_editing (session)));
}

void
_ris3_window_add_editing_action (Ris3Window *self)
{
  static const GActionEntry entry = { .name = "editing", .state = "false", .change_state = change_editing };

  g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
  g_signal_connect_object (self->session, "notify::editing", G_CALLBACK (on_editing_changed_cb),
                           g_action_map_lookup_action (G_ACTION_MAP (self), "editing"), 0);
}
