/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-filter-chips.h"

#include <glib/gi18n.h>

#include "map/ris3-filter-description.h"
#include "app/ris3-flow.h"
#include "app/ris3-session-filter.h"

struct _Ris3FilterChips
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Flow *flow;
  Ris3Filter *shown;
};

G_DEFINE_FINAL_TYPE (Ris3FilterChips, ris3_filter_chips, GTK_TYPE_WIDGET)

/* What a chip removes. */
static GQuark
get_rest_quark (void)
{
  return g_quark_from_static_string ("ris3-filter-chip-rest");
}

static void
remove_chip (GtkWidget *chip)
{
  Ris3FilterChips *self = RIS3_FILTER_CHIPS (gtk_widget_get_ancestor (chip, RIS3_TYPE_FILTER_CHIPS));
  g_autoptr (Ris3Filter) rest = ris3_filter_ref (g_object_get_qdata (G_OBJECT (chip), get_rest_quark ()));

  ris3_session_set_filter (self->session, rest);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Ris3FilterChips *self)
{
  GtkWidget *chip = gtk_widget_get_focus_child (GTK_WIDGET (self->flow));

  if (chip == NULL || (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete && key != GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;
  remove_chip (chip);
  return GDK_EVENT_STOP;
}

/* rest: (transfer full): the filter without it */
static void
add_chip (Ris3FilterChips *self, const char *title, Ris3Filter *rest)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", title, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 30, NULL);
  GtkWidget *chip = gtk_button_new ();
  /* Translators: read out for a button; %s is a country, a theme or the like that is filtered by. */
  g_autofree char *description = g_strdup_printf (_ ("Remove filter %s"), title);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Delete", -1);
  g_object_set_qdata_full (G_OBJECT (chip), get_rest_quark (), rest, (GDestroyNotify) ris3_filter_unref);
  g_signal_connect (chip, "clicked", G_CALLBACK (remove_chip), NULL);
  ris3_flow_append (self->flow, chip);
}

static void
add_chips (Ris3FilterChips *self, Ris3Filter *filter)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  g_autofree char *years = ris3_filter_years_words (filter);

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      const char *const *values = ris3_filter_get_values (filter, facet);
      g_autofree char *regions = facet == RIS3_FACET_REGION ? ris3_filter_regions_words (filter) : NULL;

      if (regions != NULL)
        {
          add_chip (self, regions, ris3_filter_without (filter, facet));
          continue;
        }
      for (guint i = 0; values[i] != NULL; i++)
        {
          g_autofree char *title = ris3_filter_value_words (result, facet, values[i]);

          add_chip (self, title, ris3_filter_with (filter, facet, values[i], FALSE));
        }
    }
  if (years != NULL)
    add_chip (self, years, ris3_filter_with_years (filter, 0, 0));
  if (*ris3_filter_get_words (filter) != '\0')
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), ris3_filter_get_words (filter));

      add_chip (self, words, ris3_filter_with_words (filter, "", NULL));
    }
}

static int
get_place (GtkWidget *chip)
{
  int place = 0;

  while ((chip = gtk_widget_get_prev_sibling (chip)) != NULL)
    place++;
  return place;
}

/* Whoever has removed one with the keyboard goes on from the next. */
static void
focus_chip (Ris3FilterChips *self, int place)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->flow));

  for (; place > 0 && chip != NULL && gtk_widget_get_next_sibling (chip) != NULL; place--)
    chip = gtk_widget_get_next_sibling (chip);
  if (chip != NULL)
    gtk_widget_grab_focus (chip);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
update (Ris3FilterChips *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->flow));
  int place = focused != NULL ? get_place (focused) : -1;

  g_clear_pointer (&self->shown, ris3_filter_unref);
  self->shown = ris3_filter_ref (filter);
  ris3_flow_clear (self->flow);
  add_chips (self, filter);
  gtk_widget_set_visible (GTK_WIDGET (self), !ris3_filter_is_empty (filter));
  if (place >= 0)
    focus_chip (self, place);
}

/* A theme has no name until the index is there, nor a region until the filter has been applied. */
static void
on_result_changed_cb (Ris3FilterChips *self)
{
  if (self->shown == NULL || !ris3_filter_equal (self->shown, ris3_session_get_filter (self->session))
      || *ris3_filter_get_values (self->shown, RIS3_FACET_THEME) != NULL
      || *ris3_filter_get_values (self->shown, RIS3_FACET_PARTICIPATION) != NULL
      || *ris3_filter_get_values (self->shown, RIS3_FACET_REGION) != NULL)
    update (self);
}

static void
ris3_filter_chips_dispose (GObject *object)
{
  Ris3FilterChips *self = RIS3_FILTER_CHIPS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, ris3_filter_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_filter_chips_parent_class)->dispose (object);
}

static void
ris3_filter_chips_class_init (Ris3FilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ris3_filter_chips_init (Ris3FilterChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->flow = RIS3_FLOW (ris3_flow_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->flow), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is filtered by"), -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
ris3_filter_chips_set_session (Ris3FilterChips *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_FILTER_CHIPS (self) && RIS3_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (on_result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (on_result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
