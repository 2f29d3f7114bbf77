/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What surrounds the strategies of a region: programmes, comments. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-date.h"
#include "map/ris3-record-titles.h"
#include "map/ris3-region-places.h"
#include "model/ris3-printable.h"

/* The region, or the nearest one above it, that takes part, in whichever NUTS version that is recorded; NULL: none. */
static const Ris3Region *
find_taking_part (Ris3Classification *classification, guint region, Ris3Participation *participation)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);

  for (gint i = (gint) region; i >= 0; i = ris3_boundaries_get_region (boundaries, (guint) i)->parent)
    if (ris3_region_page_is_at (ris3_participation_get_nuts_version (participation),
                                ris3_participation_get_region_code (participation), classification, (guint) i))
      return ris3_boundaries_get_region (boundaries, (guint) i);
  return NULL;
}

static gboolean
is_name_of (const Ris3Region *region, const char *name)
{
  return g_strcmp0 (name, region->name) == 0 || g_strcmp0 (name, region->name_latin) == 0
         || g_strcmp0 (name, region->name_english) == 0;
}

static GtkWidget *
new_source (const char *source)
{
  if (g_str_has_prefix (source, "https://") || g_str_has_prefix (source, "http://"))
    return ris3_part_web_link (_ ("Source"), source);
  return ris3_part_text (source, "quiet");
}

static GtkWidget *
new_row_tool (Ris3Participation *participation,
              const char *icon,
              const char *tooltip,
              const char *words,
              const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gint64 id = ris3_participation_get_id (participation);
  g_autofree char *name = g_strdup_printf ("participation-%s-%" G_GINT64_FORMAT, icon, id);

  ris3_widget_set_key (button, name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

/* Buttons of a row: to change what it is about, or delete it. */
static GtkWidget *
new_row_tools (Ris3Participation *participation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *programme = ris3_participation_get_programme (participation);
  g_autofree char *edit_words = g_strdup_printf (_ ("Edit the participation in %s"), programme);
  g_autofree char *delete_words = g_strdup_printf (_ ("Delete the participation in %s"), programme);

  gtk_box_append (GTK_BOX (box), new_row_tool (participation, "document-edit-symbolic", _ ("Edit Participation…"),
                                               edit_words, "edit.participation-form"));
  gtk_box_append (GTK_BOX (box), new_row_tool (participation, "user-trash-symbolic", _ ("Delete Participation"),
                                               delete_words, "edit.participation-delete"));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static GtkWidget *
new_participation_row (Ris3Participation *participation,
                       const Ris3Region *region,
                       const Ris3Region *taking_part,
                       gboolean editing)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 2, "card-row");
  const char *role = ris3_participation_role_get_title (ris3_participation_get_role (participation));
  const char *name = ris3_participation_get_name (participation);
  const char *source = ris3_participation_get_source (participation);
  /* Translators: a role in a programme, the name of a wider region: "member through France" */
  g_autofree char *words = region == taking_part
                               ? g_strdup (role)
                               : g_strdup_printf (_ ("%s through %s"), role, ris3_region_display_name (taking_part));
  g_autofree char *programme = ris3_printable_markup (ris3_participation_get_programme (participation));
  g_autofree char *more = ris3_printable_markup (words);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b> – %s", programme, more);
  GtkWidget *label = ris3_part_text ("", NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (editing)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (line), new_row_tools (participation));
      gtk_box_append (GTK_BOX (row), line);
    }
  else
    gtk_box_append (GTK_BOX (row), label);
  if (*name != '\0' && !is_name_of (taking_part, name))
    gtk_box_append (GTK_BOX (row), ris3_part_text (name, "quiet"));
  if (*source != '\0')
    gtk_box_append (GTK_BOX (row), new_source (source));
  return row;
}

/* A titled card of rows; NULL without any. Takes the floating rows, and the basis. */
static GtkWidget *
new_card_section (const char *title, const char *name, GtkWidget *rows, Ris3PartBasis *basis)
{
  GtkWidget *section;

  if (gtk_widget_get_first_child (rows) == NULL)
    {
      g_object_ref_sink (rows);
      g_object_unref (rows);
      ris3_part_basis_free (basis);
      return NULL;
    }
  section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 8, "section");
  ris3_widget_set_key (section, name);
  ris3_part_basis_keep_in (basis, section);
  gtk_box_append (GTK_BOX (section), ris3_part_heading (title, 2));
  gtk_box_append (GTK_BOX (section), rows);
  return section;
}

GtkWidget *
ris3_region_page_participations_new (Ris3Session *session, guint region, GtkWidget *present)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  GListModel *participations = ris3_atlas_get_participations (ris3_session_get_atlas (session));
  const Ris3Region *record = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), region);
  gboolean editing = ris3_session_get_editing (session);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();
  GtkWidget *rows;

  ris3_part_basis_add_number (basis, editing);
  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (Ris3Participation) participation = g_list_model_get_item (participations, i);

      if (find_taking_part (classification, region, participation) != NULL)
        {
          ris3_part_basis_add_object (basis, participation);
          g_ptr_array_add (found, g_steal_pointer (&participation));
        }
    }
  if (ris3_part_basis_made (basis, present))
    return present;
  rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "panel-card");
  gtk_widget_add_css_class (rows, "rows");
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (GTK_BOX (rows),
                    new_participation_row (found->pdata[i], record,
                                           find_taking_part (classification, region, found->pdata[i]), editing));
  return new_card_section (_ ("Programmes"), "section-programmes", rows, g_steal_pointer (&basis));
}

gboolean
ris3_region_page_is_at (guint nuts_version, const char *code, Ris3Classification *classification, guint region)
{
  Ris3Geodata *geodata = ris3_placement_get_geodata (ris3_classification_get_placement (classification));

  return ris3_region_places_has (geodata, region, nuts_version, code);
}

gboolean
ris3_region_page_is_about (Ris3Comment *comment, Ris3Classification *classification, guint region)
{
  const char *strategy_id = ris3_comment_get_strategy_id (comment);
  Ris3Strategy *const *strategies;
  guint n_strategies;

  if (ris3_region_page_is_at (ris3_comment_get_nuts_version (comment), ris3_comment_get_region_code (comment),
                              classification, region))
    return TRUE;
  strategies = ris3_placement_get_region_strategies (ris3_classification_get_placement (classification), region,
                                                     &n_strategies);
  for (guint i = 0; *strategy_id != '\0' && i < n_strategies; i++)
    if (g_str_equal (strategy_id, ris3_strategy_get_id (strategies[i])))
      return TRUE;
  return FALSE;
}

const char *
ris3_region_page_get_about (Ris3Comment *comment)
{
  gboolean is_of_region = g_str_equal (ris3_comment_get_target (comment), "region");

  return !is_of_region && *ris3_comment_get_target_name (comment) != '\0' ? ris3_comment_get_target_name (comment)
                                                                          : NULL;
}

static GtkWidget *
new_inbox_link (Ris3Comment *comment)
{
  GtkWidget *link = ris3_part_link (_ ("Open in Inbox"));
  gint64 id = ris3_comment_get_id (comment);
  g_autofree char *name = g_strdup_printf ("comment-link-%" G_GINT64_FORMAT, id);

  ris3_widget_set_key (link, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.show-comment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "x", id);
  return link;
}

/* Lines that a person writes answer what came before; a ring of them would be a mistake. */
#define MAX_DEPTH 8

/* Those to a comment, and those to these. */
static guint
count_replies (GListModel *comments, gint64 id, guint depth)
{
  guint n = 0;

  for (guint i = 0; depth < MAX_DEPTH && i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (ris3_comment_get_parent_id (comment) == id)
        n += 1 + count_replies (comments, ris3_comment_get_id (comment), depth + 1);
    }
  return n;
}

static GtkWidget *
new_comment_row (Ris3Comment *comment, guint n_replies)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 4, "card-row");
  GtkWidget *line = ris3_flow_new ();
  g_autofree char *date = ris3_date_to_text (ris3_comment_get_received_on (comment));
  const char *parts[] = { ris3_comment_get_channel (comment), date };
  GString *origin = g_string_new (ris3_author_role_get_title (ris3_comment_get_author_role (comment)));
  const char *state = ris3_comment_get_state (comment);
  const char *source = ris3_comment_get_source_url (comment);
  const char *reason = ris3_comment_get_decision_reason (comment);
  g_autofree char *name = g_strdup_printf ("comment-%" G_GINT64_FORMAT, ris3_comment_get_id (comment));

  ris3_widget_set_key (row, name);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", parts[i]);
  ris3_flow_append (RIS3_FLOW (line), ris3_part_text (origin->str, "comment-origin"));
  if (*state != '\0')
    ris3_flow_append (RIS3_FLOW (line), ris3_part_chip (ris3_comment_state_get_title (state), "state"));
  g_string_free (origin, TRUE);

  gtk_box_append (GTK_BOX (row), line);
  if (ris3_region_page_get_about (comment) != NULL)
    gtk_box_append (GTK_BOX (row), ris3_part_text (ris3_region_page_get_about (comment), "comment-about"));
  gtk_box_append (GTK_BOX (row), ris3_copy_text_new (ris3_comment_get_text (comment)));
  if (*reason != '\0')
    {
      /* Translators: why a comment was accepted, or not */
      g_autofree char *words = g_strdup_printf (C_ ("comment", "Reason: %s"), reason);

      gtk_box_append (GTK_BOX (row), ris3_copy_text_new (words));
    }
  if (*source != '\0')
    gtk_box_append (GTK_BOX (row), ris3_part_web_link (_ ("Source"), source));
  line = ris3_flow_new ();
  if (n_replies > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u reply", "%u replies", n_replies), n_replies);

      ris3_flow_append (RIS3_FLOW (line), ris3_part_text (words, "comment-origin"));
    }
  ris3_flow_append (RIS3_FLOW (line), new_inbox_link (comment));
  gtk_box_append (GTK_BOX (row), line);
  return row;
}

GtkWidget *
ris3_region_page_comments_new (Ris3Session *session, guint region, GtkWidget *present)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (session));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) n_replies = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();
  GtkWidget *rows;

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      /* What replies to it is with it in the inbox, and only counted here. */
      if (ris3_comment_get_parent_id (comment) == 0 && ris3_region_page_is_about (comment, classification, region))
        {
          guint n = count_replies (comments, ris3_comment_get_id (comment), 0);

          ris3_part_basis_add_object (basis, comment);
          ris3_part_basis_add_number (basis, n);
          g_array_append_val (n_replies, n);
          g_ptr_array_add (found, g_steal_pointer (&comment));
        }
    }
  if (ris3_part_basis_made (basis, present))
    return present;
  rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "panel-card");
  gtk_widget_add_css_class (rows, "rows");
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (GTK_BOX (rows), new_comment_row (found->pdata[i], g_array_index (n_replies, guint, i)));
  return new_card_section (_ ("Comments Received"), "section-comments", rows, g_steal_pointer (&basis));
}
