/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From an outline to the edit that adds it. */

#include "config.h"

#include "app/edit/ris3-outline-draft-private.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-outline-marks.h"

/* The lines that the next one may be below. */
typedef struct
{
  guint level;
  gboolean is_included;
  guint step;       /* if it is included */
  const char *page; /* its own, or that of the line it is below; "" without */
} Above;

static void
set_fields (Ris3Edit *edit, Ris3OutlineLine *line, const char *page, gboolean is_english)
{
  Ris3OutlineMarks *marks = ris3_outline_marks_peek (line);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) themes = NULL;

  ris3_edit_set_text (edit, "label", ris3_outline_line_get_label (line));
  ris3_edit_set_text (edit, is_english ? "text" : "original_text", ris3_outline_line_get_text (line));
  ris3_edit_set_text (edit, "page_label", page);
  if (ris3_outline_line_get_page_index (line) >= 0)
    ris3_edit_set_integer (edit, "page_index", ris3_outline_line_get_page_index (line));
  for (guint i = 0; marks != NULL && i < ris3_outline_marks_get_length (marks); i++)
    {
      const Ris3OutlineMark *mark = ris3_outline_marks_get (marks, i);

      if (mark->is_accepted && mark->key != NULL)
        g_strv_builder_add (builder, mark->key);
      else if (mark->is_accepted)
        ris3_edit_set_integer (edit, "explicit_pm", 1);
    }
  themes = g_strv_builder_end (builder);
  if (*themes != NULL)
    ris3_edit_set_themes (edit, (const char *const *) themes);
}

Ris3Edit *
ris3_outline_draft_make_edit (Ris3OutlineDraft *self, const char *strategy_id, gint64 parent_id, GArray **positions)
{
  guint n = ris3_outline_draft_count_included (self);
  g_autofree char *title = g_strdup_printf (ngettext ("Paste %u priority", "Paste %u priorities", n), n);
  Ris3Edit *edit = ris3_edit_new_group ("outline-paste", title);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Above));
  Ris3OutlineLine *line;

  *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; (line = ris3_outline_get_line (self->outline, i)) != NULL; i++)
    {
      Above item = { ris3_outline_line_get_level (line), ris3_outline_line_get_is_included (line), 0,
                     ris3_outline_line_get_page_label (line) };
      const Above *above = NULL;

      while (open->len > 0 && g_array_index (open, Above, open->len - 1).level >= item.level)
        g_array_set_size (open, open->len - 1);
      for (guint j = open->len; j-- > 0 && above == NULL;)
        if (g_array_index (open, Above, j).is_included)
          above = &g_array_index (open, Above, j);
      if (*item.page == '\0' && above != NULL)
        item.page = above->page;
      if (item.is_included && above != NULL)
        item.step = ris3_edit_append_below (edit, above->step);
      else if (item.is_included)
        {
          g_autoptr (Ris3Edit) root = ris3_edit_new_priority_add (strategy_id, parent_id, RIS3_EDIT_LAST);

          item.step = ris3_edit_append (edit, root);
        }
      if (item.is_included)
        {
          set_fields (edit, line, item.page, *self->language == '\0' || g_str_equal (self->language, "en"));
          g_array_append_val (*positions, i);
        }
      g_array_append_val (open, item);
    }
  return edit;
}
