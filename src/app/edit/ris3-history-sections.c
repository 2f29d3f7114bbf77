/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-sections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-history-diff.h"
#include "app/edit/ris3-history-pair.h"
#include "app/edit/ris3-history-words.h"
#include "app/ris3-copy-text.h"

/* One row of the atlas. */
typedef struct
{
  const char *table;
  const char *key;
  const char *name;
  gboolean is_added;
  gboolean is_deleted;
  GPtrArray *values;       /* of Ris3ChangedValue, not owned */
  GString *removed_themes; /* their names */
  GString *added_themes;
  GPtrArray *removed_codes; /* the same as the atlas has them, each with scheme and version; not owned */
  GPtrArray *added_codes;
} Section;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->values);
  g_string_free (section->removed_themes, TRUE);
  g_string_free (section->added_themes, TRUE);
  g_ptr_array_unref (section->removed_codes);
  g_ptr_array_unref (section->added_codes);
  g_free ((char *) section->key);
  g_free (section);
}

static Section *
get_section (GPtrArray *sections, const char *table, const char *key, const char *name)
{
  Section *section;

  for (guint i = 0; i < sections->len; i++)
    {
      section = g_ptr_array_index (sections, i);
      if (g_str_equal (section->table, table) && g_str_equal (section->key, key))
        return section;
    }
  section = g_new0 (Section, 1);
  section->table = table;
  section->key = g_strdup (key);
  section->name = name;
  section->values = g_ptr_array_new ();
  section->removed_themes = g_string_new (NULL);
  section->added_themes = g_string_new (NULL);
  section->removed_codes = g_ptr_array_new ();
  section->added_codes = g_ptr_array_new ();
  g_ptr_array_add (sections, section);
  return section;
}

static void
add_theme (GPtrArray *sections, const Ris3ChangedValue *value)
{
  g_autofree char *owner = g_strndup (value->key, strcspn (value->key, " "));
  const char *table = g_str_equal (value->table, "activity_theme") ? "activity" : "priority";
  Section *section = get_section (sections, table, owner, value->name);
  GString *themes = value->before != NULL ? section->removed_themes : section->added_themes;
  const char *key = value->before != NULL ? value->before : value->after;
  const char *name = value->before != NULL ? value->before_name : value->after_name;

  if (!g_str_equal (value->field, "code") || key == NULL)
    return;
  g_ptr_array_add (value->before != NULL ? section->removed_codes : section->added_codes,
                   value->key + strlen (owner) + 1);
  g_string_append_printf (themes, "%s%s", themes->len > 0 ? "\n" : "", name != NULL ? name : key);
}

/* "No" is what a new row has of itself. */
static gboolean
says_nothing (const Ris3ChangedValue *value)
{
  static const char *const marks[] = { "withheld", "pm_disputed", "explicit_pm", "is_area", "hidden", NULL };
  const char *only = value->before != NULL ? value->before : value->after;

  return value->kind != RIS3_VALUE_CHANGED
         && (g_str_equal (value->field, "position")
             || (g_strv_contains (marks, value->field) && g_strcmp0 (only, "0") == 0));
}

static GPtrArray *
group (GPtrArray *values)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);

  for (guint i = 0; i < values->len; i++)
    {
      Ris3ChangedValue *value = g_ptr_array_index (values, i);
      Section *section;

      if (g_str_has_suffix (value->table, "_theme"))
        {
          add_theme (sections, value);
          continue;
        }
      section = get_section (sections, value->table, value->key, value->name);
      section->is_added |= value->kind == RIS3_VALUE_ADDED;
      section->is_deleted |= value->kind == RIS3_VALUE_DELETED;
      if (ris3_history_field_get_title (value->table, value->field) != NULL && !says_nothing (value))
        g_ptr_array_add (section->values, value);
    }
  return sections;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What differs has a line through or below it, and a colour that leaves the text its contrast in either style: a
 * quarter of it over the ground. */
static PangoAttrList *
mark (GArray *ranges, gboolean removed)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const Ris3HistoryRange *range = &g_array_index (ranges, Ris3HistoryRange, i);
      PangoAttribute *all[] = {
        removed ? pango_attr_strikethrough_new (TRUE) : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
        removed ? pango_attr_background_new (0xc0c0, 0x1c1c, 0x2828)
                : pango_attr_background_new (0x2626, 0xa2a2, 0x6969),
        pango_attr_background_alpha_new (0x4000),
      };

      for (gsize j = 0; j < G_N_ELEMENTS (all); j++)
        {
          all[j]->start_index = range->start;
          all[j]->end_index = range->end;
          pango_attr_list_insert (attributes, all[j]);
        }
    }
  return attributes;
}

/* field: what the value is of */
static GtkWidget *
new_restore_button (const char *field, gboolean is_old)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Restore"));
  /* Translators: read out for a button; %s is a field: “Title” */
  g_autofree char *description
      = g_strdup_printf (is_old ? _ ("Restore the old value of “%s”") : _ ("Restore the new value of “%s”"), field);

  gtk_widget_add_css_class (button, "history-restore");
  gtk_widget_set_tooltip_text (button, _ ("Use This Value Again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  return button;
}

static GtkWidget *
new_value_button (const Ris3ChangedValue *value, gboolean is_old)
{
  GtkWidget *button = new_restore_button (ris3_history_field_get_title (value->table, value->field), is_old);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sssb)", value->table, value->key, value->field, is_old);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.restore");
  return button;
}

char **
ris3_history_exchange_themes (const char *present, const char *const *remove, const char *const *add)
{
  g_auto (GStrv) all = g_strsplit (present, "\n", -1);
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !g_strv_contains (remove, all[i]))
      g_strv_builder_add (themes, all[i]);
  for (guint i = 0; add[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) all, add[i]))
      g_strv_builder_add (themes, add[i]);
  return g_strv_builder_end (themes);
}

/* NULL: the themes are so, or what had them is gone. */
static GtkWidget *
new_themes_button (const Section *section, Ris3Atlas *atlas, gboolean is_old)
{
  GPtrArray *remove = is_old ? section->added_codes : section->removed_codes;
  GPtrArray *add = is_old ? section->removed_codes : section->added_codes;
  g_autofree char *present = ris3_atlas_dup_value (atlas, section->table, section->key, "themes");
  g_autofree const char **removed = g_new0 (const char *, remove->len + 1);
  g_autofree const char **added = g_new0 (const char *, add->len + 1);
  g_autofree char *text = NULL;
  g_auto (GStrv) themes = NULL;
  GtkWidget *button;

  if (present == NULL)
    return NULL;
  for (guint i = 0; i < remove->len; i++)
    removed[i] = g_ptr_array_index (remove, i);
  for (guint i = 0; i < add->len; i++)
    added[i] = g_ptr_array_index (add, i);
  themes = ris3_history_exchange_themes (present, removed, added);
  text = g_strjoinv ("\n", themes);
  if (g_str_equal (text, present))
    return NULL;
  button = new_restore_button (ris3_history_field_get_title ("priority_theme", "code"), is_old);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss^as^as)", section->table, section->key, removed,
                                    added);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.restore-themes");
  return button;
}

/* A value with what it is above it. button: that restores it; NULL: none */
static GtkWidget *
new_side (const char *title, const char *text, GArray *ranges, gboolean removed, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = new_label (title, "history-side-title");
  gboolean is_empty = *text == '\0';
  GtkWidget *value = is_empty ? new_label (C_ ("value", "Empty"), "quiet") : ris3_copy_text_new (text);
  g_autoptr (PangoAttrList) attributes = mark (ranges, removed);

  gtk_widget_add_css_class (box, "history-side");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (box), head);
  if (!is_empty)
    ris3_copy_text_set_attributes (RIS3_COPY_TEXT (value), attributes);
  gtk_box_append (GTK_BOX (box), value);
  return box;
}

/* All of a text. */
static GArray *
get_whole (const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Ris3HistoryRange));
  Ris3HistoryRange range = { 0, (guint) strlen (text) };

  if (*text != '\0')
    g_array_append_val (ranges, range);
  return ranges;
}

/* is_prose: it is compared word by word; of a choice, such as a theme, all is another one. */
static GtkWidget *
new_comparison (const char *before, const char *after, gboolean is_prose, GtkWidget *old, GtkWidget *new)
{
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  if (is_prose)
    ris3_history_diff (before, after, &removed, &added);
  else
    {
      removed = get_whole (before);
      added = get_whole (after);
    }
  return ris3_history_pair_new (new_side (C_ ("value", "Before"), before, removed, TRUE, old),
                                new_side (C_ ("value", "After"), after, added, FALSE, new));
}

static void
add_changed (GtkWidget *box, const Ris3ChangedValue *value, gboolean can_restore)
{
  gboolean is_prose = ris3_history_field_is_prose (value->table, value->field);
  g_autofree char *before = ris3_history_value_to_text (value->table, value->field, value->before, value->before_name);
  g_autofree char *after = ris3_history_value_to_text (value->table, value->field, value->after, value->after_name);
  gboolean can_old = can_restore && value->is_there && g_strcmp0 (value->present, value->before) != 0;
  gboolean can_new = can_restore && value->is_there && g_strcmp0 (value->present, value->after) != 0;

  gtk_box_append (GTK_BOX (box),
                  new_label (ris3_history_field_get_title (value->table, value->field), "history-field"));
  /* A number that orders siblings says nothing. */
  if (g_str_equal (value->field, "position"))
    gtk_box_append (GTK_BOX (box), new_label (_ ("It was moved to another place among its siblings."), NULL));
  else
    gtk_box_append (GTK_BOX (box),
                    new_comparison (before, after, is_prose, can_old ? new_value_button (value, TRUE) : NULL,
                                    can_new ? new_value_button (value, FALSE) : NULL));
}

/* Of a row that came or went: a field and its value. */
static void
add_only (GtkWidget *box, const char *title, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (line), new_label (title, "history-field"));
  gtk_box_append (GTK_BOX (line), ris3_copy_text_new (text));
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
new_heading (const Section *section)
{
  g_autofree char *text = ris3_history_row_to_text (section->table, section->name);
  GtkWidget *heading
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text, "xalign", 0.0f,
                      "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *chip = new_label (section->is_added     ? C_ ("row of the atlas", "Added")
                               : section->is_deleted ? C_ ("row of the atlas", "Deleted")
                                                     : C_ ("row of the atlas", "Changed"),
                               "history-chip");

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "heading");
  /* One word, on one line. */
  gtk_label_set_wrap (GTK_LABEL (chip), FALSE);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), chip);
  return line;
}

static void
add_themes (GtkWidget *box, const Section *section, Ris3Atlas *atlas)
{
  const char *title = ris3_history_field_get_title ("priority_theme", "code");

  if (section->is_added || section->is_deleted)
    add_only (box, title, section->is_added ? section->added_themes->str : section->removed_themes->str);
  else
    {
      gtk_box_append (GTK_BOX (box), new_label (title, "history-field"));
      gtk_box_append (GTK_BOX (box), new_comparison (section->removed_themes->str, section->added_themes->str, FALSE,
                                                     atlas != NULL ? new_themes_button (section, atlas, TRUE) : NULL,
                                                     atlas != NULL ? new_themes_button (section, atlas, FALSE) : NULL));
    }
}

static GtkWidget *
new_section (const Section *section, Ris3Atlas *atlas)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "history-section");
  gtk_box_append (GTK_BOX (box), new_heading (section));
  for (guint i = 0; i < section->values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (section->values, i);
      const char *only = value->before != NULL ? value->before : value->after;
      const char *name = value->before != NULL ? value->before_name : value->after_name;
      g_autofree char *text = NULL;

      if (value->kind == RIS3_VALUE_CHANGED)
        {
          add_changed (box, value, atlas != NULL);
          continue;
        }
      text = ris3_history_value_to_text (value->table, value->field, only, name);
      if (*text != '\0')
        add_only (box, ris3_history_field_get_title (value->table, value->field), text);
    }
  if (section->removed_themes->len > 0 || section->added_themes->len > 0)
    add_themes (box, section, atlas);
  return box;
}

GtkWidget *
ris3_history_sections_new (GPtrArray *values, Ris3Atlas *atlas)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GPtrArray) sections = group (values);

  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = g_ptr_array_index (sections, i);

      if (section->is_added || section->is_deleted || section->values->len > 0 || section->removed_themes->len > 0
          || section->added_themes->len > 0)
        gtk_box_append (GTK_BOX (box), new_section (section, atlas));
    }
  return box;
}

static void
append_part (GString *state, const char *part)
{
  /* Where one part ends is part of it; nothing is not an empty text. */
  g_string_append_printf (state, "%s%" G_GSIZE_FORMAT ":%s", part != NULL ? "+" : "-", part != NULL ? strlen (part) : 0,
                          part != NULL ? part : "");
}

char *
ris3_history_sections_dup_state (GPtrArray *values, Ris3Atlas *atlas)
{
  GString *state = g_string_new (atlas != NULL ? "editing" : "reading");
  g_autoptr (GPtrArray) sections = group (values);

  for (guint i = 0; i < values->len; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (values, i);
      const char *const parts[] = { value->table, value->key,         value->name,       value->field,  value->before,
                                    value->after, value->before_name, value->after_name, value->present };

      g_string_append_printf (state, " %d%d", (int) value->kind, value->is_there);
      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        append_part (state, parts[j]);
    }
  /* The buttons of themes depend on those that there are now. */
  for (guint i = 0; atlas != NULL && i < sections->len; i++)
    {
      const Section *section = g_ptr_array_index (sections, i);
      g_autofree char *themes = NULL;

      if (section->removed_themes->len + section->added_themes->len == 0)
        continue;
      themes = ris3_atlas_dup_value (atlas, section->table, section->key, "themes");
      append_part (state, themes);
    }
  return g_string_free (state, FALSE);
}
