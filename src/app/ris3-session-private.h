/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

struct _Ris3Session
{
  GObject parent_instance;

  Ris3Atlas *atlas;
  Ris3Geodata *geodata;     /* of the view's NUTS version, or of the version before while that loads */
  Ris3Placement *placement; /* of the atlas on geodata; NULL without either */
  Ris3View *view;
  Ris3Classification *classification;
  Ris3Classification *compared; /* the second map; NULL: there is none */
  Ris3Comparison *comparison;   /* of both; NULL: there is none */
  char **remembered;            /* codes of the selection that is waited for; NULL: none */
  GArray *selection;            /* of guint */
  gint hovered_region;

  gboolean editing;
  char *person; /* whom the history names; NULL: the account's name */
  char **former_persons;
  guint n_edits;      /* that are being made */
  guint watch_source; /* waits to watch the atlas, else 0 */

  Ris3FilterIndex *filter_index;   /* of the atlas; NULL until it is read */
  Ris3FilterResult *filter_result; /* NULL without an index */
  Ris3Changes *unread_changes;     /* that the index, once it is read, may lack; NULL: none */
  GCancellable *reading_index;     /* of the index being read, else NULL */
  guint index_source;              /* waits until nothing else is done to read it, else 0 */
  GCancellable *filtering;         /* of words being looked for, else NULL */

  GCancellable *opening;         /* of the atlas being opened, else NULL */
  GCancellable *loading_own;     /* of the boundaries that the atlas remembers, else NULL */
  gint own_progress;             /* of that, in thousandths */
  char *own_text;                /* what the atlas remembers, as it was last followed */
  GCancellable *loading_geodata; /* of the geodata being loaded, else NULL */
};

enum
{
  PROP_0,
  PROP_ATLAS,
  PROP_VIEW,
  PROP_CLASSIFICATION,
  PROP_LOADING,
  PROP_SELECTED_REGION,
  PROP_HOVERED_REGION,
  PROP_EDITING,
  PROP_FILTER_RESULT,
  N_PROPS,
};

extern GParamSpec *_ris3_session_properties[N_PROPS];

enum
{
  SIGNAL_ATLAS_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_FAILED,
  SIGNAL_LOST,
  SIGNAL_FOUND,
  SIGNAL_BACKUP_FAILED,
  SIGNAL_EDITED,
  SIGNAL_EDIT_FAILED,
  SIGNAL_TEXT_REFUSED,
  SIGNAL_LEAVING,
  SIGNAL_EDITS_DONE,
  SIGNAL_ADDED,
  SIGNAL_OWN_FAILED,
  SIGNAL_ROW_WANTED,
  N_SIGNALS,
};

extern guint _ris3_session_signals[N_SIGNALS];

/* Tells that a property has changed. */
void _ris3_session_notify (Ris3Session *self, guint property);
/* The NUTS version of the boundaries that are shown, which may still be those before. */
guint _ris3_session_get_shown_version (Ris3Session *self);
/* Places the strategies again: the atlas or the boundaries have changed. */
void _ris3_session_place (Ris3Session *self);
/* Classifies again. The caller holds back notifications until everything that belongs together has changed. */
void _ris3_session_classify (Ris3Session *self);
/* Filters again: the view has another filter or period. If words are looked for, the result comes later. */
void _ris3_session_apply_filter (Ris3Session *self);
/* Classifies what the map is compared with. NULL: nothing is, or it is not known yet. (transfer full) */
Ris3Classification *_ris3_session_classify_compared (Ris3Session *self);
/* The session has another atlas, or rows of it have changed. */
void _ris3_session_begin_filter (Ris3Session *self);
void _ris3_session_follow_changes (Ris3Session *self, Ris3Changes *changes);
void _ris3_session_stop_filter (Ris3Session *self);
/* The session has another atlas: it is read, not edited, and from now on watched. */
void _ris3_session_begin_editing (Ris3Session *self);
/* Selects what was remembered as soon as there are boundaries to find it in. */
void _ris3_session_recall_selection (Ris3Session *self);
/* Selects what the selected regions of the former boundaries are in those of the session. Nobody is told yet. */
void _ris3_session_keep_selection (Ris3Session *self, Ris3Boundaries *former);
/* Shows the map with what has been loaded. */
void _ris3_session_set_geodata (Ris3Session *self, Ris3Geodata *geodata);
/* Loads what comes with the program, of the view's version. */
void _ris3_session_load_geodata (Ris3Session *self);
void _ris3_session_stop_loading_geodata (Ris3Session *self);
/* Shows the map with the boundaries that the atlas remembers, once they are read; with those of the program while there
 * are none, or their file is gone or another one, which “own-failed” tells. */
void _ris3_session_follow_own (Ris3Session *self);
void _ris3_session_stop_loading_own (Ris3Session *self);
/* Whether it is shown with boundaries of one's own. */
gboolean _ris3_session_shows_own (Ris3Session *self);
/* Tells of another selection, or of other boundaries that it indexes. */
void _ris3_session_selection_changed (Ris3Session *self);

G_END_DECLS
