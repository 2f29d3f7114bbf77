/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session.h"

#include <glib/gi18n.h>

#include "app/ris3-default-atlas.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"

struct _Ris3Session
{
  GObject parent_instance;

  Ris3Atlas *atlas;
  Ris3Boundaries *boundaries; /* of nuts_version, or of the version before while that loads */
  Ris3Lineage *lineage;       /* from RIS3_DEFAULT_NUTS_VERSION to that of boundaries; NULL when they are the same */
  Ris3Shapes *land;
  Ris3Classification *classification;

  Ris3Indicator indicator;
  Ris3LevelRule level_rule;
  char *period;
  guint nuts_version;
  GArray *selection; /* of guint */
  gint hovered_region;

  GCancellable *opening;            /* of the atlas being opened, else NULL */
  GCancellable *loading_boundaries; /* of the boundaries being loaded, else NULL */
};

G_DEFINE_FINAL_TYPE (Ris3Session, ris3_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ATLAS,
  PROP_CLASSIFICATION,
  PROP_LOADING,
  PROP_INDICATOR,
  PROP_LEVEL_RULE,
  PROP_NUTS_VERSION,
  PROP_PERIOD,
  PROP_SELECTED_REGION,
  PROP_HOVERED_REGION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
classify (Ris3Session *self)
{
  if (self->atlas == NULL || self->boundaries == NULL)
    return;
  g_clear_pointer (&self->classification, ris3_classification_unref);
  self->classification
      = ris3_classification_new (self->boundaries, self->lineage, ris3_atlas_get_strategies (self->atlas),
                                 self->indicator, self->period, self->level_rule);
  ris3_session_set_hovered_region (self, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSIFICATION]);
}

static void
selection_changed (Ris3Session *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_REGION]);
}

static void
report_failure (Ris3Session *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* Takes over new boundaries; regions stay selected where the new version has their codes. */
static void
set_boundaries (Ris3Session *self, Ris3Geodata *geodata)
{
  g_autoptr (Ris3Boundaries) former = g_steal_pointer (&self->boundaries);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  self->boundaries = ris3_boundaries_ref (ris3_geodata_get_boundaries (geodata));
  g_clear_pointer (&self->lineage, ris3_lineage_unref);
  self->lineage = ris3_geodata_get_lineage (geodata, RIS3_DEFAULT_NUTS_VERSION);
  if (self->lineage != NULL)
    ris3_lineage_ref (self->lineage);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  self->land = ris3_shapes_ref (ris3_geodata_get_land (geodata));
  for (guint i = 0; i < self->selection->len; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (former, g_array_index (self->selection, guint, i));
      gint index = ris3_boundaries_find (self->boundaries, region->code);

      if (index >= 0)
        g_array_append_val (kept, index);
    }
  g_array_unref (self->selection);
  self->selection = g_steal_pointer (&kept);
  /* The classification first: who hears of the selection asks it about these boundaries. */
  classify (self);
  selection_changed (self);
}

static void
on_geodata_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load_finish (result, &error);

  /* A later choice of version has taken its place. */
  if (self->loading_boundaries != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->loading_boundaries);
  if (geodata != NULL)
    set_boundaries (self, geodata);
  else
    {
      report_failure (self, error);
      if (self->boundaries != NULL)
        {
          self->nuts_version = ris3_boundaries_get_nuts_version (self->boundaries);
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUTS_VERSION]);
        }
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
start_loading_boundaries (Ris3Session *self)
{
  if (self->loading_boundaries != NULL)
    g_cancellable_cancel (self->loading_boundaries);
  g_clear_object (&self->loading_boundaries);
  self->loading_boundaries = g_cancellable_new ();
  ris3_geodata_load_async (self->nuts_version, self->loading_boundaries, on_geodata_loaded_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Makes self->opening anew; what was being opened is no longer wanted. */
static void
begin_opening (Ris3Session *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  if (self->boundaries == NULL && self->loading_boundaries == NULL)
    start_loading_boundaries (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
end_opening (Ris3Session *self)
{
  g_clear_object (&self->opening);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Takes over what an opening task brought, unless a later one has taken its place. */
static void
finish_opening (Ris3Session *self, GAsyncResult *result, Ris3Atlas *atlas, const GError *error)
{
  if (self->opening == NULL || self->opening != g_task_get_cancellable (G_TASK (result)))
    return;
  if (atlas != NULL)
    {
      g_set_object (&self->atlas, atlas);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATLAS]);
      classify (self);
      selection_changed (self);
    }
  else
    report_failure (self, error);
  end_opening (self);
}

static void
on_atlas_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open_finish (result, &error);

  finish_opening (self, result, atlas, error);
}

static void
on_default_atlas_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_default_atlas_open_finish (result, &error);

  finish_opening (self, result, atlas, error);
}

static void
ris3_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3Session *self = RIS3_SESSION (object);

  switch (prop_id)
    {
    case PROP_ATLAS:
      g_value_set_object (value, self->atlas);
      break;
    case PROP_CLASSIFICATION:
      g_value_set_pointer (value, self->classification);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ris3_session_get_loading (self));
      break;
    case PROP_INDICATOR:
      g_value_set_uint (value, self->indicator);
      break;
    case PROP_LEVEL_RULE:
      g_value_set_uint (value, self->level_rule);
      break;
    case PROP_NUTS_VERSION:
      g_value_set_uint (value, self->nuts_version);
      break;
    case PROP_PERIOD:
      g_value_set_string (value, self->period);
      break;
    case PROP_SELECTED_REGION:
      g_value_set_int (value, ris3_session_get_selected_region (self));
      break;
    case PROP_HOVERED_REGION:
      g_value_set_int (value, self->hovered_region);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  Ris3Session *self = RIS3_SESSION (object);

  switch (prop_id)
    {
    case PROP_INDICATOR:
      ris3_session_set_indicator (self, g_value_get_uint (value));
      break;
    case PROP_LEVEL_RULE:
      ris3_session_set_level_rule (self, g_value_get_uint (value));
      break;
    case PROP_NUTS_VERSION:
      ris3_session_set_nuts_version (self, g_value_get_uint (value));
      break;
    case PROP_PERIOD:
      ris3_session_set_period (self, g_value_get_string (value));
      break;
    case PROP_HOVERED_REGION:
      ris3_session_set_hovered_region (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_session_dispose (GObject *object)
{
  Ris3Session *self = RIS3_SESSION (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->loading_boundaries != NULL)
    g_cancellable_cancel (self->loading_boundaries);
  g_clear_object (&self->opening);
  g_clear_object (&self->loading_boundaries);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->lineage, ris3_lineage_unref);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->period, g_free);
  G_OBJECT_CLASS (ris3_session_parent_class)->dispose (object);
}

static void
ris3_session_class_init (Ris3SessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_write = read_only | G_PARAM_WRITABLE;

  object_class->dispose = ris3_session_dispose;
  object_class->get_property = ris3_session_get_property;
  object_class->set_property = ris3_session_set_property;

  properties[PROP_ATLAS] = g_param_spec_object ("atlas", NULL, NULL, RIS3_TYPE_ATLAS, read_only);
  properties[PROP_CLASSIFICATION] = g_param_spec_pointer ("classification", NULL, NULL, read_only);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  properties[PROP_INDICATOR] = g_param_spec_uint ("indicator", NULL, NULL, 0, RIS3_N_INDICATORS - 1, 0, read_write);
  properties[PROP_LEVEL_RULE] = g_param_spec_uint ("level-rule", NULL, NULL, 0, RIS3_N_LEVEL_RULES - 1, 0, read_write);
  properties[PROP_NUTS_VERSION] = g_param_spec_uint ("nuts-version", NULL, NULL, 0, G_MAXUINT, 0, read_write);
  properties[PROP_PERIOD] = g_param_spec_string ("period", NULL, NULL, NULL, read_write);
  properties[PROP_SELECTED_REGION] = g_param_spec_int ("selected-region", NULL, NULL, -1, G_MAXINT, -1, read_only);
  properties[PROP_HOVERED_REGION] = g_param_spec_int ("hovered-region", NULL, NULL, -1, G_MAXINT, -1, read_write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SELECTION_CHANGED]
      = g_signal_new ("selection-changed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ris3_session_init (Ris3Session *self)
{
  self->level_rule = RIS3_LEVEL_RULE_STRATEGY_TERRITORY;
  self->nuts_version = RIS3_DEFAULT_NUTS_VERSION;
  self->selection = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hovered_region = -1;
}

Ris3Session *
ris3_session_new (void)
{
  return g_object_new (RIS3_TYPE_SESSION, NULL);
}

void
ris3_session_open (Ris3Session *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_FILE (file));
  path = g_file_get_path (file);
  begin_opening (self);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autoptr (GError) error
          = g_error_new (RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                         _ ("“%s” is not a file on this computer. Copy it to a local folder and open it there."), name);

      report_failure (self, error);
      end_opening (self);
      return;
    }
  ris3_atlas_open_async (path, self->opening, on_atlas_opened_cb, g_object_ref (self));
}

void
ris3_session_open_default (Ris3Session *self)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  begin_opening (self);
  ris3_default_atlas_open_async (self->opening, on_default_atlas_opened_cb, g_object_ref (self));
}

Ris3Atlas *
ris3_session_get_atlas (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->atlas;
}

Ris3Classification *
ris3_session_get_classification (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->classification;
}

Ris3Boundaries *
ris3_session_get_boundaries (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->boundaries;
}

Ris3Shapes *
ris3_session_get_land (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->land;
}

gboolean
ris3_session_get_loading (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return self->opening != NULL || self->loading_boundaries != NULL;
}

Ris3Indicator
ris3_session_get_indicator (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), 0);
  return self->indicator;
}

void
ris3_session_set_indicator (Ris3Session *self, Ris3Indicator indicator)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && indicator < RIS3_N_INDICATORS);
  if (self->indicator == indicator)
    return;
  self->indicator = indicator;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
  classify (self);
}

const char *
ris3_session_get_period (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->period;
}

void
ris3_session_set_period (Ris3Session *self, const char *period)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  if (g_strcmp0 (self->period, period) == 0)
    return;
  g_free (self->period);
  self->period = g_strdup (period);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERIOD]);
  classify (self);
}

Ris3LevelRule
ris3_session_get_level_rule (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), 0);
  return self->level_rule;
}

void
ris3_session_set_level_rule (Ris3Session *self, Ris3LevelRule level_rule)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && level_rule < RIS3_N_LEVEL_RULES);
  if (self->level_rule == level_rule)
    return;
  self->level_rule = level_rule;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL_RULE]);
  classify (self);
}

guint
ris3_session_get_nuts_version (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), 0);
  return self->nuts_version;
}

void
ris3_session_set_nuts_version (Ris3Session *self, guint nuts_version)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  if (self->nuts_version == nuts_version)
    return;
  self->nuts_version = nuts_version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUTS_VERSION]);
  start_loading_boundaries (self);
}

gint
ris3_session_get_selected_region (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), -1);
  return self->selection->len > 0 ? (gint) g_array_index (self->selection, guint, self->selection->len - 1) : -1;
}

void
ris3_session_select (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= -1);

  if (self->selection->len == (region >= 0) && ris3_session_get_selected_region (self) == region)
    return;
  g_array_set_size (self->selection, 0);
  if (region >= 0)
    g_array_append_val (self->selection, region);
  selection_changed (self);
}

void
ris3_session_toggle (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= 0);

  for (guint i = 0; i < self->selection->len; i++)
    if (g_array_index (self->selection, guint, i) == (guint) region)
      {
        g_array_remove_index (self->selection, i);
        selection_changed (self);
        return;
      }
  g_array_append_val (self->selection, region);
  selection_changed (self);
}

const guint *
ris3_session_get_selection (Ris3Session *self, guint *n_selected)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self) && n_selected != NULL, NULL);
  *n_selected = self->selection->len;
  return (const guint *) (void *) self->selection->data;
}

gint
ris3_session_get_hovered_region (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), -1);
  return self->hovered_region;
}

void
ris3_session_set_hovered_region (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= -1);
  if (self->hovered_region == region)
    return;
  self->hovered_region = region;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED_REGION]);
}
