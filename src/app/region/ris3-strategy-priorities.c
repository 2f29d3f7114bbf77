/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a strategy says on health: its priorities, or why there are none. */

#include "config.h"

#include "app/region/ris3-strategy-card.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/region/ris3-priority-comments.h"
#include "app/region/ris3-priority-tree.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-widget-key.h"

static const char *
get_absence (Ris3Strategy *strategy)
{
  if (ris3_strategy_get_withheld (strategy))
    return _ ("Withheld: what was found in this strategy is not to be shown yet.");
  if (g_list_model_get_n_items (ris3_strategy_get_priorities (strategy)) > 0)
    return NULL;
  if (!ris3_strategy_is_analysed (strategy))
    return _ ("Not yet analysed: the document is known, but not what it says about health.");
  switch (ris3_strategy_get_health_priority (strategy))
    {
    case RIS3_ANSWER_NO:
      return _ ("Analysed: health is not among the priorities of this strategy.");
    case RIS3_ANSWER_YES:
      return _ ("Health is a priority of this strategy, but the individual statements are not recorded.");
    case RIS3_ANSWER_UNKNOWN:
      return _ ("Analysed, but it remains open whether health is among its priorities.");
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
new_heading (GListModel *priorities)
{
  guint count = ris3_priority_tree_count (priorities);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = ris3_part_heading (ngettext ("Health Priority", "Health Priorities", count), 2);

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), ris3_part_text (number, "section-count"));
  return line;
}

static GtkWidget *
find_tree (GtkWidget *priorities)
{
  GtkWidget *child = gtk_widget_get_first_child (priorities);

  while (child != NULL && !RIS3_IS_PRIORITY_TREE (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
on_drafts_closed_cb (GtkWidget *priorities)
{
  GtkWidget *part = gtk_widget_get_parent (priorities);

  /* The section that it is in goes with it. */
  if (part != NULL && GTK_IS_BOX (gtk_widget_get_parent (part)))
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (part)), part);
}

static GtkWidget *
show_tree (Ris3Session *session, Ris3Strategy *strategy, GtkWidget *tree, GtkWidget *priorities)
{
  if (tree == NULL)
    {
      g_autofree char *name = g_strconcat ("tree-", ris3_strategy_get_id (strategy), NULL);

      tree = ris3_priority_tree_new (session);
      ris3_widget_set_key (tree, name);
      g_signal_connect_object (tree, "drafts-closed", G_CALLBACK (on_drafts_closed_cb), priorities, G_CONNECT_SWAPPED);
    }
  ris3_priority_tree_show (RIS3_PRIORITY_TREE (tree), strategy, ris3_session_get_editing (session));
  return tree;
}

GtkWidget *
ris3_strategy_priorities_new (Ris3Session *session, Ris3Strategy *strategy, GtkWidget *present)
{
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();
  GtkWidget *box = present;
  GtkWidget *tree;
  Ris3PartFiller filler = { 0 };
  const char *absence, *remark;
  g_autofree char *comments = NULL;

  g_return_val_if_fail (RIS3_IS_STRATEGY (strategy) && RIS3_IS_SESSION (session), NULL);
  comments = ris3_priority_comments_to_text (ris3_session_get_atlas (session), ris3_strategy_get_id (strategy));
  ris3_part_basis_add_object (basis, strategy);
  ris3_part_basis_add_text (basis, comments);
  ris3_part_basis_add_number (basis, ris3_session_get_editing (session));
  if (ris3_part_basis_made (basis, present))
    return present;

  if (box == NULL)
    {
      g_autofree char *name = g_strconcat ("priorities-", ris3_strategy_get_id (strategy), NULL);

      box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 6, "section");
      ris3_widget_set_key (box, name);
    }
  filler.box = GTK_BOX (box);
  tree = find_tree (box);
  absence = get_absence (strategy);
  if (absence == NULL)
    {
      ris3_part_filler_add (&filler, new_heading (ris3_strategy_get_priorities (strategy)));
      ris3_part_filler_add (&filler, show_tree (session, strategy, tree, box));
      if (ris3_session_get_editing (session))
        ris3_part_filler_add (&filler, ris3_part_text (_ ("Tab and Shift+Tab change the level of the priority that "
                                                          "has the focus; F6 goes on to what follows the list."),
                                                       "edit-hint"));
    }
  else
    {
      if (tree != NULL && ris3_priority_tree_set_deleted (RIS3_PRIORITY_TREE (tree)))
        ris3_part_filler_add (&filler, tree);
      ris3_part_filler_add (&filler, ris3_part_text (absence, "absence"));
    }

  /* After what was found: it is about the record, not the region. */
  remark = ris3_strategy_get_remark (strategy);
  if (*remark != '\0')
    {
      g_autofree char *words = g_strdup_printf (_ ("Remark on this record: %s"), remark);

      ris3_part_filler_add (&filler, ris3_part_text (words, "remark"));
    }
  ris3_part_filler_end (&filler);
  ris3_part_basis_keep_in (g_steal_pointer (&basis), box);
  return box;
}

gboolean
ris3_strategy_priorities_set_deleted (GtkWidget *priorities)
{
  GtkWidget *tree = find_tree (priorities);

  return tree != NULL && ris3_priority_tree_set_deleted (RIS3_PRIORITY_TREE (tree));
}
