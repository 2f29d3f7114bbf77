/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-entry.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "app/ris3-date-button.h"
#include "app/ris3-menu-label.h"
#include "map/ris3-date.h"

struct _Ris3FormEntry
{
  Ris3FormField parent_instance;

  Ris3FormEntryKind kind;
  char *shown; /* what the program set, as it is shown */
  char *value; /* and as the file has it */
  GtkWidget *entry;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (Ris3FormEntry, ris3_form_entry, RIS3_TYPE_FORM_FIELD)

/* What the farthest of degrees is: beyond it, there is no such place. */
static double
get_limit (Ris3FormEntryKind kind)
{
  return kind == RIS3_FORM_ENTRY_LONGITUDE ? 180 : kind == RIS3_FORM_ENTRY_LATITUDE ? 90 : 0;
}

/* From both of the ways in which people write decimals. text: without spaces around */
static gboolean
is_degrees (const char *text, double limit)
{
  gsize length = strspn (text, "+-0123456789.");
  char *end;
  double number = g_ascii_strtod (text, &end);

  return length > 0 && text[length] == '\0' && *end == '\0' && number >= -limit && number <= limit;
}

/* Below 2^31, as the model has it. */
#define MAX_DIGITS 9

static gboolean
is_number (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_DIGITS && strspn (text, "0123456789") == length;
}

static char *
ris3_form_entry_get_value (Ris3FormField *field)
{
  Ris3FormEntry *self = RIS3_FORM_ENTRY (field);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  char *stripped;

  /* Spaces that are in the file are no change. */
  if (g_strcmp0 (text, self->shown) == 0)
    return g_strdup (self->value);
  stripped = g_strstrip (g_strdup (text));
  if (get_limit (self->kind) > 0)
    g_strdelimit (stripped, ",", '.');
  if (self->kind == RIS3_FORM_ENTRY_DATE)
    {
      char *date = ris3_date_button_read (stripped);

      if (date == NULL)
        return stripped;
      g_free (stripped);
      return date;
    }
  if (self->kind == RIS3_FORM_ENTRY_ORDINAL && is_number (stripped) && atoi (stripped) > 0)
    {
      g_autofree char *ordinal = stripped;

      return g_strdup_printf ("%d", atoi (ordinal) - 1);
    }
  return stripped;
}

static void
ris3_form_entry_set_value (Ris3FormField *field, const char *value)
{
  Ris3FormEntry *self = RIS3_FORM_ENTRY (field);

  g_free (self->shown);
  g_free (self->value);
  self->value = g_strdup (value);
  self->shown = self->kind == RIS3_FORM_ENTRY_ORDINAL && is_number (value) ? g_strdup_printf ("%d", atoi (value) + 1)
                                                                           : g_strdup (value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
         && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"));
}

static char *
ris3_form_entry_check (Ris3FormField *field)
{
  Ris3FormEntry *self = RIS3_FORM_ENTRY (field);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *date = NULL;

  /* What was there before is for somebody else to correct. */
  if (*stripped == '\0' || g_strcmp0 (text, self->shown) == 0)
    return NULL;
  switch (self->kind)
    {
    case RIS3_FORM_ENTRY_NUMBER:
      return is_number (stripped) ? NULL : g_strdup (_ ("Write a whole number in digits, such as 2014."));
    case RIS3_FORM_ENTRY_ORDINAL:
      return is_number (stripped) && atoi (stripped) > 0
                 ? NULL
                 : g_strdup (_ ("Write a whole number from 1 on in digits, such as 28."));
    case RIS3_FORM_ENTRY_DATE:
      date = ris3_date_button_read (stripped);
      return date != NULL ? NULL : ris3_date_button_explain (stripped);
    case RIS3_FORM_ENTRY_ADDRESS:
      return is_web_address (stripped)
                 ? NULL
                 : g_strdup (_ ("A web address begins with https:// or http://, followed by a host."));
    case RIS3_FORM_ENTRY_LONGITUDE:
      return is_degrees (g_strdelimit (stripped, ",", '.'), get_limit (self->kind))
                 ? NULL
                 : g_strdup (_ ("Write degrees from -180 to 180, such as 5.37; west of Greenwich with a minus sign."));
    case RIS3_FORM_ENTRY_LATITUDE:
      return is_degrees (g_strdelimit (stripped, ",", '.'), get_limit (self->kind))
                 ? NULL
                 : g_strdup (_ ("Write degrees from -90 to 90, such as 43.3; south of the equator with a minus sign."));
    case RIS3_FORM_ENTRY_TEXT:
    default:
      return NULL;
    }
}

static void
ris3_form_entry_finalize (GObject *object)
{
  Ris3FormEntry *self = RIS3_FORM_ENTRY (object);

  g_free (self->shown);
  g_free (self->value);
  G_OBJECT_CLASS (ris3_form_entry_parent_class)->finalize (object);
}

static void
suggest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_form_field_set_value (RIS3_FORM_FIELD (widget), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (widget);
}

static void
ris3_form_entry_class_init (Ris3FormEntryClass *klass)
{
  Ris3FormFieldClass *field_class = RIS3_FORM_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ris3_form_entry_finalize;
  field_class->get_value = ris3_form_entry_get_value;
  field_class->set_value = ris3_form_entry_set_value;
  field_class->check = ris3_form_entry_check;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "field.suggest", "s", suggest_action);
}

static void
ris3_form_entry_init (Ris3FormEntry *self)
{
  self->shown = g_strdup ("");
  self->value = g_strdup ("");
}

/* Says how a date is understood that is not written as the file has it. */
static void
on_date_changed_cb (Ris3FormEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *date = ris3_date_button_read (text);
  g_autofree char *words = date != NULL && g_strcmp0 (date, text) != 0 ? ris3_date_to_text (date) : NULL;

  ris3_form_field_set_hint (RIS3_FORM_FIELD (self), words);
}

Ris3FormField *
ris3_form_entry_new (const char *column, const char *label, Ris3FormEntryKind kind)
{
  Ris3FormEntry *self = g_object_new (RIS3_TYPE_FORM_ENTRY, NULL);

  self->kind = kind;
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->line), self->entry);
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, self->entry, self->line);
  if (kind == RIS3_FORM_ENTRY_NUMBER || kind == RIS3_FORM_ENTRY_ORDINAL)
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
      ris3_form_field_set_storage (RIS3_FORM_FIELD (self), RIS3_FORM_STORAGE_INTEGER);
    }
  if (get_limit (kind) > 0)
    ris3_form_field_set_storage (RIS3_FORM_FIELD (self), RIS3_FORM_STORAGE_REAL);
  if (kind == RIS3_FORM_ENTRY_ADDRESS)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  if (kind == RIS3_FORM_ENTRY_DATE)
    {
      gtk_box_append (GTK_BOX (self->line), ris3_date_button_new (GTK_EDITABLE (self->entry)));
      g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_date_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (ris3_form_field_emit_changed), self, G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}

void
ris3_form_entry_set_suggestions (Ris3FormEntry *self, const char *const *values)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button;

  g_return_if_fail (RIS3_IS_FORM_ENTRY (self));
  if (values == NULL || values[0] == NULL)
    return;
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_autofree char *label = ris3_menu_label (values[i]);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "field.suggest", "s", values[i]);
      g_menu_append_item (menu, item);
    }
  button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose What Is Known"));
  gtk_box_append (GTK_BOX (self->line), button);
}
