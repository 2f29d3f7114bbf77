/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-card.h"

typedef struct
{
  gboolean folded;
  Ris3Fold fold;
} Ris3MapCardPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (Ris3MapCard, ris3_map_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static Ris3MapCardPrivate *
get_private (Ris3MapCard *self)
{
  return ris3_map_card_get_instance_private (self);
}

static gboolean
is_body (GtkWidget *child)
{
  return gtk_widget_has_css_class (child, "card-body");
}

static gboolean
is_part (GtkWidget *child, gboolean folded)
{
  return gtk_widget_get_visible (child) && !GTK_IS_NATIVE (child) && (!folded || !is_body (child));
}

static void
measure_children (GtkWidget *widget,
                  gboolean folded,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural, least;

      if (!is_part (child, folded))
        continue;
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          gtk_widget_measure (child, orientation, MAX (for_size, least), &child_minimum, &child_natural, NULL, NULL);
          *minimum += child_minimum;
          *natural += child_natural;
          continue;
        }
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
ris3_map_card_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int unused;

  /* It may be allocated either form before it is measured again. */
  measure_children (widget, TRUE, orientation, for_size, minimum, &unused);
  measure_children (widget, FALSE, orientation, for_size, &unused, natural);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
ris3_map_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ris3_map_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean folded = get_private (RIS3_MAP_CARD (widget))->folded;
  GtkAllocation allocation = { 0, 0, width, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!is_part (child, folded))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &allocation.height, NULL, NULL);
      gtk_widget_size_allocate (child, &allocation, -1);
      allocation.y += allocation.height;
    }
}

static void
ris3_map_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, get_private (RIS3_MAP_CARD (object))->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_map_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ris3_map_card_parent_class)->dispose (object);
}

static void
ris3_map_card_class_init (Ris3MapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ris3_map_card_get_property;
  G_OBJECT_CLASS (klass)->dispose = ris3_map_card_dispose;
  widget_class->measure = ris3_map_card_measure;
  widget_class->get_request_mode = ris3_map_card_get_request_mode;
  widget_class->size_allocate = ris3_map_card_size_allocate;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
ris3_map_card_init (Ris3MapCard *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ris3_map_card_measure_form (Ris3MapCard *self, gboolean folded, int max_width, int *width, int *height)
{
  int minimum, natural;

  g_return_if_fail (RIS3_IS_MAP_CARD (self) && width != NULL && height != NULL);
  measure_children (GTK_WIDGET (self), folded, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  *width = MAX (minimum, MIN (natural, max_width));
  measure_children (GTK_WIDGET (self), folded, GTK_ORIENTATION_VERTICAL, *width, &minimum, height);
}

gboolean
ris3_map_card_get_folded (Ris3MapCard *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_CARD (self), FALSE);
  return get_private (self)->folded;
}

void
ris3_map_card_set_folded (Ris3MapCard *self, gboolean folded)
{
  Ris3MapCardPrivate *private;

  g_return_if_fail (RIS3_IS_MAP_CARD (self));
  private = get_private (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_body (child))
      gtk_widget_set_child_visible (child, !folded);
  if (private->folded == folded)
    return;
  private->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

Ris3Fold
ris3_map_card_get_fold (Ris3MapCard *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_CARD (self), RIS3_FOLD_BY_SIZE);
  return get_private (self)->fold;
}

void
ris3_map_card_set_fold (Ris3MapCard *self, Ris3Fold fold)
{
  g_return_if_fail (RIS3_IS_MAP_CARD (self));
  if (get_private (self)->fold == fold)
    return;
  get_private (self)->fold = fold;
  /* Not of the card: one that is not there has no size to lose. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_queue_resize (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
on_folded_changed_cb (Ris3MapCard *self, GParamSpec *pspec, GtkToggleButton *toggle)
{
  gtk_toggle_button_set_active (toggle, !get_private (self)->folded);
}

static void
on_toggled_cb (Ris3MapCard *self, GtkToggleButton *toggle)
{
  gboolean active = gtk_toggle_button_get_active (toggle);

  if (active == get_private (self)->folded)
    ris3_map_card_set_fold (self, active ? RIS3_FOLD_OPEN : RIS3_FOLD_FOLDED);
}

void
ris3_map_card_bind_toggle (Ris3MapCard *self, GtkToggleButton *toggle)
{
  g_return_if_fail (RIS3_IS_MAP_CARD (self) && GTK_IS_TOGGLE_BUTTON (toggle));
  on_folded_changed_cb (self, NULL, toggle);
  g_signal_connect_object (self, "notify::folded", G_CALLBACK (on_folded_changed_cb), toggle, 0);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
}
