/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/edit/ris3-theme-chip.h"
#include "app/edit/ris3-theme-chooser.h"
#include "app/edit/ris3-theme-finder.h"
#include "app/edit/ris3-theme-suggestion.h"
#include "test-find.h"
#include "test-log.h"
#include "test-panel.h"

static void
add_theme (GPtrArray *themes, const char *scheme, const char *version, const char *code, const char *name)
{
  const Ris3Theme theme = { (char *) scheme, (char *) version, (char *) code, (char *) "", (char *) name };

  g_ptr_array_add (themes, ris3_theme_copy (&theme));
}

static Ris3ThemeFinder *
make_finder (void)
{
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_theme_free);

  add_theme (themes, "health-theme", "1", "medical-imaging", "Medical imaging");
  add_theme (themes, "health-theme", "1", "oncology", "Oncology");
  add_theme (themes, "health-theme", "1", "sante", "Santé publique");
  add_theme (themes, "health-theme", "1", "transfer", "Technology transfer");
  add_theme (themes, "nabs", "2007", "12", "General advancement");
  add_theme (themes, "nabs", "2007", "12.1", "Natural sciences");
  add_theme (themes, "oecd-fields", "2007", "2", "Engineering and Technology");
  add_theme (themes, "oecd-fields", "2007", "2.1", "Civil Engineering");
  add_theme (themes, "oecd-fields", "2007", "2.6", "Medical Engineering");
  add_theme (themes, "oecd-fields", "2007", "2.10", "Nano-Technology");
  add_theme (themes, "oecd-fields", "2007", "9", "Technology");
  return ris3_theme_finder_new (themes);
}

static void
assert_finds (Ris3ThemeFinder *finder, const char *text, const char *codes)
{
  g_autoptr (GPtrArray) found = ris3_theme_finder_find (finder, text);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", ((const Ris3Theme *) found->pdata[i])->code);
  g_assert_cmpstr (list->str, ==, codes);
}

static void
test_finder (void)
{
  g_autoptr (Ris3ThemeFinder) finder = make_finder ();
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  assert_finds (finder, "onc", "oncology");
  assert_finds (finder, "IMAG", "medical-imaging");
  assert_finds (finder, "engi med", "2.6");
  assert_finds (finder, "sante", "sante");
  assert_finds (finder, "SANTÉ PUB", "sante");
  assert_finds (finder, "nano technology", "2.10");
  assert_finds (finder, "aging", "");
  /* By code: the code itself first, and its codebook; "2.10" is not "2.1". */
  assert_finds (finder, "2.1", "2.1 2.10");
  assert_finds (finder, "2.10", "2.10");
  assert_finds (finder, " 12.1 ", "12.1");
  assert_finds (finder, "2.1 civil", "2.1");
  assert_finds (finder, "2", "2 2.1 2.6 2.10");
  /* Codebook by codebook, that with the best theme first. */
  assert_finds (finder, "medical", "medical-imaging 2.6");
  assert_finds (finder, "medical engineering", "2.6");
  assert_finds (finder, "technology", "9 2 2.10 transfer");
  assert_finds (finder, "  ", "medical-imaging oncology sante transfer 12 12.1 2 2.1 2.6 2.10 9");

  g_assert_cmpstr (ris3_theme_finder_lookup (finder, "oecd-fields 2007 2.1")->name, ==, "Civil Engineering");
  g_assert_null (ris3_theme_finder_lookup (finder, "oecd-fields 2007 2.2"));
  g_assert_cmpstr (ris3_theme_finder_lookup_own (finder, "oncology")->name, ==, "Oncology");
  g_assert_null (ris3_theme_finder_lookup_own (finder, "12"));
  own = ris3_theme_get_codebook_name (ris3_theme_finder_lookup_own (finder, "oncology"));
  other = ris3_theme_get_codebook_name (ris3_theme_finder_lookup (finder, "nabs 2007 12"));
  g_assert_cmpstr (own, ==, "Health Themes");
  g_assert_cmpstr (other, ==, "NABS Socio-Economic Objectives 2007");
}

static char *
list_chosen (GtkWidget *chooser)
{
  g_auto (GStrv) themes = ris3_theme_chooser_get_themes (RIS3_THEME_CHOOSER (chooser));

  return g_strjoinv (", ", themes);
}

#define assert_chosen(chooser, themes)                                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *chosen_ = list_chosen (chooser);                                                                  \
                                                                                                                       \
    g_assert_cmpstr (chosen_, ==, themes);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static GtkWidget *
wait_for_text (GtkWidget *widget, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *found;

  while ((found = test_panel_find_text (widget, text)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited in vain for: %s", text);
      test_panel_settle ();
    }
  return found;
}

static void
type (const char *text)
{
  for (; *text != '\0'; text++)
    {
      const char key[] = { *text, '\0' };

      test_panel_key (g_str_equal (key, " ") ? "space" : g_str_equal (key, ".") ? "period" : key);
    }
}

static void
on_changed_cb (GtkWidget *chooser, guint *n_changed)
{
  (*n_changed)++;
}

/* By keyboard alone: found, chosen, moved, taken out. */
static void
test_keyboard (void)
{
  static const char *const before[] = { "health-theme 1 oncology", "nabs 2007 7", NULL };
  Ris3Session *session = test_panel_open ();
  GtkWidget *chooser = test_panel_show (ris3_theme_chooser_new (session));
  guint n_changed = 0;

  g_signal_connect (chooser, "changed", G_CALLBACK (on_changed_cb), &n_changed);
  ris3_theme_chooser_set_themes (RIS3_THEME_CHOOSER (chooser), before);
  wait_for_text (chooser, "Oncology");
  assert_chosen (chooser, "health-theme 1 oncology, nabs 2007 7");
  g_assert_cmpuint (n_changed, ==, 0);

  gtk_widget_grab_focus (chooser);
  type ("2.1");
  wait_for_text (chooser, "OECD Fields of Science 2007");
  wait_for_text (chooser, "Nano-Technology");
  g_assert_null (test_panel_find_text (chooser, "Medical Engineering"));
  test_panel_key ("Down");
  test_panel_key ("Return");
  assert_chosen (chooser, "health-theme 1 oncology, nabs 2007 7, oecd-fields 2007 2.10");
  g_assert_cmpuint (n_changed, ==, 1);
  /* What is chosen is not chosen twice, and says so. */
  type ("onco");
  wait_for_text (chooser, "Chosen");
  test_panel_key ("Return");
  g_assert_cmpuint (n_changed, ==, 1);
  type ("zz");
  wait_for_text (chooser, "No theme matches “zz”");
  test_panel_key ("Return");
  test_panel_key ("Escape");
  test_panel_key ("Escape");

  test_panel_key ("shift+Tab");
  test_panel_key ("alt+Left");
  assert_chosen (chooser, "health-theme 1 oncology, oecd-fields 2007 2.10, nabs 2007 7");
  test_panel_key ("alt+Left");
  test_panel_key ("alt+Left");
  assert_chosen (chooser, "oecd-fields 2007 2.10, health-theme 1 oncology, nabs 2007 7");
  g_assert_cmpuint (n_changed, ==, 3);
  /* Tab leads from one to the next. */
  test_panel_key ("Tab");
  test_panel_key ("alt+Right");
  assert_chosen (chooser, "oecd-fields 2007 2.10, nabs 2007 7, health-theme 1 oncology");
  test_panel_key ("alt+Left");
  test_panel_key ("shift+Tab");
  test_panel_key ("alt+Right");
  test_panel_key ("Delete");
  assert_chosen (chooser, "health-theme 1 oncology, nabs 2007 7");
  /* The focus has gone to the next one, and from the last one to the search. */
  test_panel_key ("Delete");
  test_panel_key ("Delete");
  assert_chosen (chooser, "");
  type ("onco");
  test_panel_key ("Return");
  assert_chosen (chooser, "health-theme 1 oncology");
  test_panel_key ("BackSpace");
  assert_chosen (chooser, "");

  test_panel_close (chooser, session);
}

static void
on_exit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* xdotool with a position in the active window, while the main loop runs. */
static void
point (GtkWidget *widget, double x, double y, const char *action)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t at;
  double left, top;
  gboolean done = FALSE;
  g_autofree char *command = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_assert_true (gtk_widget_compute_point (widget, window, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &left, &top);
  command = g_strdup_printf ("xdotool getactivewindow mousemove --window %%1 %d %d %s", (int) (at.x + left),
                             (int) (at.y + top), action);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "sh", "-c", command, NULL);
  g_subprocess_wait_check_async (process, NULL, on_exit_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  test_panel_settle ();
}

/* A theme is dragged to another place. */
static void
test_drag (void)
{
  static const char *const before[] = { "health-theme 1 oncology", "oecd-fields 2007 2.10", "nabs 2007 7", NULL };
  Ris3Session *session = test_panel_open ();
  GtkWidget *chooser = test_panel_show (ris3_theme_chooser_new (session));
  GtkWidget *first, *last;
  guint n_changed = 0;

  ris3_theme_chooser_set_themes (RIS3_THEME_CHOOSER (chooser), before);
  wait_for_text (chooser, "Oncology");
  g_signal_connect (chooser, "changed", G_CALLBACK (on_changed_cb), &n_changed);
  first = test_find_type (chooser, RIS3_TYPE_THEME_CHIP);
  last = gtk_widget_get_last_child (gtk_widget_get_parent (first));
  /* The X server does not always begin a drag in the first try. */
  for (guint try = 0; try < 5 && n_changed == 0; try++)
    {
      point (first, 16, 12, "mousedown 1");
      for (guint i = 1; i <= 6; i++)
        point (first, 16 + 8 * i, 12, "");
      for (guint i = 0; i < 20 && (gtk_widget_get_state_flags (last) & GTK_STATE_FLAG_DROP_ACTIVE) == 0; i++)
        point (last, 12 + i % 4, 12, "");
      point (last, 12, 12, "mouseup 1");
      for (guint i = 0; i < 10 && n_changed == 0; i++)
        test_panel_settle ();
    }
  assert_chosen (chooser, "oecd-fields 2007 2.10, nabs 2007 7, health-theme 1 oncology");
  test_panel_close (chooser, session);
}

static void
on_pm_suggested_cb (GtkWidget *chooser, char **words, char **told)
{
  g_free (*told);
  *told = g_strjoinv (", ", words);
}

/* What a text suggests is shown with its reason, and chosen by a person only. */
static void
test_suggestions (void)
{
  Ris3Session *session = test_panel_open ();
  GtkWidget *chooser = test_panel_show (ris3_theme_chooser_new (session));
  g_autofree char *told = NULL;
  GtkWidget *suggestion;

  g_signal_connect (chooser, "pm-suggested", G_CALLBACK (on_pm_suggested_cb), &told);
  ris3_theme_chooser_set_text (RIS3_THEME_CHOOSER (chooser), NULL, "", "In vivo imaging");
  ris3_theme_chooser_set_text (RIS3_THEME_CHOOSER (chooser), "Biomarqueurs pour la médecine personnalisée", "fr",
                               "Biomarkers for personalised medicine");
  wait_for_text (chooser, "Suggested by the text");
  wait_for_text (chooser, "Biomarkers and diagnostics");
  g_assert_nonnull (test_panel_find_text (chooser, "because of “Biomarkers, Biomarqueurs”"));
  g_assert_null (test_panel_find_text (chooser, "Medical imaging"));
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (told, "personalised medicine"));
  assert_chosen (chooser, "");

  suggestion = gtk_widget_get_ancestor (test_panel_find_text (chooser, "Biomarkers and diagnostics"),
                                        RIS3_TYPE_THEME_SUGGESTION);
  gtk_widget_grab_focus (suggestion);
  test_panel_key ("Return");
  assert_chosen (chooser, "health-theme 1 biomarkers-diagnostics");
  g_assert_nonnull (test_find_type (chooser, RIS3_TYPE_THEME_CHIP));
  g_assert_null (test_panel_find_text (chooser, "because of “Biomarkers, Biomarqueurs”"));

  ris3_theme_chooser_set_text (RIS3_THEME_CHOOSER (chooser), NULL, "", "Ships");
  while (*told != '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (test_panel_find_text (chooser, "Suggested by the text"));
  assert_chosen (chooser, "health-theme 1 biomarkers-diagnostics");

  /* A question that nobody waits for any more. */
  ris3_theme_chooser_set_text (RIS3_THEME_CHOOSER (chooser), NULL, "", "Cancer");
  test_panel_close (chooser, session);
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/theme-chooser/finder", test_finder);
  g_test_add_func ("/theme-chooser/keyboard", test_keyboard);
  g_test_add_func ("/theme-chooser/drag", test_drag);
  g_test_add_func ("/theme-chooser/suggestions", test_suggestions);
  return g_test_run ();
}
