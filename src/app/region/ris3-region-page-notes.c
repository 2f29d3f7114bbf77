/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The officer's own notes on a region, its strategies and their priorities. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-record-section.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-note-words.h"
#include "app/ris3-widget-key.h"

static gboolean
is_of_region (Ris3Classification *classification, guint region, const char *strategy_id)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (
      ris3_classification_get_placement (classification), region, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (g_str_equal (strategy_id, ris3_strategy_get_id (strategies[i])))
      return TRUE;
  return FALSE;
}

/* What the note is on, if that is part of the region; else NULL. (transfer full) */
static char *
describe_target (Ris3Session *session, guint region, Ris3Note *note)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  const Ris3Region *record = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3Strategy *strategy = NULL;

  if (*ris3_note_get_region_code (note) != '\0')
    return g_str_equal (ris3_note_get_region_code (note), record->code) ? g_strdup (_ ("On the region")) : NULL;
  if (ris3_atlas_lookup_priority (atlas, ris3_note_get_priority_id (note), &strategy) == NULL)
    strategy = ris3_atlas_lookup_strategy (atlas, ris3_note_get_strategy_id (note));
  if (strategy == NULL || !is_of_region (classification, region, ris3_strategy_get_id (strategy)))
    return NULL;
  return ris3_note_dup_target (note, session);
}

/* Where it is on the map, if it has a place. */
static GtkWidget *
new_place_line (Ris3Note *note)
{
  GtkWidget *link;

  if (!ris3_note_get_place (note, NULL, NULL))
    return NULL;
  if (ris3_note_get_hidden (note))
    return ris3_part_text (_ ("Hidden from the map"), "quiet");
  link = ris3_part_link (_ ("Show on the Map"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.show-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", ris3_note_get_id (note));
  return link;
}

static GtkWidget *
new_row (Ris3Session *session, Ris3Note *note, const char *target)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 4, "card-row");
  GtkWidget *place = new_place_line (note);
  g_autofree char *origin = ris3_note_dup_origin (note);
  g_autofree char *name = g_strdup_printf ("note-%" G_GINT64_FORMAT, ris3_note_get_id (note));

  ris3_widget_set_key (row, name);
  gtk_box_append (GTK_BOX (row), ris3_record_line_new (session, ris3_part_text (origin, "comment-origin"), "note",
                                                       ris3_note_get_id (note), _ ("Edit Note…"), _ ("Delete Note")));
  gtk_box_append (GTK_BOX (row), ris3_copy_text_new (ris3_note_get_text (note)));
  gtk_box_append (GTK_BOX (row), ris3_part_text (target, "quiet"));
  if (place != NULL)
    gtk_box_append (GTK_BOX (row), place);
  return row;
}

GtkWidget *
ris3_region_page_notes_new (Ris3Session *session, guint region, GtkWidget *present)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (session));
  Ris3RecordSection *section = ris3_record_section_begin (_ ("Notes"), "section-notes");

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (Ris3Note) note = g_list_model_get_item (notes, i);
      g_autofree char *target = describe_target (session, region, note);

      if (target != NULL)
        ris3_record_section_add (section, note, target, new_row (session, note, target));
    }
  return ris3_record_section_end (section, present);
}
