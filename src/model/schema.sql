-- SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The atlas file, version 3. It is compiled into the program, and every atlas that is opened is compared
-- with it. A change here is a new user_version; what was here before goes to migration/schema-N.sql, and
-- migration/N-to-M.sql says how the rows move.
--
-- Conventions: codes are text ("2.10" is not "2.1"); a question that may be unanswered is NULL, 0
-- or 1; a text that is not there is ''; dates are ISO 8601; times are UTC ("2026-11-23T12:00:00Z").
-- An id is never used twice (AUTOINCREMENT): packs that are sent out, the history and undo name rows by it.
--
-- Edits are recorded by SQLite's session extension, which sees rows by their primary key: each table has
-- one, without NULL, and a key that is referred to cannot change. An edit is undone row by row, so no rule
-- here forbids a state that is only passed through while two rows exchange their values.
-- Sessions leave out the tables about persons (contact, request_contact, comment_contact), the
-- contents of attachments, and the log itself.

PRAGMA application_id = 0x52495333; -- "RIS3"
PRAGMA user_version = 3;

-- What the atlas as a whole is: title, data_date (state of the data) …
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The territorial units that rows may refer to, each named by NUTS version and code. Their
-- geometry is not part of the atlas.
CREATE TABLE region (
  nuts_version INTEGER NOT NULL CHECK (nuts_version BETWEEN 2003 AND 2100),
  code TEXT NOT NULL CHECK (code GLOB '[A-Z][A-Z]*' AND length (code) BETWEEN 2 AND 5),
  level INTEGER NOT NULL CHECK (level = length (code) - 2),
  -- Not always the start of the code: UKN10 of 2016 lies in UKN0.
  parent_code TEXT CHECK ((parent_code IS NULL) = (level = 0) AND length (parent_code) = level + 1),
  country TEXT NOT NULL CHECK (country = substr (code, 1, 2)),
  name TEXT NOT NULL CHECK (name <> ''),
  name_latin TEXT NOT NULL,
  name_english TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nuts_version, code),
  FOREIGN KEY (nuts_version, parent_code) REFERENCES region (nuts_version, code) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX region_parent ON region (nuts_version, parent_code);

-- One RIS3 document, or its successor, of one region. Of a pending one, only its existence is
-- known. A personalised-medicine mark names what it rests on.
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
  analyst TEXT NOT NULL DEFAULT '', -- who read it last
  reviewed_on TEXT NOT NULL DEFAULT '' CHECK (reviewed_on = '' OR reviewed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- and when
  withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)), -- recorded, but not to be shown: not agreed to
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
-- strategy. Siblings are in the order of position, then id; there is always room
-- between two positions, so inserting or moving one changes no other.
CREATE TABLE priority (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  strategy_id TEXT NOT NULL REFERENCES strategy (id) ON DELETE CASCADE,
  parent_id INTEGER CHECK (parent_id <> id),
  position REAL NOT NULL CHECK (position > 0 AND position < 1e15),
  label TEXT NOT NULL, -- "3.1.2", or the short name in the original language
  original_text TEXT NOT NULL,
  text TEXT NOT NULL, -- in English
  page_index INTEGER CHECK (page_index >= 0), -- physical page
  page_label TEXT NOT NULL, -- as printed
  quote TEXT NOT NULL DEFAULT '', -- the passage itself, where text is a paraphrase
  source_url TEXT NOT NULL DEFAULT '', -- where it is not the strategy's
  explicit_pm INTEGER NOT NULL CHECK (explicit_pm IN (0, 1)),
  is_area INTEGER NOT NULL CHECK (is_area IN (0, 1)),
  UNIQUE (id, strategy_id),
  FOREIGN KEY (parent_id, strategy_id) REFERENCES priority (id, strategy_id)
    DEFERRABLE INITIALLY DEFERRED,
  CHECK (label <> '' OR text <> '' OR original_text <> ''),
  CHECK (is_area = 0 OR explicit_pm = 0)
) STRICT;

CREATE INDEX priority_strategy ON priority (strategy_id, position);
CREATE INDEX priority_parent ON priority (parent_id, strategy_id);

-- A tree has no cycle.
CREATE TRIGGER priority_no_circle BEFORE UPDATE OF parent_id ON priority
WHEN NEW.parent_id IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'a priority cannot be part of itself')
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
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  programme TEXT NOT NULL CHECK (programme <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  nuts_version INTEGER,
  region_code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL, -- a URL or a title
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL)),
  CHECK (region_code IS NULL OR substr (region_code, 1, 2) = country)
) STRICT;

CREATE UNIQUE INDEX participation_once ON participation (programme, role, country, ifnull (region_code, ''), name);
CREATE INDEX participation_region ON participation (nuts_version, region_code);

-- Who acts and answers: a body with its role. No personal data.
CREATE TABLE organisation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('regional authority', 'national authority', 'Commission', 'analyst', 'other')),
  nuts_version INTEGER,
  region_code TEXT,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL))
) STRICT;

CREATE INDEX organisation_region ON organisation (nuts_version, region_code);

-- Something under way in a region, so that work is not duplicated.
CREATE TABLE activity (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('project', 'best-practice', 'data-set', 'infrastructure', 'call')),
  title TEXT NOT NULL CHECK (title <> ''),
  organisation_id INTEGER REFERENCES organisation (id) ON DELETE SET NULL, -- who does it
  programme TEXT NOT NULL,
  year_from INTEGER CHECK (year_from BETWEEN 1990 AND 2100),
  year_to INTEGER CHECK (year_to BETWEEN 1990 AND 2100),
  url TEXT NOT NULL,
  remark TEXT NOT NULL,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK (year_from IS NULL OR year_to IS NULL OR year_from <= year_to)
) STRICT;

CREATE INDEX activity_region ON activity (nuts_version, region_code);
CREATE INDEX activity_organisation ON activity (organisation_id);

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

-- Personal data, all of it and only here: emptying this table leaves an atlas without any. No
-- export takes it unless asked, and neither sessions nor the log see it.
CREATE TABLE contact (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language = '' OR language GLOB '[a-z][a-z]'), -- to write to them in
  remark TEXT NOT NULL,
  CHECK (name <> '' OR email <> '')
) STRICT;

CREATE INDEX contact_organisation ON contact (organisation_id);

-- What an assessor, such as the Commission, recorded on personalised medicine for a region.
CREATE TABLE assessment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  assessor TEXT NOT NULL CHECK (assessor <> ''),
  pm_mark INTEGER NOT NULL CHECK (pm_mark IN (0, 1)),
  source_url TEXT NOT NULL,
  UNIQUE (nuts_version, region_code, assessor),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code)
) STRICT;

-- A round of consultation. scope is the text form of the filter that chose whom to ask; '' means everybody.
CREATE TABLE consultation_round (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  scope TEXT NOT NULL,
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_on TEXT NOT NULL CHECK (due_on = '' OR (due_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND due_on >= opened_on)),
  closed_on TEXT NOT NULL CHECK (closed_on = '' OR (closed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND closed_on >= opened_on)),
  remark TEXT NOT NULL
) STRICT;

-- That an organisation is asked about a region in a round. Its answers are comments.
CREATE TABLE request (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES consultation_round (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  channel TEXT NOT NULL,
  asked_on TEXT NOT NULL CHECK (asked_on = '' OR asked_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- '': not yet
  due_on TEXT NOT NULL CHECK (due_on = '' OR due_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- '': as the round
  answered_on TEXT NOT NULL CHECK (answered_on = '' OR answered_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- '': not yet
  remark TEXT NOT NULL,
  UNIQUE (round_id, organisation_id, nuts_version, region_code),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK (answered_on = '' OR (asked_on <> '' AND answered_on >= asked_on))
) STRICT;

CREATE INDEX request_region ON request (nuts_version, region_code);
CREATE INDEX request_organisation ON request (organisation_id);

CREATE TABLE reminder (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  sent_on TEXT NOT NULL CHECK (sent_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  channel TEXT NOT NULL
) STRICT;

CREATE INDEX reminder_request ON reminder (request_id);

-- Which persons a request went to.
CREATE TABLE request_contact (
  request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  PRIMARY KEY (request_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_contact_contact ON request_contact (contact_id);

-- What an authority answered, about a region, one of its strategies or priorities, or a figure (the text form
-- of the view that it shows). target_name is what the target was called then: when a strategy or priority is
-- deleted, the comment stays, and says so by a target without its id. The state is where the
-- answer stands now; how it came there is in comment_event.
CREATE TABLE comment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''), -- survives export and import
  parent_id INTEGER REFERENCES comment (id) CHECK (parent_id <> id), -- the comment it replies to
  request_id INTEGER REFERENCES request (id) ON DELETE SET NULL, -- the request it answers
  organisation_id INTEGER REFERENCES organisation (id),
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  target TEXT NOT NULL CHECK (target IN ('region', 'strategy', 'priority', 'figure')),
  target_name TEXT NOT NULL,
  strategy_id TEXT REFERENCES strategy (id) ON DELETE SET NULL,
  priority_id INTEGER REFERENCES priority (id) ON DELETE SET NULL,
  figure TEXT NOT NULL CHECK (target = 'figure' OR figure = ''),
  quote TEXT NOT NULL, -- the passage that it is about
  page_label TEXT NOT NULL, -- and its page, as printed
  author_role TEXT NOT NULL CHECK (
    author_role IN ('regional authority', 'national authority', 'Commission', 'analyst', 'other')
  ),
  channel TEXT NOT NULL,
  received_on TEXT NOT NULL CHECK (received_on = '' OR received_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  language TEXT NOT NULL CHECK (language = '' OR language GLOB '[a-z][a-z]'),
  text TEXT NOT NULL CHECK (text <> ''),
  english_text TEXT NOT NULL, -- where text is in another language
  proposed_change TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('received', 'acknowledged', 'in review', 'accepted', 'partly accepted', 'not accepted', 'noted',
              'applied', 'closed')
  ),
  decision_reason TEXT NOT NULL,
  source_url TEXT NOT NULL,
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK (target IN ('strategy', 'priority') OR strategy_id IS NULL),
  CHECK (target = 'priority' OR priority_id IS NULL),
  CHECK (state NOT IN ('accepted', 'partly accepted', 'not accepted') OR decision_reason <> '')
) STRICT;

CREATE INDEX comment_region ON comment (nuts_version, region_code);
CREATE INDEX comment_strategy ON comment (strategy_id);
CREATE INDEX comment_priority ON comment (priority_id);
CREATE INDEX comment_parent ON comment (parent_id);
CREATE INDEX comment_request ON comment (request_id);
CREATE INDEX comment_organisation ON comment (organisation_id);
CREATE INDEX comment_state ON comment (state);

-- Which person wrote a comment.
CREATE TABLE comment_contact (
  comment_id INTEGER NOT NULL PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX comment_contact_contact ON comment_contact (contact_id);

-- The history of a comment, one row a change of state; the first has no state before it. A decision has a
-- reason. To take note needed none until 2026: there are rows without, and an undo may bring them back, so that no
-- rule of the file forbids them; who decides now is asked for one (ris3_edit_set_comment_state ()).
CREATE TABLE comment_event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  comment_id INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
  at TEXT NOT NULL CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  actor TEXT NOT NULL, -- as in the change log
  actor_role TEXT NOT NULL, -- in what role: analyst, head of unit, data set …
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
  CHECK (from_state IS NOT to_state),
  CHECK (to_state NOT IN ('accepted', 'partly accepted', 'not accepted') OR reason <> '')
) STRICT;

CREATE INDEX comment_event_comment ON comment_event (comment_id);
CREATE INDEX comment_event_change ON comment_event (change_id);

-- A document that came with a comment or is a source of a strategy: in the file (attachment_data, by
-- digest), or where url says.
CREATE TABLE attachment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  comment_id INTEGER REFERENCES comment (id) ON DELETE CASCADE,
  strategy_id TEXT REFERENCES strategy (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''), -- of the file
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  digest TEXT NOT NULL CHECK (length (digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'), -- SHA-256
  url TEXT NOT NULL, -- '': in the file
  added_at TEXT NOT NULL CHECK (added_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  CHECK ((comment_id IS NOT NULL) + (strategy_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX attachment_comment ON attachment (comment_id);
CREATE INDEX attachment_strategy ON attachment (strategy_id);
CREATE INDEX attachment_digest ON attachment (digest);

-- Contents of attachments, each once. They outlive the deletion of an attachment, so that it can be undone.
CREATE TABLE attachment_data (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length (digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  contents BLOB NOT NULL
) STRICT;

-- The officer's own remark, on one thing: a region, a strategy, a priority, or a point of the map, which may
-- be tied to a region.
CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  nuts_version INTEGER,
  region_code TEXT,
  strategy_id TEXT REFERENCES strategy (id) ON DELETE CASCADE,
  priority_id INTEGER REFERENCES priority (id) ON DELETE CASCADE,
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  text TEXT NOT NULL CHECK (text <> ''),
  colour TEXT NOT NULL DEFAULT '' CHECK (colour = '' OR colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)), -- from the map
  author TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL CHECK (created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  changed_at TEXT NOT NULL CHECK (changed_at >= created_at AND changed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((nuts_version IS NULL) = (region_code IS NULL)),
  CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CHECK ((region_code IS NOT NULL OR longitude IS NOT NULL) + (strategy_id IS NOT NULL) + (priority_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX note_region ON note (nuts_version, region_code);
CREATE INDEX note_strategy ON note (strategy_id);
CREATE INDEX note_priority ON note (priority_id);

-- A view that was kept, in its text form: one line. The empty text is the default view.
CREATE TABLE saved_view (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  view TEXT NOT NULL CHECK (instr (view, char (10)) = 0 AND instr (view, char (13)) = 0),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z')
) STRICT;

-- A column of numbers or texts that was joined from a table by the codes of regions, such as the population, so
-- that it can be shown beside what strategies say. Views name it by its name.
CREATE TABLE joined_column (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (name) BETWEEN 1 AND 100 AND instr (name, char (10)) = 0),
  kind TEXT NOT NULL CHECK (kind IN ('number', 'text')),
  unit TEXT NOT NULL, -- of the numbers
  year INTEGER CHECK (year BETWEEN 1900 AND 2100), -- that the values are of; NULL: not said
  nuts_version INTEGER NOT NULL CHECK (nuts_version BETWEEN 2003 AND 2100), -- that its codes were read as
  source TEXT NOT NULL, -- who is to be credited
  source_file TEXT NOT NULL, -- the name of the file
  source_date TEXT NOT NULL CHECK (source_date = '' OR source_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]') -- of the file
) STRICT;

-- The values of a joined column, each of exactly one region: none is summed, divided or handed down.
CREATE TABLE joined_value (
  column_id INTEGER NOT NULL REFERENCES joined_column (id) ON DELETE CASCADE,
  nuts_version INTEGER NOT NULL,
  region_code TEXT NOT NULL,
  number REAL,
  text TEXT CHECK (text <> '' AND instr (text, char (10)) = 0),
  PRIMARY KEY (column_id, nuts_version, region_code),
  FOREIGN KEY (nuts_version, region_code) REFERENCES region (nuts_version, code),
  CHECK ((number IS NULL) <> (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX joined_value_region ON joined_value (nuts_version, region_code);

-- Every edit, in the order in which they were made: undo, redo, history, and the state of the data at an earlier
-- day. An undo is an edit too, and names the one that it reverts; a redo is the undo of an undo.
CREATE TABLE change_log (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  actor TEXT NOT NULL, -- who: the name from the preferences, else the account's
  kind TEXT NOT NULL CHECK (kind <> ''), -- for programs: "priority-delete"
  title TEXT NOT NULL CHECK (title <> ''), -- for people: "Delete priority “Health and Food”"
  undoes INTEGER UNIQUE REFERENCES change_log (id) CHECK (undoes < id),
  schema_version INTEGER NOT NULL CHECK (schema_version >= 1) -- which the changeset is of
) STRICT;

-- What an edit did: a changeset of SQLite's session extension, in parts that together are the whole. Its
-- inverse reverts the edit, if the rows are still as the edit left them. An edit without parts cannot be undone.
CREATE TABLE change_part (
  change_id INTEGER NOT NULL REFERENCES change_log (id) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK (part >= 0),
  changeset BLOB NOT NULL CHECK (length (changeset) BETWEEN 1 AND 4194304),
  PRIMARY KEY (change_id, part)
) STRICT;

-- Which rows an edit touched, so that the history of one thing, and what stands in the way of an undo, is found
-- without reading changesets. row_key: the primary key, its columns separated by a space. Many new rows with numbers
-- without a gap are one row here: table_name "priority[]", row_key "101 250/150", from and to and how many there are.
CREATE TABLE change_row (
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change_log (id) ON DELETE CASCADE,
  PRIMARY KEY (table_name, row_key, change_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_row_change ON change_row (change_id);
