/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-people-item.h"

#include "app/ris3-region-words.h"
#include "geo/ris3-fold.h"

struct _Ris3PeopleItem
{
  GObject parent_instance;

  Ris3Organisation *organisation;
  GPtrArray *contacts; /* that hold the contact */
  const Ris3Contact *contact;
};

G_DEFINE_FINAL_TYPE (Ris3PeopleItem, ris3_people_item, G_TYPE_OBJECT)

static void
ris3_people_item_finalize (GObject *object)
{
  Ris3PeopleItem *self = RIS3_PEOPLE_ITEM (object);

  g_clear_object (&self->organisation);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  G_OBJECT_CLASS (ris3_people_item_parent_class)->finalize (object);
}

static void
ris3_people_item_class_init (Ris3PeopleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_people_item_finalize;
}

static void
ris3_people_item_init (Ris3PeopleItem *self)
{
}

Ris3Organisation *
ris3_people_item_get_organisation (Ris3PeopleItem *self)
{
  g_return_val_if_fail (RIS3_IS_PEOPLE_ITEM (self), NULL);
  return self->organisation;
}

const Ris3Contact *
ris3_people_item_get_contact (Ris3PeopleItem *self)
{
  g_return_val_if_fail (RIS3_IS_PEOPLE_ITEM (self), NULL);
  return self->contact;
}

static void
append (GListStore *items, Ris3Organisation *organisation, GPtrArray *contacts, const Ris3Contact *contact)
{
  g_autoptr (Ris3PeopleItem) item = g_object_new (RIS3_TYPE_PEOPLE_ITEM, NULL);

  item->organisation = g_object_ref (organisation);
  item->contacts = g_ptr_array_ref (contacts);
  item->contact = contact;
  g_list_store_append (items, item);
}

static gboolean
contains (const char *const *texts, guint n_texts, const char *folded)
{
  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *text = ris3_fold (texts[i]);

      if (strstr (text, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
append_organisation (GListStore *items,
                     Ris3Session *session,
                     Ris3Organisation *organisation,
                     GPtrArray *contacts,
                     const char *folded)
{
  const char *code = ris3_organisation_get_region_code (organisation);
  guint nuts_version = ris3_organisation_get_nuts_version (organisation);
  const Ris3RegionName *region = ris3_atlas_lookup_region (ris3_session_get_atlas (session), nuts_version, code);
  const char *const texts[]
      = { ris3_organisation_get_name (organisation), code, ris3_region_name_of_code (session, nuts_version, code),
          region != NULL ? region->name_latin : "" };
  gboolean is_found = contains (texts, G_N_ELEMENTS (texts), folded);
  gboolean is_listed = is_found;

  if (is_found)
    append (items, organisation, contacts, NULL);
  for (guint i = 0; i < contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (contacts, i);
      const char *const names[] = { contact->name, contact->email, contact->unit, contact->role };

      if (contact->organisation_id != ris3_organisation_get_id (organisation)
          || (!is_found && !contains (names, G_N_ELEMENTS (names), folded)))
        continue;
      if (!is_listed)
        append (items, organisation, contacts, NULL);
      is_listed = TRUE;
      append (items, organisation, contacts, contact);
    }
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (ris3_organisation_get_name (*(Ris3Organisation *const *) a),
                         ris3_organisation_get_name (*(Ris3Organisation *const *) b));
}

GListModel *
ris3_people_items_list (Ris3Session *session, GPtrArray *contacts, const char *words)
{
  GListStore *items = g_list_store_new (RIS3_TYPE_PEOPLE_ITEM);
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = NULL;
  GListModel *all;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && contacts != NULL && words != NULL, G_LIST_MODEL (items));
  folded = ris3_fold (words);
  all = ris3_atlas_get_organisations (ris3_session_get_atlas (session));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (organisations, g_list_model_get_item (all, i));
  g_ptr_array_sort (organisations, compare);
  for (guint i = 0; i < organisations->len; i++)
    append_organisation (items, session, g_ptr_array_index (organisations, i), contacts, folded);
  return G_LIST_MODEL (items);
}
