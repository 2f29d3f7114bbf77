/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-field.h"

#include <glib/gi18n.h>

typedef struct
{
  char *column;
  char *original;
  Ris3FormStorage storage;
  gboolean required;
  gboolean awaited;
  gboolean touched;
  gboolean loading; /* the program sets the value */
  gboolean insists;
  gboolean sound;
  char *missing; /* what is said where it is required and empty; NULL: the usual */
  char *problem; /* of the value alone; NULL: none, or not said */
  char *refusal; /* by the atlas */

  GtkWidget *input;
  GtkWidget *hint;
  GtkWidget *error_box;
  GtkWidget *error_label;
} Ris3FormFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (Ris3FormField, ris3_form_field, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Ris3FormFieldPrivate *
get_private (Ris3FormField *self)
{
  return ris3_form_field_get_instance_private (self);
}

static void
ris3_form_field_dispose (GObject *object)
{
  Ris3FormFieldPrivate *priv = get_private (RIS3_FORM_FIELD (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  priv->input = priv->hint = priv->error_box = priv->error_label = NULL;
  G_OBJECT_CLASS (ris3_form_field_parent_class)->dispose (object);
}

static void
ris3_form_field_finalize (GObject *object)
{
  Ris3FormFieldPrivate *priv = get_private (RIS3_FORM_FIELD (object));

  g_free (priv->column);
  g_free (priv->original);
  g_free (priv->missing);
  g_free (priv->problem);
  g_free (priv->refusal);
  G_OBJECT_CLASS (ris3_form_field_parent_class)->finalize (object);
}

static gboolean
ris3_form_field_grab_focus (GtkWidget *widget)
{
  GtkWidget *input = get_private (RIS3_FORM_FIELD (widget))->input;

  return gtk_widget_grab_focus (input) || gtk_widget_child_focus (input, GTK_DIR_TAB_FORWARD);
}

static void
ris3_form_field_class_init (Ris3FormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_form_field_dispose;
  object_class->finalize = ris3_form_field_finalize;
  widget_class->grab_focus = ris3_form_field_grab_focus;

  signals[CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_FORM_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formfield");
}

static void
ris3_form_field_init (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  priv->original = g_strdup ("");
  priv->sound = TRUE;
}

static GtkWidget *
new_text (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                       GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, "hexpand", TRUE, "css-classes",
                       (const char *const[]){ css_class, NULL }, NULL);
}

/* That it is wrong is told by words and a sign, not by colour alone. */
static void
add_error (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  priv->error_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->error_box, "form-error");
  priv->error_label = new_text ("form-error-words");
  gtk_box_append (GTK_BOX (priv->error_box), icon);
  gtk_box_append (GTK_BOX (priv->error_box), priv->error_label);
  gtk_widget_set_visible (priv->error_box, FALSE);
  gtk_widget_set_parent (priv->error_box, GTK_WIDGET (self));
}

void
ris3_form_field_build (Ris3FormField *self, const char *column, const char *label, GtkWidget *input, GtkWidget *holder)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  GtkWidget *title = new_text ("form-label");

  g_return_if_fail (priv->input == NULL);
  priv->column = g_strdup (column);
  priv->input = input;
  gtk_label_set_text_with_mnemonic (GTK_LABEL (title), label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), input);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  if (holder == NULL)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), title);
      gtk_box_append (GTK_BOX (line), input);
      gtk_widget_set_parent (line, GTK_WIDGET (self));
    }
  else
    {
      gtk_widget_set_parent (title, GTK_WIDGET (self));
      gtk_widget_set_parent (holder, GTK_WIDGET (self));
    }
  priv->hint = new_text ("form-hint");
  gtk_widget_set_visible (priv->hint, FALSE);
  gtk_widget_set_parent (priv->hint, GTK_WIDGET (self));
  add_error (self);
}

/* What describes the input to a screen reader: what is wrong, or else the hint. */
static void
show_problem (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  const char *problem = ris3_form_field_get_problem (self);
  const char *hint = gtk_label_get_text (GTK_LABEL (priv->hint));

  gtk_label_set_text (GTK_LABEL (priv->error_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (priv->error_box, problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (priv->input, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (priv->input, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID);
    }
  if (problem != NULL || *hint != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    problem != NULL ? problem : hint, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
ris3_form_field_emit_changed (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  if (priv->loading)
    return;
  priv->touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
ris3_form_field_get_column (Ris3FormField *self)
{
  return get_private (self)->column;
}

GtkWidget *
ris3_form_field_get_input (Ris3FormField *self)
{
  return get_private (self)->input;
}

void
ris3_form_field_set_storage (Ris3FormField *self, Ris3FormStorage storage)
{
  get_private (self)->storage = storage;
}

void
ris3_form_field_set_required (Ris3FormField *self, gboolean required)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  priv->required = required;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
}

void
ris3_form_field_set_missing_words (Ris3FormField *self, const char *words)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  g_free (priv->missing);
  priv->missing = g_strdup (words);
}

void
ris3_form_field_set_hint (Ris3FormField *self, const char *hint)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  gtk_label_set_text (GTK_LABEL (priv->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (priv->hint, hint != NULL);
  show_problem (self);
}

char *
ris3_form_field_get_value (Ris3FormField *self)
{
  return RIS3_FORM_FIELD_GET_CLASS (self)->get_value (self);
}

void
ris3_form_field_set_value (Ris3FormField *self, const char *value)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  priv->loading = TRUE;
  RIS3_FORM_FIELD_GET_CLASS (self)->set_value (self, value);
  priv->loading = FALSE;
  ris3_form_field_emit_changed (self);
}

void
ris3_form_field_set_original (Ris3FormField *self, const char *value)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  g_free (priv->original);
  priv->original = g_strdup (value);
  priv->loading = TRUE;
  RIS3_FORM_FIELD_GET_CLASS (self)->set_value (self, value);
  priv->loading = FALSE;
  priv->touched = FALSE;
  priv->insists = FALSE;
  priv->sound = TRUE;
  g_clear_pointer (&priv->problem, g_free);
  g_clear_pointer (&priv->refusal, g_free);
  show_problem (self);
}

const char *
ris3_form_field_get_original (Ris3FormField *self)
{
  return get_private (self)->original;
}

gboolean
ris3_form_field_is_changed (Ris3FormField *self)
{
  g_autofree char *value = ris3_form_field_get_value (self);

  return !g_str_equal (value, get_private (self)->original);
}

gboolean
ris3_form_field_is_stored (Ris3FormField *self)
{
  return get_private (self)->storage != RIS3_FORM_STORAGE_NONE;
}

gboolean
ris3_form_field_is_missing (Ris3FormField *self)
{
  g_autofree char *value = ris3_form_field_get_value (self);

  return get_private (self)->required && *value == '\0';
}

void
ris3_form_field_set_awaited (Ris3FormField *self)
{
  get_private (self)->awaited = TRUE;
}

gboolean
ris3_form_field_is_awaited (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  return priv->awaited && !priv->touched;
}

gboolean
ris3_form_field_check (Ris3FormField *self, gboolean scold)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  Ris3FormFieldClass *klass = RIS3_FORM_FIELD_GET_CLASS (self);

  g_clear_pointer (&priv->problem, g_free);
  if (ris3_form_field_is_missing (self))
    {
      priv->sound = FALSE;
      if (scold || priv->touched)
        priv->problem = g_strdup (priv->missing != NULL ? priv->missing : _ ("This cannot be left empty."));
    }
  else
    {
      if (klass->check != NULL)
        priv->problem = klass->check (self);
      priv->sound = priv->problem == NULL;
    }
  show_problem (self);
  return priv->sound;
}

gboolean
ris3_form_field_is_sound (Ris3FormField *self)
{
  return get_private (self)->sound;
}

void
ris3_form_field_set_refusal (Ris3FormField *self, const char *sentence)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  if (g_strcmp0 (priv->refusal, sentence) == 0)
    return;
  g_free (priv->refusal);
  priv->refusal = g_strdup (sentence);
  show_problem (self);
}

const char *
ris3_form_field_get_problem (Ris3FormField *self)
{
  Ris3FormFieldPrivate *priv = get_private (self);

  return priv->problem != NULL ? priv->problem : priv->refusal;
}

void
ris3_form_field_insist (Ris3FormField *self)
{
  get_private (self)->insists = TRUE;
}

char *
ris3_form_field_read (Ris3FormField *self, Ris3Atlas *atlas, const char *table, const char *key)
{
  g_autofree char *value = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (RIS3_IS_FORM_FIELD (self) && RIS3_IS_ATLAS (atlas) && table != NULL && key != NULL, NULL);
  value = ris3_atlas_dup_value (atlas, table, key, get_private (self)->column);
  if (get_private (self)->storage == RIS3_FORM_STORAGE_OWN && value != NULL)
    return RIS3_FORM_FIELD_GET_CLASS (self)->read (self, atlas, value);
  if (get_private (self)->storage != RIS3_FORM_STORAGE_REGION || value == NULL || *value == '\0')
    return g_steal_pointer (&value);
  version = ris3_atlas_dup_value (atlas, table, key, "nuts_version");
  return g_strdup_printf ("%s %s", version, value);
}

/* A region is its version and its code. */
static void
apply_region (Ris3FormFieldPrivate *priv, Ris3Edit *edit, const char *value, gboolean expect)
{
  const char *space = strchr (value, ' ');
  const char *original_space = strchr (priv->original, ' ');
  g_autofree char *original_version
      = original_space != NULL ? g_strndup (priv->original, (gsize) (original_space - priv->original)) : NULL;

  if (space != NULL)
    {
      ris3_edit_set_integer (edit, "nuts_version", g_ascii_strtoll (value, NULL, 10));
      ris3_edit_set_text (edit, priv->column, space + 1);
    }
  else
    {
      ris3_edit_set_null (edit, "nuts_version");
      ris3_edit_set_null (edit, priv->column);
    }
  if (!expect)
    return;
  ris3_edit_expect (edit, "nuts_version", original_version);
  ris3_edit_expect (edit, priv->column, original_space != NULL ? original_space + 1 : NULL);
}

void
ris3_form_field_apply (Ris3FormField *self, Ris3Edit *edit, gboolean expect)
{
  Ris3FormFieldPrivate *priv = get_private (self);
  g_autofree char *value = ris3_form_field_get_value (self);
  g_auto (GStrv) lines = NULL;

  switch (priv->storage)
    {
    case RIS3_FORM_STORAGE_NONE:
      return;
    case RIS3_FORM_STORAGE_OWN:
      RIS3_FORM_FIELD_GET_CLASS (self)->apply (self, edit, expect && !priv->insists);
      return;
    case RIS3_FORM_STORAGE_REGION:
      apply_region (priv, edit, value, expect && !priv->insists);
      return;
    case RIS3_FORM_STORAGE_THEMES:
      lines = g_strsplit (value, "\n", -1);
      ris3_edit_set_themes (edit, (const char *const *) lines);
      break;
    case RIS3_FORM_STORAGE_INTEGER:
      if (*value != '\0')
        ris3_edit_set_integer (edit, priv->column, g_ascii_strtoll (value, NULL, 10));
      else
        ris3_edit_set_null (edit, priv->column);
      break;
    case RIS3_FORM_STORAGE_REAL:
      if (*value != '\0')
        ris3_edit_set_real (edit, priv->column, g_ascii_strtod (value, NULL));
      else
        ris3_edit_set_null (edit, priv->column);
      break;
    case RIS3_FORM_STORAGE_OPTIONAL:
      if (*value == '\0')
        {
          ris3_edit_set_null (edit, priv->column);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case RIS3_FORM_STORAGE_TEXT:
    default:
      ris3_edit_set_text (edit, priv->column, value);
    }
  if (expect && !priv->insists)
    ris3_edit_expect (edit, priv->column, priv->original);
}
