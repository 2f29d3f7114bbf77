/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_APPLICATION (ris3_application_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Application, ris3_application, RIS3, APPLICATION, AdwApplication)

/* The program: windows, the files given on its command line, shortcuts, about and quit.
 *
 * opens_last: whether it starts without files, so that the last atlas can be read right from the start
 */
Ris3Application *ris3_application_new (gboolean opens_last);

G_END_DECLS
