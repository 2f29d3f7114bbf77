/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-date-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "map/ris3-date-text.h"

typedef struct
{
  GtkEditable *editable;
  GtkWidget *popover;
  GtkWidget *calendar;
  int month; /* that the calendar shows */
} Choice;

/* How the locale writes 11/22/2033. */
static Ris3DateOrder
get_order (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (22, G_DATE_NOVEMBER, 2033);
  char text[64] = "";
  const char *day, *month;

  g_date_strftime (text, sizeof text, "%x", date);
  day = strstr (text, "22");
  month = strstr (text, "11");
  return day != NULL && month != NULL && month < day && strstr (text, "33") > day ? RIS3_MONTH_FIRST : RIS3_DAY_FIRST;
}

char *
ris3_date_button_read (const char *text)
{
  char date[RIS3_DATE_LENGTH];

  g_return_val_if_fail (text != NULL, NULL);
  return ris3_date_text_read (text, get_order (), date) ? g_strdup (date) : NULL;
}

char *
ris3_date_button_explain (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (ris3_date_text_lacks_century (text))
    return g_strdup (_ ("Write the year with four digits, such as 2026."));
  /* Translators: how people of the locale write 29 November 2026 */
  return g_strdup_printf (_ ("This is no date. Write it as 2026-11-29 or %s."),
                          get_order () == RIS3_MONTH_FIRST ? "11/29/2026" : "29.11.2026");
}

static int
get_month (GDateTime *date)
{
  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

static void
write_date (Choice *self, GDateTime *date)
{
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (self->editable, text);
}

static void
on_day_selected_cb (Choice *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  int month = get_month (date);
  gboolean is_other_month = month != self->month;

  self->month = month;
  if (!gtk_widget_get_mapped (self->calendar))
    return;
  write_date (self, date);
  /* Going to another month selects a day of it too. */
  if (!is_other_month)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A calendar does not tell that the day is chosen that it shows already. */
static void
on_today_clicked_cb (Choice *self)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  write_date (self, today);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_calendar_shown_cb (Choice *self)
{
  g_autofree char *value = ris3_date_button_read (gtk_editable_get_text (self->editable));
  g_auto (GStrv) parts = value != NULL ? g_strsplit (value, "-", 3) : NULL;
  g_autoptr (GDateTime) date = NULL;

  if (parts != NULL)
    date
        = g_date_time_new_local ((int) g_ascii_strtoll (parts[0], NULL, 10), (int) g_ascii_strtoll (parts[1], NULL, 10),
                                 (int) g_ascii_strtoll (parts[2], NULL, 10), 12, 0, 0);
  if (date == NULL)
    date = g_date_time_new_now_local ();
  self->month = get_month (date);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected_cb, self);
}

GtkWidget *
ris3_date_button_new (GtkEditable *editable)
{
  Choice *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_mnemonic (_ ("_Today"));
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);
  self = g_new0 (Choice, 1);
  self->editable = editable;
  self->popover = gtk_popover_new ();
  self->calendar = gtk_calendar_new ();
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_object_set_data_full (G_OBJECT (self->popover), "choice", self, g_free);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (on_today_clicked_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_calendar_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  return button;
}
