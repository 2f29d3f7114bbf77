/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-request-saying.h"
#include "app/consultation/ris3-rounds-window.h"
#include "app/ris3-session-edit.h"

G_BEGIN_DECLS

struct _Ris3RoundsWindow
{
  AdwWindow parent_instance;

  GtkWidget *reading; /* says that nothing is edited */
  GtkStack *stack;
  GtkDropDown *chooser;
  GtkLabel *summary;
  GtkLabel *dates; /* of the round */
  GtkEditable *search;
  GtkDropDown *state;
  GtkStringList *states; /* Ris3RequestState, with how many are */
  AdwToastOverlay *toasts;
  GtkStack *requests;
  GtkListView *list;
  GtkLabel *chosen;

  Ris3Session *session;
  Ris3Atlas *atlas;
  GtkFilter *filter;    /* the requests of the round that is chosen, in the state and with the words that are */
  char **words;         /* that are looked for, folded; NULL: none */
  gboolean is_counting; /* the program changes the states */
  GtkSelectionModel *selection;
  GHashTable *chosen_ids; /* of gint64: the requests that are chosen, whichever objects stand for them */
  char *today;
  GMenuModel *request_menu;
  GPtrArray *contacts;         /* of Ris3Contact: all persons; NULL: not read yet */
  GArray *asked;               /* of Ris3RequestContact: who of them was asked; NULL: not read yet */
  GHashTable *asked_persons;   /* their names by the gint64 of the request */
  AdwToast *toast;             /* weak */
  gboolean has_unrecorded;     /* what was done last is no edit */
  gboolean is_reading_removal; /* what would go with a round is read, to be asked about */
  GHashTable *bound;           /* of GtkListItem: the rows that there are */
};

/* In ris3-rounds-window-list.c: which requests are listed, their rows, and what is said of them. */

void _ris3_rounds_window_set_up_list (Ris3RoundsWindow *self);
/* Another round, or another state, is wanted. */
void _ris3_rounds_window_list_others (Ris3RoundsWindow *self);
/* The round that is chosen; NULL: there is none. (transfer none) */
Ris3ConsultationRound *_ris3_rounds_window_get_round (Ris3RoundsWindow *self);
/* The requests that are chosen, as they are now. (transfer container) */
GPtrArray *_ris3_rounds_window_get_chosen (Ris3RoundsWindow *self);

/* In ris3-rounds-window-actions.c: what is done with a round and its requests. */

void _ris3_rounds_window_install_actions (GtkWidgetClass *klass);
/* Which can be done, and with how many. */
void _ris3_rounds_window_update_actions (Ris3RoundsWindow *self);

/* In ris3-rounds-window-round.c: what is done with a round as a whole. */

void _ris3_rounds_window_install_round_actions (GtkWidgetClass *klass);
/* Which can be done. */
void _ris3_rounds_window_update_round_actions (Ris3RoundsWindow *self);
/* Activates an action of the window behind this one, where those of edits are. parameter: taken, if it is floating */
void _ris3_rounds_window_activate (Ris3RoundsWindow *self, const char *action, GVariant *parameter);
/* What a round is called where it is chosen. (transfer full) */
char *_ris3_rounds_window_name_round (Ris3ConsultationRound *round);
/* "Opened on …, due on …", and what else is recorded of it. (transfer full) */
char *_ris3_rounds_window_describe_round (Ris3ConsultationRound *round);

/* Says in the window what an edit did. */
void _ris3_rounds_window_tell_edit (Ris3RoundsWindow *self, const Ris3EditResult *result);

/* In ris3-rounds-window-menu.c: what is done with chosen requests from their menu. */

void _ris3_rounds_window_install_menu (GtkWidgetClass *klass);
/* Which of it can be done. */
void _ris3_rounds_window_update_menu (Ris3RoundsWindow *self);

/* In ris3-rounds-window-persons.c: which persons were asked. Their names are shown here, and kept nowhere else. */

/* Reads them (anew), and shows them in the rows. */
void _ris3_rounds_window_read_persons (Ris3RoundsWindow *self);
/* The names of those to whom a request went; "": none is known. (transfer none) */
const char *_ris3_rounds_window_get_asked (Ris3RoundsWindow *self, Ris3Request *request);
/* Asks to whom a request went. */
void _ris3_rounds_window_ask_persons (Ris3RoundsWindow *self, Ris3Request *request);

/* In ris3-rounds-window-list.c */

/* Shows the rows anew. */
void _ris3_rounds_window_refresh_rows (Ris3RoundsWindow *self);

G_END_DECLS
