/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-people-row.h"

#include "app/consultation/ris3-people-item.h"
#include "app/ris3-list-menu.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-language.h"

/* "Regional authority · Provence-Alpes-Côte d’Azur (FRL0)". (transfer full) */
static char *
describe_organisation (Ris3Session *session, Ris3Organisation *organisation)
{
  const char *code = ris3_organisation_get_region_code (organisation);
  const char *role = ris3_author_role_get_title (ris3_organisation_get_role (organisation));
  const char *region;

  if (*code == '\0')
    return g_strdup (role);
  region = ris3_region_name_of_code (session, ris3_organisation_get_nuts_version (organisation), code);
  return g_strdup_printf ("%s · %s (%s)", role, region, code);
}

/* Whatever is known. (transfer full) */
static char *
describe_person (const Ris3Contact *contact)
{
  const char *const parts[] = { contact->role, contact->unit, contact->email, contact->phone,
                                *contact->language != '\0' ? ris3_language_get_name (contact->language) : "" };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free (words, FALSE);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = ris3_part_two_lines ();

  gtk_widget_add_css_class (box, "people-row");
  gtk_list_item_set_child (item, box);
  ris3_list_menu_set_item (box, item);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  Ris3PeopleItem *item = gtk_list_item_get_item (list_item);
  Ris3Organisation *organisation = ris3_people_item_get_organisation (item);
  const Ris3Contact *contact = ris3_people_item_get_contact (item);
  g_autofree char *words
      = contact != NULL ? describe_person (contact) : describe_organisation (RIS3_SESSION (user_data), organisation);
  const char *name = contact == NULL          ? ris3_organisation_get_name (organisation)
                     : *contact->name != '\0' ? contact->name
                                              : contact->email;

  gtk_label_set_label (GTK_LABEL (first), name);
  gtk_label_set_label (GTK_LABEL (second), words);
  gtk_widget_set_visible (second, *words != '\0');
  gtk_widget_set_margin_start (box, contact != NULL ? 24 : 0);
  if (contact == NULL)
    gtk_widget_add_css_class (first, "heading");
  else
    gtk_widget_remove_css_class (first, "heading");
}

GtkListItemFactory *
ris3_people_row_factory_new (Ris3Session *session)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), session, 0);
  return factory;
}
