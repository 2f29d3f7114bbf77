/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/consultation/ris3-inbox-page.h"
#include "test-window.h"

G_BEGIN_DECLS

/* What tests of the inbox and of the forms of its comments have in common: a window with its own copy of the atlas,
 * which is edited, on its inbox. */

typedef struct
{
  char *path;
  Ris3Window *window;
  Ris3Session *session;
  Ris3InboxPage *page;
} TestInbox;

gboolean test_inbox_shows_inbox (gpointer data);
gboolean test_inbox_has_selected (gpointer data);
void test_inbox_set_up (TestInbox *fixture, gconstpointer data);
/* The next window begins where this one ends. */
void test_inbox_tear_down (TestInbox *fixture, gconstpointer data);
const char *test_inbox_get_state (TestInbox *fixture, gint64 id);
/* Types why in the dialog that asks. */
void test_inbox_give_reason (TestInbox *fixture, const char *reason);
gboolean test_inbox_has_no_dialog (gpointer data);
gboolean test_inbox_is_filtered (gpointer data);

G_END_DECLS
