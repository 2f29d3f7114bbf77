/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-body.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/ris3-region-parts.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "model/ris3-text.h"

/* What fits the label column; longer labels are short names and stand with the text. */
#define MAX_NUMBER_LENGTH 8
/* Up to this length a side label leaves enough for the text in large type and a narrow panel, too. */
#define MAX_UNBROKEN_LENGTH 12
/* As in Ris3CopyText. */
#define MAX_SHOWN 20000

gboolean
ris3_priority_label_is_number (const char *label)
{
  return *label != '\0' && g_utf8_strlen (label, -1) <= MAX_NUMBER_LENGTH && strchr (label, ' ') == NULL
         && strpbrk (label, "0123456789") != NULL;
}

const char *
ris3_priority_get_shown_text (Ris3Priority *priority)
{
  const char *text = ris3_priority_get_text (priority), *label = ris3_priority_get_label (priority);
  const char *original = ris3_priority_get_original_text (priority);

  if (*text != '\0')
    return text;
  /* A number says nothing. */
  return *original != '\0' && (*label == '\0' || ris3_priority_label_is_number (label)) ? original : label;
}

/* A short label at the side. A long one would rather break than push the text out of sight; a short one
 * must not, or GTK (since 4.12) breaks it as soon as the row becomes no higher by that.
 */
GtkWidget *
ris3_priority_side_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = ris3_part_text (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), g_utf8_strlen (text, -1) > MAX_UNBROKEN_LENGTH);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
new_text (const char *text, gboolean selectable)
{
  g_autofree char *shown = ris3_text_shorten (text, MAX_SHOWN);

  return selectable ? ris3_copy_text_new (text) : ris3_part_text (shown, "copytext");
}

static GtkWidget *
new_marks (Ris3Priority *priority, const Ris3PriorityComments *comments)
{
  const char *const *themes = ris3_priority_get_themes (priority);
  GtkWidget *flow = NULL;

  if (ris3_priority_get_explicit_pm (priority))
    {
      const char *meaning = _ ("The document itself names personalised, precision or stratified medicine");
      GtkWidget *mark = ris3_part_chip (C_ ("short for personalised medicine", "PM"), "pm");

      gtk_widget_set_tooltip_text (mark, meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
      flow = ris3_flow_new ();
      ris3_flow_append (RIS3_FLOW (flow), mark);
    }
  if (themes[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv (" · ", (char **) themes);
      g_autofree char *names = g_strdup_printf (_ ("Themes: %s"), joined);

      if (flow == NULL)
        flow = ris3_flow_new ();
      ris3_flow_append (RIS3_FLOW (flow), ris3_part_text (names, "themes"));
    }
  if (comments->n_open > 0)
    {
      g_autofree char *words
          = g_strdup_printf (ngettext ("%'u open comment", "%'u open comments", comments->n_open), comments->n_open);

      if (flow == NULL)
        flow = ris3_flow_new ();
      ris3_flow_append (RIS3_FLOW (flow), ris3_part_chip (words, "state"));
    }
  if (comments->is_applied)
    {
      if (flow == NULL)
        flow = ris3_flow_new ();
      ris3_flow_append (RIS3_FLOW (flow), ris3_part_chip (_ ("Changed by a comment"), "state"));
    }
  if (comments->is_english_old)
    {
      const char *meaning = _ ("A comment has changed the original after the English text was written: check it");
      GtkWidget *chip = ris3_part_chip (_ ("English older than the original"), "state");

      gtk_widget_set_tooltip_text (chip, meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
      ris3_flow_append (RIS3_FLOW (flow), chip);
    }
  return flow;
}

GtkWidget *
ris3_priority_body_new (Ris3Priority *priority,
                        const char *label_above,
                        const Ris3PriorityComments *comments,
                        gboolean selectable)
{
  GtkWidget *body = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 2, NULL);
  const char *label = ris3_priority_get_label (priority);
  const char *text = ris3_priority_get_text (priority);
  const char *original = ris3_priority_get_original_text (priority);
  const char *shown = ris3_priority_get_shown_text (priority);
  GtkWidget *marks;

  if (ris3_priority_get_is_area (priority))
    gtk_box_append (GTK_BOX (body), ris3_part_heading (shown, 3));
  else
    gtk_box_append (GTK_BOX (body), new_text (shown, selectable));

  if (!ris3_priority_label_is_number (label) && shown != label && g_utf8_collate (label, text) != 0 && *label != '\0'
      && !g_str_equal (label, label_above))
    {
      /* Translators: what a priority is called in its source */
      g_autofree char *words = g_strdup_printf (_ ("In the source: %s"), label);
      GtkWidget *name = new_text (words, selectable);

      gtk_widget_add_css_class (name, "original-text");
      gtk_box_append (GTK_BOX (body), name);
    }
  if (*original != '\0' && !g_str_equal (original, label) && shown != original)
    {
      /* Translators: the words of a priority in the language of its source */
      g_autofree char *words = g_strdup_printf (_ ("Original: %s"), original);
      GtkWidget *quote = new_text (words, selectable);

      gtk_widget_add_css_class (quote, "original-text");
      gtk_box_append (GTK_BOX (body), quote);
    }
  if ((marks = new_marks (priority, comments)) != NULL)
    {
      gtk_widget_add_css_class (marks, "priority-marks");
      gtk_box_append (GTK_BOX (body), marks);
    }
  gtk_widget_set_hexpand (body, TRUE);
  return body;
}
