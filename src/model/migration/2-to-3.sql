-- SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What version 3 adds to version 2: columns that were joined from tables. All else stays where it is, which takes no
-- time, whatever the size of the file; these statements are those of schema.sql, with which the result is compared.
--
-- It also closes a gap. Later programs of version 2 recorded many new rows of an import as one row of change_row with
-- "[]" after the name of the table. Earlier ones of version 2 do not know that: they would undo such an import although
-- its rows had been changed since, and miss them in the history of a row. None of them opens a file of version 3.

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

-- The tables that edits of version 2 changed are the same, so these can still be undone.
UPDATE change_log SET schema_version = 3 WHERE schema_version = 2;
