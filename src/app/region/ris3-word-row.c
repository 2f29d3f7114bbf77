/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-word-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/ris3-text.h"

/* Characters of words in a label. */
#define MAX_WORDS 40
/* Of a line of the context of a hit. */
#define CONTEXT_CHARS 38
/* A hit stands between them. */
#define HIT_BEGIN "\xe2\x81\xa8" /* U+2068 */
#define HIT_END "\xe2\x81\xa9"   /* U+2069 */

static const char *
get_kind_title (const char *table)
{
  if (g_str_equal (table, "priority"))
    return C_ ("found in", "Priority");
  if (g_str_equal (table, "strategy"))
    return C_ ("found in", "Strategy");
  if (g_str_equal (table, "note"))
    return C_ ("found in", "Note");
  return C_ ("found in", "Comment");
}

/* The context without its marks, and what makes the hits bold. (transfer full) */
static char *
read_context (const char *context, PangoAttrList *attributes)
{
  GString *text = g_string_new (NULL);
  gsize begin = G_MAXSIZE;

  for (const char *p = context; *p != '\0';)
    {
      if (g_str_has_prefix (p, HIT_BEGIN))
        {
          begin = text->len;
          p += strlen (HIT_BEGIN);
        }
      else if (g_str_has_prefix (p, HIT_END))
        {
          if (begin != G_MAXSIZE && attributes != NULL)
            {
              PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

              bold->start_index = begin;
              bold->end_index = text->len;
              pango_attr_list_insert (attributes, bold);
            }
          begin = G_MAXSIZE;
          p += strlen (HIT_END);
        }
      else
        {
          const char *next = g_utf8_next_char (p);

          g_string_append_len (text, p, next - p);
          p = next;
        }
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_hit (Ris3WordItem *item)
{
  const Ris3FilterHit *hit = ris3_word_item_get_hit (item);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = read_context (hit->context, attributes);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *context = new_label (text, "word-context");
  GtkWidget *place = new_label (ris3_word_item_get_title (item), "row-name");

  gtk_label_set_attributes (GTK_LABEL (context), attributes);
  /* A list is as high as its rows are at their natural width, which must not be one long line. */
  gtk_label_set_max_width_chars (GTK_LABEL (context), CONTEXT_CHARS);
  gtk_label_set_lines (GTK_LABEL (context), 3);
  gtk_label_set_ellipsize (GTK_LABEL (context), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (place, TRUE);
  gtk_box_append (GTK_BOX (line), place);
  gtk_box_append (GTK_BOX (line), new_label (get_kind_title (hit->table), "row-subtitle"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), context);
  gtk_widget_add_css_class (box, "word-row");
  return box;
}

static char *
get_filter_words (Ris3WordItem *item)
{
  g_autofree char *shown = ris3_text_shorten (ris3_word_item_get_title (item), MAX_WORDS);

  /* Translators: a row below what was found; %s is what is searched for, as "genom*" */
  return g_strdup_printf (_ ("Filter by “%s”"), shown);
}

static GtkWidget *
new_filter (Ris3WordItem *item)
{
  g_autofree char *words = get_filter_words (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("ris3-filter-symbolic"));
  gtk_box_append (GTK_BOX (box), new_label (words, "row-name"));
  gtk_widget_add_css_class (box, "word-row");
  return box;
}

GtkWidget *
ris3_word_row_new (Ris3WordItem *item)
{
  g_return_val_if_fail (RIS3_IS_WORD_ITEM (item), NULL);
  switch (ris3_word_item_get_kind (item))
    {
    case RIS3_WORD_ITEM_HIT:
      return new_hit (item);
    case RIS3_WORD_ITEM_FILTER:
      return new_filter (item);
    case RIS3_WORD_ITEM_HEADING:
    default:
      return new_label (ris3_word_item_get_title (item), "country-heading");
    }
}

char *
ris3_word_row_describe (Ris3WordItem *item)
{
  const Ris3FilterHit *hit;
  g_autofree char *text = NULL;

  g_return_val_if_fail (RIS3_IS_WORD_ITEM (item), NULL);
  hit = ris3_word_item_get_hit (item);
  if (hit == NULL)
    return ris3_word_item_get_kind (item) == RIS3_WORD_ITEM_FILTER ? get_filter_words (item)
                                                                   : g_strdup (ris3_word_item_get_title (item));
  text = read_context (hit->context, NULL);
  return g_strdup_printf ("%s, %s: %s", ris3_word_item_get_title (item), get_kind_title (hit->table), text);
}
