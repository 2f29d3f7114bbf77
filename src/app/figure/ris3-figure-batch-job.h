/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-files-job.h"
#include "app/ris3-session.h"
#include "report/ris3-batch.h"

G_BEGIN_DECLS

/* Many files of what a session shows (Ris3Batch), on an atlas that is opened for it: edits meanwhile are not in it.
 *
 * options: the page of each map; copied
 * extent: of each map that is not of one country, as a view keeps it; NULL: all of Europe
 *
 * (transfer full) */
Ris3FilesJob *ris3_figure_batch_job_new (Ris3Session *session, const Ris3PageOptions *options, const char *extent);
/* What is listed next: the files of a pattern in a folder (both in the file system's encoding). A table beside a file
 * counts as that; of a figure that is left as it is, no table is written either.
 *
 * table: as of ris3_batch_set_tables ()
 *
 * To list them fails as ris3_batch_read_pattern () and ris3_batch_new () do. */
void ris3_figure_batch_job_choose (Ris3FilesJob *job, const char *folder, const char *pattern, const char *table);

G_END_DECLS
