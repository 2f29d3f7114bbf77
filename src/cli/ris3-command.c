/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-command-private.h"

#include <glib/gi18n-lib.h>

static const Ris3Command *const commands[] = {
  &ris3_command_stats,   &ris3_command_list,       &ris3_command_show,          &ris3_command_map,
  &ris3_command_sheet,   &ris3_command_batch,      &ris3_command_compare,       &ris3_command_export,
  &ris3_command_view,    &ris3_command_boundaries, &ris3_command_check,         &ris3_command_new,
  &ris3_command_edit,    &ris3_command_import,     &ris3_command_join,          &ris3_command_undo,
  &ris3_command_pack,    &ris3_command_answers,    &ris3_command_register,      &ris3_command_erase_person,
  &ris3_command_history, &ris3_command_backup,     &ris3_command_build_default,
};

guint
ris3_command_get_n_commands (void)
{
  return G_N_ELEMENTS (commands);
}

const Ris3Command *
ris3_command_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (commands), NULL);
  return commands[index];
}

const Ris3Command *
ris3_command_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

gboolean
ris3_command_has_option (const Ris3Command *self, Ris3OptionId id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (id == RIS3_OPTION_HELP || id == RIS3_OPTION_VERSION)
    return TRUE;
  for (guint i = 0; i < self->n_options; i++)
    if (self->options[i].id == id)
      return TRUE;
  return FALSE;
}

char *
ris3_command_get_usage (const Ris3Command *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup_printf ("ris3 %s %s%s%s%s", self->name, _ ("[OPTION…]"), self->operand != NULL ? " " : "",
                          self->operand != NULL ? _ (self->operand) : "",
                          ris3_command_has_option (self, RIS3_OPTION_ATLAS) ? _ (" [ATLAS]") : "");
}

int
ris3_command_fail (const GError *error)
{
  g_printerr ("ris3: %s\n", error->message);
  return RIS3_EXIT_ERROR;
}

void
ris3_command_warn_of_backup (Ris3Editor *editor)
{
  g_autoptr (GError) error = ris3_editor_take_backup_error (editor);

  if (error != NULL)
    g_printerr ("ris3: %s\n", error->message);
}
