/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-tree.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/region/ris3-region-parts.h"
#include "model/ris3-priority.h"

/* Deeper levels are indented no further: the panel is narrow. */
#define MAX_INDENT_DEPTH 3
#define INDENT 14
/* What fits the label column; longer labels are short names and stand with the text. */
#define MAX_NUMBER_LENGTH 8
/* Up to this length a side label leaves enough for the text in large type and a narrow panel, too. */
#define MAX_UNBROKEN_LENGTH 12

typedef struct
{
  GtkWidget *list;
  GtkSizeGroup *numbers[MAX_INDENT_DEPTH + 1]; /* the label columns, one per depth */
} TreeBuilder;

static gboolean
is_number (const char *label)
{
  return *label != '\0' && g_utf8_strlen (label, -1) <= MAX_NUMBER_LENGTH && strchr (label, ' ') == NULL
         && strpbrk (label, "0123456789") != NULL;
}

/* A short label at the side. A long one would rather break than push the text out of sight; a short one
 * must not, or GTK (since 4.12) breaks it as soon as the row becomes no higher by that.
 */
static GtkWidget *
new_side_label (const char *text, const char *css_class)
{
  GtkWidget *label = ris3_part_text (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), g_utf8_strlen (text, -1) > MAX_UNBROKEN_LENGTH);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
new_number (TreeBuilder *builder, const char *text, guint depth)
{
  GtkWidget *number = new_side_label (text, "priority-number");

  gtk_size_group_add_widget (builder->numbers[depth], number);
  return number;
}

static GtkWidget *
new_marks (Ris3Priority *priority)
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
  return flow;
}

static GtkWidget *
new_body (Ris3Priority *priority, const char *label_above)
{
  GtkWidget *body = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 2, NULL);
  const char *label = ris3_priority_get_label (priority);
  const char *text = ris3_priority_get_text (priority);
  const char *original = ris3_priority_get_original_text (priority);
  const char *shown = *text != '\0' ? text : label;
  GtkWidget *marks;

  if (ris3_priority_get_is_area (priority))
    gtk_box_append (GTK_BOX (body), ris3_part_heading (shown, 3));
  else
    gtk_box_append (GTK_BOX (body), ris3_copy_text_new (shown));

  if (!is_number (label) && shown != label && g_utf8_collate (label, text) != 0 && *label != '\0'
      && !g_str_equal (label, label_above))
    {
      /* Translators: what a priority is called in its source */
      g_autofree char *words = g_strdup_printf (_ ("In the source: %s"), label);
      GtkWidget *name = ris3_copy_text_new (words);

      gtk_widget_add_css_class (name, "original-text");
      gtk_box_append (GTK_BOX (body), name);
    }
  if (*original != '\0' && !g_str_equal (original, label))
    {
      /* Translators: the words of a priority in the language of its source */
      g_autofree char *words = g_strdup_printf (_ ("Original: %s"), original);
      GtkWidget *quote = ris3_copy_text_new (words);

      gtk_widget_add_css_class (quote, "original-text");
      gtk_box_append (GTK_BOX (body), quote);
    }
  if ((marks = new_marks (priority)) != NULL)
    {
      gtk_widget_add_css_class (marks, "priority-marks");
      gtk_box_append (GTK_BOX (body), marks);
    }
  gtk_widget_set_hexpand (body, TRUE);
  return body;
}

/* parent_page: the page shown on the row above, which is not repeated on each row below it; nor is its label */
static void
add_priorities (TreeBuilder *builder,
                GListModel *priorities,
                guint depth,
                const char *parent_page,
                const char *label_above)
{
  guint indent = MIN (depth, MAX_INDENT_DEPTH);

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *label = ris3_priority_get_label (priority);
      const char *page = ris3_priority_get_page_label (priority);
      GtkWidget *row
          = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 8, NULL);

      gtk_widget_add_css_class (row, "priority-row");
      if (depth == 0)
        gtk_widget_add_css_class (row, "root");
      gtk_widget_set_margin_start (row, indent * INDENT);
      if (is_number (label))
        gtk_box_append (GTK_BOX (row), new_number (builder, label, indent));
      gtk_box_append (GTK_BOX (row), new_body (priority, label_above));
      if (*page != '\0' && !g_str_equal (page, parent_page))
        {
          g_autofree char *words = g_strdup_printf (C_ ("page of a document", "p. %s"), page);

          gtk_box_append (GTK_BOX (row), new_side_label (words, "priority-page"));
        }
      gtk_box_append (GTK_BOX (builder->list), row);
      add_priorities (builder, ris3_priority_get_children (priority), depth + 1, *page != '\0' ? page : parent_page,
                      label);
      /* It belongs to the priority, which belongs to its list. */
      label_above = label;
    }
}

GtkWidget *
ris3_priority_tree_new (GListModel *priorities)
{
  TreeBuilder builder = { .list = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "priority-tree") };

  for (guint i = 0; i < G_N_ELEMENTS (builder.numbers); i++)
    builder.numbers[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  add_priorities (&builder, priorities, 0, "", "");
  for (guint i = 0; i < G_N_ELEMENTS (builder.numbers); i++)
    g_object_unref (builder.numbers[i]);
  return builder.list;
}

guint
ris3_priority_tree_count (GListModel *priorities)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      count += !ris3_priority_get_is_area (priority);
      count += ris3_priority_tree_count (ris3_priority_get_children (priority));
    }
  return count;
}
