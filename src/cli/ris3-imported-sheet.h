/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "cli/ris3-json.h"
#include "map/ris3-headed-sheet.h"
#include "map/ris3-region-finder.h"
#include "map/ris3-table-import.h"

G_BEGIN_DECLS

/* One of the tables that a command imports, and how it is understood. */
typedef struct
{
  char *path;  /* of the file */
  char *shown; /* path, as people see it */
  Ris3HeadedSheet *headed;
  Ris3ColumnMapping *mapping;
  Ris3ImportPlan *plan;
  char *report; /* of the dry run; NULL before it is made */
} Ris3ImportedSheet;

/* headed: (transfer full). NULL after telling what is wrong with its columns. (transfer full) */
Ris3ImportedSheet *
ris3_imported_sheet_new (const Ris3Arguments *arguments, const char *path, const char *shown, Ris3HeadedSheet *headed);
void ris3_imported_sheet_free (Ris3ImportedSheet *self);

/* Reads the rows and compares them with the atlas.
 *
 * earlier: Ris3ImportedSheet that are imported before this one
 * Errors: as ris3_table_import_read () and ris3_import_plan_compare () */
gboolean ris3_imported_sheet_compare (Ris3ImportedSheet *self,
                                      Ris3RegionFinder *finder,
                                      GHashTable *preferred,
                                      const char *atlas,
                                      Ris3ImportIdentity identity,
                                      gboolean clears,
                                      Ris3ImportedSheet *const *earlier,
                                      guint n_earlier,
                                      GError **error);
/* Makes the report of the dry run: it may be long. Also on another thread while the plan is being applied. */
void ris3_imported_sheet_make_report (Ris3ImportedSheet *self);
/* How the file was understood, and that report. */
void ris3_imported_sheet_print (Ris3ImportedSheet *self);
/* The members of an object that is begun. */
void ris3_imported_sheet_add_to_json (Ris3ImportedSheet *self, Ris3Json *json);

G_END_DECLS
