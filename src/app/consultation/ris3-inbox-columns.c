/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-columns.h"

#include <glib/gi18n.h>

#define GAP 12

static const struct
{
  const char *title;
  int least; /* pixels */
  int share; /* of what is left */
} columns[RIS3_N_INBOX_COLUMNS] = {
  [RIS3_INBOX_STATE] = { NC_ ("column of comments", "State"), 122, 0 },
  [RIS3_INBOX_REGION] = { NC_ ("column of comments", "Region"), 96, 3 },
  [RIS3_INBOX_ABOUT] = { NC_ ("column of comments", "About"), 110, 4 },
  [RIS3_INBOX_FROM] = { NC_ ("column of comments", "From"), 124, 5 },
  [RIS3_INBOX_RECEIVED] = { NC_ ("column of comments", "Received"), 96, 0 },
  [RIS3_INBOX_DUE] = { NC_ ("column of comments", "Due"), 96, 0 },
};

const char *
ris3_inbox_column_get_title (Ris3InboxColumn column)
{
  g_return_val_if_fail (column < RIS3_N_INBOX_COLUMNS, NULL);
  return g_dpgettext2 (NULL, "column of comments", columns[column].title);
}

void
ris3_inbox_columns_place (Ris3InboxList *list, int width, Ris3InboxPlace places[RIS3_N_INBOX_COLUMNS])
{
  static const Ris3InboxColumn dispensable[] = { RIS3_INBOX_DUE, RIS3_INBOX_FROM, RIS3_INBOX_ABOUT };
  gboolean is_seen[RIS3_N_INBOX_COLUMNS];
  int needed = -GAP;
  int n_shares = 0;
  int x = 0;

  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      is_seen[i] = i != RIS3_INBOX_DUE || ris3_inbox_list_has_due (list);
      needed += is_seen[i] ? columns[i].least + GAP : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (dispensable) && needed > width; i++)
    {
      if (!is_seen[dispensable[i]])
        continue;
      is_seen[dispensable[i]] = FALSE;
      needed -= columns[dispensable[i]].least + GAP;
    }
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    n_shares += is_seen[i] ? columns[i].share : 0;
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      places[i].x = x;
      places[i].width = is_seen[i] ? columns[i].least + MAX (width - needed, 0) * columns[i].share / n_shares : 0;
      x += is_seen[i] ? places[i].width + GAP : 0;
    }
}
