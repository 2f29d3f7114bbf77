/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-backup.h"
#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* As ris3_backup_make (), with a connection that is in no transaction. */
gboolean ris3_backup_make_from (Ris3Connection *connection,
                                const char *path,
                                Ris3BackupKind kind,
                                GDateTime *now,
                                GError **error);

G_END_DECLS
