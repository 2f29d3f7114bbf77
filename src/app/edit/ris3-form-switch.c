/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-switch.h"

struct _Ris3FormSwitch
{
  Ris3FormField parent_instance;

  GtkWidget *toggle;
};

G_DEFINE_FINAL_TYPE (Ris3FormSwitch, ris3_form_switch, RIS3_TYPE_FORM_FIELD)

static char *
ris3_form_switch_get_value (Ris3FormField *field)
{
  return g_strdup (gtk_switch_get_active (GTK_SWITCH (RIS3_FORM_SWITCH (field)->toggle)) ? "1" : "0");
}

static void
ris3_form_switch_set_value (Ris3FormField *field, const char *value)
{
  gtk_switch_set_active (GTK_SWITCH (RIS3_FORM_SWITCH (field)->toggle), g_str_equal (value, "1"));
}

static void
ris3_form_switch_class_init (Ris3FormSwitchClass *klass)
{
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_switch_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_switch_set_value;
}

static void
ris3_form_switch_init (Ris3FormSwitch *self)
{
}

Ris3FormField *
ris3_form_switch_new (const char *column, const char *label)
{
  Ris3FormSwitch *self = g_object_new (RIS3_TYPE_FORM_SWITCH, NULL);

  self->toggle = gtk_switch_new ();
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, self->toggle, NULL);
  ris3_form_field_set_storage (RIS3_FORM_FIELD (self), RIS3_FORM_STORAGE_INTEGER);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (ris3_form_field_emit_changed), self,
                           G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}
