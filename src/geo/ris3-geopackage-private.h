/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether nothing in a GeoPackage is run when its tables are read. SQLite would run what a file brings along: a view
 * in the place of a table, even of one that GDAL reads when it opens the file, or a column that is computed. So its
 * schema is looked at here, in the bytes, before GDAL and SQLite see it. Triggers may be there, as GDAL itself makes
 * some: they run when something is written, and nothing is.
 *
 * data: a whole file, of any bytes and length
 * problem: (out) what is wrong, as a sentence; (transfer full)
 */
gboolean ris3_geopackage_check (const guint8 *data, gsize size, char **problem);

G_END_DECLS
