/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-theme-chooser-private.h"

#include "app/edit/ris3-theme-chip.h"
#include "app/ris3-scroll-to.h"

G_DEFINE_FINAL_TYPE (Ris3ThemeChooser, ris3_theme_chooser, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PM_SUGGESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

GtkWidget *
_ris3_theme_chooser_find_chip (Ris3ThemeChooser *self, const char *key)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  while (chip != NULL && !g_str_equal (ris3_theme_chip_get_key (RIS3_THEME_CHIP (chip)), key))
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static gboolean
is_chosen (const char *key, gpointer data)
{
  return _ris3_theme_chooser_find_chip (data, key) != NULL;
}

void
_ris3_theme_chooser_tell_changed (Ris3ThemeChooser *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
  _ris3_theme_chooser_show_suggestions (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_chip_removed_cb (GtkWidget *chip, Ris3ThemeChooser *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (chip);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (chip);
  gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->search));
  gtk_widget_unparent (chip);
  _ris3_theme_chooser_tell_changed (self);
}

static void
on_chip_moved_cb (GtkWidget *chip, int by, Ris3ThemeChooser *self)
{
  GtkWidget *after = gtk_widget_get_prev_sibling (chip);
  GtkWidget *other = chip;

  for (int i = 0; i != by && other != NULL; i += by > 0 ? 1 : -1)
    other = by > 0 ? gtk_widget_get_next_sibling (other) : gtk_widget_get_prev_sibling (other);
  if (by == 0 || other == NULL)
    return;
  after = by > 0 ? other : gtk_widget_get_prev_sibling (other);
  gtk_widget_insert_after (chip, GTK_WIDGET (self->chips), after);
  _ris3_theme_chooser_tell_changed (self);
}

void
_ris3_theme_chooser_append_chip (Ris3ThemeChooser *self, const char *key)
{
  const Ris3Theme *theme = self->finder != NULL ? ris3_theme_finder_lookup (self->finder, key) : NULL;
  GtkWidget *chip = ris3_theme_chip_new (key, theme != NULL ? theme->name : key);

  g_signal_connect (chip, "removed", G_CALLBACK (on_chip_removed_cb), self);
  g_signal_connect (chip, "moved", G_CALLBACK (on_chip_moved_cb), self);
  ris3_flow_append (self->chips, chip);
}

static void
on_chosen_cb (GtkWidget *search, const char *key, Ris3ThemeChooser *self)
{
  if (_ris3_theme_chooser_find_chip (self, key) != NULL)
    return;
  _ris3_theme_chooser_append_chip (self, key);
  /* One goes on writing, below the chips. */
  ris3_scroll_to (GTK_WIDGET (self->search));
  _ris3_theme_chooser_tell_changed (self);
}

static void
on_backspace_cb (Ris3ThemeChooser *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->chips));

  if (last == NULL)
    return;
  gtk_widget_unparent (last);
  _ris3_theme_chooser_tell_changed (self);
}

void
_ris3_theme_chooser_tell_problem (Ris3ThemeChooser *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = ris3_atlas_error_get_words (error);
  gtk_label_set_text (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

void
_ris3_theme_chooser_cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3ThemeChooser) self = RIS3_THEME_CHOOSER (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = ris3_atlas_read_themes_finish (RIS3_ATLAS (source), result, &error);
  g_auto (GStrv) chosen = NULL;

  if (themes == NULL)
    {
      _ris3_theme_chooser_tell_problem (self, error);
      return;
    }
  g_clear_object (&self->reading);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  g_clear_pointer (&self->finder, ris3_theme_finder_unref);
  self->finder = ris3_theme_finder_new (themes);
  ris3_theme_search_set_finder (self->search, self->finder);
  /* The chips get their names. */
  chosen = ris3_theme_chooser_get_themes (self);
  ris3_theme_chooser_set_themes (self, (const char *const *) chosen);
}

static void
read_codebooks (Ris3ThemeChooser *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas == NULL)
    return;
  _ris3_theme_chooser_cancel (&self->reading);
  self->reading = g_cancellable_new ();
  ris3_atlas_read_themes_async (atlas, NULL, NULL, self->reading, on_read_cb, g_object_ref (self));
}

static void
on_atlas_changed_cb (Ris3ThemeChooser *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "codebook"))
    read_codebooks (self);
}

static gboolean
ris3_theme_chooser_grab_focus (GtkWidget *widget)
{
  /* GTK also asks so when Tab finds nothing more within: then the focus goes on. */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (GTK_WIDGET (RIS3_THEME_CHOOSER (widget)->search));
}

static void
ris3_theme_chooser_dispose (GObject *object)
{
  Ris3ThemeChooser *self = RIS3_THEME_CHOOSER (object);

  g_clear_handle_id (&self->suggestion_source, g_source_remove);
  _ris3_theme_chooser_cancel (&self->suggesting);
  _ris3_theme_chooser_cancel (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_THEME_CHOOSER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->finder, ris3_theme_finder_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (ris3_theme_chooser_parent_class)->dispose (object);
}

static void
ris3_theme_chooser_finalize (GObject *object)
{
  Ris3ThemeChooser *self = RIS3_THEME_CHOOSER (object);

  g_free (self->original);
  g_free (self->language);
  g_free (self->english);
  g_strfreev (self->pm_words);
  G_OBJECT_CLASS (ris3_theme_chooser_parent_class)->finalize (object);
}

static void
ris3_theme_chooser_class_init (Ris3ThemeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_theme_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_theme_chooser_finalize;
  widget_class->grab_focus = ris3_theme_chooser_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_THEME_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PM_SUGGESTED] = g_signal_new ("pm-suggested", RIS3_TYPE_THEME_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (RIS3_TYPE_FLOW);
  g_type_ensure (RIS3_TYPE_THEME_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-theme-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeChooser, chips);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeChooser, suggested);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeChooser, suggestions);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeChooser, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3ThemeChooser, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_backspace_cb);
}

static void
ris3_theme_chooser_init (Ris3ThemeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_theme_search_set_is_chosen (self->search, is_chosen, self);
}

GtkWidget *
ris3_theme_chooser_new (Ris3Session *session)
{
  Ris3ThemeChooser *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_THEME_CHOOSER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (read_codebooks), self, G_CONNECT_SWAPPED);
  read_codebooks (self);
  return GTK_WIDGET (self);
}

void
ris3_theme_chooser_set_themes (Ris3ThemeChooser *self, const char *const *themes)
{
  g_return_if_fail (RIS3_IS_THEME_CHOOSER (self));
  ris3_flow_clear (self->chips);
  for (guint i = 0; themes != NULL && themes[i] != NULL; i++)
    if (_ris3_theme_chooser_find_chip (self, themes[i]) == NULL)
      _ris3_theme_chooser_append_chip (self, themes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
  _ris3_theme_chooser_show_suggestions (self);
}

char **
ris3_theme_chooser_get_themes (Ris3ThemeChooser *self)
{
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();

  g_return_val_if_fail (RIS3_IS_THEME_CHOOSER (self), NULL);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    g_strv_builder_add (themes, ris3_theme_chip_get_key (RIS3_THEME_CHIP (chip)));
  return g_strv_builder_end (themes);
}
