/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-log.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
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
  return g_log_writer_default (level, fields, n_fields, data);
}

/* GLib gives up its table of quarks for a larger one at each 2048th (glib/gquark.c). A window needs about so many: the
 * table grows here, where that is no leak, and not in the middle of a test.
 */
static void
grow_quarks (void)
{
  GQuark quark = 0;

  __lsan_disable ();
  for (guint i = 0; quark <= 2048; i++)
    {
      g_autofree char *name = g_strdup_printf ("ris3-test-%u", i);

      quark = g_quark_from_string (name);
    }
  __lsan_enable ();
}

void
test_log_init (void)
{
  grow_quarks ();
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
