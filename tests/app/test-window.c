/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-window.h"

#include <gdk/x11/gdkx.h>
#include <stdlib.h>

#include "test-log.h"

/* How often a person presses a key that does nothing, and how long she waits. */
#define N_TRIES 4
#define SECONDS_OF_TRY 10

/* How often an event is sent that the program does not see, and how long it may take. */
#define N_SENDINGS 3
#define SECONDS_OF_SENDING 3

static Ris3Application *application;

/* What the program has got of the X server. */
static struct
{
  guint n_presses; /* of buttons of the pointer */
  guint n_keys;    /* but for modifiers */
  guint n_clicks;  /* that were a press and a release for somebody */
  guint n_begun;   /* gestures of buttons since the last press */
  guint n_cancelled;
} seen;

/* Before anybody else sees it. Openbox at times breaks off what a press has begun: a button is then not clicked. (Other
 * widgets, as the map, may do on the press itself what they do.) */
static gboolean
on_event_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GdkEvent *event = g_value_get_pointer (&values[1]);
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS)
    {
      seen.n_presses++;
      seen.n_begun = seen.n_cancelled = 0;
    }
  else if (type == GDK_BUTTON_RELEASE)
    seen.n_clicks += seen.n_begun == 0 || seen.n_cancelled < seen.n_begun;
  else if (type == GDK_KEY_PRESS && !gdk_key_event_is_modifier (event))
    seen.n_keys++;
  return TRUE;
}

static gboolean
on_gesture_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  *(guint *) data += GTK_IS_BUTTON (gtk_event_controller_get_widget (g_value_get_object (&values[0])));
  return TRUE;
}

/* The class must be there to have its signals. */
static void
watch (GType type, const char *signal, GSignalEmissionHook hook, gpointer data)
{
  g_type_class_unref (g_type_class_ref (type));
  g_signal_add_emission_hook (g_signal_lookup (signal, type), 0, hook, data, NULL);
}

void
test_app_init (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-atlas-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  test_log_init ();
  g_test_init (argc, argv, NULL);
  application = ris3_application_new (TRUE);
  /* Not an instance of the program that the developer may be running. */
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  watch (GDK_TYPE_SURFACE, "event", on_event_cb, NULL);
  watch (GTK_TYPE_GESTURE, "begin", on_gesture_cb, &seen.n_begun);
  watch (GTK_TYPE_GESTURE, "cancel", on_gesture_cb, &seen.n_cancelled);
}

Ris3Application *
test_app_get (void)
{
  return application;
}

static gboolean
on_tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
print_labels (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_printerr (" | %s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    print_labels (child);
}

/* What a person would see who waits in vain. */
static void
print_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data))
      {
        GtkWidget *focus = gtk_root_get_focus (l->data);

        g_printerr ("%s%s, keys go to %s:", G_OBJECT_TYPE_NAME (l->data),
                    gtk_window_is_active (l->data) ? " (active)" : "",
                    focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "none");
        print_labels (l->data);
        g_printerr ("\n");
      }
}

/* On a busy machine the window manager at times gives the keys to no window when one is closed; a person then clicks
 * on the one in front. since: when no window had them first; 0: one has. */
static void
claim_keys (gint64 *since)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *front = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!gtk_widget_get_mapped (l->data))
        continue;
      if (gtk_window_is_active (l->data))
        {
          *since = 0;
          return;
        }
      if (front == NULL || gtk_window_get_modal (l->data))
        front = l->data;
    }
  if (*since == 0)
    *since = g_get_monotonic_time ();
  if (front == NULL || g_get_monotonic_time () - *since < 5 * G_USEC_PER_SEC)
    return;
  g_test_message ("No window had the keys: %s was asked to take them", G_OBJECT_TYPE_NAME (front));
  gtk_window_present (front);
  *since = 0;
}

void
test_wait_until (TestCondition condition, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  guint tick = g_timeout_add (10, on_tick_cb, NULL);
  gint64 without_keys = 0;

  while (!condition (data))
    {
      g_main_context_iteration (NULL, TRUE);
      claim_keys (&without_keys);
      if (g_get_monotonic_time () <= end)
        continue;
      print_windows ();
      g_error ("Waited in vain for: %s", what);
    }
  g_source_remove (tick);
}

gboolean
test_go_on (gint64 *end)
{
  guint tick;

  if (*end == 0)
    *end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  if (g_get_monotonic_time () > *end)
    {
      print_windows ();
      return FALSE;
    }
  tick = g_timeout_add (10, on_tick_cb, NULL);
  g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  return TRUE;
}

/* Whether the condition holds in time. */
static gboolean
comes_true (TestCondition condition, gpointer data, guint seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint tick = g_timeout_add (10, on_tick_cb, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  return condition (data);
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

void
test_wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  test_wait_until (is_past, &end, "time");
}

static gboolean
is_settled (gpointer data)
{
  Ris3Window *window = data;
  Ris3Session *session = ris3_window_get_session (window);
  static double last_zoom, last_latitude, last_longitude;
  static gint64 since;
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (ris3_window_get_map_view (window)));
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));

  if (zoom != last_zoom || latitude != last_latitude || longitude != last_longitude
      || ris3_session_get_loading (session) || ris3_session_get_classification (session) == NULL
      || ris3_region_layer_get_n_fills (ris3_map_view_get_layer (ris3_window_get_map_view (window))) == 0)
    since = g_get_monotonic_time ();
  last_zoom = zoom;
  last_latitude = latitude;
  last_longitude = longitude;
  return g_get_monotonic_time () - since > 250000;
}

void
test_wait_for_map (Ris3Window *window)
{
  test_wait_until (is_settled, window, "a map that stands still");
}

static gboolean
has_active_window (gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_window_is_active (window);
}

Ris3Window *
test_app_start (const char *file)
{
  if (file == NULL)
    g_application_activate (G_APPLICATION (application));
  else
    {
      GFile *files[1] = { g_file_new_for_path (file) };

      g_application_open (G_APPLICATION (application), files, 1, "");
      g_object_unref (files[0]);
    }
  test_wait_until (has_active_window, NULL, "the window");
  return RIS3_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
on_finalized_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
test_app_close (Ris3Window *window)
{
  gboolean finalized = FALSE;

  g_object_weak_ref (G_OBJECT (window), on_finalized_cb, &finalized);
  gtk_window_close (GTK_WINDOW (window));
  test_wait_until (is_true, &finalized, "the end of the window");
}

static void
on_exit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* Lets xdotool act while the main loop runs, as a user does. */
static void
run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  /* Without its own descriptors, as it would be forked then and not spawned: PROJ closes its database in a fork, and
   * waits for ever for a lock that another thread had of SQLite. */
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exit_cb, &done);
  test_wait_until (is_true, &done, arguments[1]);
  test_wait (60);
}

typedef struct
{
  const guint *count; /* of what is seen */
  guint wanted;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  const Arrival *arrival = data;

  return *arrival->count >= arrival->wanted;
}

/* As run_xdotool (), for n events that the program must see. On a busy machine some are lost, as no window has the keys
 * for a moment, or the window manager is not ready: a person would see that nothing happens, and do it again. */
static void
send_events (const char *const *arguments, const guint *count, guint n)
{
  for (guint i = 0; i < N_SENDINGS; i++)
    {
      guint before = *count;

      run_xdotool (arguments);
      if (comes_true (has_arrived, &(Arrival){ count, before + n }, SECONDS_OF_SENDING))
        return;
      g_test_message ("%u of %u events came of: %s %s", *count - before, n, arguments[1], arguments[2]);
      if (*count != before)
        return;
    }
}

void
test_event (const char *const *arguments)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer) "xdotool");
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (all, (gpointer) *arguments);
  g_ptr_array_add (all, NULL);
  run_xdotool ((const char *const *) all->pdata);
}

void
test_key (Ris3Window *window, const char *keys)
{
  send_events ((const char *const[]){ "xdotool", "key", "--clearmodifiers", keys, NULL }, &seen.n_keys, 1);
}

void
test_type (Ris3Window *window, const char *text)
{
  send_events ((const char *const[]){ "xdotool", "type", "--delay", "15", text, NULL }, &seen.n_keys,
               (guint) g_utf8_strlen (text, -1));
}

/* The window's X id and a widget position in its coordinates. */
static void
to_window (GtkWidget *widget, double x, double y, char **x_text, char **y_text, char **id)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t point;
  double surface_x, surface_y;
  g_autofree char *output = NULL;

  g_assert_true (
      gtk_widget_compute_point (widget, GTK_WIDGET (native), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  *x_text = g_strdup_printf ("%d", (int) (point.x + surface_x));
  *y_text = g_strdup_printf ("%d", (int) (point.y + surface_y));
  /* A popover is an X window of its own. */
  *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
}

void
test_move_pointer (GtkWidget *widget, double x, double y)
{
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;
  g_autofree char *id = NULL;

  to_window (widget, x, y, &x_text, &y_text, &id);
  run_xdotool ((const char *const[]){ "xdotool", "mousemove", "--window", id, x_text, y_text, NULL });
}

void
test_click (GtkWidget *widget, double x, double y, const char *modifier)
{
  test_move_pointer (widget, x, y);
  if (modifier != NULL)
    send_events ((const char *const[]){ "xdotool", "keydown", modifier, "click", "1", "keyup", modifier, NULL },
                 &seen.n_clicks, 1);
  else
    send_events ((const char *const[]){ "xdotool", "click", "1", NULL }, &seen.n_clicks, 1);
  /* Longer than a double click, so that the next click counts separately. */
  test_wait (450);
}

typedef struct
{
  GtkWidget *widget;
  graphene_point_t point; /* its middle, in its window */
  gint64 since;           /* when it was hit there for the first time */
} Target;

/* Whether a click would meet the widget, where it has stood for a moment: pages slide, and lists scroll. */
static gboolean
stands_still (gpointer data)
{
  Target *target = data;
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (target->widget));
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (target->widget) / 2,
                                                 (float) gtk_widget_get_height (target->widget) / 2);
  graphene_point_t point;
  GtkWidget *hit;

  if (native == NULL || !gtk_widget_compute_point (target->widget, native, &middle, &point))
    return FALSE;
  hit = gtk_widget_pick (native, point.x, point.y, GTK_PICK_INSENSITIVE);
  if (hit == NULL || (hit != target->widget && !gtk_widget_is_ancestor (hit, target->widget)))
    target->since = 0;
  else if (target->since == 0 || !graphene_point_near (&point, &target->point, 0.5F))
    {
      target->point = point;
      target->since = g_get_monotonic_time ();
    }
  return target->since != 0 && g_get_monotonic_time () - target->since > 100000;
}

void
test_click_middle (GtkWidget *widget)
{
  test_click_middle_with (widget, NULL);
}

void
test_click_middle_with (GtkWidget *widget, const char *modifier)
{
  test_wait_until (stands_still, &(Target){ .widget = widget }, "something to click on");
  test_click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, modifier);
}

void
test_drag (GtkWidget *widget, double x0, double y0, double x1, double y1)
{
  const int steps = 8;

  test_move_pointer (widget, x0, y0);
  send_events ((const char *const[]){ "xdotool", "mousedown", "1", NULL }, &seen.n_presses, 1);
  for (int i = 1; i <= steps; i++)
    test_move_pointer (widget, x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps);
  run_xdotool ((const char *const[]){ "xdotool", "mouseup", "1", NULL });
}

gint
test_find_region (Ris3Window *window, const char *code)
{
  gint region = ris3_boundaries_find (ris3_session_get_boundaries (ris3_window_get_session (window)), code);

  g_assert_cmpint (region, >=, 0);
  return region;
}

static void
point_to_widget (Ris3Window *window, Ris3Point point, double *x, double *y)
{
  Ris3Frame frame;

  g_assert_true (ris3_region_layer_get_frame (ris3_map_view_get_layer (ris3_window_get_map_view (window)), &frame));
  *x = (point.x - frame.x) * frame.scale;
  *y = (point.y - frame.y) * frame.scale;
}

void
test_region_position (Ris3Window *window, const char *code, double *x, double *y)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (ris3_window_get_session (window));

  point_to_widget (window, ris3_boundaries_get_region (boundaries, test_find_region (window, code))->inside, x, y);
}

void
test_sea_position (Ris3Window *window, double *x, double *y)
{
  point_to_widget (window, (Ris3Point){ ris3_mercator_x (6), ris3_mercator_y (40) }, x, y);
}

const char *
test_selected_code (Ris3Window *window)
{
  Ris3Session *session = ris3_window_get_session (window);
  gint region = ris3_session_get_selected_region (session);

  return region >= 0 ? ris3_boundaries_get_region (ris3_session_get_boundaries (session), region)->code : "";
}

typedef gboolean (*WidgetTest) (GtkWidget *widget, const char *text);

static GtkWidget *
find_widget (GtkWidget *widget, WidgetTest test, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (test (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, test, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
         && (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0
             || (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0));
}

GtkWidget *
test_find_label (GtkWidget *widget, const char *text)
{
  return find_widget (widget, is_label, text);
}

GtkWidget *
test_find_button (GtkWidget *widget, const char *text)
{
  return find_widget (widget, is_button, text);
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Shown;

static gboolean
has_label (gpointer data)
{
  const Shown *shown = data;

  return test_find_label (shown->widget, shown->text) != NULL;
}

void
test_wait_for_label (gpointer widget, const char *text)
{
  test_wait_until (has_label, &(Shown){ widget, text }, text);
}

static gboolean
has_no_label (gpointer data)
{
  return !has_label (data);
}

void
test_wait_for_no_label (gpointer widget, const char *text)
{
  test_wait_until (has_no_label, &(Shown){ widget, text }, text);
}

GtkWindow *
test_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  GtkWindow *window = test_find_window (*(GType *) data);

  return window != NULL && gtk_window_is_active (window);
}

GtkWindow *
test_wait_for_window (GType type)
{
  test_wait_until (is_open, &type, g_type_name (type));
  return test_find_window (type);
}

static gboolean
is_closed (gpointer data)
{
  return test_find_window (*(GType *) data) == NULL;
}

void
test_wait_for_no_window (GType type)
{
  g_autofree char *what = g_strdup_printf ("the end of %s", g_type_name (type));

  test_wait_until (is_closed, &type, what);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

void
test_wait_for_active (gpointer window)
{
  test_wait_until (is_active, window, G_OBJECT_TYPE_NAME (window));
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile *file;
} Choice;

static gboolean
is_chosen (gpointer data)
{
  Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->chooser);

  return file != NULL && g_file_equal (file, choice->file);
}

/* GTK 4.18 takes a path that is typed for a folder to go to. */
void
test_choose_file (Ris3Window *window, const char *key, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Choice choice = { NULL, file };

  test_key (window, key);
  choice.chooser = GTK_FILE_CHOOSER (test_wait_for_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
  test_wait (500);
  /* It forgets what was set while it reads its folder. */
  for (guint i = 0; i < N_TRIES; i++)
    {
      gtk_file_chooser_set_file (choice.chooser, file, NULL);
      if (comes_true (is_chosen, &choice, SECONDS_OF_TRY))
        break;
    }
  test_wait_until (is_chosen, &choice, path);
  test_wait (300);
  gtk_dialog_response (GTK_DIALOG (choice.chooser), GTK_RESPONSE_ACCEPT);
}

void
test_drop_file (Ris3Window *window, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[1] = { file };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
}

void
test_key_until (Ris3Window *window, const char *keys, TestCondition condition, gpointer data, const char *what)
{
  for (guint i = 0; i < N_TRIES && !condition (data); i++)
    {
      test_key (window, keys);
      if (comes_true (condition, data, SECONDS_OF_TRY))
        return;
      g_test_message ("The key %s did not lead to: %s", keys, what);
    }
  test_wait_until (condition, data, what);
}

static void
click_until (gpointer widget,
             GtkWidget *(*find) (GtkWidget *, const char *),
             const char *text,
             TestCondition condition,
             gpointer data,
             const char *what)
{
  for (guint i = 0; i < N_TRIES && !condition (data); i++)
    {
      GtkWidget *found = find (widget, text);
      /* It may be replaced while it is waited for: then it is looked for again. */
      g_autoptr (GtkWidget) kept = found != NULL ? g_object_ref (found) : NULL;

      if (found != NULL && comes_true (stands_still, &(Target){ .widget = found }, SECONDS_OF_TRY))
        test_click (found, gtk_widget_get_width (found) / 2.0, gtk_widget_get_height (found) / 2.0, NULL);
      if (comes_true (condition, data, found != NULL ? SECONDS_OF_TRY : 1))
        return;
      if (found != NULL)
        g_test_message ("A click on “%s” did not lead to: %s", text, what);
    }
  test_wait_until (condition, data, what);
}

void
test_click_until (gpointer widget, const char *button, TestCondition condition, gpointer data, const char *what)
{
  click_until (widget, test_find_button, button, condition, data, what);
}

void
test_click_label_until (gpointer widget, const char *label, TestCondition condition, gpointer data, const char *what)
{
  click_until (widget, test_find_label, label, condition, data, what);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

static gboolean
is_in_view (gpointer data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (data));
  graphene_rect_t bounds;

  /* A row that was scrolled to may end where the window does. */
  return gtk_widget_compute_bounds (data, root, &bounds) && bounds.size.height > 0 && bounds.origin.y > 0
         && bounds.origin.y + bounds.size.height < (float) gtk_widget_get_height (root) + 1;
}

/* The list of a row that is open. */
static gboolean
has_list (gpointer widget)
{
  if (GTK_IS_POPOVER (widget))
    return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_list (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_no_list (gpointer row)
{
  return !has_list (row);
}

/* A list that opens where nothing is seen is too much for GDK. */
static void
choose (Ris3Window *window, GtkWidget *widget, const char *title, guint n_down)
{
  test_wait_until (is_laid_out, widget, title);
  if (!gtk_widget_grab_focus (widget))
    g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  test_wait_until (is_in_view, widget, title);
  test_wait (200); /* it may still be scrolled */
  test_key_until (window, "space", has_list, widget, title);
  test_key (window, "Home");
  for (guint i = 0; i < n_down; i++)
    test_key (window, "Down");
  test_key (window, "Return");
  test_wait_until (has_no_list, widget, title);
}

void
test_choose_in_row (Ris3Window *window, GtkWidget *widget, const char *title, guint n_down)
{
  GtkWidget *label = test_find_label (widget, title);

  g_assert_nonnull (label);
  choose (window, gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW), title, n_down);
}

void
test_choose_in_drop_down (Ris3Window *window, GtkWidget *drop_down, guint n_down)
{
  g_assert_true (GTK_IS_DROP_DOWN (drop_down));
  choose (window, drop_down, "a list to choose from", n_down);
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

char *
test_read_clipboard (Ris3Window *window)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_text_cb, &text);
  test_wait_until (is_set, &text, "the clipboard");
  return text;
}
