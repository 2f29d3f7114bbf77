/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-organisation.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "map/ris3-organisation-finder.h"
#include "map/ris3-record-titles.h"

/* Rows at most: an atlas may have any number of organisations. */
#define MAX_ROWS 200
/* How many are named that are similar. */
#define MAX_NAMED 3
#define MAX_HEIGHT 280

struct _Ris3FormOrganisation
{
  Ris3FormField parent_instance;

  Ris3Session *session;
  Ris3OrganisationFinder *finder;
  GPtrArray *found; /* of Ris3Organisation, as the rows of the list; NULL: the list was not open yet */
  gboolean has_region;
  char *stored;       /* the id that the file has; "": none */
  gboolean is_chosen; /* the program changes the text */

  GtkWidget *line;
  GtkEditable *entry;
  GtkWidget *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (Ris3FormOrganisation, ris3_form_organisation, RIS3_TYPE_FORM_FIELD)

static char *
ris3_form_organisation_get_value (Ris3FormField *field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (RIS3_FORM_ORGANISATION (field)->entry)));
}

/* "Regional authority · Lower Austria (AT12)" (transfer full) */
static char *
describe (Ris3FormOrganisation *self, Ris3Organisation *organisation)
{
  const char *role = ris3_author_role_get_title (ris3_organisation_get_role (organisation));
  const char *code = ris3_organisation_get_region_code (organisation);
  const char *region
      = *code != '\0'
            ? ris3_region_name_of_code (self->session, ris3_organisation_get_nuts_version (organisation), code)
            : NULL;

  return region != NULL ? g_strdup_printf ("%s · %s (%s)", role, region, code) : g_strdup (role);
}

/* Whether it is known to be of a region in another country, or in another part of this one. */
static gboolean
is_elsewhere (Ris3FormOrganisation *self, Ris3Organisation *organisation)
{
  const char *code = ris3_organisation_get_region_code (organisation);

  return self->has_region && strlen (code) > 2
         && ris3_organisation_finder_get_nearness (self->finder, organisation) != RIS3_ORGANISATION_OF_REGION;
}

/* That a name is new, and what it may be meant for. (transfer full) */
static char *
describe_new (Ris3FormOrganisation *self, const char *name)
{
  g_autoptr (GPtrArray) similar = ris3_organisation_finder_find_similar (self->finder, name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (similar->len == 0)
    return g_strdup (_ ("A new organisation will be added."));
  for (guint i = 0; i < MIN (similar->len, MAX_NAMED); i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      /* Translators: a name */
      g_string_append_printf (names, _ ("“%s”"), ris3_organisation_get_name (similar->pdata[i]));
    }
  if (similar->len > MAX_NAMED)
    g_string_append (names, " …");
  /* Translators: %s is one name or several of organisations that are similar. */
  return g_strdup_printf (_ ("A new organisation will be added, beside %s."), names->str);
}

static void
update_hint (Ris3FormOrganisation *self)
{
  g_autofree char *name = ris3_form_organisation_get_value (RIS3_FORM_FIELD (self));
  Ris3Organisation *organisation = ris3_form_organisation_get (self);
  guint n_own = ris3_organisation_finder_get_n_own (self->finder);
  g_autofree char *words = NULL;

  if (organisation != NULL)
    {
      g_autofree char *where = describe (self, organisation);
      g_autofree char *who = is_elsewhere (self, organisation)
                                 /* Translators: who an organisation is, and where: not where the comment is */
                                 ? g_strdup_printf (_ ("%s: another region"), where)
                                 : g_steal_pointer (&where);

      words = g_str_equal (name, ris3_organisation_get_name (organisation))
                  ? g_steal_pointer (&who)
                  /* Translators: the name of a known organisation that was typed a little otherwise, and who it is */
                  : g_strdup_printf (_ ("Known as “%s”: %s"), ris3_organisation_get_name (organisation), who);
    }
  else if (*name != '\0')
    words = describe_new (self, name);
  else if (n_own > 0)
    words = g_strdup_printf (ngettext ("%u is known of this region: the arrow down lists it.",
                                       "%u are known of this region: the arrow down lists them.", n_own),
                             n_own);
  else
    words = g_strdup (_ ("One that is not known yet is recorded with the comment."));
  ris3_form_field_set_hint (RIS3_FORM_FIELD (self), words);
}

static void
close_list (Ris3FormOrganisation *self)
{
  if (self->popover == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
set_text (Ris3FormOrganisation *self, const char *text)
{
  self->is_chosen = TRUE;
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
  self->is_chosen = FALSE;
}

static void
ris3_form_organisation_set_value (Ris3FormField *field, const char *value)
{
  set_text (RIS3_FORM_ORGANISATION (field), value);
}

static char *
ris3_form_organisation_read (Ris3FormField *field, Ris3Atlas *atlas, const char *stored)
{
  Ris3FormOrganisation *self = RIS3_FORM_ORGANISATION (field);
  Ris3Organisation *organisation = ris3_atlas_lookup_organisation (atlas, g_ascii_strtoll (stored, NULL, 10));

  g_free (self->stored);
  self->stored = g_strdup (stored);
  return g_strdup (organisation != NULL ? ris3_organisation_get_name (organisation) : "");
}

static void
ris3_form_organisation_apply (Ris3FormField *field, Ris3Edit *edit, gboolean expect)
{
  Ris3FormOrganisation *self = RIS3_FORM_ORGANISATION (field);
  const char *column = ris3_form_field_get_column (field);
  g_autofree char *name = ris3_form_organisation_get_value (field);
  Ris3Organisation *known = ris3_form_organisation_get (self);

  if (known != NULL)
    ris3_edit_set_integer (edit, column, ris3_organisation_get_id (known));
  else if (*name == '\0')
    ris3_edit_set_null (edit, column);
  else
    ris3_edit_set_step (edit, column, ris3_edit_get_n_steps (edit) - 2);
  if (expect)
    ris3_edit_expect (edit, column, *self->stored != '\0' ? self->stored : NULL);
}

static GtkWidget *
new_row (Ris3FormOrganisation *self, Ris3Organisation *organisation)
{
  GtkWidget *row = ris3_part_two_lines ();
  GtkWidget *name = gtk_widget_get_first_child (row);
  g_autofree char *who = describe (self, organisation);

  gtk_label_set_text (GTK_LABEL (name), ris3_organisation_get_name (organisation));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), who);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  static const char *const titles[] = { N_ ("Of This Region"), N_ ("Of This Country"), N_ ("Others") };
  Ris3FormOrganisation *self = data;
  Ris3OrganisationNearness nearness
      = ris3_organisation_finder_get_nearness (self->finder, self->found->pdata[gtk_list_box_row_get_index (row)]);
  GtkWidget *label = NULL;

  /* Without a region, all of them are others. */
  if (before != NULL ? nearness
                           != ris3_organisation_finder_get_nearness (
                               self->finder, self->found->pdata[gtk_list_box_row_get_index (before)])
                     : nearness != RIS3_ORGANISATION_ELSEWHERE)
    {
      label = gtk_label_new (_ (titles[nearness]));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "codebook-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
clear_rows (Ris3FormOrganisation *self)
{
  GtkListBoxRow *row;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

/* Opens the list of what a text finds; nothing: closes it. */
static void
show_found (Ris3FormOrganisation *self, const char *text)
{
  clear_rows (self);
  self->found = ris3_organisation_finder_find (self->finder, text);
  g_ptr_array_set_size (self->found, (int) MIN (self->found->len, MAX_ROWS));
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->list, new_row (self, self->found->pdata[i]));
  if (self->found->len == 0)
    {
      close_list (self);
      return;
    }
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->line), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_changed_cb (Ris3FormOrganisation *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  update_hint (self);
  if (!self->is_chosen && *text != '\0')
    show_found (self, text);
  else
    close_list (self);
  ris3_form_field_emit_changed (RIS3_FORM_FIELD (self));
}

static void
choose (Ris3FormOrganisation *self, gint index)
{
  if (self->found == NULL || index < 0 || (guint) index >= self->found->len)
    return;
  set_text (self, ris3_organisation_get_name (self->found->pdata[index]));
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Ris3FormOrganisation *self)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static void
select_row (Ris3FormOrganisation *self, gint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

/* The list is gone through while the keys stay in the entry. A name that is typed whole is never replaced by one that
 * nobody has selected. */
static gboolean
on_key_pressed_cb (Ris3FormOrganisation *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_open = gtk_widget_get_visible (self->popover);
  GtkListBoxRow *row = is_open ? gtk_list_box_get_selected_row (self->list) : NULL;
  gint selected = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    {
      if (!is_open)
        show_found (self, ris3_form_organisation_get (self) == NULL ? gtk_editable_get_text (self->entry) : "");
      select_row (self, MIN (selected + 1, (gint) self->found->len - 1));
    }
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && is_open)
    select_row (self, MAX (selected - 1, 0));
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && selected >= 0)
    choose (self, selected);
  else if (key == GDK_KEY_Escape && is_open)
    close_list (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_list_clicked_cb (Ris3FormOrganisation *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_found (self, "");
}

static void
ris3_form_organisation_dispose (GObject *object)
{
  Ris3FormOrganisation *self = RIS3_FORM_ORGANISATION (object);

  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->finder, ris3_organisation_finder_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_form_organisation_parent_class)->dispose (object);
}

static void
ris3_form_organisation_finalize (GObject *object)
{
  g_free (RIS3_FORM_ORGANISATION (object)->stored);
  G_OBJECT_CLASS (ris3_form_organisation_parent_class)->finalize (object);
}

static void
ris3_form_organisation_class_init (Ris3FormOrganisationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_form_organisation_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_form_organisation_finalize;
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_organisation_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_organisation_set_value;
  RIS3_FORM_FIELD_CLASS (klass)->read = ris3_form_organisation_read;
  RIS3_FORM_FIELD_CLASS (klass)->apply = ris3_form_organisation_apply;
}

static void
build_popover (Ris3FormOrganisation *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", list,
                                      "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT, NULL);

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Organisations Found"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  /* Typing goes on in the entry while the list is open. */
  self->popover = g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "has-arrow", FALSE, "position", GTK_POS_BOTTOM,
                                "can-focus", FALSE, "child", scroller, NULL);
  gtk_widget_add_css_class (self->popover, "theme-results");
  gtk_widget_set_parent (self->popover, self->line);
}

static void
ris3_form_organisation_init (Ris3FormOrganisation *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->stored = g_strdup ("");
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (self->entry, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->entry));
  gtk_widget_set_tooltip_text (button, _ ("Choose What Is Known"));
  /* The arrow down opens the same. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (self->line), button);
  build_popover (self);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_list_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_list), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

Ris3FormField *
ris3_form_organisation_new (Ris3Session *session, const char *column, const char *label)
{
  Ris3FormOrganisation *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_FORM_ORGANISATION, NULL);
  self->session = g_object_ref (session);
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, GTK_WIDGET (self->entry), self->line);
  ris3_form_field_set_storage (RIS3_FORM_FIELD (self), RIS3_FORM_STORAGE_NONE);
  ris3_form_organisation_set_region (self, NULL);
  return RIS3_FORM_FIELD (self);
}

void
ris3_form_organisation_set_region (Ris3FormOrganisation *self, const Ris3RegionName *region)
{
  g_return_if_fail (RIS3_IS_FORM_ORGANISATION (self));
  close_list (self);
  clear_rows (self);
  g_clear_pointer (&self->finder, ris3_organisation_finder_free);
  self->has_region = region != NULL;
  self->finder
      = ris3_organisation_finder_new (ris3_session_get_atlas (self->session), ris3_session_get_geodata (self->session),
                                      region != NULL ? region->nuts_version : 0, region != NULL ? region->code : "");
  if (!ris3_form_field_is_changed (RIS3_FORM_FIELD (self)))
    {
      g_autoptr (GPtrArray) all = ris3_organisation_finder_find (self->finder, "");

      ris3_form_field_set_original (RIS3_FORM_FIELD (self), ris3_organisation_finder_get_n_own (self->finder) == 1
                                                                ? ris3_organisation_get_name (all->pdata[0])
                                                                : "");
    }
  update_hint (self);
}

Ris3Organisation *
ris3_form_organisation_get (Ris3FormOrganisation *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (RIS3_IS_FORM_ORGANISATION (self), NULL);
  name = ris3_form_organisation_get_value (RIS3_FORM_FIELD (self));
  return ris3_organisation_finder_lookup (self->finder, name);
}
