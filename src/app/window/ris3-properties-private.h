/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/window/ris3-properties.h"

#include "model/ris3-facts.h"

G_BEGIN_DECLS

struct _Ris3Properties
{
  AdwWindow parent_instance;

  Ris3Window *window; /* weak */
  Ris3Session *session;
  GCancellable *reading;  /* of the facts; NULL: nothing is being read */
  GCancellable *checking; /* the same of the check */

  AdwPreferencesGroup *trouble_group;
  GtkLabel *trouble_label;
  AdwActionRow *title_view;
  GtkEditable *title_row; /* while the atlas is edited */
  AdwActionRow *file_row;
  AdwActionRow *folder_row;
  AdwActionRow *size_row;
  AdwActionRow *version_row;
  AdwActionRow *created_row;
  AdwActionRow *changed_row;
  GtkLabel *strategies_label;
  GtkLabel *priorities_label;
  GtkLabel *notes_label;
  GtkLabel *comments_label;
  GtkLabel *changes_label;
  AdwPreferencesGroup *check_group;
  AdwActionRow *check_row;
  GtkSpinner *check_spinner;
  GtkWidget *check_button;
  GPtrArray *finding_rows; /* of GtkWidget, not owned */
  AdwPreferencesGroup *backup_group;
  GtkWidget *backup_folder_button;
  GPtrArray *backup_rows; /* the same */
};

/* A moment as a text. (transfer full) */
char *_ris3_properties_format_time (GDateTime *time);
/* Says why something was not done. */
void _ris3_properties_show_error (Ris3Properties *self, const char *heading, const GError *error);

/* ris3-properties-backups.c */
/* backups: of Ris3Backup */
void _ris3_properties_list_backups (Ris3Properties *self, GPtrArray *backups);

G_END_DECLS
