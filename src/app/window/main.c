/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-application.h"
#include "model/ris3-data-dir.h"

int
main (int argc, char **argv)
{
  g_autoptr (Ris3Application) application = NULL;

  ris3_data_set_language ();
  application = ris3_application_new (argc == 1);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
