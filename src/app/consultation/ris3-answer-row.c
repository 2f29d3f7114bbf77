/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answer-row.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-parts.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/ris3-region-parts.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-language.h"

/* "Regional authority · French", as far as it is known. (transfer full) */
static char *
describe_author (const Ris3PackAnswer *answer)
{
  const char *role = ris3_author_role_get_title (answer->author_role);

  return answer->language != NULL && *answer->language != '\0'
             ? g_strdup_printf ("%s · %s", role, ris3_language_get_name (answer->language))
             : g_strdup (role);
}

static void
append_comment (GtkBox *box, Ris3Atlas *atlas, const Ris3PackAnswer *answer)
{
  g_autofree char *key = answer->priority_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, answer->priority_id)
                                                  : g_strdup (answer->strategy_id);
  g_autofree char *author = describe_author (answer);
  GtkWidget *change = ris3_inbox_part_new_change (atlas, answer->proposed_change, answer->target, key);

  gtk_box_append (box, ris3_part_heading (answer->target_name, 3));
  gtk_box_append (box, ris3_part_text (author, "quiet"));
  gtk_box_append (box, ris3_copy_text_new (answer->text));
  if (change != NULL)
    gtk_box_append (box, change);
}

static GtkWidget *
new_check (Ris3AnswerItem *item, const char *place)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: %s is where an answer stands: “FRL0.xlsx, row 4” */
  g_autofree char *label = g_strdup_printf (_ ("Take in: %s"), place);

  gtk_widget_set_tooltip_text (check, _ ("Take This Answer In"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_bind_property (item, "taken", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return check;
}

GtkWidget *
ris3_answer_row_new (Ris3Atlas *atlas, Ris3AnswerItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = ris3_flow_new ();
  const Ris3PackAnswer *answer;
  g_autofree char *place = NULL;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && RIS3_IS_ANSWER_ITEM (item), NULL);
  answer = ris3_answer_item_get (item);
  place = ris3_pack_answer_describe_place (answer, FALSE);
  if (answer->state == RIS3_PACK_ANSWER_NEW)
    ris3_flow_append (RIS3_FLOW (line), new_check (item, place));
  ris3_flow_append (RIS3_FLOW (line), ris3_part_chip (ris3_pack_answer_state_get_title (answer->state), NULL));
  ris3_flow_append (RIS3_FLOW (line), ris3_part_text (place, "quiet"));
  gtk_box_append (GTK_BOX (box), line);
  if (answer->key != NULL)
    append_comment (GTK_BOX (box), atlas, answer);
  else if (answer->text != NULL)
    gtk_box_append (GTK_BOX (box), ris3_copy_text_new (answer->text));
  if (answer->words != NULL)
    gtk_box_append (GTK_BOX (box), answer->state == RIS3_PACK_ANSWER_REFUSED || answer->is_outdated || answer->is_odd
                                       ? ris3_inbox_part_new_warning (answer->words)
                                       : ris3_part_text (answer->words, "quiet"));
  gtk_widget_add_css_class (box, "answer-row");
  return box;
}
