/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-command.h"

G_BEGIN_DECLS

extern const Ris3Command ris3_command_answers;
extern const Ris3Command ris3_command_backup;
extern const Ris3Command ris3_command_batch;
extern const Ris3Command ris3_command_build_default;
extern const Ris3Command ris3_command_check;
extern const Ris3Command ris3_command_boundaries;
extern const Ris3Command ris3_command_compare;
extern const Ris3Command ris3_command_edit;
extern const Ris3Command ris3_command_erase_person;
extern const Ris3Command ris3_command_export;
extern const Ris3Command ris3_command_history;
extern const Ris3Command ris3_command_import;
extern const Ris3Command ris3_command_join;
extern const Ris3Command ris3_command_list;
extern const Ris3Command ris3_command_map;
extern const Ris3Command ris3_command_new;
extern const Ris3Command ris3_command_pack;
extern const Ris3Command ris3_command_register;
extern const Ris3Command ris3_command_sheet;
extern const Ris3Command ris3_command_show;
extern const Ris3Command ris3_command_stats;
extern const Ris3Command ris3_command_undo;
extern const Ris3Command ris3_command_view;

G_END_DECLS
