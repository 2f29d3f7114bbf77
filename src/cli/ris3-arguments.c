/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-arguments.h"

#include <getopt.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-data-dir.h"
#include "model/ris3-output-file.h"

struct _Ris3Arguments
{
  const Ris3Command *command;
  char *values[RIS3_N_OPTIONS]; /* "" of an option that takes none */
  char *operand;                /* UTF-8 */
  char *operand_file;           /* as it was given */
  char **operand_files;         /* all of them; NULL: there can be but one */
};

gboolean
ris3_arguments_complain_of_word (const Ris3Arguments *self, Ris3OptionId option, const char *more)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  words = ris3_option_get_words (option);
  all = g_strjoinv (", ", words);
  ris3_arguments_complain (ris3_arguments_get_command (self), _ ("--%s %s: the value must be one of: %s%s."),
                           ris3_option_get (option)->name, ris3_arguments_get (self, option), all,
                           more != NULL ? more : "");
  return FALSE;
}

gboolean
ris3_arguments_check_word (const Ris3Arguments *self, Ris3OptionId option)
{
  g_auto (GStrv) words = NULL;
  const char *value;

  g_return_val_if_fail (self != NULL, FALSE);
  value = ris3_arguments_get (self, option);
  words = ris3_option_get_words (option);
  return value == NULL || g_strv_contains ((const char *const *) words, value)
         || ris3_arguments_complain_of_word (self, option, NULL);
}

void
ris3_arguments_complain (const Ris3Command *command, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("ris3 %s: %s\n", command->name, sentence);
  g_printerr (_ ("Try “ris3 %s --help”.\n"), command->name);
}

/* What getopt_long() is asked for: values start where no letter is, as 0 and '?' mean something to it. */
#define FIRST_VALUE 256

typedef struct
{
  struct option names[2 * RIS3_N_OPTIONS + 1];
  char letters[2 * RIS3_N_OPTIONS + 2];
} Syntax;

static void
make_syntax (const Ris3Command *command, Syntax *syntax)
{
  guint n_names = 0, n_letters = 0;

  *syntax = (Syntax){ 0 };
  /* So that a missing value is told apart from an option that is not there. */
  syntax->letters[n_letters++] = ':';
  for (guint id = 0; id < RIS3_N_OPTIONS; id++)
    {
      const Ris3Option *option = ris3_option_get (id);
      int has_argument = option->argument != NULL ? required_argument : no_argument;

      if (!ris3_command_has_option (command, id))
        continue;
      syntax->names[n_names++] = (struct option){ option->name, has_argument, NULL, FIRST_VALUE + (int) id };
      if (option->alias != NULL)
        syntax->names[n_names++] = (struct option){ option->alias, has_argument, NULL, FIRST_VALUE + (int) id };
      if (option->letter == 0)
        continue;
      syntax->letters[n_letters++] = option->letter;
      if (option->argument != NULL)
        syntax->letters[n_letters++] = ':';
    }
}

static int
find_letter (int letter)
{
  for (guint id = 0; id < RIS3_N_OPTIONS; id++)
    if (ris3_option_get (id)->letter == letter)
      return (int) id;
  return -1;
}

/* What getopt_long() calls “?”: it says no more than that. */
static void
complain_of_option (const Ris3Command *command, const char *word)
{
  g_autofree char *shown = g_filename_display_name (word);
  gsize length = strcspn (word, "=");
  guint n_meant = 0;

  if (optopt >= FIRST_VALUE)
    {
      ris3_arguments_complain (command, _ ("--%s takes no value. Leave out the “=” and what follows it."),
                               ris3_option_get (optopt - FIRST_VALUE)->name);
      return;
    }
  if (optopt != 0)
    {
      ris3_arguments_complain (command, _ ("There is no option “-%c”."), g_ascii_isgraph (optopt) ? optopt : '?');
      return;
    }
  for (guint id = 0; id < RIS3_N_OPTIONS; id++)
    n_meant += length > 2 && ris3_command_has_option (command, id)
               && strncmp (ris3_option_get (id)->name, word + 2, length - 2) == 0;
  if (n_meant > 1)
    ris3_arguments_complain (command, _ ("“%s” may mean more than one option. Write more of it."), shown);
  else
    ris3_arguments_complain (command, _ ("There is no option “%s”."), shown);
}

static gboolean
is_file (Ris3OptionId id)
{
  return ris3_option_get (id)->offer >= RIS3_OFFER_FILES;
}

static gboolean
take_value (Ris3Arguments *self, Ris3OptionId id, const char *value)
{
  if (id == RIS3_OPTION_INTO)
    id = RIS3_OPTION_ATLAS;
  g_free (self->values[id]);
  self->values[id] = value == NULL || is_file (id) ? g_strdup (value != NULL ? value : "")
                                                   : g_locale_to_utf8 (value, -1, NULL, NULL, NULL);
  if (self->values[id] != NULL)
    return TRUE;
  ris3_arguments_complain (
      self->command,
      _ ("The value of --%s is not text in the encoding of your locale. Check the value, or your locale."),
      ris3_option_get (id)->name);
  return FALSE;
}

static gboolean
read_options (Ris3Arguments *self, int argc, char **argv)
{
  Syntax syntax;
  int value;

  make_syntax (self->command, &syntax);
  opterr = 0;
  optind = 0; /* from the beginning, in glibc's manner */
  while ((value = getopt_long (argc, argv, syntax.letters, syntax.names, NULL)) != -1)
    {
      int id = value >= FIRST_VALUE ? value - FIRST_VALUE : find_letter (value);

      if (value == ':')
        {
          id = optopt >= FIRST_VALUE ? optopt - FIRST_VALUE : find_letter (optopt);
          ris3_arguments_complain (self->command, _ ("--%s needs a value: %s."), ris3_option_get (id)->name,
                                   _ (ris3_option_get (id)->argument));
          return FALSE;
        }
      if (value == '?')
        {
          complain_of_option (self->command, argv[optind - 1]);
          return FALSE;
        }
      if (!take_value (self, id, optarg))
        return FALSE;
      if (id == RIS3_OPTION_HELP || id == RIS3_OPTION_VERSION)
        break;
    }
  return TRUE;
}

/* The same file may be named twice. */
static gboolean
take_atlas (Ris3Arguments *self, const char *path)
{
  const char *other = self->values[RIS3_OPTION_ATLAS];
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *other_absolute = other != NULL ? g_canonicalize_filename (other, NULL) : NULL;
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *other_shown = other != NULL ? g_filename_display_name (other) : NULL;

  if (other != NULL && !g_str_equal (absolute, other_absolute))
    {
      ris3_arguments_complain (self->command, _ ("Two atlases are named, “%s” and “%s”. Name one of them."),
                               other_shown, shown);
      return FALSE;
    }
  return take_value (self, RIS3_OPTION_ATLAS, path);
}

/* Those of a command that can have several, but for the atlas, where no option names it. Gives what is left. */
static char **
take_operands (Ris3Arguments *self, char **operands)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  guint n = g_strv_length (operands);

  if (self->values[RIS3_OPTION_ATLAS] == NULL && n > 1)
    n--;
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (files, operands[i]);
  self->operand_files = g_strv_builder_end (files);
  return operands + n;
}

static gboolean
read_operands (Ris3Arguments *self, char **operands)
{
  g_autofree char *shown = NULL;

  if (self->command->operand != NULL)
    {
      if (*operands == NULL)
        {
          ris3_arguments_complain (self->command, _ ("An argument is missing: %s."), _ (self->command->operand));
          return FALSE;
        }
      self->operand = g_filename_display_name (*operands);
      self->operand_file = g_strdup (*operands++);
      if (self->command->has_operands)
        operands = take_operands (self, operands - 1);
    }
  if (*operands != NULL && ris3_command_has_option (self->command, RIS3_OPTION_ATLAS)
      && !take_atlas (self, *operands++))
    return FALSE;
  if (*operands == NULL)
    return TRUE;
  shown = g_filename_display_name (*operands);
  ris3_arguments_complain (self->command, _ ("“%s” is one argument too many."), shown);
  return FALSE;
}

Ris3Arguments *
ris3_arguments_new (const Ris3Command *command, int argc, char **argv)
{
  g_autoptr (Ris3Arguments) self = NULL;

  g_return_val_if_fail (command != NULL && argc > 0, NULL);
  self = g_new0 (Ris3Arguments, 1);
  self->command = command;
  if (!read_options (self, argc, argv))
    return NULL;
  if (!ris3_arguments_has (self, RIS3_OPTION_HELP) && !ris3_arguments_has (self, RIS3_OPTION_VERSION)
      && !read_operands (self, argv + optind))
    return NULL;
  return g_steal_pointer (&self);
}

void
ris3_arguments_free (Ris3Arguments *self)
{
  g_return_if_fail (self != NULL);
  for (guint id = 0; id < RIS3_N_OPTIONS; id++)
    g_free (self->values[id]);
  g_free (self->operand);
  g_free (self->operand_file);
  g_strfreev (self->operand_files);
  g_free (self);
}

const Ris3Command *
ris3_arguments_get_command (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->command;
}

gboolean
ris3_arguments_has (const Ris3Arguments *self, Ris3OptionId id)
{
  return ris3_arguments_get (self, id) != NULL;
}

const char *
ris3_arguments_get (const Ris3Arguments *self, Ris3OptionId id)
{
  g_return_val_if_fail (self != NULL && id < RIS3_N_OPTIONS, NULL);
  return self->values[id];
}

const char *
ris3_arguments_get_operand (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->operand;
}

const char *
ris3_arguments_need_output (const Ris3Arguments *self)
{
  const char *output = ris3_arguments_get (self, RIS3_OPTION_OUTPUT);

  if (output == NULL)
    ris3_arguments_complain (ris3_arguments_get_command (self), _ ("--output is needed."));
  return output;
}

gboolean
ris3_arguments_is_standard_output (const char *path)
{
  Ris3FileId output, standard;

  g_return_val_if_fail (path != NULL, FALSE);
  return g_str_equal (path, "-")
         || (ris3_file_id_get (path, &output) && ris3_file_id_get ("/dev/stdout", &standard)
             && output.device == standard.device && output.inode == standard.inode);
}

const char *
ris3_arguments_get_operand_file (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->operand_file;
}

const char *const *
ris3_arguments_get_operand_files (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->operand_files;
}

char *
ris3_arguments_find_atlas (const Ris3Arguments *self)
{
  const char *named = ris3_arguments_get (self, RIS3_OPTION_ATLAS);
  Ris3FileId atlas, standard;
  char *path = named != NULL ? g_strdup (named) : ris3_data_find ("default.ris3atlas");

  if (path == NULL)
    g_printerr (_ ("ris3: The default atlas is not installed. Name an atlas instead.\n"));
  if (path != NULL && ris3_file_id_get (path, &atlas) && ris3_file_id_get ("/dev/stdout", &standard)
      && atlas.device == standard.device && atlas.inode == standard.inode)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_printerr (_ ("ris3: Standard output is the atlas “%s” itself, and writing to it would destroy it. Send the "
                     "output elsewhere.\n"),
                  shown);
      g_clear_pointer (&path, g_free);
    }
  return path;
}

const char *
ris3_arguments_need_atlas (const Ris3Arguments *self)
{
  const char *path = ris3_arguments_get (self, RIS3_OPTION_ATLAS);

  if (path == NULL)
    ris3_arguments_complain (self->command, _ ("The atlas is missing. Name its file."));
  return path;
}

gboolean
ris3_arguments_get_number (const Ris3Arguments *self, Ris3OptionId id, gint64 preset, gint64 *number)
{
  const char *text = ris3_arguments_get (self, id);

  *number = preset;
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, number, NULL))
    return TRUE;
  ris3_arguments_complain (self->command, _ ("--%s is not a whole number above 0: “%s”."), ris3_option_get (id)->name,
                           text);
  return FALSE;
}

static Ris3Atlas *
open_atlas (const Ris3Arguments *self, Ris3Atlas *(*open_func) (const char *, GCancellable *, GError **) )
{
  g_autofree char *path = ris3_arguments_find_atlas (self);
  g_autoptr (GError) error = NULL;
  Ris3Atlas *atlas;

  if (path == NULL)
    return NULL;
  atlas = open_func (path, NULL, &error);
  if (atlas == NULL)
    ris3_command_fail (error);
  return atlas;
}

Ris3Atlas *
ris3_arguments_open_atlas (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return open_atlas (self, ris3_atlas_open);
}

Ris3Atlas *
ris3_arguments_open_overview (const Ris3Arguments *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return open_atlas (self, ris3_atlas_open_overview);
}

Ris3Editor *
ris3_arguments_open_editor (const Ris3Arguments *self, const char *actor)
{
  g_autofree char *path = ris3_arguments_find_atlas (self);
  /* It is checked, and brought to the present version; the editor reads what it needs. */
  g_autoptr (Ris3Atlas) atlas = ris3_arguments_open_overview (self);
  g_autoptr (GError) error = NULL;
  Ris3Editor *editor;

  if (atlas == NULL)
    return NULL;
  editor = ris3_editor_open (path, actor, &error);
  if (editor == NULL)
    ris3_command_fail (error);
  else
    ris3_editor_set_keeps_backups (editor, TRUE);
  return editor;
}
