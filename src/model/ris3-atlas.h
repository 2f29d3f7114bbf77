/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-activity.h"
#include "model/ris3-assessment.h"
#include "model/ris3-changes.h"
#include "model/ris3-comment.h"
#include "model/ris3-consultation-round.h"
#include "model/ris3-note.h"
#include "model/ris3-organisation.h"
#include "model/ris3-participation.h"
#include "model/ris3-joined-column.h"
#include "model/ris3-request.h"
#include "model/ris3-saved-view.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

#define RIS3_ATLAS_ERROR (ris3_atlas_error_quark ())
GQuark ris3_atlas_error_quark (void);

/* Each code asks for a different reaction; each message says what to do. */
typedef enum
{
  RIS3_ATLAS_ERROR_OPEN,       /* does not exist, or is not readable, or not writable where it must be */
  RIS3_ATLAS_ERROR_NOT_ATLAS,  /* not an SQLite file */
  RIS3_ATLAS_ERROR_FOREIGN,    /* an SQLite file of another application */
  RIS3_ATLAS_ERROR_TOO_NEW,    /* made by a newer RIS3 Atlas */
  RIS3_ATLAS_ERROR_DAMAGED,    /* its schema, pages, rules, references or trees are not in order */
  RIS3_ATLAS_ERROR_MIGRATE,    /* the backup copy or a migration step failed; the file is unchanged */
  RIS3_ATLAS_ERROR_INVALID,    /* an atlas cannot hold it; for an imported row, file, line and column are named */
  RIS3_ATLAS_ERROR_WRITE,      /* no space, read-only … nothing was changed */
  RIS3_ATLAS_ERROR_BUSY,       /* another program is changing the file; nothing was read or changed */
  RIS3_ATLAS_ERROR_UNFINISHED, /* a crash left it half written, and it is read-only */
  RIS3_ATLAS_ERROR_INTERNAL,   /* a mistake of the program: the file is not to blame */
} Ris3AtlasError;

/* A message is for a person, and on one line. What SQLite or a check says of the file, where that may help whoever
 * looks after it, stands on the lines after it: for a file and the command line the message is whole, a window
 * shows its words, and the details if they are asked for.
 */
char *ris3_atlas_error_get_words (const GError *error);         /* (transfer full) */
const char *ris3_atlas_error_get_details (const GError *error); /* NULL: there are none */

/* PRAGMA application_id of every atlas: the bytes "RIS3". */
#define RIS3_ATLAS_APPLICATION_ID 0x52495333
#define RIS3_ATLAS_SCHEMA_VERSION 3
#define RIS3_ATLAS_SUFFIX ".ris3atlas"

#define RIS3_TYPE_ATLAS (ris3_atlas_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Atlas, ris3_atlas, RIS3, ATLAS, GObject)

/* Opens an atlas: checks that it is one, makes a backup copy beside it and migrates it when its
 * schema is older, and loads what the views bind to. Files are not trusted: they are opened in
 * defensive mode, without trusted schema and without extension loading.
 *
 * path: a file name in the file system's encoding
 *
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 *
 * Of a large file, the asynchronous call gives the atlas before all of it has been read and checked; that goes on in
 * its thread. Who asks for priorities, or edits, waits for it. If it finds the file damaged, each edit is refused with
 * that error, and "lost" tells it to those who watch (ris3_atlas_watch ()).
 */
Ris3Atlas *ris3_atlas_open (const char *path, GCancellable *cancellable, GError **error);
void
ris3_atlas_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
Ris3Atlas *ris3_atlas_open_finish (GAsyncResult *result, GError **error);

/* Opens and checks an atlas in the same way, but reads no more of it than its strategies without their priorities, its
 * saved views, its title and its date: for those who only count. Everything else is empty, and it cannot be reloaded.
 * (transfer full) */
Ris3Atlas *ris3_atlas_open_overview (const char *path, GCancellable *cancellable, GError **error);

/* Makes a new, empty atlas at path, which must not exist yet. (transfer full) */
Ris3Atlas *ris3_atlas_create (const char *path, GError **error);

/* Makes a new atlas at path, with the regions and codebooks of another, and nothing else. replace: whether path may
 * exist */
gboolean ris3_atlas_create_like (const char *path, const char *template_path, gboolean replace, GError **error);

/* Copies an atlas with SQLite's backup interface, through a temporary file and a rename. */
gboolean ris3_atlas_copy (const char *from_path, const char *to_path, GError **error);
/* The same to a file that must not exist yet. */
gboolean ris3_atlas_copy_new (const char *from_path, const char *to_path, GError **error);

/* Brings an atlas up to date with changed rows of its file, and announces that with the signal
 * "changed" (Ris3Changes), which is emitted once, on the thread of the caller's main context, after all of
 * the atlas is up to date:
 *
 * - the rows are read off that thread, all from the same state of the file; calls are served one after another;
 * - a strategy comes with its priorities and their themes, whichever of these is named; the object
 *   of a row that no longer exists is removed from its list;
 * - objects never change: a new one replaces the old one, but an old one with the same contents stays, and so
 *   do its priorities, if they have been asked for; lists emit items-changed only where they differ;
 * - rows of tables that are not published here (organisations …) are announced only.
 *
 * On an error nothing changes and nothing is announced: RIS3_ATLAS_ERROR (OPEN if another file has
 * replaced the atlas), G_IO_ERROR_CANCELLED.
 */
void ris3_atlas_reload_async (Ris3Atlas *self,
                              Ris3Changes *changes,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ris3_atlas_reload_finish (Ris3Atlas *self, GAsyncResult *result, GError **error);

const char *ris3_atlas_get_path (Ris3Atlas *self);
/* From the meta table; all stay as they are until "changed". */
const char *ris3_atlas_get_title (Ris3Atlas *self);
const char *ris3_atlas_get_data_date (Ris3Atlas *self); /* state of the data, ISO 8601 */
/* Which boundaries of one's own the atlas is shown with, as text; "": those of the program. */
#define RIS3_ATLAS_BOUNDARIES_KEY "boundaries"
const char *ris3_atlas_get_boundaries (Ris3Atlas *self);
gboolean ris3_atlas_get_read_only (Ris3Atlas *self);

/* Everything in the atlas, each list always in the order given here: (transfer none) */
GListModel *ris3_atlas_get_strategies (Ris3Atlas *self);     /* of Ris3Strategy: region code, period, year, id */
GListModel *ris3_atlas_get_participations (Ris3Atlas *self); /* of Ris3Participation: programme, role, name */
GListModel *ris3_atlas_get_comments (Ris3Atlas *self);       /* of Ris3Comment: region code, id */
GListModel *ris3_atlas_get_assessments (Ris3Atlas *self);    /* of Ris3Assessment: region code, assessor */
GListModel *ris3_atlas_get_notes (Ris3Atlas *self);          /* of Ris3Note: oldest first */
GListModel *ris3_atlas_get_activities (Ris3Atlas *self);     /* of Ris3Activity: region code, year_from, title */
GListModel *ris3_atlas_get_saved_views (Ris3Atlas *self);    /* of Ris3SavedView: oldest first */
GListModel *ris3_atlas_get_joined_columns (Ris3Atlas *self); /* of Ris3JoinedColumn: by name */
GListModel *ris3_atlas_get_rounds (Ris3Atlas *self);         /* of Ris3ConsultationRound: newest first */
GListModel *ris3_atlas_get_requests (Ris3Atlas *self);       /* of Ris3Request: round, region code, id */
GListModel *ris3_atlas_get_organisations (Ris3Atlas *self);  /* of Ris3Organisation: by name */

/* The periods that strategies have, oldest first, NULL-terminated: "2014-2020", "2021-2027". They stay as
 * they are until "changed". */
const char *const *ris3_atlas_get_periods (Ris3Atlas *self);

/* A region in the list of regions that an atlas contains. Strings belong to the atlas. */
typedef struct
{
  guint nuts_version;
  const char *code;
  guint level;
  const char *parent_code;  /* "" for a country; not always the start of the code: UKN10 of 2016 lies in UKN0 */
  const char *name;         /* local name, in its own script */
  const char *name_latin;   /* the same in Latin script */
  const char *name_english; /* for countries; else "" */
} Ris3RegionName;

/* NULL when that version has no such code. It stays valid as long as the atlas, even if a change replaces
 * it. (transfer none) */
const Ris3RegionName *ris3_atlas_lookup_region (Ris3Atlas *self, guint nuts_version, const char *code);

/* NULL: there is none (any more). (transfer none) */
Ris3Strategy *ris3_atlas_lookup_strategy (Ris3Atlas *self, const char *id);
/* strategy: the one that it belongs to; may be NULL */
Ris3Priority *ris3_atlas_lookup_priority (Ris3Atlas *self, gint64 id, Ris3Strategy **strategy);

/* NULL: none has that name. (transfer none) */
Ris3SavedView *ris3_atlas_lookup_saved_view (Ris3Atlas *self, const char *name);

/* NULL: there is none (any more). (transfer none) */
Ris3Comment *ris3_atlas_lookup_comment (Ris3Atlas *self, gint64 id);
Ris3Request *ris3_atlas_lookup_request (Ris3Atlas *self, gint64 id);
Ris3ConsultationRound *ris3_atlas_lookup_round (Ris3Atlas *self, gint64 id);
Ris3Organisation *ris3_atlas_lookup_organisation (Ris3Atlas *self, gint64 id);

/* The same of a joined column. */
Ris3JoinedColumn *ris3_atlas_lookup_joined_column (Ris3Atlas *self, const char *name);

/* What a field of a row holds, as ris3_edit_expect () takes it: a number as its text, "" for none, "themes" one a
 * line as ris3_edit_set_themes () takes them. NULL: there is no such row (any more). For a table whose rows are
 * published here, and fields that are. (transfer full) */
char *ris3_atlas_dup_value (Ris3Atlas *self, const char *table, const char *key, const char *field);

G_END_DECLS
