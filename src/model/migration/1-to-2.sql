-- SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How the rows of version 1, here in tables called old_…, become those of version 2.
-- ris3-migration-steps.c sets the old tables aside, makes the new ones and drops the old ones afterwards.

INSERT INTO meta SELECT key, value FROM old_meta;
INSERT INTO region
  SELECT nuts_version, code, level, parent_code, country, name, name_latin, name_english FROM old_region;
INSERT INTO strategy
    (id, nuts_version, region_code, region_name, title, year, period, language, analysis_state, health_priority,
     pm_mark, pm_basis, pm_disputed, source_kind, source_title, source_url, document_url, remark)
  SELECT id, nuts_version, region_code, region_name, title, year, period, language, analysis_state, health_priority,
         pm_mark, pm_basis, pm_disputed, source_kind, source_title, source_url, document_url, remark
    FROM old_strategy;
-- Numbers over the whole tree put siblings in order too.
INSERT INTO priority
    (id, strategy_id, parent_id, position, label, original_text, text, page_index, page_label, explicit_pm, is_area)
  SELECT id, strategy_id, parent_id, position, label, original_text, text, page_index, page_label, explicit_pm, is_area
    FROM old_priority;
INSERT INTO codebook SELECT scheme, version, code, parent_code, position, name FROM old_codebook;
INSERT INTO priority_theme SELECT priority_id, scheme, version, code, position FROM old_priority_theme;
-- Version 1 did not see that two rows outside NUTS were the same.
INSERT INTO participation (id, programme, role, country, nuts_version, region_code, name, source)
  SELECT min (id), programme, role, country, nuts_version, region_code, name, source
    FROM old_participation GROUP BY programme, role, country, ifnull (region_code, ''), name;
INSERT INTO organisation (id, name, role, nuts_version, region_code)
  SELECT id, name, role, nuts_version, region_code FROM old_organisation;
INSERT INTO activity (id, nuts_version, region_code, kind, title, programme, year_from, year_to, url, remark)
  SELECT id, nuts_version, region_code, kind, title, programme, year_from, year_to, url, remark FROM old_activity;
INSERT INTO activity_theme SELECT activity_id, scheme, version, code FROM old_activity_theme;
INSERT INTO contact (id, organisation_id, unit, name, role, email, phone, language, remark)
  SELECT id, organisation_id, '', name, '', email, phone, '', remark FROM old_contact;
INSERT INTO assessment (id, nuts_version, region_code, assessor, pm_mark, source_url)
  SELECT id, nuts_version, region_code, assessor, pm_mark, source_url FROM old_assessment;

-- The kind of target follows from what is named. To accept needs a reason now.
INSERT INTO comment
    (id, key, parent_id, organisation_id, nuts_version, region_code, target, target_name, strategy_id, priority_id,
     figure, quote, page_label, author_role, channel, received_on, language, text, english_text, proposed_change,
     state, decision_reason, source_url)
  SELECT c.id, c.key, c.parent_id, c.organisation_id, c.nuts_version, c.region_code,
         CASE WHEN c.priority_id IS NOT NULL THEN 'priority' WHEN c.strategy_id IS NOT NULL THEN 'strategy'
              ELSE 'region' END,
         coalesce (nullif (p.label, ''), nullif (p.text, ''), p.original_text, s.title, r.name),
         c.strategy_id, c.priority_id, '', '', '', c.author_role, c.channel, c.received_on, c.language, c.text, '',
         c.proposed_change, c.state,
         iif (c.state = 'accepted' AND c.decision_reason = '', 'No reason was recorded.', c.decision_reason),
         c.source_url
    FROM old_comment AS c
    LEFT JOIN old_priority AS p ON p.id = c.priority_id
    LEFT JOIN old_strategy AS s ON s.id = c.strategy_id
    JOIN old_region AS r ON r.nuts_version = c.nuts_version AND r.code = c.region_code;
-- The actor was a role or a name; it stays where names are.
INSERT INTO comment_event (id, comment_id, at, actor, actor_role, from_state, to_state, reason, change_id)
  SELECT e.id, e.comment_id, e.at, e.actor, '', e.from_state, e.to_state,
         iif (e.to_state IN ('accepted', 'partly accepted', 'not accepted') AND e.reason = '',
              coalesce (nullif (c.decision_reason, ''), 'No reason was recorded.'), e.reason),
         e.change_id
    FROM old_comment_event AS e JOIN old_comment AS c ON c.id = e.comment_id;

INSERT INTO note
    (id, nuts_version, region_code, strategy_id, priority_id, longitude, latitude, text, created_at, changed_at)
  SELECT id, nuts_version, region_code, strategy_id, priority_id, longitude, latitude, text, created_at,
         iif (changed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z',
              changed_at, created_at)
    FROM old_note;
-- What a recipe says by name and value is the text form of a view.
INSERT INTO saved_view (id, name, view, created_at)
  SELECT id, name,
         replace (replace (
           iif (json_valid (recipe),
                coalesce ((SELECT group_concat (j.key || '=' || j.atom, ' ') FROM json_each (recipe) AS j
                            WHERE j.atom IS NOT NULL), ''),
                recipe), char (10), ' '), char (13), ' '),
         created_at
    FROM old_saved_view;
-- No program has undone anything with these records. They stay as history, in their own words.
INSERT INTO change_log (id, at, actor, kind, title, undoes, schema_version)
  SELECT id, at, actor, 'version-1', operation, NULL, 1 FROM old_change_log;
