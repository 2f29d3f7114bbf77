/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-row.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-columns.h"
#include "model/ris3-text.h"

/* Characters that are laid out. */
#define MAX_TEXT 300
#define MAX_SPOKEN 120
#define LINE_GAP 3
#define DOT 8 /* pixels */
#define DOT_ROOM 14
#define CLIP 16 /* pixels */
#define CLIP_GAP 6

enum
{
  TEXT = RIS3_N_INBOX_COLUMNS,
  N_LAYOUTS,
};

struct _Ris3InboxRow
{
  GtkWidget parent_instance;

  Ris3InboxList *list;
  Ris3Comment *comment;
  gboolean is_unread;
  PangoLayout *layouts[N_LAYOUTS]; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (Ris3InboxRow, ris3_inbox_row, GTK_TYPE_WIDGET)

static void
forget_layouts (Ris3InboxRow *self)
{
  for (guint i = 0; i < N_LAYOUTS; i++)
    g_clear_object (&self->layouts[i]);
}

static char *
get_text (Ris3InboxRow *self, guint part)
{
  const char *english = ris3_comment_get_english_text (self->comment);
  g_autofree char *text = NULL;

  if (part == TEXT)
    return ris3_text_to_line (*english != '\0' ? english : ris3_comment_get_text (self->comment), MAX_TEXT);
  text = ris3_inbox_list_get_text (self->list, self->comment, (Ris3InboxColumn) part);
  return ris3_text_to_line (text, MAX_TEXT);
}

static PangoLayout *
get_layout (Ris3InboxRow *self, guint part)
{
  g_autofree char *text = NULL;

  if (self->layouts[part] != NULL)
    return self->layouts[part];
  text = get_text (self, part);
  self->layouts[part] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_single_paragraph_mode (self->layouts[part], TRUE);
  pango_layout_set_ellipsize (self->layouts[part], PANGO_ELLIPSIZE_END);
  if (self->is_unread && part != TEXT)
    {
      g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->layouts[part], bold);
    }
  return self->layouts[part];
}

static int
get_line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
render (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, int width)
{
  int place = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x - width : x;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), place, y, layout);
}

static void
draw_dot (GtkWidget *widget, GtkSnapshot *snapshot, int line)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (rtl ? (float) gtk_widget_get_width (widget) - DOT : 0, (float) (line - DOT) / 2, DOT, DOT);
  GskRoundedRect round;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gsk_rounded_rect_init_from_rect (&round, &bounds, DOT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* Documents came with it. */
static void
draw_clip (GtkWidget *widget, GtkSnapshot *snapshot, int y)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
      = gtk_icon_theme_lookup_icon (theme, "mail-attachment-symbolic", NULL, CLIP, gtk_widget_get_scale_factor (widget),
                                    gtk_widget_get_direction (widget), 0);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rtl ? 0 : (float) (gtk_widget_get_width (widget) - CLIP), (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, CLIP, CLIP, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
ris3_inbox_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3InboxRow *self = RIS3_INBOX_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int line = get_line_height (widget);
  int text_width;
  Ris3InboxPlace places[RIS3_N_INBOX_COLUMNS];

  if (self->comment == NULL)
    return;
  text_width = width - DOT_ROOM;
  if (ris3_comment_get_n_attachments (self->comment) > 0)
    {
      draw_clip (widget, snapshot, line + LINE_GAP + (line - CLIP) / 2);
      text_width -= CLIP + CLIP_GAP;
    }
  ris3_inbox_columns_place (self->list, width - DOT_ROOM, places);
  if (self->is_unread)
    draw_dot (widget, snapshot, line);
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    if (places[i].width > 0)
      render (widget, snapshot, get_layout (self, i), DOT_ROOM + places[i].x, 0, places[i].width);
  gtk_snapshot_push_opacity (snapshot, 0.8);
  render (widget, snapshot, get_layout (self, TEXT), DOT_ROOM, line + LINE_GAP, MAX (text_width, 1));
  gtk_snapshot_pop (snapshot);
}

char *
ris3_inbox_row_dup_cut_off (Ris3InboxRow *self, int x, int y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Ris3InboxPlace places[RIS3_N_INBOX_COLUMNS];
  guint part = TEXT;

  g_return_val_if_fail (RIS3_IS_INBOX_ROW (self), NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x;
  x -= DOT_ROOM;
  ris3_inbox_columns_place (self->list, gtk_widget_get_width (widget) - DOT_ROOM, places);
  for (guint i = 0; y < get_line_height (widget) && i < RIS3_N_INBOX_COLUMNS; i++)
    if (x >= places[i].x && x < places[i].x + places[i].width)
      part = i;
  if ((part == TEXT) != (y >= get_line_height (widget)) || self->layouts[part] == NULL
      || !pango_layout_is_ellipsized (self->layouts[part]))
    return NULL;
  return get_text (self, part);
}

/* What is cut off, or else that documents came with it. */
static gboolean
ris3_inbox_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keys, GtkTooltip *tooltip)
{
  g_autofree char *text = by_keys ? NULL : ris3_inbox_row_dup_cut_off (RIS3_INBOX_ROW (widget), x, y);

  if (text == NULL)
    return GTK_WIDGET_CLASS (ris3_inbox_row_parent_class)->query_tooltip (widget, x, y, by_keys, tooltip);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ris3_inbox_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 2 * get_line_height (widget) + LINE_GAP : 0;
}

static void
ris3_inbox_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ris3_inbox_row_parent_class)->css_changed (widget, change);
  forget_layouts (RIS3_INBOX_ROW (widget));
  gtk_widget_queue_draw (widget);
}

static void
ris3_inbox_row_dispose (GObject *object)
{
  Ris3InboxRow *self = RIS3_INBOX_ROW (object);

  forget_layouts (self);
  g_clear_object (&self->comment);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (ris3_inbox_row_parent_class)->dispose (object);
}

static void
ris3_inbox_row_class_init (Ris3InboxRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_inbox_row_dispose;
  widget_class->snapshot = ris3_inbox_row_snapshot;
  widget_class->measure = ris3_inbox_row_measure;
  widget_class->query_tooltip = ris3_inbox_row_query_tooltip;
  widget_class->css_changed = ris3_inbox_row_css_changed;
  gtk_widget_class_set_css_name (widget_class, "inboxrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ris3_inbox_row_init (Ris3InboxRow *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ris3_inbox_row_new (Ris3InboxList *list)
{
  Ris3InboxRow *self = g_object_new (RIS3_TYPE_INBOX_ROW, NULL);

  self->list = g_object_ref (list);
  return GTK_WIDGET (self);
}

/* (transfer full) */
static char *
describe_documents (Ris3Comment *comment)
{
  guint n = ris3_comment_get_n_attachments (comment);

  return g_strdup_printf (ngettext ("%u document came with it", "%u documents came with it", n), n);
}

char *
ris3_inbox_row_describe (Ris3InboxList *list, Ris3Comment *comment)
{
  GString *words = g_string_new (ris3_inbox_list_is_unread (list, comment) ? C_ ("comment", "Unread") : NULL);
  const char *english = ris3_comment_get_english_text (comment);
  g_autofree char *text = NULL;

  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      g_autofree char *part = ris3_inbox_list_get_text (list, comment, (Ris3InboxColumn) i);

      if (*part != '\0')
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? ", " : "",
                                ris3_inbox_column_get_title ((Ris3InboxColumn) i), part);
    }
  if (ris3_comment_get_n_attachments (comment) > 0)
    {
      g_autofree char *documents = describe_documents (comment);

      g_string_append_printf (words, ", %s", documents);
    }
  text = ris3_text_to_line (*english != '\0' ? english : ris3_comment_get_text (comment), MAX_SPOKEN);
  g_string_append_printf (words, ". %s", text);
  return g_string_free (words, FALSE);
}

static void
update_words (Ris3InboxRow *self)
{
  g_autofree char *words = ris3_inbox_row_describe (self->list, self->comment);

  self->is_unread = ris3_inbox_list_is_unread (self->list, self->comment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ris3_inbox_row_follow_marks (Ris3InboxRow *self)
{
  g_return_if_fail (RIS3_IS_INBOX_ROW (self));
  if (self->comment == NULL || self->is_unread == ris3_inbox_list_is_unread (self->list, self->comment))
    return;
  update_words (self);
  forget_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ris3_inbox_row_set_comment (Ris3InboxRow *self, Ris3Comment *comment)
{
  g_autofree char *documents = NULL;

  g_return_if_fail (RIS3_IS_INBOX_ROW (self));
  if (self->comment == comment)
    return;
  g_set_object (&self->comment, comment);
  forget_layouts (self);
  if (comment != NULL)
    {
      update_words (self);
      if (ris3_comment_get_n_attachments (comment) > 0)
        documents = describe_documents (comment);
    }
  /* Each time, the X server would be asked where the pointer is: with 200 rows, that takes longer than all the rest. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), documents) != 0)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), documents);
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

Ris3Comment *
ris3_inbox_row_get_comment (Ris3InboxRow *self)
{
  g_return_val_if_fail (RIS3_IS_INBOX_ROW (self), NULL);
  return self->comment;
}
