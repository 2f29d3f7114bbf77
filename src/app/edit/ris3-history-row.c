/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-row.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-history-words.h"
#include "model/ris3-text.h"

/* Characters of a title and of a person's name. */
#define MAX_TITLE 200
#define MAX_NAME 80

struct _Ris3HistoryRow
{
  GtkWidget parent_instance;

  GtkWidget *day;
  GtkWidget *body;
  GtkLabel *title;
  GtkLabel *time;
  GtkLabel *actor;
  GtkWidget *undone;
};

G_DEFINE_FINAL_TYPE (Ris3HistoryRow, ris3_history_row, GTK_TYPE_WIDGET)

static void
ris3_history_row_dispose (GObject *object)
{
  Ris3HistoryRow *self = RIS3_HISTORY_ROW (object);

  g_clear_pointer (&self->day, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (ris3_history_row_parent_class)->dispose (object);
}

static void
ris3_history_row_class_init (Ris3HistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_history_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_history_row_init (Ris3HistoryRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->day = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->day, "history-day");
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines",
                              3, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  self->time = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  self->actor = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  self->undone = g_object_new (GTK_TYPE_LABEL, "label", C_ ("change", "Undone"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->actor), "quiet");
  gtk_widget_add_css_class (self->undone, "history-chip");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->actor));
  gtk_box_append (GTK_BOX (line), self->undone);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->body, "history-change");
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->body), line);
  gtk_widget_set_parent (self->day, GTK_WIDGET (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
ris3_history_row_new (void)
{
  return g_object_new (RIS3_TYPE_HISTORY_ROW, NULL);
}

static gboolean
is_same_day (Ris3Change *a, Ris3Change *b)
{
  int year[2], month[2], day[2];

  g_date_time_get_ymd (ris3_change_get_time (a), &year[0], &month[0], &day[0]);
  g_date_time_get_ymd (ris3_change_get_time (b), &year[1], &month[1], &day[1]);
  return year[0] == year[1] && month[0] == month[1] && day[0] == day[1];
}

/* The row of the list view is what gets the focus and is read out; GTK 4.8 has no other way to name it. */
static void
describe (Ris3HistoryRow *self, const char *title, const char *actor, const char *moment, gboolean is_undone)
{
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *description = NULL;

  if (list_row == NULL)
    return;
  if (is_undone)
    /* Translators: read out for a change of the history: what was done, by whom, when; it has been undone since. */
    description = g_strdup_printf (_ ("%s, by %s, %s, undone"), title, actor, moment);
  else
    /* Translators: read out for a change of the history: what was done, by whom, when. */
    description = g_strdup_printf (_ ("%s, by %s, %s"), title, actor, moment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

void
ris3_history_row_show (Ris3HistoryRow *self, Ris3Change *change, Ris3Change *above)
{
  g_autofree char *title = NULL;
  g_autofree char *actor = NULL;
  g_autofree char *time = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *day = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  gboolean is_undone;

  g_return_if_fail (RIS3_IS_HISTORY_ROW (self) && RIS3_IS_CHANGE (change));
  is_undone = ris3_change_is_undone (change);
  title = ris3_text_shorten (ris3_change_get_title (change), MAX_TITLE);
  actor = ris3_text_shorten (ris3_change_get_actor (change), MAX_NAME);
  time = ris3_history_time_to_text (ris3_change_get_time (change));
  moment = ris3_history_moment_to_text (ris3_change_get_time (change));
  day = ris3_history_day_to_text (ris3_change_get_time (change));
  gtk_widget_set_visible (self->day, above == NULL || !is_same_day (change, above));
  gtk_label_set_text (GTK_LABEL (self->day), day);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->actor, actor);
  gtk_label_set_text (self->time, time);
  gtk_widget_set_visible (self->undone, is_undone);
  if (is_undone)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_label_set_attributes (self->title, attributes);
  describe (self, title, actor, moment, is_undone);
}
