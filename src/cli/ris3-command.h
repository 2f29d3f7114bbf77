/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What the program ends with. */
enum
{
  RIS3_EXIT_FINE = 0,
  RIS3_EXIT_PROBLEMS = 1, /* the command did its work and found something */
  RIS3_EXIT_ERROR = 2,    /* wrong usage, or data that cannot be read or written */
};

/* A command: argv[0] is the command's name. Gives the exit status. */
typedef int (*Ris3CommandFunc) (int argc, char **argv);

/* One file each: ris3-command-NAME.c. The table in main.c lists them. */
int ris3_cli_build_default (int argc, char **argv);
int ris3_cli_check (int argc, char **argv);
int ris3_cli_map (int argc, char **argv);
int ris3_cli_show (int argc, char **argv);
int ris3_cli_stats (int argc, char **argv);

/* Parses a command's options; --help is answered and ends the program.
 *
 * usage: what stands after the options: "REGION"
 * least, most: how many arguments must, and may, be left
 * Gives FALSE after telling what is wrong.
 */
gboolean ris3_cli_parse (const char *command,
                         const char *usage,
                         const char *summary,
                         const GOptionEntry *entries,
                         int least,
                         int most,
                         int *argc,
                         char ***argv);

/* The file name of the default atlas; NULL after telling that there is none. (transfer full) */
char *ris3_cli_find_default_atlas (void);

/* The atlas at path, NULL meaning the default one. NULL after telling what is wrong. (transfer full) */
Ris3Atlas *ris3_cli_open_atlas (const char *path);

/* Tells an error on stderr. Gives RIS3_EXIT_ERROR. */
int ris3_cli_fail (const GError *error);

G_END_DECLS
