/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack.h"

#include "map/ris3-pack-form-private.h"
#include "map/ris3-pack-key.h"
#include "map/ris3-pack-language.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-text.h"

/* The sheets, in their order, and what is said of them. */
enum
{
  ABOUT,
  PRIORITIES,
  NEW,
  STRATEGY,
  REGION,
};
static const struct
{
  const char *name;
  const char *how;
} sheet_names[] = {
  [ABOUT] = { "sheet-about", NULL },           [PRIORITIES] = { "sheet-priorities", "how-priorities" },
  [NEW] = { "sheet-new", "how-new" },          [STRATEGY] = { "sheet-strategy", "how-strategy" },
  [REGION] = { "sheet-region", "how-region" },
};

/* Empty rows for priorities that are not recorded, of each strategy; more can be added. */
#define N_NEW_ROWS 5
/* Letters of what is told of the addressee, and of the sender. */
#define MAX_FACT 500

/* The key of a row, which is told. */
static void
put_key (Ris3PackForm *form, const Ris3PackKey *key, GChecksum *digest)
{
  char *text = ris3_pack_key_to_text (key);

  g_checksum_update (digest, (const guchar *) text, -1);
  _ris3_pack_form_put (form, "key", text);
}

/* What the keys of all rows of a pack have in common; its strings are borrowed. */
static Ris3PackKey
start_key (const Ris3Pack *pack, Ris3PackAbout about)
{
  return (Ris3PackKey){ .nuts_version = pack->nuts_version,
                        .region_code = pack->region_code,
                        .request_id = pack->request != NULL ? ris3_request_get_id (pack->request) : 0,
                        .about = about };
}

/* priority: NULL: the row is about the strategy */
static void
add_row (Ris3PackForm *form, const Ris3Pack *pack, Ris3Strategy *strategy, Ris3Priority *priority, GChecksum *digest)
{
  const char *const *fields = ris3_pack_key_get_fields (priority != NULL);
  Ris3PackKey key = start_key (pack, priority != NULL ? RIS3_PACK_ABOUT_PRIORITY : RIS3_PACK_ABOUT_STRATEGY);

  key.priority_id = priority != NULL ? ris3_priority_get_id (priority) : 0;
  key.strategy_id = (char *) ris3_strategy_get_id (strategy);
  _ris3_pack_form_begin_row (form);
  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    {
      g_autofree char *value = priority != NULL ? ris3_pack_key_get_priority_value (priority, i)
                                                : ris3_pack_key_get_strategy_value (strategy, i);

      key.digests[i] = ris3_pack_key_digest (value);
      _ris3_pack_form_put (form, fields[i], g_strdup (ris3_pack_key_show_value (fields[i], value, pack->language)));
    }
  _ris3_pack_form_put (form, "period", g_strdup (ris3_strategy_get_period (strategy)));
  _ris3_pack_form_put (form, "strategy_id", g_strdup (key.strategy_id));
  if (priority != NULL)
    _ris3_pack_form_put (form, "themes", ris3_pack_join_themes (priority));
  if (priority != NULL)
    _ris3_pack_form_put (form, "priority_id", g_strdup_printf ("%" G_GINT64_FORMAT, key.priority_id));
  put_key (form, &key, digest);
}

/* Room for priorities that are not recorded; which of the rows is filled in does not matter. strategy: NULL: it is not
 * recorded, either */
static void
add_new_rows (Ris3PackForm *form, const Ris3Pack *pack, Ris3Strategy *strategy, GChecksum *digest)
{
  const char *title = strategy != NULL ? ris3_strategy_get_title (strategy) : "";
  const char *period = strategy != NULL ? ris3_strategy_get_period (strategy) : "";
  Ris3PackKey key = start_key (pack, RIS3_PACK_ABOUT_NEW);

  key.strategy_id = strategy != NULL ? (char *) ris3_strategy_get_id (strategy) : NULL;
  key.digests[0] = ris3_pack_key_digest (title);
  key.digests[1] = ris3_pack_key_digest (period);
  for (guint i = 0; i < N_NEW_ROWS; i++)
    {
      _ris3_pack_form_begin_row (form);
      _ris3_pack_form_put (form, "period", g_strdup (period));
      _ris3_pack_form_put (form, "title", g_strdup (title));
      _ris3_pack_form_put (form, "strategy_id", g_strdup (key.strategy_id));
      put_key (form, &key, digest);
    }
}

char *
ris3_pack_join_themes (Ris3Priority *priority)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY (priority), NULL);
  return g_strjoinv ("; ", (char **) ris3_priority_get_themes (priority));
}

char *
ris3_pack_name_region (const Ris3Pack *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup_printf ("%s (%s, NUTS %u)", self->region_name, self->region_code, self->nuts_version);
}

/* A row with one text, to which something may be said. */
static void
add_text_row (Ris3PackForm *form,
              const Ris3Pack *pack,
              Ris3PackAbout about,
              const char *column,
              const char *text,
              GChecksum *digest)
{
  Ris3PackKey key = start_key (pack, about);

  key.digests[0] = ris3_pack_key_digest (text);
  _ris3_pack_form_begin_row (form);
  _ris3_pack_form_put (form, column, g_strdup (text));
  put_key (form, &key, digest);
}

/* Each with those below it, in the document's order. */
static void
add_priorities (Ris3PackForm *form,
                const Ris3Pack *pack,
                Ris3Strategy *strategy,
                GListModel *priorities,
                GChecksum *digest)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      add_row (form, pack, strategy, priority, digest);
      add_priorities (form, pack, strategy, ris3_priority_get_children (priority), digest);
    }
}

/* What is not known is left out. name: of the title in packs.ini */
static void
tell_known (const Ris3Pack *self, const char *name, const char *value, Ris3PackTell tell, gpointer data)
{
  g_autofree char *line = value != NULL ? ris3_text_to_line (value, MAX_FACT) : g_strdup ("");

  g_strstrip (line);
  if (*line != '\0')
    tell (ris3_pack_words_get (name, self->language), line, data);
}

void
ris3_pack_tell_addressee (const Ris3Pack *self,
                          Ris3Atlas *atlas,
                          const Ris3PackSender *sender,
                          Ris3PackTell tell,
                          gpointer data)
{
  Ris3ConsultationRound *round;
  g_autofree char *region = NULL, *due = NULL;

  g_return_if_fail (self != NULL && RIS3_IS_ATLAS (atlas) && sender != NULL && tell != NULL);
  round = self->request != NULL ? ris3_atlas_lookup_round (atlas, ris3_request_get_round_id (self->request)) : NULL;
  region = ris3_pack_name_region (self);
  tell (ris3_pack_words_get ("about-region", self->language), region, data);
  if (self->request != NULL)
    {
      tell_known (self, "about-organisation", ris3_request_get_organisation (self->request), tell, data);
      due = ris3_pack_words_format_date (ris3_request_get_due_on (self->request), self->language);
    }
  if (round != NULL)
    tell_known (self, "about-round", ris3_consultation_round_get_name (round), tell, data);
  tell_known (self, "about-sender", sender->name, tell, data);
  tell_known (self, "about-due", due, tell, data);
  tell_known (self, "about-reply-to", sender->reply_to, tell, data);
}

/* Without a strategy, there are no priorities. */
static gboolean
has_sheet (const Ris3Pack *self, guint sheet)
{
  return sheet != PRIORITIES || self->strategies->len > 0;
}

void
ris3_pack_tell_sheets (const Ris3Pack *self, Ris3PackTell tell, gpointer data)
{
  g_return_if_fail (self != NULL && tell != NULL);
  for (guint i = PRIORITIES; i < G_N_ELEMENTS (sheet_names); i++)
    if (has_sheet (self, i))
      {
        g_autoptr (GString) title = g_string_new (ris3_pack_words_get ("about-sheet", self->language));

        g_string_replace (title, "{sheet}", ris3_pack_words_get (sheet_names[i].name, self->language), 1);
        tell (title->str,
              ris3_pack_words_get (i == STRATEGY && self->strategies->len == 0 ? "how-none" : sheet_names[i].how,
                                   self->language),
              data);
      }
}

static void
add_about (const char *title, const char *value, gpointer form)
{
  _ris3_pack_form_begin_row (form);
  _ris3_pack_form_put (form, "about-purpose", g_strdup (title));
  _ris3_pack_form_put (form, "purpose", g_strdup (value));
}

/* What it is, how it is filled in, and whom it is for. */
static void
fill_about (Ris3PackForm *form, const Ris3Pack *pack, Ris3Atlas *atlas, const Ris3PackSender *sender, GChecksum *digest)
{
  g_autofree char *date = ris3_pack_words_format_date (ris3_atlas_get_data_date (atlas), pack->language);

  ris3_pack_tell_addressee (pack, atlas, sender, add_about, form);
  add_about (ris3_pack_words_get ("about-how", pack->language), ris3_pack_words_get ("how", pack->language), form);
  add_about (ris3_pack_words_get ("about-language", pack->language), ris3_pack_language_get_name (pack->language),
             form);
  _ris3_pack_form_ask (form, "purpose", ris3_pack_language_get_names ());
  ris3_pack_tell_sheets (pack, add_about, form);
  if (*date != '\0')
    add_about (ris3_pack_words_get ("about-data", pack->language), date, form);
  add_about (ris3_pack_words_get ("about-digest", pack->language), g_checksum_get_string (digest), form);
}

/* Where no strategy is recorded, there is nothing of one to be seen. */
static void
add_no_strategy (const Ris3Pack *self, Ris3PackForm *forms, GChecksum *digest)
{
  static const char *const columns[] = { "period", "year", "pm_mark", "health_priority", "source_url" };

  add_new_rows (&forms[NEW], self, NULL, digest);
  add_text_row (&forms[STRATEGY], self, RIS3_PACK_ABOUT_NEW_STRATEGY, "title",
                ris3_pack_words_get ("no-strategy", self->language), digest);
  _ris3_pack_form_hide_if_empty (&forms[NEW], "period");
  _ris3_pack_form_hide_if_empty (&forms[NEW], "title");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    _ris3_pack_form_hide_if_empty (&forms[STRATEGY], columns[i]);
}

static GBytes *
make_file (const Ris3Pack *self, Ris3Atlas *atlas, const Ris3PackSender *sender, Ris3TableFormat format, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *region = ris3_pack_name_region (self);
  Ris3PackForm forms[G_N_ELEMENTS (sheet_names)];
  Ris3SheetSource sources[G_N_ELEMENTS (forms)];
  guint n_sources = 0;
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    _ris3_pack_form_init (&forms[i], sheet_names[i].name, self->language);
  for (guint i = 0; i < self->strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (self->strategies, i);

      add_priorities (&forms[PRIORITIES], self, strategy, ris3_strategy_get_priorities (strategy), digest);
      add_new_rows (&forms[NEW], self, strategy, digest);
      add_row (&forms[STRATEGY], self, strategy, NULL, digest);
    }
  if (self->strategies->len == 0)
    add_no_strategy (self, forms, digest);
  add_text_row (&forms[REGION], self, RIS3_PACK_ABOUT_REGION, "about-region", region, digest);
  _ris3_pack_form_hide_if_empty (&forms[PRIORITIES], "original_text");
  fill_about (&forms[ABOUT], self, atlas, sender, digest);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (has_sheet (self, i))
      _ris3_pack_form_get_source (&forms[i], &sources[n_sources++]);
  bytes = ris3_table_write (format, sources, n_sources, NULL, NULL, error);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    _ris3_pack_form_clear (&forms[i]);
  return bytes;
}

gboolean
ris3_pack_write (const Ris3Pack *self,
                 Ris3Atlas *atlas,
                 const Ris3PackSender *sender,
                 Ris3TableFormat format,
                 const char *path,
                 const Ris3FileId *inputs,
                 guint n_inputs,
                 GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && RIS3_IS_ATLAS (atlas) && format != RIS3_TABLE_CSV && path != NULL, FALSE);

  file = ris3_output_file_begin (path, format == RIS3_TABLE_ODS ? RIS3_OUTPUT_ODS : RIS3_OUTPUT_XLSX, inputs, n_inputs,
                                 error);
  bytes = file != NULL ? make_file (self, atlas, sender, format, error) : NULL;
  return bytes != NULL && ris3_output_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
         && ris3_output_file_commit (file, error);
}
