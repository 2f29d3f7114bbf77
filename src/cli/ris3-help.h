/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-command.h"

G_BEGIN_DECLS

/* Print what the program, or one of its commands, is called with. */
void ris3_help_program (void);
void ris3_help_command (const Ris3Command *command);
/* Print which version this is. */
void ris3_help_version (void);

/* "-n, --nuts=YEAR", in the language of the locale. (transfer full) */
char *ris3_help_name_option (Ris3OptionId id);

/* What “ris3 help” is for. (transfer none) */
const char *ris3_help_get_summary (void);
/* The sentence on what the program ends with. (transfer none) */
const char *ris3_help_get_exit_status (void);

/* All options of a command, --help and --version at the end. (transfer none) note: see Ris3CommandOption */
guint ris3_help_get_n_options (const Ris3Command *command);
Ris3OptionId ris3_help_get_option (const Ris3Command *command, guint index);
/* What the command says of one of them. (transfer full) */
char *ris3_help_describe_option (const Ris3Command *command, guint index);

G_END_DECLS
