/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-priority-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-switch.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/edit/ris3-form-themes.h"

/* What the parts of one form have to do with each other; it belongs to the form. */
typedef struct
{
  char *language; /* of the strategy */
  Ris3ThemeChooser *chooser;
  Ris3FormField *mark;
  char **words; /* in the text, that say it is a mark; NULL: none */
} Together;

static void
together_free (gpointer data)
{
  Together *together = data;

  g_free (together->language);
  g_strfreev (together->words);
  g_free (together);
}

static Together *
get_together (Ris3EditForm *form)
{
  return g_object_get_data (G_OBJECT (form), "together");
}

static char *
dup_value (Ris3EditForm *form, const char *column)
{
  return ris3_form_field_get_value (ris3_edit_form_get_field (form, column));
}

/* Themes are suggested from what is typed. The label is often a name in the original language. */
static void
on_text_changed_cb (Ris3EditForm *form)
{
  const Together *together = get_together (form);
  g_autofree char *label = dup_value (form, "label");
  g_autofree char *text = dup_value (form, "original_text");
  g_autofree char *english = dup_value (form, "text");
  g_autofree char *original = g_strstrip (g_strjoin ("\n", label, text, NULL));

  ris3_theme_chooser_set_text (together->chooser, original, together->language, english);
}

/* Only a person sets the mark. */
static void
show_suggestion (Ris3EditForm *form)
{
  const Together *together = get_together (form);
  g_autofree char *value = ris3_form_field_get_value (together->mark);
  g_autofree char *hint = NULL;

  if (together->words == NULL || together->words[0] == NULL || g_str_equal (value, "1"))
    hint = g_strdup (_ ("The document itself says personalised, precision or stratified medicine."));
  else
    {
      g_autofree char *words = g_strjoinv (C_ ("between words in quotation marks", "”, “"), together->words);

      /* Translators: words that stand in the text, such as precision medicine */
      hint = g_strdup_printf (_ ("Suggested, because the text says “%s”."), words);
    }
  ris3_form_field_set_hint (together->mark, hint);
}

static void
on_pm_suggested_cb (Ris3EditForm *form, char **words)
{
  Together *together = get_together (form);

  g_strfreev (together->words);
  together->words = g_strdupv (words);
  show_suggestion (form);
}

static void
add_texts (Ris3EditForm *form)
{
  Ris3FormField *field;

  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("label", _ ("_Label"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_hint (field, _ ("Its number, such as 3.1.2, or its name in the original language."));
  field = ris3_edit_form_add_field (form, ris3_form_text_view_new ("text", _ ("Text in _English"), 3), NULL);
  ris3_form_field_set_awaited (field);
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("original_text", _ ("_Original text"), 3), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_text_view_new ("quote", _ ("_Quotation"), 2), NULL);
  ris3_form_field_set_hint (field, _ ("The passage itself, where the text is a paraphrase."));
}

static void
add_place (Ris3EditForm *form)
{
  Ris3FormField *field;

  ris3_edit_form_add_heading (form, _ ("Where It Says So"));
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("page_label", _ ("_Printed page"), RIS3_FORM_ENTRY_TEXT),
                                    NULL);
  ris3_form_field_set_hint (field, _ ("As it is printed on the page: 28, iv."));
  field = ris3_edit_form_add_field (
      form, ris3_form_entry_new ("page_index", _ ("Page of the _file"), RIS3_FORM_ENTRY_ORDINAL), NULL);
  ris3_form_field_set_hint (field, _ ("Counted from 1, the cover included, as programs that show documents count."));
  field = ris3_edit_form_add_field (
      form, ris3_form_entry_new ("source_url", _ ("Address of the so_urce"), RIS3_FORM_ENTRY_ADDRESS), NULL);
  ris3_form_field_set_hint (field, _ ("Empty if it is that of the strategy."));
}

static void
add_meaning (Ris3EditForm *form, Ris3Session *session, const char *language)
{
  static const char *const sources[] = { "label", "original_text", "text" };
  Together *together = g_new0 (Together, 1);
  Ris3FormField *field;

  g_object_set_data_full (G_OBJECT (form), "together", together, together_free);
  together->language = g_strdup (language);
  ris3_edit_form_add_heading (form, _ ("What It Is About"));
  together->mark
      = ris3_edit_form_add_field (form, ris3_form_switch_new ("explicit_pm", _ ("Names personalised _medicine")), "0");
  field = ris3_edit_form_add_field (form, ris3_form_switch_new ("is_area", _ ("Only an _area")), "0");
  ris3_form_field_set_hint (field, _ ("Named only as what others are part of; it makes no statement itself."));
  field = ris3_edit_form_add_field (form, ris3_form_themes_new (session, _ ("_Themes")), NULL);
  together->chooser = ris3_form_themes_get_chooser (RIS3_FORM_THEMES (field));
  g_signal_connect_object (together->chooser, "pm-suggested", G_CALLBACK (on_pm_suggested_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (together->mark, "changed", G_CALLBACK (show_suggestion), form, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_signal_connect_object (ris3_edit_form_get_field (form, sources[i]), "changed", G_CALLBACK (on_text_changed_cb),
                             form, G_CONNECT_SWAPPED);
  show_suggestion (form);
  on_text_changed_cb (form);
}

/* "3.1 Developing e-health solutions" */
static char *
describe (Ris3Priority *priority)
{
  const char *text = ris3_priority_get_text (priority);
  const char *original = ris3_priority_get_original_text (priority);

  return g_strstrip (g_strjoin (" ", ris3_priority_get_label (priority), *text != '\0' ? text : original, NULL));
}

static void
fill (Ris3EditForm *form, Ris3Session *session, Ris3Strategy *strategy, Ris3Priority *parent)
{
  ris3_edit_form_add_fact (form, _ ("Strategy"), ris3_strategy_get_title (strategy));
  if (parent != NULL)
    {
      g_autofree char *words = describe (parent);

      ris3_edit_form_add_fact (form, _ ("Part of"), words);
    }
  add_texts (form);
  add_place (form);
  add_meaning (form, session, ris3_strategy_get_language (strategy));
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *parent = NULL;
  Ris3Strategy *strategy;
  Ris3EditForm *form;

  if (atlas == NULL || ris3_atlas_lookup_priority (atlas, g_variant_get_int64 (parameter), &strategy) == NULL)
    return;
  parent = ris3_atlas_dup_value (atlas, "priority", key, "parent_id");
  form = ris3_edit_form_new (desk, _ ("Edit Priority"));
  ris3_edit_form_set_row (form, "priority", key);
  fill (form, session, strategy, ris3_atlas_lookup_priority (atlas, g_ascii_strtoll (parent, NULL, 10), NULL));
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  const char *strategy_id;
  gint64 parent_id, after_id;
  Ris3Strategy *strategy;
  Ris3EditForm *form;

  g_variant_get (parameter, "(&sxx)", &strategy_id, &parent_id, &after_id);
  strategy = atlas != NULL ? ris3_atlas_lookup_strategy (atlas, strategy_id) : NULL;
  if (strategy == NULL)
    return;
  form = ris3_edit_form_new (desk, _ ("Add Priority"));
  ris3_edit_form_set_addition (form, "priority", ris3_edit_new_priority_add (strategy_id, parent_id, after_id));
  fill (form, session, strategy, ris3_atlas_lookup_priority (atlas, parent_id, NULL));
}

void
ris3_priority_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "priority-form", .parameter_type = "x", .activate = form_action },
    { .name = "priority-add", .parameter_type = "(sxx)", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}
