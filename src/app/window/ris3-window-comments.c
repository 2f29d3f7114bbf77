/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Comments of authorities: recorded from anywhere in the window, and shown in its inbox. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"
#include "model/ris3-region-key.h"

/* What a new comment is about as long as nothing else is chosen: what is seen. Table and key. */
static char *
find_target (Ris3Window *self, const char **table)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  gint selected = ris3_session_get_selected_region (self->session);
  Ris3Comment *comment = self->inbox != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->inbox))
                             ? ris3_inbox_page_get_comment (self->inbox)
                             : NULL;

  *table = "region";
  if (comment != NULL)
    return ris3_region_key (ris3_comment_get_nuts_version (comment), ris3_comment_get_region_code (comment));
  if (boundaries == NULL || selected < 0)
    return g_strdup ("");
  return ris3_session_dup_region_key (self->session, (guint) selected);
}

static void
record_comment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  const char *table;
  g_autofree char *key = NULL;

  if (!ris3_session_get_editing (self->session))
    {
      _ris3_window_offer_editing (self);
      return;
    }
  key = find_target (self, &table);
  gtk_widget_activate_action (widget, "edit.comment-add", "(ss)", table, key);
}

static void
show_comment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_window_show_comment (RIS3_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* parameter: "ax"; words: which these are */
static void
show_comments (Ris3Window *self, GVariant *parameter, const char *words)
{
  gsize n_ids;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n_ids, sizeof *ids);

  if (ris3_session_get_atlas (self->session) == NULL || n_ids == 0)
    return;
  _ris3_window_show_inbox (self);
  ris3_inbox_page_show_only (self->inbox, ids, (guint) n_ids, words);
}

static void
show_comments_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_comments (RIS3_WINDOW (widget), parameter, _ ("Only the comments that were taken in last are listed."));
}

/* Takes the words, which parameter "(axs)" has names of regions for. */
static void
show_comments_of_names (GtkWidget *widget, GVariant *parameter, char *words)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameter, 0);

  show_comments (RIS3_WINDOW (widget), ids, words);
  g_free (words);
}

static void
show_comments_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *names;

  g_variant_get_child (parameter, 1, "&s", &names);
  /* Translators: %s are the names of one or several regions */
  show_comments_of_names (widget, parameter,
                          g_strdup_printf (_ ("Only the comments that were open on %s are listed."), names));
}

static void
show_comments_of_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *names;

  g_variant_get_child (parameter, 1, "&s", &names);
  /* Translators: %s are the names of one or several regions */
  show_comments_of_names (widget, parameter, g_strdup_printf (_ ("Only the comments on %s are listed."), names));
}

void
_ris3_window_install_comment_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.record-comment", NULL, record_comment_action);
  gtk_widget_class_install_action (klass, "win.show-comment", "x", show_comment_action);
  gtk_widget_class_install_action (klass, "win.show-comments", "ax", show_comments_action);
  gtk_widget_class_install_action (klass, "win.show-comments-on", "(axs)", show_comments_on_action);
  gtk_widget_class_install_action (klass, "win.show-comments-of", "(axs)", show_comments_of_action);
}
