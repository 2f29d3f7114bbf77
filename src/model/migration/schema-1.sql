-- SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The atlas file as version 1 had it. It never changes: a file of version 1 is compared with it before it is
-- migrated.
--
-- Conventions: codes are text ("2.10" is not "2.1"); a question that may be unanswered is NULL, 0
-- or 1; a text that is not there is ''; dates are ISO 8601; times are UTC ("2026-11-23T12:00:00Z").

PRAGMA application_id = 0x52495333; -- "RIS3"
PRAGMA user_version = 1;

-- What the atlas as a whole is: title, data_date (state of the data) …
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The territorial units that rows may refer to, each named by NUTS version and code. Their
-- geometry is no part of the atlas.
CREATE TABLE region (
  nuts_version INTEGER NOT NULL CHECK (nuts_version BETWEEN 2003 AND 2100),
  code TEXT NOT NULL CHECK (code GLOB '[A-Z][A-Z]*' AND length (code) BETWEEN 2 AND 5),
  level INTEGER NOT NULL CHECK (level = length (code) - 2),
  -- No prefix of the code: UKN10 of 2016 lies in UKN0.
  parent_code TEXT CHECK ((parent_code IS NULL) = (level = 0) AND length (parent_code) = level + 1),
  country TEXT NOT NULL CHECK (country = substr (code, 1, 2)),
  name TEXT NOT NULL CHECK (name <> ''),
  name_latin TEXT NOT NULL,
  name_english TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nuts_version, code),
  FOREIGN KEY (nuts_version, parent_code) REFERENCES region (nuts_version, code) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX region_parent ON region (nuts_version, parent_code);

-- One RIS3 document, or its successor, of one region. Of a pending one nothing but its existence
-- is known. A personalised-medicine mark names what it rests on.
CREATE TABLE strategy (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  region_name TEXT NOT NULL CHECK (region_name <> ''), -- what the record calls the territory
  title TEXT NOT NULL CHECK (title <> ''),
  year INTEGER CHECK (year BETWEEN 1990 AND 2100), -- NULL: no source gives it
  period TEXT NOT NULL CHECK (
    period GLOB '20[0-9][0-9]-20[0-9][0-9]' AND substr (period, 1, 4) < substr (period, 6, 4)
  ),
  language TEXT NOT NULL CHECK (language = '' OR language GLOB '[a-z][a-z]'), -- of the source that was read
  analysis_state TEXT NOT NULL CHECK (analysis_state IN ('pending', 'desk', 'document', 'confirmed')),
  health_priority INTEGER CHECK (health_priority IN (0, 1)),
  pm_mark INTEGER CHECK (pm_mark IN (0, 1)),
  pm_basis TEXT CHECK (pm_basis IN ('text', 'commission', 'region', 'secondary')),
  pm_disputed INTEGER NOT NULL CHECK (pm_disputed IN (0, 1)), -- the sources contradict each other
  source_kind TEXT NOT NULL CHECK (source_kind IN ('strategy', 'official-page', 'report', 'news')),
  source_title TEXT NOT NULL, -- where it is known by its title
  source_url TEXT NOT NULL, -- what was read
  document_url TEXT NOT NULL, -- the strategy itself
  remark TEXT NOT NULL, -- what is uncertain or was corrected in the record
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((pm_mark IS 1) = (pm_basis IS NOT NULL)),
  CHECK (analysis_state <> 'pending' OR (health_priority IS NULL AND pm_mark IS NULL AND pm_disputed = 0)),
  CHECK (pm_mark IS NOT 1 OR health_priority IS 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX strategy_region ON strategy (nuts_version, region_code);

-- The statements of a strategy as a tree. An area is named only as the parent of others and holds
-- no statement of its own. The pair (id, strategy_id) is there so that a parent is of the same
-- strategy.
CREATE TABLE priority (
  id INTEGER NOT NULL PRIMARY KEY,
  strategy_id TEXT NOT NULL REFERENCES strategy (id) ON DELETE CASCADE ON UPDATE CASCADE,
  parent_id INTEGER CHECK (parent_id <> id),
  position INTEGER NOT NULL CHECK (position >= 1), -- the document's order, over the whole tree
  label TEXT NOT NULL, -- "3.1.2", or the short name in the original language
  original_text TEXT NOT NULL,
  text TEXT NOT NULL, -- in English
  page_index INTEGER CHECK (page_index >= 0), -- physical page
  page_label TEXT NOT NULL, -- as printed
  explicit_pm INTEGER NOT NULL CHECK (explicit_pm IN (0, 1)),
  is_area INTEGER NOT NULL CHECK (is_area IN (0, 1)),
  UNIQUE (id, strategy_id),
  UNIQUE (strategy_id, position),
  FOREIGN KEY (parent_id, strategy_id) REFERENCES priority (id, strategy_id)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CHECK (label <> '' OR text <> '' OR original_text <> ''),
  CHECK (is_area = 0 OR explicit_pm = 0)
) STRICT;

CREATE INDEX priority_parent ON priority (parent_id, strategy_id);

-- A tree has no circle.
CREATE TRIGGER priority_no_circle BEFORE UPDATE OF parent_id ON priority
WHEN NEW.parent_id IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'a priority cannot lie within itself')
  WHERE NEW.id IN (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id
      UNION
      SELECT priority.parent_id FROM priority JOIN above USING (id) WHERE priority.parent_id IS NOT NULL
    )
    SELECT id FROM above
  );
END;

-- Codebooks: a code belongs to one version of one scheme.
CREATE TABLE codebook (
  scheme TEXT NOT NULL CHECK (scheme <> ''),
  version TEXT NOT NULL CHECK (version <> ''),
  code TEXT NOT NULL CHECK (code <> ''),
  parent_code TEXT CHECK (parent_code <> code),
  position INTEGER NOT NULL CHECK (position >= 1), -- the codebook's own order
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (scheme, version, code),
  FOREIGN KEY (scheme, version, parent_code) REFERENCES codebook (scheme, version, code)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX codebook_parent ON codebook (scheme, version, parent_code);

-- The themes that a priority is tagged with.
CREATE TABLE priority_theme (
  priority_id INTEGER NOT NULL REFERENCES priority (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  version TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), -- the most important first
  PRIMARY KEY (priority_id, scheme, version, code),
  FOREIGN KEY (scheme, version, code) REFERENCES codebook (scheme, version, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX priority_theme_code ON priority_theme (scheme, version, code);

-- A country, region or body in a programme. Outside NUTS there is no region.
CREATE TABLE participation (
  id INTEGER NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL CHECK (programme <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  nuts_version INTEGER,
  region_code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL, -- a URL or a title
  UNIQUE (programme, role, country, region_code, name),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL)),
  CHECK (region_code IS NULL OR substr (region_code, 1, 2) = country)
) STRICT;

CREATE INDEX participation_region ON participation (nuts_version, region_code);

-- Something under way in a region, so that work is not duplicated.
CREATE TABLE activity (
  id INTEGER NOT NULL PRIMARY KEY,
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('project', 'best-practice', 'data-set', 'infrastructure', 'call')),
  title TEXT NOT NULL CHECK (title <> ''),
  programme TEXT NOT NULL,
  year_from INTEGER CHECK (year_from BETWEEN 1990 AND 2100),
  year_to INTEGER CHECK (year_to BETWEEN 1990 AND 2100),
  url TEXT NOT NULL,
  remark TEXT NOT NULL,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK (year_from IS NULL OR year_to IS NULL OR year_from <= year_to)
) STRICT;

CREATE INDEX activity_region ON activity (nuts_version, region_code);

-- The themes of an activity.
CREATE TABLE activity_theme (
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  version TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (activity_id, scheme, version, code),
  FOREIGN KEY (scheme, version, code) REFERENCES codebook (scheme, version, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_theme_code ON activity_theme (scheme, version, code);

-- Who answers: a body with its role. No personal data.
CREATE TABLE organisation (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('regional authority', 'national authority', 'Commission', 'analyst', 'other')),
  nuts_version INTEGER,
  region_code TEXT,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL))
) STRICT;

CREATE INDEX organisation_region ON organisation (nuts_version, region_code);

-- Personal data, all of it and only here: emptying this table leaves an atlas without any. No
-- export takes it unless asked.
CREATE TABLE contact (
  id INTEGER NOT NULL PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  remark TEXT NOT NULL,
  CHECK (name <> '' OR email <> '')
) STRICT;

CREATE INDEX contact_organisation ON contact (organisation_id);

-- What an assessor, such as the Commission, recorded on personalised medicine for a region.
CREATE TABLE assessment (
  id INTEGER NOT NULL PRIMARY KEY,
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  assessor TEXT NOT NULL CHECK (assessor <> ''),
  pm_mark INTEGER NOT NULL CHECK (pm_mark IN (0, 1)),
  source_url TEXT NOT NULL,
  UNIQUE (nuts_version, region_code, assessor),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code)
) STRICT;

-- What an authority answered, about a region or one of its strategies or priorities. The state is
-- where the answer stands now; how it came there is in comment_event.
CREATE TABLE comment (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''), -- survives export and import
  parent_id INTEGER REFERENCES comment (id) CHECK (parent_id <> id), -- the comment it replies to
  organisation_id INTEGER REFERENCES organisation (id),
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  strategy_id TEXT REFERENCES strategy (id) ON UPDATE CASCADE,
  priority_id INTEGER,
  author_role TEXT NOT NULL CHECK (
    author_role IN ('regional authority', 'national authority', 'Commission', 'analyst', 'other')
  ),
  channel TEXT NOT NULL,
  received_on TEXT NOT NULL CHECK (received_on = '' OR received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  language TEXT NOT NULL CHECK (language = '' OR language GLOB '[a-z][a-z]'),
  text TEXT NOT NULL CHECK (text <> ''),
  proposed_change TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('received', 'acknowledged', 'in review', 'accepted', 'partly accepted', 'not accepted', 'noted',
              'applied', 'closed')
  ),
  decision_reason TEXT NOT NULL,
  source_url TEXT NOT NULL,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  FOREIGN KEY (priority_id, strategy_id) REFERENCES priority (id, strategy_id) ON UPDATE CASCADE,
  CHECK (priority_id IS NULL OR strategy_id IS NOT NULL),
  CHECK (state NOT IN ('partly accepted', 'not accepted') OR decision_reason <> '')
) STRICT;

CREATE INDEX comment_region ON comment (nuts_version, region_code);
CREATE INDEX comment_strategy ON comment (strategy_id);
CREATE INDEX comment_priority ON comment (priority_id, strategy_id);
CREATE INDEX comment_parent ON comment (parent_id);
CREATE INDEX comment_organisation ON comment (organisation_id);

-- The history of a comment, one row a change of state; the first has no state before it.
CREATE TABLE comment_event (
  id INTEGER NOT NULL PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
  at TEXT NOT NULL CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  actor TEXT NOT NULL, -- a role or an account name
  from_state TEXT CHECK (
    from_state IN ('received', 'acknowledged', 'in review', 'accepted', 'partly accepted', 'not accepted', 'noted',
                   'applied', 'closed')
  ),
  to_state TEXT NOT NULL CHECK (
    to_state IN ('received', 'acknowledged', 'in review', 'accepted', 'partly accepted', 'not accepted', 'noted',
                 'applied', 'closed')
  ),
  reason TEXT NOT NULL,
  change_id INTEGER REFERENCES change_log (id), -- the change to the record that it led to
  CHECK (from_state IS NOT to_state)
) STRICT;

CREATE INDEX comment_event_comment ON comment_event (comment_id);
CREATE INDEX comment_event_change ON comment_event (change_id);

-- The officer's own remark, on one thing: a region, strategy or priority, or a point of the map.
CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY,
  nuts_version INTEGER,
  region_code TEXT,
  strategy_id TEXT REFERENCES strategy (id) ON DELETE CASCADE ON UPDATE CASCADE,
  priority_id INTEGER REFERENCES priority (id) ON DELETE CASCADE,
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  text TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL CHECK (
    created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'
  ),
  changed_at TEXT NOT NULL CHECK (changed_at >= created_at),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL)),
  CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CHECK ((region_code IS NOT NULL) + (strategy_id IS NOT NULL) + (priority_id IS NOT NULL) + (longitude IS NOT NULL) = 1)
) STRICT;

CREATE INDEX note_region ON note (nuts_version, region_code);
CREATE INDEX note_strategy ON note (strategy_id);
CREATE INDEX note_priority ON note (priority_id);

-- A view of the map that was kept: filter, indicator, period, classes and versions, as a JSON object.
-- (json_valid () is not allowed in a schema that is not trusted.)
CREATE TABLE saved_view (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  recipe TEXT NOT NULL CHECK (recipe GLOB '{*}'),
  created_at TEXT NOT NULL CHECK (
    created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'
  )
) STRICT;

-- Every edit with what takes it back, both JSON objects, in the order in which they were made: undo, history and the
-- state of the data at an earlier day.
CREATE TABLE change_log (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  actor TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation GLOB '{*}'),
  inverse TEXT NOT NULL CHECK (inverse GLOB '{*}'),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
