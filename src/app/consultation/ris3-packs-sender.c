/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-packs-sender.h"

/* Nobody is told of an address that is still being typed. */
#define PAUSE 1000 /* ms */

struct _Ris3PacksSender
{
  AdwPreferencesGroup parent_instance;

  GtkEditable *name;
  GtkEditable *reply_to;
  GtkWidget *problem_row;
  GtkLabel *problem;
  guint timer; /* until the address is looked at, else 0 */
};

G_DEFINE_FINAL_TYPE (Ris3PacksSender, ris3_packs_sender, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

Ris3PackSender
ris3_packs_sender_get (Ris3PacksSender *self)
{
  g_return_val_if_fail (RIS3_IS_PACKS_SENDER (self), ((Ris3PackSender){ NULL, NULL }));
  return (Ris3PackSender){ .name = gtk_editable_get_text (self->name),
                           .reply_to = gtk_editable_get_text (self->reply_to) };
}

static void
show_problem (Ris3PacksSender *self)
{
  Ris3PackSender sender = ris3_packs_sender_get (self);
  const char *problem = ris3_pack_sender_describe_problem (&sender);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_row, problem != NULL);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  Ris3PacksSender *self = user_data;

  self->timer = 0;
  show_problem (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (Ris3PacksSender *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  /* One that is told goes as soon as it is mended. */
  if (gtk_widget_get_visible (self->problem_row))
    show_problem (self);
  else
    self->timer = g_timeout_add (PAUSE, on_pause_cb, self);
  g_signal_emit (self, changed_signal, 0);
}

static void
ris3_packs_sender_dispose (GObject *object)
{
  g_clear_handle_id (&RIS3_PACKS_SENDER (object)->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_PACKS_SENDER);
  G_OBJECT_CLASS (ris3_packs_sender_parent_class)->dispose (object);
}

static void
ris3_packs_sender_class_init (Ris3PacksSenderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_packs_sender_dispose;
  changed_signal
      = g_signal_new ("changed", RIS3_TYPE_PACKS_SENDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-packs-sender.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksSender, name);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksSender, reply_to);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksSender, problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksSender, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
ris3_packs_sender_init (Ris3PacksSender *self)
{
  /* What another window remembers is not what is typed here. */
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;
  g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "pack-sender", self->name, "text", flags);
  g_settings_bind (settings, "pack-reply-to", self->reply_to, "text", flags);
}
