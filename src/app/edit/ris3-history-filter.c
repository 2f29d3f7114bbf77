/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-filter.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-history-words.h"
#include "app/ris3-flow.h"
#include "app/ris3-menu-label.h"
#include "app/ris3-menu-tooltips.h"
#include "map/ris3-date.h"
#include "model/ris3-text.h"

/* Persons in the menu, and characters of a name. */
#define MAX_PERSONS 60
#define MAX_NAME 60

/* What can be taken away. */
typedef enum
{
  PART_SUBJECT,
  PART_PERSON,
  PART_KIND,
  PART_DAYS,
} Part;

struct _Ris3HistoryFilter
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  Ris3Flow *buttons;
  Ris3Flow *chips;
  GMenu *persons;
  GMenu *all_kinds;
  GtkMenuButton *person_button;
  GtkMenuButton *kind_button;
  GtkMenuButton *days_button;
  GtkWidget *days_popover;
  GtkToggleButton *from_button;
  GtkToggleButton *to_button;
  GtkCalendar *calendar;
  GSimpleActionGroup *actions;

  char **actors; /* that can be chosen, as are kinds */
  char **kinds;
  char *subject;
  char *person; /* each NULL: any */
  char *kind;
  char *days[2]; /* from and to, ISO 8601 */
  char *text;
  gboolean is_setting; /* the calendar, without being asked */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (Ris3HistoryFilter, ris3_history_filter, GTK_TYPE_WIDGET)

static void update (Ris3HistoryFilter *self);

static void
set_text (char **field, const char *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*field);
  *field = copy;
}

static void
announce (Ris3HistoryFilter *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_search_changed_cb (Ris3HistoryFilter *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, self->text != NULL ? self->text : "") == 0)
    return;
  set_text (&self->text, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Escape empties the search first, and closes the window then. */
static void
on_stop_search_cb (Ris3HistoryFilter *self)
{
  if (!ris3_history_filter_end_search (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
take_away (Ris3HistoryFilter *self, Part part)
{
  switch (part)
    {
    case PART_SUBJECT:
      g_clear_pointer (&self->subject, g_free);
      break;
    case PART_PERSON:
      g_clear_pointer (&self->person, g_free);
      break;
    case PART_KIND:
      g_clear_pointer (&self->kind, g_free);
      break;
    case PART_DAYS:
      g_clear_pointer (&self->days[0], g_free);
      g_clear_pointer (&self->days[1], g_free);
      break;
    }
}

static void
on_chip_clicked_cb (GtkWidget *chip, gpointer user_data)
{
  Ris3HistoryFilter *self = RIS3_HISTORY_FILTER (gtk_widget_get_ancestor (chip, RIS3_TYPE_HISTORY_FILTER));

  /* The chip is gone then. */
  gtk_widget_grab_focus (self->entry);
  take_away (self, (Part) GPOINTER_TO_INT (user_data));
  announce (self);
}

static void
add_chip (Ris3HistoryFilter *self, Part part, const char *text)
{
  g_autofree char *shown = ris3_text_shorten (text, MAX_NAME);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", shown, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 32, NULL);
  GtkWidget *chip = gtk_button_new ();
  /* Translators: read out for a button; %s is what the changes that are shown have in common. */
  g_autofree char *description = g_strdup_printf (_ ("Remove the filter: %s"), shown);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "history-filter-chip");
  gtk_widget_set_tooltip_text (chip, _ ("Remove This Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked_cb), GINT_TO_POINTER (part));
  ris3_flow_append (self->chips, chip);
}

static char *
describe_days (Ris3HistoryFilter *self)
{
  g_autofree char *from = self->days[0] != NULL ? ris3_date_to_text (self->days[0]) : NULL;
  g_autofree char *to = self->days[1] != NULL ? ris3_date_to_text (self->days[1]) : NULL;

  if (from == NULL)
    return g_strdup_printf (_ ("Until %s"), to);
  if (to == NULL)
    return g_strdup_printf (_ ("From %s"), from);
  if (g_str_equal (from, to))
    return g_strdup (from);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static void
show_end (GtkToggleButton *button, const char *format, const char *day)
{
  g_autofree char *date = day != NULL ? ris3_date_to_text (day) : g_strdup (_ ("any day"));
  g_autofree char *label = g_strdup_printf ("%s\n%s", format, date);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_CENTER);
}

static void
update (Ris3HistoryFilter *self)
{
  const char *kind = self->kind != NULL ? ris3_history_kind_get_title (self->kind) : NULL;
  g_autofree char *person_state = g_strconcat ("=", self->person, NULL);

  ris3_flow_clear (self->chips);
  if (self->subject != NULL)
    add_chip (self, PART_SUBJECT, self->subject);
  if (self->person != NULL)
    add_chip (self, PART_PERSON, self->person);
  if (kind != NULL)
    add_chip (self, PART_KIND, kind);
  if (self->days[0] != NULL || self->days[1] != NULL)
    {
      g_autofree char *days = describe_days (self);
      add_chip (self, PART_DAYS, days);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
  show_end (self->from_button, C_ ("days", "From"), self->days[0]);
  show_end (self->to_button, C_ ("days", "Until"), self->days[1]);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "person")),
                             g_variant_new_string (self->person != NULL ? person_state : ""));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "kind")),
                             g_variant_new_string (self->kind != NULL ? self->kind : ""));
}

static guint
get_end (Ris3HistoryFilter *self)
{
  return gtk_toggle_button_get_active (self->from_button) ? 0 : 1;
}

/* The calendar shows the day that is being chosen. */
static void
on_end_toggled_cb (Ris3HistoryFilter *self)
{
  const char *day = self->days[get_end (self)];
  g_autofree char *text = day != NULL ? g_strconcat (day, "T12:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, zone) : NULL;

  if (time == NULL)
    return;
  self->is_setting = TRUE;
  gtk_calendar_select_day (self->calendar, time);
  self->is_setting = FALSE;
}

static void
on_day_selected_cb (Ris3HistoryFilter *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  guint end = get_end (self);

  if (self->is_setting)
    return;
  g_free (self->days[end]);
  self->days[end] = g_date_time_format (date, "%Y-%m-%d");
  /* An end before the beginning is not meant. */
  if (self->days[0] != NULL && self->days[1] != NULL && g_strcmp0 (self->days[0], self->days[1]) > 0)
    set_text (&self->days[1 - end], self->days[end]);
  announce (self);
}

static void
on_any_day_cb (Ris3HistoryFilter *self)
{
  take_away (self, PART_DAYS);
  gtk_popover_popdown (GTK_POPOVER (self->days_popover));
  announce (self);
}

static void
person_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3HistoryFilter *self = user_data;
  const char *state = g_variant_get_string (parameter, NULL);

  set_text (&self->person, *state == '=' ? state + 1 : NULL);
  announce (self);
}

static void
kind_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3HistoryFilter *self = user_data;

  set_text (&self->kind, g_variant_get_string (parameter, NULL));
  announce (self);
}

static void
ris3_history_filter_dispose (GObject *object)
{
  Ris3HistoryFilter *self = RIS3_HISTORY_FILTER (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_HISTORY_FILTER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->persons);
  g_clear_object (&self->all_kinds);
  G_OBJECT_CLASS (ris3_history_filter_parent_class)->dispose (object);
}

static void
ris3_history_filter_finalize (GObject *object)
{
  Ris3HistoryFilter *self = RIS3_HISTORY_FILTER (object);

  g_strfreev (self->actors);
  g_strfreev (self->kinds);
  g_free (self->subject);
  g_free (self->person);
  g_free (self->kind);
  g_free (self->days[0]);
  g_free (self->days[1]);
  g_free (self->text);
  G_OBJECT_CLASS (ris3_history_filter_parent_class)->finalize (object);
}

static void
ris3_history_filter_class_init (Ris3HistoryFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_history_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_history_filter_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_HISTORY_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-history-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, buttons);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, chips);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, person_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, kind_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, days_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, days_popover);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, from_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, to_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3HistoryFilter, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_end_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_any_day_cb);
}

static void
ris3_history_filter_init (Ris3HistoryFilter *self)
{
  static const GActionEntry entries[] = {
    { .name = "person", .parameter_type = "s", .state = "''", .change_state = person_action },
    { .name = "kind", .parameter_type = "s", .state = "''", .change_state = kind_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "history-filter", G_ACTION_GROUP (self->actions));
  ris3_flow_append (self->buttons, GTK_WIDGET (self->person_button));
  ris3_flow_append (self->buttons, GTK_WIDGET (self->kind_button));
  ris3_flow_append (self->buttons, GTK_WIDGET (self->days_button));
  self->persons = g_menu_new ();
  self->all_kinds = g_menu_new ();
  gtk_menu_button_set_menu_model (self->person_button, G_MENU_MODEL (self->persons));
  gtk_menu_button_set_menu_model (self->kind_button, G_MENU_MODEL (self->all_kinds));
  ris3_menu_tooltips_tame (GTK_WIDGET (self));
  update (self);
}

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autofree char *shown = ris3_text_shorten (label, MAX_NAME);
  g_autofree char *escaped = ris3_menu_label (shown);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

void
ris3_history_filter_set_choices (Ris3HistoryFilter *self, const char *const *actors, const char *const *kinds)
{
  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self) && actors != NULL && kinds != NULL);
  if (self->actors != NULL && g_strv_equal (actors, (const char *const *) self->actors)
      && g_strv_equal (kinds, (const char *const *) self->kinds))
    return;
  g_strfreev (self->actors);
  g_strfreev (self->kinds);
  self->actors = g_strdupv ((char **) actors);
  self->kinds = g_strdupv ((char **) kinds);
  /* A new menu would close one that is open. */
  g_menu_remove_all (self->persons);
  g_menu_remove_all (self->all_kinds);
  append_choice (self->persons, _ ("Everybody"), "history-filter.person", "");
  for (guint i = 0; actors[i] != NULL && i < MAX_PERSONS; i++)
    {
      g_autofree char *target = g_strconcat ("=", actors[i], NULL);

      if (*actors[i] != '\0')
        append_choice (self->persons, actors[i], "history-filter.person", target);
    }
  append_choice (self->all_kinds, _ ("All Kinds"), "history-filter.kind", "");
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char *title = ris3_history_kind_get_title (kinds[i]);

      if (title != NULL)
        append_choice (self->all_kinds, title, "history-filter.kind", kinds[i]);
    }
}

void
ris3_history_filter_set_subject (Ris3HistoryFilter *self, const char *subject)
{
  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self));
  set_text (&self->subject, subject);
  update (self);
}

gboolean
ris3_history_filter_has_subject (Ris3HistoryFilter *self)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_FILTER (self), FALSE);
  return self->subject != NULL;
}

gboolean
ris3_history_filter_is_active (Ris3HistoryFilter *self)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_FILTER (self), FALSE);
  return self->person != NULL || self->kind != NULL || self->days[0] != NULL || self->days[1] != NULL
         || self->text != NULL;
}

void
ris3_history_filter_clear (Ris3HistoryFilter *self)
{
  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self));
  take_away (self, PART_PERSON);
  take_away (self, PART_KIND);
  take_away (self, PART_DAYS);
  g_clear_pointer (&self->text, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  announce (self);
}

void
ris3_history_filter_apply (Ris3HistoryFilter *self, Ris3HistoryQuery *query)
{
  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self) && query != NULL);
  query->actor = self->person;
  query->kind = self->kind != NULL && g_str_equal (self->kind, "undo") ? "undo redo" : self->kind;
  query->from_day = self->days[0];
  query->to_day = self->days[1];
  query->text = self->text;
}

void
ris3_history_filter_focus_search (Ris3HistoryFilter *self)
{
  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self));
  gtk_widget_grab_focus (self->entry);
}

gboolean
ris3_history_filter_end_search (Ris3HistoryFilter *self)
{
  g_return_val_if_fail (RIS3_IS_HISTORY_FILTER (self), FALSE);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

/* (What GtkSearchEntry captures of itself would also be keys like Ctrl+Z.) */
static gboolean
on_key_cb (Ris3HistoryFilter *self, guint key, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)) || !gtk_widget_get_mapped (self->entry)
      || gtk_widget_has_focus (GTK_WIDGET (text)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (text, -1);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (text));
}

void
ris3_history_filter_capture_keys (Ris3HistoryFilter *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (RIS3_IS_HISTORY_FILTER (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
