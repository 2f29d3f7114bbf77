/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-option.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* What the program ends with. */
enum
{
  RIS3_EXIT_FINE = 0,
  RIS3_EXIT_PROBLEMS = 1, /* the command did its work and found something */
  RIS3_EXIT_ERROR = 2,    /* wrong usage, or data that cannot be read or written */
};

struct _Ris3Arguments;

/* What a command makes of an option. */
typedef struct
{
  Ris3OptionId id;
  const char *note; /* marked for translation; ends what the help says of the option; NULL: nothing to add */
} Ris3CommandOption;

#define RIS3_COMMAND_MAX_OPTIONS 22

/* A command, as the program runs it and as --help, the manual page and the completions of the shells tell of it.
 * One file each: ris3-command-NAME.c; ris3-command.c lists them.
 *
 * Where an atlas may be named with --atlas, it may also be named after the operand, which is needed; of several, it is
 * the last one.
 */
typedef struct _Ris3Command Ris3Command;

struct _Ris3Command
{
  const char *name;
  const char *summary;      /* marked for translation: a few words */
  const char *details;      /* marked for translation: sentences */
  const char *operand;      /* marked for translation, what must be named: "REGION"; NULL: nothing */
  gboolean operand_is_file; /* so that the shells complete it */
  gboolean has_operands;    /* several can be named */
  Ris3CommandOption options[RIS3_COMMAND_MAX_OPTIONS];
  guint n_options; /* without --help and --version, which each has */
  /* Gives the exit status; what it prints goes through ris3_print(). */
  int (*run) (const struct _Ris3Arguments *arguments);
};

/* The commands, in the order of the help. (transfer none) */
guint ris3_command_get_n_commands (void);
const Ris3Command *ris3_command_get (guint index);
const Ris3Command *ris3_command_find (const char *name); /* NULL: there is none of that name */

gboolean ris3_command_has_option (const Ris3Command *self, Ris3OptionId id);

/* "ris3 show [OPTION…] REGION [ATLAS]". (transfer full) */
char *ris3_command_get_usage (const Ris3Command *self);

/* Tells an error on standard error. Gives RIS3_EXIT_ERROR. */
int ris3_command_fail (const GError *error);
/* Tells on standard error that an editor could not keep a backup, which stops nothing. */
void ris3_command_warn_of_backup (Ris3Editor *editor);

G_END_DECLS
