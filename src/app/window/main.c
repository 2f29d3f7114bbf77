/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/window/ris3-application.h"
#include "geo/ris3-environment.h"
#include "model/ris3-data-dir.h"
#include "model/ris3-output-file.h"

/* GLib does not say whether what it prints, such as --help, was written. */
static void
check_standard_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  g_printerr (_ ("ris3-atlas: Standard output cannot be written to (%s). Send the output elsewhere.\n"),
              g_strerror (errno));
  _exit (EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  g_autoptr (Ris3Application) application = NULL;

  ris3_environment_clear ();
  ris3_output_file_init ();
  atexit (check_standard_output);
  ris3_data_set_language ();
  application = ris3_application_new (argc == 1);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
