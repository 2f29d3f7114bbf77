/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes the variables of GDAL, OGR and PROJ from the environment, but for those that say where their own data are:
 * GDAL asks the environment at any time, so a variable could change how the program's data are read, write a log, or
 * let it use the network. To be called first in main(), as long as there is one thread.
 */
void ris3_environment_clear (void);

G_END_DECLS
