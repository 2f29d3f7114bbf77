/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

#define RIS3_PACK_MAX_FIELDS 5

/* What a row of a pack is about. */
typedef enum
{
  RIS3_PACK_ABOUT_STRATEGY,
  RIS3_PACK_ABOUT_PRIORITY,
  RIS3_PACK_ABOUT_NEW,          /* a priority of a strategy, or of the region, that is not recorded */
  RIS3_PACK_ABOUT_NEW_STRATEGY, /* that no strategy of the region is recorded */
  RIS3_PACK_ABOUT_REGION,
} Ris3PackAbout;

/* What stands in a hidden column of each row of a pack, as a text: what the row is about, whom the pack was sent to,
 * and a digest of each field that was recorded, so that answers tell what was sent from what was changed. It ends in a
 * checksum: a key that was touched is none. */
typedef struct
{
  guint nuts_version; /* of the region that was asked */
  char *region_code;
  gint64 request_id; /* 0: none */
  Ris3PackAbout about;
  gint64 priority_id;                    /* 0: it is about none that is recorded */
  char *strategy_id;                     /* NULL: of the region, none is recorded, or it is about all of it */
  guint32 digests[RIS3_PACK_MAX_FIELDS]; /* of the fields of ris3_pack_key_get_fields (); of a priority that is not
                                            recorded, of title and period; of the region, of its name; where no
                                            strategy is recorded, of the sentence that says so */
} Ris3PackKey;

/* The fields of a row that are recorded and can be answered, as schema.sql names them, NULL-terminated. (transfer
 * none) */
const char *const *ris3_pack_key_get_fields (gboolean is_priority);
/* Whether there is a column in which something is proposed for one of these, by its index. of_original: whether that
 * for texts is of the original */
gboolean ris3_pack_key_can_propose (gboolean is_priority, guint field, gboolean of_original);
/* Whether a field is a question that is answered by yes or no. */
gboolean ris3_pack_key_is_answer (const char *field);
/* The value of such a field in an atlas, answers as "yes", "no" or "unknown". (transfer full) */
char *ris3_pack_key_get_strategy_value (Ris3Strategy *strategy, guint field);
char *ris3_pack_key_get_priority_value (Ris3Priority *priority, guint field);
/* Such a value as people read it: answers in a language of packs. (transfer none) */
const char *ris3_pack_key_show_value (const char *field, const char *value, const char *language);

/* Of a value, whatever the spaces at its ends and the kind of its line ends. */
guint32 ris3_pack_key_digest (const char *value);

/* (transfer full) */
char *ris3_pack_key_to_text (const Ris3PackKey *self);
/* Whether a text was a key once, touched or not. */
gboolean ris3_pack_key_is_meant (const char *text);
/* Whether it is about what is recorded, so that fields of it can be compared. */
gboolean ris3_pack_key_is_recorded (const Ris3PackKey *self);
/* NULL: it is none. (transfer full) */
Ris3PackKey *ris3_pack_key_from_text (const char *text);
void ris3_pack_key_free (Ris3PackKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PackKey, ris3_pack_key_free)

G_END_DECLS
