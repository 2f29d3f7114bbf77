/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-application.h"

#include <glib/gi18n.h>

#include "app/window/ris3-preferences.h"
#include "app/window/ris3-style.h"
#include "app/window/ris3-window.h"

struct _Ris3Application
{
  AdwApplication parent_instance;

  gboolean opens_last;
  Ris3Session *session; /* opening the last atlas, for the first window; else NULL */
};

G_DEFINE_FINAL_TYPE (Ris3Application, ris3_application, ADW_TYPE_APPLICATION)

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (Ris3Session) session = ris3_session_new ();
  Ris3Window *window = ris3_window_new (ADW_APPLICATION (user_data), session);

  ris3_window_open_last (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const developers[] = { _ ("The RIS3 Atlas developers"), NULL };
  GtkWidget *about
      = g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", _ ("RIS3 Atlas"), "application-icon",
                      RIS3_APPLICATION_ID, "version", RIS3_VERSION, "developers", developers, "developer-name",
                      _ ("The RIS3 Atlas developers"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                      _ ("Shows which European regions make health, and personalised medicine, a priority of their "
                         "smart specialisation strategies (RIS3)."),
                      "translator-credits",
                      /* Translators: your names, one a line. */
                      C_ ("translators", "translator-credits"), "transient-for",
                      gtk_application_get_active_window (GTK_APPLICATION (user_data)), "modal", TRUE, NULL);

  adw_about_window_add_legal_section (
      ADW_ABOUT_WINDOW (about), _ ("Administrative boundaries"),
      _ ("© EuroGeographics for the administrative boundaries · © TurkStat"), GTK_LICENSE_CUSTOM,
      _ ("The boundaries may be reused for non-commercial purposes only, and with this credit. The program’s own "
         "licence does not cover them."));
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _ ("Neighbouring land"), "Natural Earth",
                                      GTK_LICENSE_CUSTOM, _ ("Public domain."));
  adw_about_window_add_legal_section (
      ADW_ABOUT_WINDOW (about), _ ("Palettes of ColorBrewer"),
      "© 2002 Cynthia Brewer, Mark Harrower, The Pennsylvania State University", GTK_LICENSE_CUSTOM,
      "This product includes color specifications and designs developed by Cynthia Brewer "
      "(http://colorbrewer.org/), under the Apache License, Version 2.0.");
  gtk_window_present (GTK_WINDOW (about));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ris3_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Closing saves each window's state. One that asks something ends this; one that still saves closes itself then. The
   * program ends with its last window. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (g_list_find (gtk_application_get_windows (application), l->data) == NULL)
        continue;
      gtk_window_close (l->data);
      if (g_list_find (gtk_application_get_windows (application), l->data) != NULL
          && !(RIS3_IS_WINDOW (l->data) && ris3_window_get_closing (l->data)))
        return;
    }
}

static void
ris3_application_activate (GApplication *application)
{
  Ris3Application *self = RIS3_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      g_autoptr (Ris3Session) session = g_steal_pointer (&self->session);
      gboolean is_opening = session != NULL;

      if (session == NULL)
        session = ris3_session_new ();
      window = GTK_WINDOW (ris3_window_new (ADW_APPLICATION (application), session));
      if (!is_opening)
        ris3_window_open_last (RIS3_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
ris3_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (Ris3Session) session = ris3_session_new ();
      Ris3Window *window = ris3_window_new (ADW_APPLICATION (application), session);

      ris3_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } all[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control>n" } },
    { "window.close", { "<Control>w" } },
    { "win.open", { "<Control>o" } },
    { "win.editing", { "<Control>e" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.history", { "<Control>h" } },
    { "win.new", { "<Control><Shift>n" } },
    { "win.save-copy", { "<Control><Shift>s" } },
    { "win.properties", { "<Alt>Return" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control><Shift>e" } },
    { "win.save-map", { "<Control><Shift>m" } },
    { "win.boundaries", { "<Control>b" } },
    { "win.search", { "<Control>f" } },
    { "win.page::map", { "<Alt>1" } },
    { "win.page::table", { "<Alt>2" } },
    { "win.page::charts", { "<Alt>3" } },
    { "win.page::inbox", { "<Alt>4" } },
    { "win.record-comment", { "<Control>m" } },
    { "win.panel", { "F9" } },
    { "win.save-view", { "<Control>d" } },
    { "win.filter-panel", { "<Control><Shift>f" } },
    { "win.classes", { "F7" } },
    { "win.view-menu", { "F8" } },
    { "win.fullscreen", { "F11" } },
    { "win.reading-the-map", { "F1" } },
    { "win.show-shortcuts", { "<Control>question" } },
    { "win.map-zoom-in", { "<Control>plus", "<Control>equal" } },
    { "win.map-zoom-out", { "<Control>minus" } },
    { "win.map-show-europe", { "<Control>0" } },
    { "win.map-next-region", { "<Alt>Page_Down" } },
    { "win.map-previous-region", { "<Alt>Page_Up" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_application_set_accels_for_action (application, all[i].action, (const char **) all[i].accelerators);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.saved-view(uint32 %u)", i);
      g_autofree char *accelerator = g_strdup_printf ("<Control>%u", i);

      gtk_application_set_accels_for_action (application, action, (const char *[]){ accelerator, NULL });
    }
}

static void
ris3_application_startup (GApplication *application)
{
  Ris3Application *self = RIS3_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };

  if (self->opens_last)
    {
      g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);

      /* Files are read while GTK starts, which takes about as long. */
      self->session = ris3_session_new ();
      ris3_session_restore (self->session, settings);
      ris3_session_open_last (self->session, settings);
    }
  G_APPLICATION_CLASS (ris3_application_parent_class)->startup (application);
  ris3_style_load ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (RIS3_APPLICATION_ID);
}

static int
ris3_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("ris3-atlas %s\n", RIS3_VERSION);
  return 0;
}

static void
ris3_application_dispose (GObject *object)
{
  g_clear_object (&RIS3_APPLICATION (object)->session);
  G_OBJECT_CLASS (ris3_application_parent_class)->dispose (object);
}

static void
ris3_application_class_init (Ris3ApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_application_dispose;
  application_class->startup = ris3_application_startup;
  application_class->activate = ris3_application_activate;
  application_class->open = ris3_application_open;
  application_class->handle_local_options = ris3_application_handle_local_options;
}

static void
ris3_application_init (Ris3Application *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[ATLAS…]"));
  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
}

Ris3Application *
ris3_application_new (gboolean opens_last)
{
  /* With a path of resources, GTK would look for icons there, of which there are none, and read the icon theme twice.
   */
  Ris3Application *self = g_object_new (RIS3_TYPE_APPLICATION, "application-id", RIS3_APPLICATION_ID, "flags",
                                        G_APPLICATION_HANDLES_OPEN, "resource-base-path", NULL, NULL);

  self->opens_last = opens_last;
  return self;
}
