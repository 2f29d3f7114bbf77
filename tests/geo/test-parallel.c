/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "geo/ris3-parallel.h"

#define MAX_CHUNKS 5000

typedef struct
{
  gint n_calls[MAX_CHUNKS]; /* atomic */
} Count;

static void
count_chunk (guint chunk, gpointer data)
{
  Count *count = data;

  g_assert_cmpuint (chunk, <, MAX_CHUNKS);
  g_atomic_int_inc (&count->n_calls[chunk]);
}

static void
check_once_each (guint n_chunks)
{
  g_autofree Count *count = g_new0 (Count, 1);

  ris3_parallel_for (n_chunks, count_chunk, count);
  for (guint i = 0; i < MAX_CHUNKS; i++)
    g_assert_cmpint (count->n_calls[i], ==, i < n_chunks ? 1 : 0);
}

static void
test_once_each (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 7, 64, MAX_CHUNKS };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint run = 0; run < 50; run++)
      check_once_each (sizes[i]);
}

static gpointer
run_many (gpointer unused)
{
  for (guint run = 0; run < 100; run++)
    check_once_each (300);
  return NULL;
}

static void
test_several_callers (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, run_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/parallel/once-each", test_once_each);
  g_test_add_func ("/geo/parallel/several-callers", test_several_callers);
  return g_test_run ();
}
