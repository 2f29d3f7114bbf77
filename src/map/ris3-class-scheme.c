/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-scheme-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The ends of the colour ramp for classes of numbers. In light style the strong end is the colour of the explicit mark;
 * in dark style that is too near to the weak end for five steps that every reader tells apart, and from what is absent.
 */
static const guint32 ramps[RIS3_N_PALETTES][2]
    = { [RIS3_PALETTE_LIGHT] = { 0xa8d8f8, 0x0b4f8a }, [RIS3_PALETTE_DARK] = { 0x425670, 0xd7ffd9 } };
/* Steps of a ramp look alike, in all of it, if they are longer where it is pale. */
static const double evenly[RIS3_N_PALETTES] = { [RIS3_PALETTE_LIGHT] = 0.88, [RIS3_PALETTE_DARK] = 1.12 };
#define OTHERS "others" /* the class of texts that have none of their own */
static const guint32 grounds[RIS3_N_PALETTES] = { [RIS3_PALETTE_LIGHT] = 0xffffff, [RIS3_PALETTE_DARK] = 0x1b1d20 };

void
_ris3_value_class_clear (gpointer data)
{
  Ris3ValueClass *klass = data;

  g_free (klass->id);
  g_free (klass->title);
}

Ris3Fill
_ris3_class_scheme_make_fill (guint32 colour, Ris3PaletteName name)
{
  return (Ris3Fill){ colour, ris3_colour_mix (colour, grounds[name], 0.55) };
}

void
_ris3_class_scheme_take_remark (Ris3ClassScheme *self, char *remark)
{
  g_free (self->remark);
  self->remark = remark;
}

void
_ris3_class_scheme_set_breaks (Ris3ClassScheme *self, const double *breaks, guint n_breaks)
{
  /* Not NULL, even without any. */
  self->breaks = g_new (double, n_breaks + 1);
  self->n_breaks = n_breaks;
  for (guint i = 0; i < n_breaks; i++)
    self->breaks[i] = breaks[i];
}

void
_ris3_class_scheme_add_class (Ris3ClassScheme *self, const char *id, const char *title, const guint32 *colours)
{
  Ris3ValueClass klass = { .id = g_strdup (id), .title = g_strdup (title) };

  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    klass.fills[name] = _ris3_class_scheme_make_fill (colours[name], name);
  g_array_append_val (self->classes, klass);
}

void
_ris3_class_scheme_add_unknown (Ris3ClassScheme *self, const char *title)
{
  static const guint32 colours[RIS3_N_PALETTES] = { [RIS3_PALETTE_LIGHT] = 0xac9a7e, [RIS3_PALETTE_DARK] = 0x8a8378 };

  _ris3_class_scheme_add_class (self, "unknown", title, colours);
  self->has_unknown = TRUE;
}

Ris3ClassScheme *
_ris3_class_scheme_new (void)
{
  Ris3ClassScheme *self = g_new0 (Ris3ClassScheme, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->classes = g_array_new (FALSE, TRUE, sizeof (Ris3ValueClass));
  g_array_set_clear_func (self->classes, _ris3_value_class_clear);
  return self;
}

Ris3ClassScheme *
ris3_class_scheme_new_categories (const Ris3Indicator *indicator)
{
  Ris3ClassScheme *self;

  g_return_val_if_fail (indicator != NULL && indicator->kind == RIS3_VALUE_CATEGORY, NULL);
  g_return_val_if_fail (indicator->n_categories >= 1 && indicator->n_categories <= RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES,
                        NULL);
  self = _ris3_class_scheme_new ();
  for (guint i = 0; i < indicator->n_categories; i++)
    {
      const Ris3Category *category = &indicator->categories[i];
      Ris3ValueClass klass = { .id = g_strdup (category->id),
                               .title = g_strdup (_ (category->title)),
                               .is_finding = category->is_finding };

      for (guint name = 0; name < RIS3_N_PALETTES; name++)
        klass.fills[name] = category->fills[name];
      g_array_append_val (self->classes, klass);
    }
  return self;
}

/* A year is not a quantity: it has no thousands separator. */
static char *
describe_number (double number, Ris3ValueKind kind, const char *unit)
{
  g_autofree char *figures
      = kind == RIS3_VALUE_YEAR ? g_strdup_printf ("%.10g", number) : g_strdup_printf ("%'.10g", number);

  return *unit != '\0' ? g_strdup_printf ("%s\302\240%s", figures, unit) : g_steal_pointer (&figures);
}

char *
_ris3_class_scheme_describe_range (const double *breaks,
                                   guint n_breaks,
                                   guint klass,
                                   Ris3ValueKind kind,
                                   const char *unit)
{
  gboolean is_whole = (kind == RIS3_VALUE_COUNT || kind == RIS3_VALUE_YEAR) && klass > 0 && klass < n_breaks
                      && breaks[klass - 1] == floor (breaks[klass - 1]) && breaks[klass] == floor (breaks[klass]);
  g_autofree char *from = klass > 0 ? describe_number (breaks[klass - 1], kind, unit) : NULL;
  g_autofree char *to = klass < n_breaks ? describe_number (breaks[klass], kind, unit) : NULL;

  if (n_breaks == 0)
    return g_strdup (C_ ("class", "all values"));
  if (is_whole && breaks[klass] - breaks[klass - 1] == 1)
    return g_steal_pointer (&from);
  if (is_whole)
    {
      g_autofree char *last = describe_number (breaks[klass] - 1, kind, unit);

      /* Translators: a class of whole numbers, both of which are in it: "3 to 4". */
      return g_strdup_printf (C_ ("class", "%s to %s"), from, last);
    }
  /* No count is below nothing. */
  if (from == NULL && kind == RIS3_VALUE_COUNT && breaks[0] == 1)
    return describe_number (0, kind, unit);
  if (from == NULL && kind == RIS3_VALUE_YEAR)
    /* Translators: a class of years; %s is one. */
    return g_strdup_printf (C_ ("class", "before %s"), to);
  if (to == NULL && kind == RIS3_VALUE_YEAR)
    /* Translators: a class of years; %s is one. */
    return g_strdup_printf (C_ ("class", "%s or later"), from);
  if (from == NULL)
    /* Translators: a class of numbers; %s is a number, with its unit. */
    return g_strdup_printf (C_ ("class", "below %s"), to);
  if (to == NULL)
    /* Translators: a class of numbers; %s is a number, with its unit. */
    return g_strdup_printf (C_ ("class", "%s and above"), from);
  /* Translators: a class of numbers, from the first to below the second, with their unit. */
  return g_strdup_printf (C_ ("class", "%s to below %s"), from, to);
}

Ris3ClassScheme *
ris3_class_scheme_new_breaks (const double *breaks, guint n_breaks, Ris3ValueKind kind, const char *unit)
{
  Ris3ClassScheme *self;

  g_return_val_if_fail ((breaks != NULL || n_breaks == 0) && unit != NULL, NULL);
  g_return_val_if_fail (n_breaks < RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES, NULL);
  for (guint i = 0; i < n_breaks; i++)
    g_return_val_if_fail (isfinite (breaks[i]) && (i == 0 || breaks[i] > breaks[i - 1]), NULL);

  self = _ris3_class_scheme_new ();
  _ris3_class_scheme_set_breaks (self, breaks, n_breaks);
  for (guint i = 0; i <= n_breaks; i++)
    {
      Ris3ValueClass klass = { .id = g_strdup_printf ("%u", i + 1),
                               .title = _ris3_class_scheme_describe_range (breaks, n_breaks, i, kind, unit) };

      for (guint name = 0; name < RIS3_N_PALETTES; name++)
        {
          /* One alone is neither few nor many. */
          double share = n_breaks > 0 ? pow ((double) i / n_breaks, evenly[name]) : 0.5;

          klass.fills[name]
              = _ris3_class_scheme_make_fill (ris3_colour_mix (ramps[name][0], ramps[name][1], share), name);
        }
      g_array_append_val (self->classes, klass);
    }
  return self;
}

Ris3ClassScheme *
ris3_class_scheme_new_texts (const Ris3Indicator *indicator, const double *numbers, guint n_numbers, const char *others)
{
  const Ris3ColourSet *set;
  Ris3ClassScheme *self;
  gboolean reversed;
  guint n_classes = n_numbers + (others != NULL);

  g_return_val_if_fail (indicator != NULL && indicator->name_number != NULL, NULL);
  g_return_val_if_fail (n_classes <= RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES, NULL);
  self = _ris3_class_scheme_new ();
  self->numbers = g_new0 (double, n_numbers + 2);
  ris3_colour_set_from_text ("okabe-ito", &set, &reversed);
  for (guint i = 0; i < n_classes; i++)
    {
      g_autofree char *title = i < n_numbers ? indicator->name_number (numbers[i]) : g_strdup (others);
      g_autofree char *id = i < n_numbers ? g_strdup_printf ("%.0f", numbers[i]) : g_strdup (OTHERS);
      guint32 colours[RIS3_N_PALETTES];

      for (guint name = 0; name < RIS3_N_PALETTES; name++)
        colours[name] = ris3_colour_set_get_colour (set, FALSE, i, n_classes, name);
      _ris3_class_scheme_add_class (self, id, title, colours);
      if (i < n_numbers)
        self->numbers[i] = numbers[i];
    }
  return self;
}

Ris3ClassScheme *
ris3_class_scheme_new_shares (void)
{
  /* Any share at all is more than none. */
  static const double breaks[] = { G_MINDOUBLE, 25, 50 };
  static const struct
  {
    const char *id;
    const char *title;
    guint32 colours[RIS3_N_PALETTES];
  } classes[] = {
    { "none", NC_ ("class of shares", "none (0 %)"), { 0x6cc0c0, 0x707c78 } },
    { "below-quarter", NC_ ("class of shares", "below 25 %"), { 0x489c9c, 0x869b9a } },
    { "below-half", NC_ ("class of shares", "25 % to below 50 %"), { 0x3c7890, 0x6a9bee } },
    { "half-or-more", NC_ ("class of shares", "at least 50 %"), { 0x0b4f8a, 0x9ccbff } },
  };
  Ris3ClassScheme *self = _ris3_class_scheme_new ();

  _ris3_class_scheme_set_breaks (self, breaks, G_N_ELEMENTS (breaks));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      Ris3ValueClass klass = { .id = g_strdup (classes[i].id),
                               .title = g_strdup (g_dpgettext2 (NULL, "class of shares", classes[i].title)) };

      for (guint name = 0; name < RIS3_N_PALETTES; name++)
        {
          klass.fills[name] = _ris3_class_scheme_make_fill (classes[i].colours[name], name);
        }
      g_array_append_val (self->classes, klass);
    }
  return self;
}

Ris3ClassScheme *
ris3_class_scheme_new_ground (void)
{
  static const guint32 colours[RIS3_N_PALETTES] = { [RIS3_PALETTE_LIGHT] = 0x6cc0c0, [RIS3_PALETTE_DARK] = 0x707c78 };
  Ris3ClassScheme *self = _ris3_class_scheme_new ();

  _ris3_class_scheme_set_breaks (self, NULL, 0);
  _ris3_class_scheme_add_class (self, "symbol", C_ ("class", "with a number, as a circle"), colours);
  return self;
}

Ris3ClassScheme *
ris3_class_scheme_ref (Ris3ClassScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_class_scheme_unref (Ris3ClassScheme *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->classes);
  g_free (self->breaks);
  g_free (self->numbers);
  g_free (self->remark);
  for (guint axis = 0; axis < G_N_ELEMENTS (self->axes); axis++)
    g_clear_pointer (&self->axes[axis], ris3_class_scheme_unref);
  g_free (self);
}

const char *
ris3_class_scheme_get_remark (Ris3ClassScheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->remark;
}

const double *
ris3_class_scheme_get_breaks (Ris3ClassScheme *self, guint *n_breaks)
{
  g_return_val_if_fail (self != NULL && n_breaks != NULL, NULL);
  *n_breaks = self->n_breaks;
  return self->breaks;
}

guint
ris3_class_scheme_get_n_value_classes (Ris3ClassScheme *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->classes->len;
}

guint
ris3_class_scheme_get_n_classes (Ris3ClassScheme *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->classes->len + RIS3_N_ABSENCES - 1;
}

guint
ris3_class_scheme_classify (Ris3ClassScheme *self, const Ris3Value *value)
{
  guint klass = 0;

  g_return_val_if_fail (self != NULL && value != NULL, 0);
  if (value->absence != RIS3_ABSENCE_NONE)
    return ris3_class_scheme_get_absence_class (self, value->absence);
  if (self->has_unknown && value->number == RIS3_NUMBER_UNKNOWN)
    return self->classes->len - 1;
  if (self->numbers != NULL)
    {
      guint n_texts = self->classes->len - self->has_unknown;

      while (klass < n_texts - 1 && value->number != self->numbers[klass])
        klass++;
      return klass;
    }
  if (self->breaks == NULL)
    return (guint) CLAMP (value->number, 0, self->classes->len - 1);
  while (klass < self->n_breaks && value->number >= self->breaks[klass])
    klass++;
  return klass;
}

gboolean
_ris3_class_scheme_has_place (Ris3ClassScheme *self, double number)
{
  guint n_texts = self->classes->len - self->has_unknown;

  if (self->numbers == NULL || number == RIS3_NUMBER_UNKNOWN)
    return TRUE;
  for (guint i = 0; i < n_texts; i++)
    {
      const Ris3ValueClass *klass = &g_array_index (self->classes, Ris3ValueClass, i);

      if (self->numbers[i] == number || g_str_equal (klass->id, OTHERS))
        return TRUE;
    }
  return FALSE;
}

guint
ris3_class_scheme_get_absence_class (Ris3ClassScheme *self, Ris3Absence absence)
{
  g_return_val_if_fail (self != NULL && absence > RIS3_ABSENCE_NONE && absence < RIS3_N_ABSENCES, 0);
  return self->classes->len + absence - 1;
}

guint
ris3_class_scheme_get_sample_class (Ris3ClassScheme *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->classes->len - 1 - self->has_unknown;
}

Ris3Absence
ris3_class_scheme_get_absence (Ris3ClassScheme *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self), RIS3_ABSENCE_NONE);
  return klass < self->classes->len ? RIS3_ABSENCE_NONE : klass - self->classes->len + 1;
}

static const Ris3ValueClass *
get_value_class (Ris3ClassScheme *self, guint klass)
{
  return &g_array_index (self->classes, Ris3ValueClass, klass);
}

const char *
ris3_class_scheme_get_title (Ris3ClassScheme *self, guint klass)
{
  Ris3Absence absence = ris3_class_scheme_get_absence (self, klass);

  return absence != RIS3_ABSENCE_NONE ? ris3_absence_get_title (absence) : get_value_class (self, klass)->title;
}

const char *
ris3_class_scheme_get_id (Ris3ClassScheme *self, guint klass)
{
  Ris3Absence absence = ris3_class_scheme_get_absence (self, klass);

  return absence != RIS3_ABSENCE_NONE ? ris3_absence_get_id (absence) : get_value_class (self, klass)->id;
}

gboolean
ris3_class_scheme_is_finding (Ris3ClassScheme *self, guint klass)
{
  return ris3_class_scheme_get_absence (self, klass) == RIS3_ABSENCE_NONE && get_value_class (self, klass)->is_finding;
}

Ris3Fill
ris3_class_scheme_get_fill (Ris3ClassScheme *self, guint klass, const Ris3Palette *palette)
{
  Ris3Absence absence = ris3_class_scheme_get_absence (self, klass);

  g_return_val_if_fail (palette != NULL, (Ris3Fill){ 0 });
  return absence != RIS3_ABSENCE_NONE ? palette->absences[absence]
                                      : get_value_class (self, klass)->fills[palette->name];
}
