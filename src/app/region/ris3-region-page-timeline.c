/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happened in a region, the latest first: who was asked and answered, comments and what was decided on them, and
 * what was changed. Texts of comments are in their own section; here, each is a line that leads to it.
 */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/ris3-region-parts.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-date.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-comment-event.h"
#include "model/ris3-comment-state.h"
#include "model/ris3-history.h"
#include "model/ris3-text.h"

#define KEY "ris3-region-timeline"
/* Lines that are shown at first, and changes that are read: the history has the rest. */
#define N_SHOWN 6
#define MAX_CHANGES 40
#define MAX_WORDS 160

/* A line. */
typedef struct
{
  char *date; /* ISO 8601, a day */
  char *words;
  const char *action;
  GVariant *target; /* NULL: none */
} Happening;

typedef struct
{
  Ris3Session *session;       /* of the page; not owned */
  Ris3Boundaries *boundaries; /* with the region; not owned, compared only */
  guint region;
  Ris3Atlas *atlas; /* the same */
  GCancellable *reading;
  GPtrArray *shown; /* of Happening */
  gboolean shows_all;
  GtkWidget *rows;
  GtkWidget *more;
} Timeline;

/* A region as a NUTS version has it. */
typedef struct
{
  guint nuts_version;
  char *region_code;
} Place;

/* What is read in the other thread. */
typedef struct
{
  char *path;
  GPtrArray *places;  /* of Place: the region, and those of its strategies */
  GArray *comments;   /* ids of those of the region */
  GHashTable *abouts; /* the same ids to what each is about; without those about the region itself */
  GPtrArray *happenings;
} Reading;

static void
happening_free (gpointer data)
{
  Happening *happening = data;

  g_free (happening->date);
  g_free (happening->words);
  g_clear_pointer (&happening->target, g_variant_unref);
  g_free (happening);
}

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->region_code);
  g_free (place);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_ptr_array_unref (reading->places);
  g_array_unref (reading->comments);
  g_hash_table_unref (reading->abouts);
  g_clear_pointer (&reading->happenings, g_ptr_array_unref);
  g_free (reading);
}

static void
timeline_free (gpointer data)
{
  Timeline *self = data;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_ptr_array_unref (self->shown);
  g_free (self);
}

/* Takes the words and the floating target. date: its first ten characters; "": it did not happen */
static void
add (GPtrArray *happenings, const char *date, char *words, const char *action, GVariant *target)
{
  Happening *happening;

  if (*date == '\0')
    {
      g_free (words);
      if (target != NULL)
        g_variant_unref (g_variant_ref_sink (target));
      return;
    }
  happening = g_new0 (Happening, 1);
  happening->date = g_strndup (date, 10);
  happening->words = words;
  happening->action = action;
  happening->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_ptr_array_add (happenings, happening);
}

static void
add_request (GPtrArray *happenings, Ris3Request *request)
{
  const char *whom = ris3_request_get_organisation (request);
  guint n_reminders = ris3_request_get_n_reminders (request);

  /* Translators: %s is an organisation */
  add (happenings, ris3_request_get_asked_on (request), g_strdup_printf (_ ("%s was asked"), whom), "win.rounds", NULL);
  add (happenings, ris3_request_get_reminded_on (request),
       g_strdup_printf (ngettext ("%s was reminded", "%s was reminded for the last of %u times", n_reminders), whom,
                        n_reminders),
       "win.rounds", NULL);
  /* Translators: %s is an organisation */
  add (happenings, ris3_request_is_open (request) ? ris3_request_get_due_on (request) : "",
       g_strdup_printf (_ ("The answer of %s is due"), whom), "win.rounds", NULL);
  /* Translators: %s is an organisation */
  add (happenings, ris3_request_get_answered_on (request), g_strdup_printf (_ ("%s answered"), whom), "win.rounds",
       NULL);
}

/* Words, and what they are about. Takes them. about: NULL: nothing else than the region. (transfer full) */
static char *
add_about (char *words, const char *about)
{
  g_autofree char *taken = words;

  return about != NULL ? g_strdup_printf ("%s – %s", taken, about) : g_steal_pointer (&taken);
}

static void
add_comment (GPtrArray *happenings, Ris3Comment *comment)
{
  const char *whom = ris3_comment_get_organisation (comment);
  char *words;

  if (*whom == '\0')
    whom = ris3_author_role_get_title (ris3_comment_get_author_role (comment));
  /* Translators: %s is an organisation, or in what role somebody wrote */
  words = *whom != '\0' ? g_strdup_printf (_ ("Comment received: %s"), whom) : g_strdup (_ ("Comment received"));
  add (happenings, ris3_comment_get_received_on (comment), add_about (words, ris3_region_page_get_about (comment)),
       "win.show-comment", g_variant_new_int64 (ris3_comment_get_id (comment)));
}

static gboolean
is_decision (const char *word)
{
  Ris3CommentState state;

  return ris3_comment_state_from_word (word, &state) && !ris3_comment_state_is_open (state)
         && state != RIS3_COMMENT_CLOSED;
}

/* The day in local time. */
static char *
get_day (const char *utc)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, zone);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup (utc);
}

static void
add_decisions (GPtrArray *happenings, GPtrArray *events, GHashTable *abouts)
{
  for (guint i = 0; i < events->len; i++)
    {
      const Ris3CommentEvent *event = g_ptr_array_index (events, i);
      g_autofree char *day = get_day (event->at);

      if (is_decision (event->to_state))
        /* Translators: %s is a state: “accepted” */
        add (
            happenings, day,
            add_about (g_strdup_printf (_ ("Decided on a comment: %s"), ris3_comment_state_get_title (event->to_state)),
                       g_hash_table_lookup (abouts, &event->comment_id)),
            "win.show-comment", g_variant_new_int64 (event->comment_id));
    }
}

/* What is not told by a line of its own already, and still holds. */
static gboolean
is_told (Ris3Change *change)
{
  static const char *const others[] = { "comment", "request", "reminder", "consultation_round", "undo", "redo" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (ris3_change_get_kind (change), others[i]))
      return FALSE;
  return !ris3_change_is_undone (change);
}

/* told: the ids of changes that are there already */
static void
add_changes (GPtrArray *happenings, GListModel *changes, GHashTable *told)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (Ris3Change) change = g_list_model_get_item (changes, i);
      g_autofree char *day = get_day (ris3_change_get_at (change));
      gint64 id = ris3_change_get_id (change);

      if (is_told (change) && g_hash_table_add (told, g_memdup2 (&id, sizeof id)))
        add (happenings, day, ris3_text_to_line (ris3_change_get_title (change), MAX_WORDS), "edit.history-show",
             g_variant_new_int64 (ris3_change_get_id (change)));
    }
}

/* The latest first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Happening *one = *(Happening *const *) a, *other = *(Happening *const *) b;

  return g_strcmp0 (other->date, one->date);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = ris3_comment_events_read_many (
      reading->path, &g_array_index (reading->comments, gint64, 0), reading->comments->len, cancellable, &error);

  if (events != NULL)
    add_decisions (reading->happenings, events, reading->abouts);
  for (guint i = 0; error == NULL && i < reading->places->len; i++)
    {
      const Place *place = g_ptr_array_index (reading->places, i);
      Ris3HistoryQuery query
          = { .nuts_version = place->nuts_version, .region_code = place->region_code, .limit = MAX_CHANGES };
      g_autoptr (GListModel) changes = ris3_history_read (reading->path, &query, cancellable, &error);

      if (changes != NULL)
        add_changes (reading->happenings, changes, told);
    }
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&reading->happenings), (GDestroyNotify) g_ptr_array_unref);
}

static GtkWidget *
new_row (const Happening *happening)
{
  GtkWidget *row = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 2, "card-row");
  GtkWidget *link = ris3_part_link (happening->words);
  g_autofree char *date = ris3_date_to_text (happening->date);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), happening->action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (link), happening->target);
  gtk_box_append (GTK_BOX (row), ris3_part_text (date, "comment-origin"));
  gtk_box_append (GTK_BOX (row), link);
  return row;
}

static void
fill (GtkWidget *section, Timeline *self)
{
  GtkWidget *row;
  guint n = self->shows_all ? self->shown->len : MIN (self->shown->len, N_SHOWN);

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->rows), new_row (g_ptr_array_index (self->shown, i)));
  gtk_widget_set_visible (self->more, n < self->shown->len);
  gtk_widget_set_visible (section, self->shown->len > 0);
}

static gboolean
is_same (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const Happening *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      if (!g_str_equal (a->date, b->date) || !g_str_equal (a->words, b->words) || a->action != b->action
          || (a->target == NULL) != (b->target == NULL)
          || (a->target != NULL && !g_variant_equal (a->target, b->target)))
        return FALSE;
    }
  return TRUE;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) section = user_data;
  Timeline *self = g_object_get_data (G_OBJECT (section), KEY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) happenings = g_task_propagate_pointer (G_TASK (result), &error);

  /* A file that cannot be read is said elsewhere. */
  if (happenings == NULL || self == NULL)
    return;
  g_ptr_array_sort (happenings, compare);
  if (is_same (happenings, self->shown))
    return;
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&happenings);
  fill (section, self);
}

static void
on_more_clicked_cb (GtkWidget *section)
{
  Timeline *self = g_object_get_data (G_OBJECT (section), KEY);
  GtkWidget *row = NULL;

  self->shows_all = TRUE;
  fill (section, self);
  /* The keys go on where it ended. */
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < N_SHOWN && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
add_place (GPtrArray *places, guint nuts_version, const char *code)
{
  Place *place;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *other = g_ptr_array_index (places, i);

      if (other->nuts_version == nuts_version && g_str_equal (other->region_code, code))
        return;
    }
  place = g_new (Place, 1);
  place->nuts_version = nuts_version;
  place->region_code = g_strdup (code);
  g_ptr_array_add (places, place);
}

/* (transfer full) */
static GPtrArray *
list_places (Timeline *self, Ris3Classification *classification)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (
      ris3_classification_get_placement (classification), self->region, &n_strategies);

  add_place (places,
             ris3_boundaries_is_own (self->boundaries)
                 ? ris3_view_get_nuts_version (ris3_session_get_view (self->session))
                 : ris3_boundaries_get_nuts_version (self->boundaries),
             ris3_boundaries_get_region (self->boundaries, self->region)->code);
  for (guint i = 0; i < n_strategies; i++)
    add_place (places, ris3_strategy_get_nuts_version (strategies[i]), ris3_strategy_get_region_code (strategies[i]));
  return places;
}

static void
begin_reading (GtkWidget *section, Timeline *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  GListModel *requests = ris3_atlas_get_requests (self->atlas);
  GListModel *comments = ris3_atlas_get_comments (self->atlas);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  reading->path = g_strdup (ris3_atlas_get_path (self->atlas));
  reading->places = list_places (self, classification);
  reading->comments = g_array_new (FALSE, FALSE, sizeof (gint64));
  reading->abouts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  reading->happenings = g_ptr_array_new_with_free_func (happening_free);
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      if (ris3_region_page_is_at (ris3_request_get_nuts_version (request), ris3_request_get_region_code (request),
                                  classification, self->region))
        add_request (reading->happenings, request);
    }
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 id = ris3_comment_get_id (comment);

      if (ris3_comment_get_parent_id (comment) != 0
          || !ris3_region_page_is_about (comment, classification, self->region))
        continue;
      add_comment (reading->happenings, comment);
      g_array_append_val (reading->comments, id);
      if (ris3_region_page_get_about (comment) != NULL)
        g_hash_table_insert (reading->abouts, g_memdup2 (&id, sizeof id),
                             g_strdup (ris3_region_page_get_about (comment)));
    }
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, on_read_cb, g_object_ref (section));
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

GtkWidget *
ris3_region_page_timeline_new (Ris3Session *session, guint region, GtkWidget *present)
{
  Timeline *self = present != NULL ? g_object_get_data (G_OBJECT (present), KEY) : NULL;
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (session);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  GtkWidget *section = present;

  if (self == NULL || self->boundaries != boundaries || self->region != region || self->atlas != atlas)
    {
      self = g_new0 (Timeline, 1);
      self->session = session;
      self->boundaries = boundaries;
      self->region = region;
      self->atlas = atlas;
      self->shown = g_ptr_array_new_with_free_func (happening_free);
      section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 8, "section");
      self->rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "panel-card");
      self->more = ris3_part_link (_ ("Show All"));
      ris3_widget_set_key (section, "section-timeline");
      ris3_widget_set_key (self->more, "timeline-more");
      gtk_widget_add_css_class (self->rows, "rows");
      gtk_widget_set_visible (section, FALSE);
      gtk_box_append (GTK_BOX (section), ris3_part_heading (_ ("Timeline"), 2));
      gtk_box_append (GTK_BOX (section), self->rows);
      gtk_box_append (GTK_BOX (section), self->more);
      g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more_clicked_cb), section, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (section), KEY, self, timeline_free);
    }
  begin_reading (section, self);
  return section;
}
