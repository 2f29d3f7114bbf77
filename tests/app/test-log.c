/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-log.h"

#include <adwaita.h>

#ifdef __SANITIZE_ADDRESS__
#include <link.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

/* Of sanitizer/allocator_interface.h, which GCC does not install. */
int __sanitizer_get_ownership (const volatile void *pointer);
size_t __sanitizer_get_allocated_size (const volatile void *pointer);
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

static const struct
{
  const char *domain;
  const char *message; /* its beginning */
} foreign[] = {
  /* GTK 4.24 on X11, of any popover: parent and popover share a frame clock, and both submit its frame. */
  { "Gdk", "gdk_frame_timings_submitted() called on submitted frame" },
};

#define MEASURED "Trying to measure GtkLabel %p "

/* libadwaita 1.7 on GTK 4.18 measures the buttons of any message dialog in a width that they do not need. */
static gboolean
is_of_message_dialog (const char *message)
{
  gpointer label;

  return sscanf (message, MEASURED, &label) == 1 && gtk_widget_get_ancestor (label, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static const char *
find_field (const GLogField *fields, gsize n_fields, const char *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key) && fields[i].length < 0)
      return fields[i].value;
  return "";
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *domain = find_field (fields, n_fields, "GLIB_DOMAIN");
  const char *message = find_field (fields, n_fields, "MESSAGE");

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_str_equal (domain, foreign[i].domain) && g_str_has_prefix (message, foreign[i].message))
      return G_LOG_WRITER_HANDLED;
  if (g_str_equal (domain, "Gtk") && is_of_message_dialog (message))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

#ifdef __SANITIZE_ADDRESS__
/* The table has as many entries as GLib's QUARK_BLOCK_SIZE. */
#define TABLE_SIZE (2048 * sizeof (char *))

static void
excuse_table (gpointer pointer)
{
  if (__sanitizer_get_ownership (pointer) && __sanitizer_get_allocated_size (pointer) == TABLE_SIZE
      && ((const char **) pointer)[1] == g_quark_to_string (1))
    __lsan_ignore_object (pointer);
}

/* Looks at the variables of a library. */
static int
look_into (struct dl_phdr_info *info, size_t size, void *data)
{
  if (strstr (info->dlpi_name, "libglib-2.0") == NULL)
    return 0;
  for (guint i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *segment = &info->dlpi_phdr[i];
      gpointer *first = (gpointer *) GSIZE_TO_POINTER (info->dlpi_addr + segment->p_vaddr);

      if (segment->p_type == PT_LOAD && (segment->p_flags & PF_W) != 0)
        for (gsize word = 0; word < segment->p_memsz / sizeof (gpointer); word++)
          excuse_table (first[word]);
    }
  return 1;
}
#endif

/* GLib gives up its table of quarks for a larger one at the 2048th (glib/gquark.c), and does not free it, as another
 * thread may be reading it. A window needs about so many, and nothing else of GLib's leaks like that.
 */
static void
excuse_quarks (void)
{
#ifdef __SANITIZE_ADDRESS__
  dl_iterate_phdr (look_into, NULL);
#endif
}

void
test_log_init (void)
{
  excuse_quarks ();
  g_log_set_writer_func (write_log, NULL, NULL);
}

void
test_leaks_begin (void)
{
  __lsan_disable ();
}

void
test_leaks_end (void)
{
  __lsan_enable ();
}
