/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-person-form.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-people-work.h"
#include "app/ris3-child-window.h"
#include "model/ris3-language.h"
#include "model/ris3-printable.h"

struct _Ris3PersonForm
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *name;
  GtkEditable *role;
  GtkEditable *unit;
  GtkEditable *email;
  GtkEditable *phone;
  AdwComboRow *language;
  GtkEditable *remark;
  GtkWidget *problem_row;
  GtkLabel *problem;

  Ris3Session *session; /* NULL: the window is gone */
  Ris3Atlas *atlas;
  const char **languages; /* their codes, by name */
  gint64 organisation_id;
  gint64 id; /* 0: a new one */
  gboolean is_saving;
};

G_DEFINE_FINAL_TYPE (Ris3PersonForm, ris3_person_form, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full) */
static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
update (Ris3PersonForm *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autofree char *email = dup_text (self->email);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.save",
                                 !self->is_saving && (*name != '\0' || *email != '\0'));
}

static void
tell_problem (Ris3PersonForm *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_row, words != NULL);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3PersonForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ris3_people_save_finish (result, &error);

  self->is_saving = FALSE;
  if (self->session == NULL)
    return; /* The window is gone. */
  if (id != 0)
    {
      g_autofree char *name = dup_text (self->name);
      g_autofree char *email = dup_text (self->email);

      g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, *name != '\0' ? name : email);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  tell_problem (self, error->message);
  update (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PersonForm *self = RIS3_PERSON_FORM (widget);
  guint language = adw_combo_row_get_selected (self->language);
  Ris3Contact *contact = ris3_contact_new ();

  contact->id = self->id;
  contact->organisation_id = self->organisation_id;
  contact->name = dup_text (self->name);
  contact->role = dup_text (self->role);
  contact->unit = dup_text (self->unit);
  contact->email = dup_text (self->email);
  contact->phone = dup_text (self->phone);
  contact->language
      = g_strdup (language > 0 && language != GTK_INVALID_LIST_POSITION ? self->languages[language - 1] : "");
  contact->remark = dup_text (self->remark);
  self->is_saving = TRUE;
  tell_problem (self, NULL);
  update (self);
  ris3_people_save_async (self->atlas, contact, on_saved_cb, g_object_ref (self));
}

static void
ris3_person_form_dispose (GObject *object)
{
  Ris3PersonForm *self = RIS3_PERSON_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_PERSON_FORM);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_person_form_parent_class)->dispose (object);
}

static void
ris3_person_form_finalize (GObject *object)
{
  Ris3PersonForm *self = RIS3_PERSON_FORM (object);

  g_clear_object (&self->atlas);
  g_free (self->languages);
  G_OBJECT_CLASS (ris3_person_form_parent_class)->finalize (object);
}

static void
ris3_person_form_class_init (Ris3PersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_person_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_person_form_finalize;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, group);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, name);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, role);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, unit);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, email);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, phone);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, language);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, remark);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PersonForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "person.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "person.save", NULL);
}

static gint
compare_languages (gconstpointer a, gconstpointer b, gpointer unused)
{
  return g_utf8_collate (ris3_language_get_name (*(const char *const *) a),
                         ris3_language_get_name (*(const char *const *) b));
}

static void
fill_languages (Ris3PersonForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->languages = ris3_language_get_codes ();
  g_qsort_with_data (self->languages, (gint) g_strv_length ((char **) self->languages), sizeof *self->languages,
                     compare_languages, NULL);
  gtk_string_list_append (names, C_ ("language", "Not known"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_append (names, ris3_language_get_name (self->languages[i]));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
}

static void
ris3_person_form_init (Ris3PersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  fill_languages (self);
}

static void
show_contact (Ris3PersonForm *self, const Ris3Contact *contact)
{
  self->id = contact->id;
  gtk_editable_set_text (self->name, contact->name);
  gtk_editable_set_text (self->role, contact->role);
  gtk_editable_set_text (self->unit, contact->unit);
  gtk_editable_set_text (self->email, contact->email);
  gtk_editable_set_text (self->phone, contact->phone);
  gtk_editable_set_text (self->remark, contact->remark);
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], contact->language))
      adw_combo_row_set_selected (self->language, i + 1);
}

GtkWindow *
ris3_person_form_new (GtkWindow *parent,
                      Ris3Session *session,
                      Ris3Organisation *organisation,
                      const Ris3Contact *contact)
{
  Ris3PersonForm *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (RIS3_IS_ORGANISATION (organisation) && ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_PERSON_FORM, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->organisation_id = ris3_organisation_get_id (organisation);
  /* A title is Pango markup. */
  title = ris3_printable_markup (ris3_organisation_get_name (organisation));
  adw_preferences_group_set_title (self->group, title);
  gtk_window_set_title (GTK_WINDOW (self), contact != NULL ? _ ("Edit Person") : _ ("Add Person"));
  if (contact != NULL)
    show_contact (self, contact);
  update (self);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WINDOW (self);
}
