/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-command.h"
#include "model/ris3-atlas.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* What a command was called with, in the manner of GNU: long options and letters, before, between and after
 * operands; unambiguous beginnings of long options; “--” ends the options.
 */
typedef struct _Ris3Arguments Ris3Arguments;

/* Reads the arguments; argv[0] is the command's name. NULL after telling what is wrong. With --help or
 * --version nothing else is checked. (transfer full)
 */
Ris3Arguments *ris3_arguments_new (const Ris3Command *command, int argc, char **argv);
void ris3_arguments_free (Ris3Arguments *self);

const Ris3Command *ris3_arguments_get_command (const Ris3Arguments *self);
/* Whether an option was given; of one that takes a value, the value: of files in the file system's encoding,
 * else UTF-8; NULL where it was not given. (transfer none)
 */
gboolean ris3_arguments_has (const Ris3Arguments *self, Ris3OptionId id);
const char *ris3_arguments_get (const Ris3Arguments *self, Ris3OptionId id);
/* What the command's operand was given as, UTF-8. (transfer none) */
const char *ris3_arguments_get_operand (const Ris3Arguments *self);
/* The same as a file name, in the file system's encoding. (transfer none) */
const char *ris3_arguments_get_operand_file (const Ris3Arguments *self);
/* All operands of a command that can have several, the same way; NULL-terminated. (transfer none) */
const char *const *ris3_arguments_get_operand_files (const Ris3Arguments *self);

/* The file name of the atlas that is named, with an option or without, or of the default one; NULL after telling
 * that there is none. (transfer full)
 */
char *ris3_arguments_find_atlas (const Ris3Arguments *self);
/* The file name of the atlas that is named, for a command that writes: there is no default. NULL after telling that it
 * is missing. (transfer none) */
const char *ris3_arguments_need_atlas (const Ris3Arguments *self);
/* A whole number above 0 as the value of an option; preset, where it was not given. FALSE after telling that it is
 * none. */
gboolean ris3_arguments_get_number (const Ris3Arguments *self, Ris3OptionId id, gint64 preset, gint64 *number);
/* That atlas, opened. NULL after telling what is wrong. (transfer full) */
Ris3Atlas *ris3_arguments_open_atlas (const Ris3Arguments *self);
/* The same, with ris3_atlas_open_overview (). */
Ris3Atlas *ris3_arguments_open_overview (const Ris3Arguments *self);
/* An editor of that atlas, which keeps backups. actor: as in ris3_editor_open (). NULL after telling what is wrong.
 * (transfer full) */
Ris3Editor *ris3_arguments_open_editor (const Ris3Arguments *self, const char *actor);

/* The file that --output names, for a command that needs it. NULL after telling that it is missing. (transfer none) */
const char *ris3_arguments_need_output (const Ris3Arguments *self);
/* Whether a file to be written is standard output, by whichever name: what is drawn or exported and JSON in one stream,
 * or the one in the place of the other, are neither. */
gboolean ris3_arguments_is_standard_output (const char *path);

/* Whether an option is not given, or has one of the words that it takes; else tells which. */
gboolean ris3_arguments_check_word (const Ris3Arguments *self, Ris3OptionId option);
/* Tells which words an option takes, where it has another. more: what follows them, such as “, regions”, or NULL.
 * FALSE, always */
gboolean ris3_arguments_complain_of_word (const Ris3Arguments *self, Ris3OptionId option, const char *more);

/* Tells on standard error what is wrong with the call, a sentence, and where help is. */
void ris3_arguments_complain (const Ris3Command *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Arguments, ris3_arguments_free)

G_END_DECLS
