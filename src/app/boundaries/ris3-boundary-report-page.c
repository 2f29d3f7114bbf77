/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-report-page.h"

#include <glib/gi18n.h>

#include "app/boundaries/ris3-boundary-list.h"
#include "app/boundaries/ris3-boundary-preview.h"
#include "app/ris3-flow.h"
#include "map/ris3-geodata.h"
#include "model/ris3-text.h"

/* Of a name in a line of a list. */
#define MAX_NAME 120

struct _Ris3BoundaryReportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  Ris3BoundaryPreview *preview;
  GtkLabel *credit;
  Ris3Flow *legend;
  GtkLabel *areas;
  GtkLabel *levels;
  GtkLabel *made;
  Ris3BoundaryList *lists;
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryReportPage, ris3_boundary_report_page, GTK_TYPE_WIDGET)

/* A match and how many areas have it. */
static void
add_to_legend (Ris3BoundaryReportPage *self, Ris3Match match)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: how the codes of areas match, and how many of them. */
  g_autofree char *words = g_strdup_printf (_ ("%s: %u"), ris3_match_get_title (match),
                                            ris3_boundary_preview_count (self->preview, match));
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), ris3_boundary_preview_new_swatch (match));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_end (box, 12);
  ris3_flow_append (self->legend, box);
}

static void
show_legend (Ris3BoundaryReportPage *self)
{
  ris3_flow_clear (self->legend);
  for (guint match = 0; match < RIS3_N_MATCHES; match++)
    if (ris3_boundary_preview_count (self->preview, match) > 0)
      add_to_legend (self, match);
}

/* Level by level, as the levels of one's own boundaries may be any. */
static char *
describe_levels (Ris3Boundaries *boundaries)
{
  guint counts[10] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    counts[MIN (ris3_boundaries_get_region (boundaries, i)->level, G_N_ELEMENTS (counts) - 1)]++;
  for (guint level = 0; level < G_N_ELEMENTS (counts); level++)
    {
      /* Translators: a level of regions, and how many of it there are. */
      g_autofree char *words = g_strdup_printf (_ ("Level %u: %u"), level, counts[level]);

      if (counts[level] > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }
  return g_string_free (text, FALSE);
}

static void
show_numbers (Ris3BoundaryReportPage *self, Ris3BoundaryDraft *draft)
{
  const Ris3BoundaryReport *report = ris3_boundary_draft_get_report (draft);
  g_autofree char *areas
      = g_strdup_printf (ngettext ("%u area is drawn.", "%u areas are drawn.", report->n_areas), report->n_areas);
  g_autofree char *levels = describe_levels (ris3_boundary_draft_get_boundaries (draft));
  g_autofree char *made
      = g_strdup_printf (ngettext ("%u wider area, which the file lacks, was made of them.",
                                   "%u wider areas, which the file lacks, were made of them.", report->n_made),
                         report->n_made);

  gtk_label_set_text (self->areas, areas);
  gtk_label_set_text (self->levels, levels);
  gtk_label_set_text (self->made, made);
  gtk_widget_set_visible (GTK_WIDGET (self->made), report->n_made > 0);
}

/* What a person should think about before these boundaries are used. */
static const char *
find_problem (Ris3BoundaryReportPage *self, Ris3BoundaryDraft *draft)
{
  if (ris3_boundary_draft_get_report (draft)->is_swapped)
    return _ ("The areas do not lie in Europe, but would if latitude and longitude were exchanged. Check the file, or "
              "its coordinate system.");
  if (ris3_boundary_preview_count (self->preview, RIS3_MATCH_KNOWN) == 0
      && ris3_boundary_preview_count (self->preview, RIS3_MATCH_WITHIN) == 0)
    return _ ("No area has a code of NUTS. Strategies are placed by where the areas lie; go back and choose another "
              "column if these are not the codes.");
  /* A schematic map has the codes, but not the places. */
  if (ris3_boundary_draft_get_match (draft)->n_elsewhere > 0)
    return _ (
        "Some areas have the code of a region, but do not lie where it does. Strategies are placed by where the areas "
        "lie: see the lists below before you use them.");
  return NULL;
}

static GtkStringList *
list_codes (const GPtrArray *codes)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (codes, i));
  return list;
}

static GtkStringList *
list_notes (const Ris3BoundaryReport *report, Ris3BoundaryNoteKind kind)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < report->notes->len; i++)
    {
      const Ris3BoundaryNote *note = g_ptr_array_index (report->notes, i);
      g_autofree char *row = NULL;
      g_autofree char *layer = NULL;
      g_autofree char *code = NULL;
      g_autofree char *words = NULL;

      if (note->kind != kind)
        continue;
      row = g_strdup_printf ("%" G_GINT64_FORMAT, note->row);
      layer = ris3_text_to_line (note->layer != NULL ? note->layer : "", MAX_NAME);
      code = ris3_text_to_line (note->code, MAX_NAME);
      /* Translators: the code of an area, its row in the file, and the layer. */
      words = g_strdup_printf (_ ("%s, row %s of “%s”"), *code != '\0' ? code : "–", row, layer);
      gtk_string_list_append (list, words);
    }
  return list;
}

static void
show_lists (Ris3BoundaryReportPage *self, Ris3BoundaryDraft *draft)
{
  const Ris3BoundaryMatch *match = ris3_boundary_draft_get_match (draft);
  const Ris3BoundaryReport *report = ris3_boundary_draft_get_report (draft);
  g_autoptr (GtkStringList) missing = list_codes (match->missing);
  g_autoptr (GtkStringList) unknown = list_codes (match->unknown);
  g_autoptr (GtkStringList) by_place = list_codes (match->by_place);
  g_autoptr (GtkStringList) unplaced = list_codes (match->unplaced);

  ris3_boundary_list_clear (self->lists);
  ris3_boundary_list_add (self->lists, _ ("Regions of strategies whose code no area has"), missing);
  ris3_boundary_list_add (self->lists, _ ("Areas whose code no NUTS version has"), unknown);
  ris3_boundary_list_add (self->lists, _ ("Regions shown on areas of another code, by where these lie"), by_place);
  ris3_boundary_list_add (self->lists, _ ("Regions shown nowhere, as too little of an area is theirs"), unplaced);
  for (guint kind = 0; kind < RIS3_N_BOUNDARY_NOTES; kind++)
    if (report->n_notes[kind] > 0)
      {
        g_autoptr (GtkStringList) notes = list_notes (report, kind);

        ris3_boundary_list_add (self->lists, ris3_boundary_note_kind_get_title (kind), notes);
      }
}

static void
on_copied_cb (Ris3BoundaryReportPage *self, guint n_lines)
{
  g_signal_emit_by_name (self, "copied", n_lines);
}

void
ris3_boundary_report_page_show (Ris3BoundaryReportPage *self, Ris3BoundaryDraft *draft, Ris3Shapes *land)
{
  const char *problem;

  g_return_if_fail (RIS3_IS_BOUNDARY_REPORT_PAGE (self) && ris3_boundary_draft_get_match (draft) != NULL);
  ris3_boundary_preview_show (self->preview, ris3_boundary_draft_get_boundaries (draft),
                              ris3_boundary_draft_get_frame_boundaries (draft), land,
                              ris3_boundary_draft_get_match (draft));
  /* Of the countries behind. */
  gtk_label_set_text (self->credit, ris3_geodata_describe_credit (ris3_boundary_draft_get_frame_boundaries (draft)));
  show_legend (self);
  show_numbers (self, draft);
  show_lists (self, draft);
  problem = find_problem (self, draft);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_bar, problem != NULL);
}

static void
ris3_boundary_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_BOUNDARY_REPORT_PAGE);
  G_OBJECT_CLASS (ris3_boundary_report_page_parent_class)->dispose (object);
}

static void
ris3_boundary_report_page_class_init (Ris3BoundaryReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_report_page_dispose;
  g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_UINT);
  g_type_ensure (RIS3_TYPE_FLOW);
  g_type_ensure (RIS3_TYPE_BOUNDARY_LIST);
  g_type_ensure (RIS3_TYPE_BOUNDARY_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/boundaries/ris3-boundary-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, preview);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, credit);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, legend);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, areas);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, levels);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, made);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryReportPage, lists);
  gtk_widget_class_bind_template_callback (widget_class, on_copied_cb);
}

static void
ris3_boundary_report_page_init (Ris3BoundaryReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
