/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Many rows of an edit in one row of change_row: new rows of a table whose key begins with a number, and all that there
 * are from a first to a last one. table_name is that of the table and a suffix, row_key the two numbers and how many
 * rows there are: “priority[]”, “101 250/150”. */
#define RIS3_CHANGE_RANGE_SUFFIX "[]"

/* The ranges as a table with the columns change_id, table_name (with the suffix), first, last and n_rows: a text is
 * cast up to where it is no number any more. */
#define RIS3_CHANGE_RANGES                                                                                             \
  "(SELECT change_id, table_name, CAST (row_key AS INTEGER) AS first,"                                                 \
  " CAST (substr (row_key, instr (row_key, ' ')) AS INTEGER) AS last,"                                                 \
  " CAST (substr (row_key, instr (row_key, '/') + 1) AS INTEGER) AS n_rows FROM change_row"                            \
  " WHERE table_name GLOB '*[[]]')"

/* The changes of the row with the key ?2 of the table ?1, as a table with the column change_id. */
#define RIS3_CHANGES_OF_ROW                                                                                            \
  "(SELECT change_id FROM change_row WHERE table_name = ?1 AND row_key = ?2"                                           \
  " UNION ALL SELECT change_id FROM " RIS3_CHANGE_RANGES " WHERE table_name = ?1 || '" RIS3_CHANGE_RANGE_SUFFIX "'"    \
  " AND CAST (?2 AS INTEGER) BETWEEN first AND last)"
