/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-rounds-window.h"

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
/* What a round is called where it is chosen. (transfer full) */
char *_ris3_rounds_window_name_round (Ris3ConsultationRound *round, gpointer unused);
/* "Opened on …, due on …", and what else is recorded of it. (transfer full) */
char *_ris3_rounds_window_describe_round (Ris3ConsultationRound *round);

G_END_DECLS
