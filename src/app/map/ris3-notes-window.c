/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-notes-window.h"

#include <glib/gi18n.h>

#include "app/map/ris3-note-pin.h"
#include "app/ris3-child-window.h"
#include "app/ris3-note-words.h"
#include "app/ris3-session-edit.h"
#include "map/ris3-date.h"

struct _Ris3NotesWindow
{
  AdwWindow parent_instance;

  Ris3Session *session;
  Ris3Atlas *atlas;
  GListModel *notes;            /* of the atlas, sorted */
  GtkSelectionModel *selection; /* of several while the atlas is edited */
  GtkStack *stack;
  GtkWidget *new_button;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (Ris3NotesWindow, ris3_notes_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_NOTE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The latest first. */
static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  int order = g_strcmp0 (ris3_note_get_changed_at ((Ris3Note *) b), ris3_note_get_changed_at ((Ris3Note *) a));

  return order != 0 ? order
                    : (ris3_note_get_id ((Ris3Note *) a) < ris3_note_get_id ((Ris3Note *) b))
                          - (ris3_note_get_id ((Ris3Note *) a) > ris3_note_get_id ((Ris3Note *) b));
}

/* What a row has below its text: what it is on, where, and since when. (transfer full) */
static char *
describe (Ris3NotesWindow *self, Ris3Note *note)
{
  g_autofree char *target = ris3_note_dup_target (note, self->session);
  g_autofree char *place = ris3_note_dup_place (note);
  g_autofree char *day = g_strndup (ris3_note_get_changed_at (note), 10);
  g_autofree char *date = ris3_date_to_text (day);
  const char *where = place == NULL                 ? _ ("Not on the map")
                      : ris3_note_get_hidden (note) ? _ ("Hidden from the map")
                                                    : place;

  return g_strdup_printf ("%s · %s · %s", target, where, date);
}

static void
draw_pin (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer item)
{
  Ris3Note *note = gtk_list_item_get_item (item);

  if (note != NULL && ris3_note_get_place (note, NULL, NULL))
    {
      cairo_push_group (cr);
      ris3_note_pin_draw (cr, width / 2.0, height - 1, (height - 2.0) / RIS3_NOTE_PIN_HEIGHT,
                          ris3_note_get_colour (note));
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, ris3_note_get_hidden (note) ? 0.4 : 1);
    }
}

static GtkWidget *
new_label (const char *css_class, int lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup_cb (Ris3NotesWindow *self, GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *pin = gtk_drawing_area_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *toggle = gtk_button_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (pin), 28);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (pin), 34);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (pin), draw_pin, item, NULL);
  gtk_widget_set_valign (pin, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), new_label (NULL, 2));
  gtk_box_append (GTK_BOX (words), new_label ("quiet", 2));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_box_append (GTK_BOX (line), pin);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), toggle);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_widget_set_margin_start (line, 6);
  gtk_widget_set_margin_end (line, 6);
  gtk_list_item_set_child (item, line);
}

/* What is hidden is put on the map again, and the other way round. */
static void
bind_toggle (Ris3NotesWindow *self, GtkWidget *toggle, Ris3Note *note)
{
  gboolean hidden = ris3_note_get_hidden (note);
  const char *words = hidden ? _ ("Show on the Map") : _ ("Hide from the Map");

  gtk_button_set_icon_name (GTK_BUTTON (toggle), hidden ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (toggle, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (toggle), ris3_note_new_hiding (note, !hidden));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "edit.set");
  gtk_widget_set_visible (toggle, ris3_session_get_editing (self->session) && ris3_note_get_place (note, NULL, NULL));
}

static void
on_bind_cb (Ris3NotesWindow *self, GtkListItem *item)
{
  GtkWidget *pin = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_next_sibling (pin);
  Ris3Note *note = gtk_list_item_get_item (item);
  g_autofree char *title = ris3_note_dup_title (note);
  g_autofree char *description = describe (self, note);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), description);
  gtk_widget_queue_draw (pin);
  bind_toggle (self, gtk_widget_get_next_sibling (words), note);
}

static void
on_activate_cb (Ris3NotesWindow *self, guint position)
{
  g_autoptr (Ris3Note) note = g_list_model_get_item (self->notes, position);

  if (note == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_NOTE_WANTED], 0, ris3_note_get_id (note));
  /* It would cover what is shown. */
  gtk_window_close (GTK_WINDOW (self));
}

static void
update_stack (Ris3NotesWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->notes) > 0 ? "notes" : "none");
}

static void
update_delete (Ris3NotesWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.delete",
                                 ris3_session_get_editing (self->session) && !gtk_bitset_is_empty (selected));
}

/* Who only reads opens a note with one click; who edits selects what is to be deleted. */
static GtkSelectionModel *
new_selection (Ris3NotesWindow *self)
{
  GListModel *notes = g_object_ref (self->notes);

  return ris3_session_get_editing (self->session) ? GTK_SELECTION_MODEL (gtk_multi_selection_new (notes))
                                                  : GTK_SELECTION_MODEL (gtk_single_selection_new (notes));
}

static GtkWidget *
new_list (Ris3NotesWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gboolean editing = ris3_session_get_editing (self->session);
  GtkWidget *list;

  g_clear_object (&self->selection);
  self->selection = new_selection (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_delete), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  list = gtk_list_view_new (g_object_ref (self->selection), factory);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), !editing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", list, NULL);
}

static void
update_buttons (Ris3NotesWindow *self)
{
  gboolean editing = ris3_session_get_editing (self->session);

  gtk_widget_set_visible (self->new_button, editing);
  gtk_widget_set_visible (self->delete_button, editing);
  update_delete (self);
}

/* For the region that is selected, as long as no other one is chosen. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3NotesWindow *self = RIS3_NOTES_WINDOW (widget);
  gint region = ris3_session_get_selected_region (self->session);
  g_autofree char *key = region >= 0 ? ris3_session_dup_region_key (self->session, (guint) region) : g_strdup ("");

  gtk_widget_activate_action (widget, "edit.note-add", "(ss)", "region", key);
}

static Ris3Edit *
new_deletion (Ris3NotesWindow *self, guint position)
{
  g_autoptr (Ris3Note) note = g_list_model_get_item (self->notes, position);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));

  return ris3_edit_new_delete ("note", key);
}

/* All that are selected, in one edit. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3NotesWindow *self = RIS3_NOTES_WINDOW (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (selected);
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *title = NULL;

  if (n == 0 || !ris3_session_get_editing (self->session))
    return;
  if (n == 1)
    edit = new_deletion (self, gtk_bitset_get_nth (selected, 0));
  else
    {
      /* Translators: an edit, in the history. */
      title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u note", "Delete %u notes", n), n);
      edit = ris3_edit_new_group ("notes-delete", title);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (Ris3Edit) deletion = new_deletion (self, gtk_bitset_get_nth (selected, i));

          ris3_edit_append (edit, deletion);
        }
    }
  ris3_session_edit (self->session, edit);
}

static GtkWidget *
new_header (Ris3NotesWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  self->new_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text", _ ("New Note…"),
                                   "action-name", "notes.new", NULL);
  self->delete_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic", "tooltip-text",
                                      _ ("Delete the Selected Notes"), "action-name", "notes.delete", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New Note…"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete the Selected Notes"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->new_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->delete_button);
  return bar;
}

/* Rows have other buttons then. */
static void
on_editing_changed_cb (Ris3NotesWindow *self)
{
  gtk_stack_remove (self->stack, gtk_stack_get_child_by_name (self->stack, "notes"));
  gtk_stack_add_named (self->stack, new_list (self), "notes");
  update_stack (self);
  update_buttons (self);
}

static void
ris3_notes_window_dispose (GObject *object)
{
  Ris3NotesWindow *self = RIS3_NOTES_WINDOW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->notes);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_notes_window_parent_class)->dispose (object);
}

static void
ris3_notes_window_class_init (Ris3NotesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_notes_window_dispose;
  signals[SIGNAL_NOTE_WANTED] = g_signal_new ("note-wanted", RIS3_TYPE_NOTES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "notes.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "notes.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "notes.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "notes.delete", NULL);
}

static void
ris3_notes_window_init (Ris3NotesWindow *self)
{
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_notes_window_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3NotesWindow *self;
  GtkWidget *box, *none;
  GListModel *notes;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_NOTES_WINDOW, "transient-for", parent, "title", _ ("Notes"), "default-width", 560,
                       "default-height", 520, "width-request", 340, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  notes = ris3_atlas_get_notes (self->atlas);
  self->notes = G_LIST_MODEL (gtk_sort_list_model_new (
      g_object_ref (notes), GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare, NULL, NULL))));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  none = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No Notes"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (none),
      _ ("While the atlas is edited, they are added here, by the menu of the map and on the page of a region."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, new_list (self), "notes");
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (on_editing_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
  update_buttons (self);
  return GTK_WINDOW (self);
}
