/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens one atlas after another as the window does, and prints a line for each: "opens", or "refused" with the words
 * that the window would show. */

#include "config.h"

#include "app/ris3-session.h"

static void
on_failed_cb (Ris3Session *session, const GError *error, gpointer user_data)
{
  char **words = user_data;

  g_free (*words);
  *words = ris3_atlas_error_get_words (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (Ris3Session) session = ris3_session_new ();
  g_autofree char *words = NULL;

  g_signal_connect (session, "failed", G_CALLBACK (on_failed_cb), &words);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[i]);

      g_clear_pointer (&words, g_free);
      ris3_session_open (session, file);
      while (ris3_session_get_loading (session))
        g_main_context_iteration (NULL, TRUE);
      if (words != NULL)
        g_print ("refused %s\n", words);
      else if (g_str_equal (ris3_atlas_get_path (ris3_session_get_atlas (session)), argv[i]))
        g_print ("opens\n");
      else
        g_print ("nothing\n");
    }
  return 0;
}
