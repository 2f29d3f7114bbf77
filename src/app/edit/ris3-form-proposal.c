/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-proposal.h"

#include <glib/gi18n.h>

#include "model/ris3-proposal.h"
#include "model/ris3-text.h"

/* Characters of what is recorded now. */
#define MAX_PRESENT 60

/* One field that can be changed. */
typedef struct
{
  const char *field;
  GtkWidget *input; /* an entry, or for a question a choice */
} Line;

struct _Ris3FormProposal
{
  Ris3FormField parent_instance;

  char *table;
  GArray *lines;     /* of Line */
  GPtrArray *others; /* of Ris3Proposal: of what there is no line for; they stay */
  GtkWidget *words;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (Ris3FormProposal, ris3_form_proposal, RIS3_TYPE_FORM_FIELD)

/* Values of the choice after the first, which is no proposal. */
static const char *const answers[] = { "yes", "no", "unknown" };

/* "": nothing is proposed. (transfer full) */
static char *
get_proposed (const Line *line)
{
  guint selected;

  if (GTK_IS_EDITABLE (line->input))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->input))));
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (line->input));
  return g_strdup (selected > 0 && selected <= G_N_ELEMENTS (answers) ? answers[selected - 1] : "");
}

static void
set_proposed (const Line *line, const char *value)
{
  guint selected = 0;

  if (GTK_IS_EDITABLE (line->input))
    {
      gtk_editable_set_text (GTK_EDITABLE (line->input), value);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_ascii_strcasecmp (answers[i], value) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (line->input), selected);
}

static Ris3Proposal *
copy (const Ris3Proposal *proposal)
{
  Ris3Proposal *same = g_new0 (Ris3Proposal, 1);

  same->field = g_strdup (proposal->field);
  same->value = g_strdup (proposal->value);
  return same;
}

static char *
ris3_form_proposal_get_value (Ris3FormField *field)
{
  Ris3FormProposal *self = RIS3_FORM_PROPOSAL (field);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_proposal_free);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *value = get_proposed (line);
      Ris3Proposal *proposal;

      if (*value == '\0')
        continue;
      proposal = g_new0 (Ris3Proposal, 1);
      proposal->field = g_strdup (line->field);
      proposal->value = g_steal_pointer (&value);
      g_ptr_array_add (proposals, proposal);
    }
  for (guint i = 0; i < self->others->len; i++)
    g_ptr_array_add (proposals, copy (g_ptr_array_index (self->others, i)));
  return ris3_proposal_to_text (proposals, words);
}

static void
ris3_form_proposal_set_value (Ris3FormField *field, const char *value)
{
  Ris3FormProposal *self = RIS3_FORM_PROPOSAL (field);
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) proposals = ris3_proposal_parse (value, self->table, &words);

  gtk_editable_set_text (GTK_EDITABLE (self->words), words);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const char *proposed = "";

      for (guint p = 0; p < proposals->len; p++)
        if (g_str_equal (((Ris3Proposal *) proposals->pdata[p])->field, line->field))
          proposed = ((Ris3Proposal *) proposals->pdata[p])->value;
      set_proposed (line, proposed);
    }
  g_ptr_array_set_size (self->others, 0);
  for (guint p = 0; p < proposals->len; p++)
    if (!g_strv_contains (ris3_proposal_get_fields (self->table), ((Ris3Proposal *) proposals->pdata[p])->field))
      g_ptr_array_add (self->others, copy (proposals->pdata[p]));
}

static void
ris3_form_proposal_finalize (GObject *object)
{
  Ris3FormProposal *self = RIS3_FORM_PROPOSAL (object);

  g_free (self->table);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->others);
  G_OBJECT_CLASS (ris3_form_proposal_parent_class)->finalize (object);
}

static void
ris3_form_proposal_class_init (Ris3FormProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_form_proposal_finalize;
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_proposal_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_proposal_set_value;
}

static void
ris3_form_proposal_init (Ris3FormProposal *self)
{
  self->table = g_strdup ("region");
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_proposal_free);
}

Ris3FormField *
ris3_form_proposal_new (const char *column, const char *label)
{
  Ris3FormProposal *self = g_object_new (RIS3_TYPE_FORM_PROPOSAL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->words = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->words), _ ("In words"));
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->grid);
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, self->words, box);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (ris3_form_field_emit_changed), self, G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}

static GtkWidget *
new_question (Ris3FormProposal *self)
{
  const char *const titles[] = { C_ ("proposed change", "No change"), C_ ("answer", "Yes"), C_ ("answer", "No"),
                                 C_ ("answer", "Not answered"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (ris3_form_field_emit_changed), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
new_entry (Ris3FormProposal *self, const char *present)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *shown = present != NULL ? ris3_text_to_line (present, MAX_PRESENT) : NULL;

  if (shown != NULL && *shown != '\0')
    {
      /* Translators: what is recorded in a field now, which a comment may want to be changed */
      g_autofree char *words = g_strdup_printf (C_ ("proposed change", "Now: %s"), shown);

      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
      gtk_widget_set_tooltip_text (entry, present);
    }
  g_signal_connect_object (entry, "changed", G_CALLBACK (ris3_form_field_emit_changed), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_line (Ris3FormProposal *self, Ris3Atlas *atlas, const char *key, const char *field)
{
  g_autofree char *present = ris3_proposal_dup_present (atlas, self->table, key, field);
  g_autofree char *name = ris3_proposal_get_field_name (self->table, field);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, NULL);
  Line line = { field, ris3_proposal_is_answer (field) ? new_question (self) : new_entry (self, present) };
  int row = (int) self->lines->len;

  gtk_widget_set_hexpand (line.input, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (line.input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), line.input, 1, row, 1, 1);
  g_array_append_val (self->lines, line);
}

void
ris3_form_proposal_set_target (Ris3FormProposal *self, Ris3Atlas *atlas, const char *table, const char *key)
{
  g_autofree char *value = NULL;
  const char *const *fields;
  GtkWidget *child;

  g_return_if_fail (RIS3_IS_FORM_PROPOSAL (self) && RIS3_IS_ATLAS (atlas) && table != NULL && key != NULL);
  value = ris3_form_proposal_get_value (RIS3_FORM_FIELD (self));
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_array_set_size (self->lines, 0);
  g_free (self->table);
  self->table = g_strdup (table);
  fields = ris3_proposal_get_fields (table);
  for (guint i = 0; fields[i] != NULL; i++)
    add_line (self, atlas, key, fields[i]);
  gtk_widget_set_visible (self->grid, self->lines->len > 0);
  ris3_form_proposal_set_value (RIS3_FORM_FIELD (self), value);
}
