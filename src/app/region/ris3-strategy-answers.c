/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-strategy-answers.h"

#include <glib/gi18n.h>

#include "app/ris3-region-parts.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-edit.h"

/* A question with its possible answers: each is what it sets in the strategy, fields and values for "edit.set". */
typedef struct
{
  char *strategy_id;
  GtkStringList *titles;
  GPtrArray *settings;
  guint shown; /* the answer that the atlas has */
  gboolean is_resetting;
} Question;

static Question *
question_new (Ris3Strategy *strategy)
{
  Question *self = g_new0 (Question, 1);

  self->strategy_id = g_strdup (ris3_strategy_get_id (strategy));
  self->titles = gtk_string_list_new (NULL);
  self->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  return self;
}

static void
question_free (Question *self)
{
  g_free (self->strategy_id);
  g_clear_object (&self->titles);
  g_ptr_array_unref (self->settings);
  g_free (self);
}

/* Takes the floating settings. */
static void
add_answer (Question *self, const char *title, gboolean is_shown, GVariant *settings)
{
  if (is_shown)
    self->shown = self->settings->len;
  g_ptr_array_add (self->settings, g_variant_ref_sink (settings));
  gtk_string_list_append (self->titles, title);
}

static GVariant *
no_value (void)
{
  return g_variant_new_tuple (NULL, 0);
}

/* Takes the floating value. */
static GVariant *
one_setting (const char *field, GVariant *value)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", field, value);
  return g_variant_builder_end (&builder);
}

/* A mark always comes with its basis, and makes health a priority. */
static GVariant *
mark_settings (Ris3Answer answer, Ris3Basis basis)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "pm_mark",
                         answer == RIS3_ANSWER_UNKNOWN ? no_value () : g_variant_new_int64 (answer == RIS3_ANSWER_YES));
  g_variant_builder_add (&builder, "{sv}", "pm_basis",
                         answer == RIS3_ANSWER_YES ? g_variant_new_string (ris3_basis_get_id (basis)) : no_value ());
  if (answer == RIS3_ANSWER_YES)
    g_variant_builder_add (&builder, "{sv}", "health_priority", g_variant_new_int64 (1));
  return g_variant_builder_end (&builder);
}

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, Question *question)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (question->is_resetting || selected >= question->settings->len || selected == question->shown)
    return;
  gtk_widget_activate_action (GTK_WIDGET (drop_down), "edit.set", "(ss@a{sv})", "strategy", question->strategy_id,
                              question->settings->pdata[selected]);
}

/* An edit was refused: what the atlas has is shown again. */
static void
reset (GtkDropDown *drop_down)
{
  Question *question = g_object_get_data (G_OBJECT (drop_down), "ris3-question");

  question->is_resetting = TRUE;
  gtk_drop_down_set_selected (drop_down, question->shown);
  question->is_resetting = FALSE;
}

static char *
control_name (Ris3Strategy *strategy, const char *what)
{
  return g_strdup_printf ("strategy-%s-%s", ris3_strategy_get_id (strategy), what);
}

static void
add_reason (GtkWidget *box, GtkWidget *control, const char *reason)
{
  GtkWidget *label;

  if (reason == NULL)
    return;
  label = ris3_part_text (reason, "quiet");
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
on_list_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (line), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (line), check);
  g_object_bind_property (item, "selected", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, line);
}

static void
on_list_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* In a narrow panel the answer is shortened; in the list it is not. (The texts of GtkDropDown itself are not, and make
 * it too wide.)
 */
static void
shorten_shown (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (on_list_setup_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (on_list_bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, shown);
  gtk_drop_down_set_list_factory (drop_down, list);
}

/* Takes the question. reason: why it cannot be answered now, or what is not offered; may be NULL */
static GtkWidget *
ask (Ris3Session *session,
     Ris3Strategy *strategy,
     Question *question,
     const char *field,
     const char *name_end,
     gboolean is_open,
     const char *reason)
{
  GtkWidget *box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 2, NULL);
  GtkWidget *label = ris3_part_text (ris3_edit_field_get_name ("strategy", field), "answer-title");
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (question->titles)), NULL);
  g_autofree char *name = control_name (strategy, name_end);

  shorten_shown (GTK_DROP_DOWN (drop_down));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), question->shown);
  ris3_widget_set_key (drop_down, name);
  gtk_widget_set_sensitive (drop_down, is_open);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data_full (G_OBJECT (drop_down), "ris3-question", question, (GDestroyNotify) question_free);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected_cb), question);
  g_signal_connect_object (session, "edit-failed", G_CALLBACK (reset), drop_down, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  add_reason (box, drop_down, reason);
  return box;
}

static GtkWidget *
ask_state (Ris3Session *session, Ris3Strategy *strategy)
{
  Ris3AnalysisState present = ris3_strategy_get_analysis_state (strategy);
  gboolean is_answered = ris3_strategy_get_health_priority (strategy) != RIS3_ANSWER_UNKNOWN
                         || ris3_strategy_get_pm_mark (strategy) != RIS3_ANSWER_UNKNOWN
                         || ris3_strategy_get_pm_disputed (strategy);
  Question *question = question_new (strategy);

  for (Ris3AnalysisState state = RIS3_ANALYSIS_PENDING; state <= RIS3_ANALYSIS_CONFIRMED; state++)
    if (state != RIS3_ANALYSIS_PENDING || !is_answered)
      add_answer (question, ris3_analysis_state_get_title (state), state == present,
                  one_setting ("analysis_state", g_variant_new_string (ris3_analysis_state_get_id (state))));
  return ask (session, strategy, question, "analysis_state", "state", TRUE,
              is_answered ? _ ("It counts as analysed as long as one of the following is answered.") : NULL);
}

static GtkWidget *
ask_health (Ris3Session *session, Ris3Strategy *strategy)
{
  Ris3Answer present = ris3_strategy_get_health_priority (strategy);
  gboolean is_marked = ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES;
  gboolean is_analysed = ris3_strategy_is_analysed (strategy);
  Question *question = question_new (strategy);

  add_answer (question, C_ ("answer", "Not answered"), present == RIS3_ANSWER_UNKNOWN,
              one_setting ("health_priority", no_value ()));
  add_answer (question, C_ ("answer", "No"), present == RIS3_ANSWER_NO,
              one_setting ("health_priority", g_variant_new_int64 (0)));
  add_answer (question, C_ ("answer", "Yes"), present == RIS3_ANSWER_YES,
              one_setting ("health_priority", g_variant_new_int64 (1)));
  return ask (session, strategy, question, "health_priority", "health", is_analysed && !is_marked,
              is_marked ? _ ("Personalised medicine is itself a health priority.") : NULL);
}

static GtkWidget *
ask_mark (Ris3Session *session, Ris3Strategy *strategy)
{
  Ris3Answer present = ris3_strategy_get_pm_mark (strategy);
  gboolean is_analysed = ris3_strategy_is_analysed (strategy);
  Question *question = question_new (strategy);

  add_answer (question, C_ ("answer", "Not answered"), present == RIS3_ANSWER_UNKNOWN,
              mark_settings (RIS3_ANSWER_UNKNOWN, RIS3_BASIS_NONE));
  add_answer (question, C_ ("answer", "No"), present == RIS3_ANSWER_NO,
              mark_settings (RIS3_ANSWER_NO, RIS3_BASIS_NONE));
  for (Ris3Basis basis = RIS3_BASIS_TEXT; basis < RIS3_N_BASES; basis++)
    {
      /* Translators: a mark, and what it rests on: “Yes: The region’s own answer” */
      g_autofree char *title = g_strdup_printf (C_ ("answer", "Yes: %s"), ris3_mark_basis_get_title (basis));

      add_answer (question, title, ris3_strategy_get_pm_basis (strategy) == basis,
                  mark_settings (RIS3_ANSWER_YES, basis));
    }
  return ask (session, strategy, question, "pm_mark", "mark", is_analysed, NULL);
}

static gboolean
on_disputed_cb (GtkSwitch *toggle, gboolean state, Ris3Strategy *strategy)
{
  if (state != ris3_strategy_get_pm_disputed (strategy))
    gtk_widget_activate_action (GTK_WIDGET (toggle), "edit.set", "(ss@a{sv})", "strategy",
                                ris3_strategy_get_id (strategy),
                                one_setting ("pm_disputed", g_variant_new_int64 (state)));
  return FALSE;
}

static void
reset_disputed (GtkSwitch *toggle)
{
  Ris3Strategy *strategy = g_object_get_data (G_OBJECT (toggle), "ris3-strategy");

  gtk_switch_set_active (toggle, ris3_strategy_get_pm_disputed (strategy));
}

static GtkWidget *
ask_disputed (Ris3Session *session, Ris3Strategy *strategy)
{
  GtkWidget *box = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 2, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = ris3_part_text (ris3_edit_field_get_name ("strategy", "pm_disputed"), "answer-title");
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *name = control_name (strategy, "disputed");

  gtk_switch_set_active (GTK_SWITCH (toggle), ris3_strategy_get_pm_disputed (strategy));
  ris3_widget_set_key (toggle, name);
  gtk_widget_set_sensitive (toggle, ris3_strategy_is_analysed (strategy));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data_full (G_OBJECT (toggle), "ris3-strategy", g_object_ref (strategy), g_object_unref);
  g_signal_connect (toggle, "state-set", G_CALLBACK (on_disputed_cb), strategy);
  g_signal_connect_object (session, "edit-failed", G_CALLBACK (reset_disputed), toggle, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), toggle);
  gtk_box_append (GTK_BOX (box), line);
  add_reason (box, toggle, _ ("The sources contradict each other on personalised medicine."));
  return box;
}

GtkWidget *
ris3_strategy_answers_new (Ris3Session *session, Ris3Strategy *strategy)
{
  GtkWidget *answers;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_STRATEGY (strategy), NULL);
  answers = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 8, "answers");
  gtk_box_append (GTK_BOX (answers), ask_state (session, strategy));
  if (!ris3_strategy_is_analysed (strategy))
    gtk_box_append (
        GTK_BOX (answers),
        ris3_part_text (_ ("What it says can be answered once it has been analysed: choose so above."), "quiet"));
  gtk_box_append (GTK_BOX (answers), ask_health (session, strategy));
  gtk_box_append (GTK_BOX (answers), ask_mark (session, strategy));
  gtk_box_append (GTK_BOX (answers), ask_disputed (session, strategy));
  return answers;
}
