/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of the strategy or priority that a comment is about since it came or, if that is later, since it was
 * handled last. */
typedef enum
{
  RIS3_TARGET_SAME,
  RIS3_TARGET_CHANGED, /* by another edit than the one that applied the comment */
  RIS3_TARGET_GONE,    /* deleted: only its name is left */
} Ris3TargetState;

#define RIS3_TYPE_COMMENT (ris3_comment_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Comment, ris3_comment, RIS3, COMMENT, GObject)

/* What an authority answered about one region, strategy, priority or figure, or a reply to that. Strings are never
 * NULL. */
gint64 ris3_comment_get_id (Ris3Comment *self);
const char *ris3_comment_get_key (Ris3Comment *self);          /* survives export and import */
gint64 ris3_comment_get_parent_id (Ris3Comment *self);         /* the comment that it replies to; 0: none */
gint64 ris3_comment_get_request_id (Ris3Comment *self);        /* the request that it answers; 0: none */
gint64 ris3_comment_get_organisation_id (Ris3Comment *self);   /* 0: not known */
const char *ris3_comment_get_organisation (Ris3Comment *self); /* its name */
guint ris3_comment_get_nuts_version (Ris3Comment *self);
const char *ris3_comment_get_region_code (Ris3Comment *self);
const char *ris3_comment_get_target (Ris3Comment *self);      /* "region", "strategy", "priority" or "figure" */
const char *ris3_comment_get_target_name (Ris3Comment *self); /* what that was called when the comment came */
guint ris3_comment_get_target_state (Ris3Comment *self);      /* a Ris3TargetState */
const char *
ris3_comment_get_strategy_id (Ris3Comment *self);        /* "": about the region as a whole, or the strategy is gone */
gint64 ris3_comment_get_priority_id (Ris3Comment *self); /* 0: not about a priority, or it is gone */
const char *ris3_comment_get_figure (Ris3Comment *self); /* the text form of the view that a figure shows */
const char *ris3_comment_get_quote (Ris3Comment *self);  /* the passage that it is about */
const char *ris3_comment_get_page_label (Ris3Comment *self);  /* its page, as printed */
const char *ris3_comment_get_author_role (Ris3Comment *self); /* "regional authority", "Commission" … */
const char *ris3_comment_get_channel (Ris3Comment *self);     /* "SAPHIRe survey" */
const char *ris3_comment_get_received_on (Ris3Comment *self); /* ISO 8601 date, "" if not known */
const char *ris3_comment_get_language (Ris3Comment *self);    /* of the text: ISO 639-1, "" if not known */
const char *ris3_comment_get_text (Ris3Comment *self);
const char *ris3_comment_get_english_text (Ris3Comment *self);    /* "": the text is English, or not translated */
const char *ris3_comment_get_proposed_change (Ris3Comment *self); /* see ris3-proposal.h */
const char *ris3_comment_get_state (Ris3Comment *self);           /* see ris3-comment-state.h */
const char *ris3_comment_get_decision_reason (Ris3Comment *self);
const char *ris3_comment_get_source_url (Ris3Comment *self);
guint ris3_comment_get_n_attachments (Ris3Comment *self); /* documents that came with it */

/* Whether it waits for a decision, as a reply never does. */
gboolean ris3_comment_is_open (Ris3Comment *self);

G_END_DECLS
