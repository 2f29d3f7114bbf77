/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens one atlas after another as the window does, and prints a line for each: "opens", or "refused" with the words
 * that the window would show. */

#include "config.h"

#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"

static void
on_failed_cb (Ris3Session *session, const GError *error, gpointer user_data)
{
  char **words = user_data;

  g_free (*words);
  *words = ris3_atlas_error_get_words (error);
}

static void
on_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, error);

  if (edit_result != NULL)
    *error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "It could be edited");
}

/* Bytes. */
#define LARGE (4 * 1024 * 1024)

/* A large atlas is shown before all of it has been checked; whoever edits it waits for that. */
static char *
find_damage (Ris3Session *session)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("meta", "title");
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  if (g_stat (ris3_atlas_get_path (ris3_session_get_atlas (session)), &about) != 0 || about.st_size < LARGE)
    return NULL;
  ris3_edit_set_text (edit, "value", "Tried");
  ris3_session_edit_async (session, edit, RIS3_EDITOR_TRY, NULL, on_tried_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_error_matches (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED) ? ris3_atlas_error_get_words (error)
                                                                             : NULL;
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
        {
          words = find_damage (session);
          if (words != NULL)
            g_print ("refused %s\n", words);
          else
            g_print ("opens\n");
        }
      else
        g_print ("nothing\n");
    }
  return 0;
}
