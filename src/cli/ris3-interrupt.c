/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-interrupt.h"

#include <signal.h>

static volatile sig_atomic_t has_come;

static void
on_interrupt (int signal)
{
  has_come = 1;
}

void
ris3_interrupt_watch (void)
{
  struct sigaction action = { .sa_handler = on_interrupt };

  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

gboolean
ris3_interrupt_came (void)
{
  return has_come != 0;
}
