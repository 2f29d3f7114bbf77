/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-describe.h"

#include "cli/ris3-describe-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-atlas.h"
#include "model/ris3-data-dir.h"

/* A completion says nothing of what is wrong. */
static int
print_periods (void)
{
  g_autofree char *path = ris3_data_find ("default.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = path != NULL ? ris3_atlas_open (path, NULL, NULL) : NULL;

  ris3_print ("latest\n");
  for (const char *const *period = atlas != NULL ? ris3_atlas_get_periods (atlas) : NULL; period != NULL && *period;
       period++)
    ris3_print ("%s\n", *period);
  return RIS3_EXIT_FINE;
}

int
ris3_describe (const char *what)
{
  ris3_print_in_utf8 ();
  if (g_strcmp0 (what, "man") == 0)
    _ris3_describe_man ();
  else if (g_strcmp0 (what, "bash") == 0)
    _ris3_describe_bash ();
  else if (g_strcmp0 (what, "zsh") == 0)
    _ris3_describe_zsh ();
  else if (g_strcmp0 (what, "periods") == 0)
    return print_periods ();
  else
    return RIS3_EXIT_ERROR;
  return RIS3_EXIT_FINE;
}
