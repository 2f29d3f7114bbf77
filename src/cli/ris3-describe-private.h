/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-command.h"

G_BEGIN_DECLS

/* One a form, each printing all of it. */
void _ris3_describe_man (void);
void _ris3_describe_bash (void);
void _ris3_describe_zsh (void);

G_END_DECLS
