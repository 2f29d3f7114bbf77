/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-forest-private.h"
#include "model/ris3-record-private.h"

G_BEGIN_DECLS

/* What an atlas publishes as lists. */
typedef enum
{
  RIS3_LIST_STRATEGIES,
  RIS3_LIST_PARTICIPATIONS,
  RIS3_LIST_COMMENTS,
  RIS3_LIST_ASSESSMENTS,
  RIS3_LIST_NOTES,
  RIS3_LIST_ACTIVITIES,
  RIS3_LIST_SAVED_VIEWS,
  RIS3_LIST_JOINED_COLUMNS,
  RIS3_LIST_ROUNDS,
  RIS3_LIST_REQUESTS,
  RIS3_LIST_ORGANISATIONS,
  RIS3_N_LISTS,
} Ris3ListId;

extern const Ris3Record *const ris3_list_records[RIS3_N_LISTS];

/* Which rows to read. */
typedef struct
{
  gboolean all;
  gboolean overview; /* all strategies without their priorities, the saved views, the joined columns, and meta; nothing
                        else */
  gboolean later;    /* ris3_loader_read_priorities () follows, and finishes the forest */
  gboolean meta;
  GHashTable *keys[RIS3_N_LISTS]; /* sets of keys as text */
  GHashTable *region_keys;        /* "2016 FRL0" */
} Ris3Wanted;

Ris3Wanted *ris3_wanted_new (void);
void ris3_wanted_free (Ris3Wanted *self);

/* What was read: new objects that nothing else refers to yet. */
typedef struct
{
  GHashTable *meta;                 /* key to value, both char *; NULL: not read */
  GPtrArray *objects[RIS3_N_LISTS]; /* each in the order of its record */
  Ris3Forest *forest;               /* the priorities of the strategies; NULL: none were asked for */
  GPtrArray *regions;               /* of Ris3RegionName */
  GStringChunk *region_strings;     /* strings of the regions: there are thousands, and most are never asked for */
} Ris3Loaded;

void ris3_loaded_free (Ris3Loaded *self);

/* Reads rows within one transaction, so that all are of the same state; in any thread. NULL on an error:
 * RIS3_ATLAS_ERROR or G_IO_ERROR_CANCELLED. (transfer full) */
Ris3Loaded *ris3_loaded_read (Ris3Connection *connection, const Ris3Wanted *wanted, GError **error);

/* Reads the priorities of strategies (a set of ids) into a forest: all at once, or those of one strategy after another.
 */
gboolean ris3_loader_read_priorities (Ris3Connection *connection,
                                      Ris3Forest *forest,
                                      GHashTable *strategies,
                                      gboolean all,
                                      GError **error);

/* Runs func for each row of a query; key: its first parameter, NULL for none. */
typedef gboolean (*Ris3RowFunc) (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error);
gboolean ris3_loader_for_each_row (Ris3Connection *connection,
                                   const char *sql,
                                   const char *key,
                                   Ris3RowFunc func,
                                   gpointer user_data,
                                   GError **error);
/* Sets an error that says that a row cannot be read. Returns FALSE. what: the key of a row, or a table */
gboolean ris3_loader_damaged (Ris3Connection *connection, const char *what, GError **error);

/* Themes, by the id of what they are of. */
typedef GHashTable Ris3Themes;

Ris3Themes *ris3_themes_new (void);
/* Adds what a query with the columns id, key ("scheme version code") and name gives; argument: as key above. */
gboolean
ris3_themes_read (Ris3Themes *self, Ris3Connection *connection, const char *sql, const char *argument, GError **error);
/* (transfer full), both; empty if there are none */
void ris3_themes_get (Ris3Themes *self, gint64 id, char ***names, GRefString ***keys);

/* Reads the themes of activities that have been read. */
gboolean
ris3_loader_read_activity_themes (Ris3Connection *connection, GPtrArray *activities, gboolean all, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Wanted, ris3_wanted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Loaded, ris3_loaded_free)

G_END_DECLS
