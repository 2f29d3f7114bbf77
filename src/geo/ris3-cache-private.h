/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"

G_BEGIN_DECLS

/* The cache of a boundaries GeoPackage: the arrays that GDAL makes of it, in a file beside it whose parts are read
 * into memory as they are (data/boundaries/README.md). It is not mapped: a file that is cut short while it is mapped
 * ends the program, and one that is changed would change what was already checked. It lies beside the GeoPackage with
 * ".ris3geo" in place of ".gpkg". If anything is wrong with it, it is just not used.
 */

#define RIS3_CACHE_MAGIC "RIS3GEO\n"
/* Increased with each change of what is below, and of how arrays are made of a GeoPackage. */
#define RIS3_CACHE_FORMAT 1
#define RIS3_CACHE_BYTE_ORDER 0x01020304
/* Sections begin at multiples of this. */
#define RIS3_CACHE_ALIGNMENT 64
/* The offset of a string that is NULL. */
#define RIS3_CACHE_NO_STRING G_MAXUINT32

/* The file: this header, n_sections of Ris3CacheSection, the sections. */
typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 format;
  guint64 file_size;
  guint64 source_size; /* of the GeoPackage */
  guint64 source_digest;
  guint32 n_sections;
  guint32 section_size; /* sizeof (Ris3CacheSection) */
  guint64 checksum;     /* of the header, with 0 here, and the table of sections */
} Ris3CacheHeader;

typedef enum
{
  RIS3_CACHE_SHAPE_RINGS = 1,
  RIS3_CACHE_RING_POINTS,
  RIS3_CACHE_POINTS,
  RIS3_CACHE_SHAPE_BOXES,
  RIS3_CACHE_RING_BOXES,
  RIS3_CACHE_REGIONS, /* Ris3CacheRegion */
  RIS3_CACHE_STRINGS, /* char; zero-terminated, one after another */
  RIS3_CACHE_BORDERS,
  RIS3_CACHE_BORDER_POINTS,
  RIS3_CACHE_LINEAGE_ROWS,    /* Ris3CacheLineageRow */
  RIS3_CACHE_LINEAGE_STRINGS, /* as RIS3_CACHE_STRINGS */
  /* Of boundaries of one's own (ris3-own-cache.h): */
  RIS3_CACHE_KEY,         /* char: of what it was made */
  RIS3_CACHE_ATTRIBUTION, /* char: whom the file names as its source; may be empty */
  RIS3_CACHE_IS_GISCO,    /* guint32, one */
} Ris3CachePart;

typedef struct
{
  guint32 part;   /* Ris3CachePart */
  guint32 first;  /* NUTS version; of lineage: from; of land: 0 */
  guint32 second; /* scale; of lineage: to; of land: 0 */
  guint32 record_size;
  guint64 n_records;
  guint64 offset; /* in the file */
  guint64 checksum;
} Ris3CacheSection;

/* Strings are offsets in the section of strings. */
typedef struct
{
  guint32 code;
  guint32 name;
  guint32 name_latin;
  guint32 name_english; /* or RIS3_CACHE_NO_STRING */
  guint32 country;
  gint32 parent;
  guint32 level;
  guint32 is_overseas;
  Ris3Point inside;
} Ris3CacheRegion;

typedef struct
{
  guint32 from_code;
  guint32 to_code;
  guint32 kind; /* Ris3LineageKind */
  guint32 reserved;
  double share_of_from;
  double share_of_to;
} Ris3CacheLineageRow;

/* An open cache. Immutable: any thread may read it. */
typedef struct _Ris3Cache Ris3Cache;

/* Where the cache of a GeoPackage lies. (transfer full) */
char *ris3_cache_get_path (const char *source_path);

/* Opens the cache of a GeoPackage; NULL unless there is one that has a sound header and was made of that
 * file. (transfer full)
 */
Ris3Cache *ris3_cache_open (const char *source_path);
/* The same of a cache that lies elsewhere; NULL unless it says of itself that it was made of that. (transfer full) */
Ris3Cache *ris3_cache_open_at (const char *path, guint64 source_size, guint64 source_digest);
Ris3Cache *ris3_cache_ref (Ris3Cache *self);
void ris3_cache_unref (Ris3Cache *self);

/* One array: NULL unless it is there and undamaged. (transfer full) */
GBytes *ris3_cache_get (Ris3Cache *self, Ris3CachePart part, guint first, guint second, gsize record_size);

/* These return what the loaders of the same name return, completely validated; NULL if it is not in the cache, or
 * not sound. (transfer full)
 */
Ris3Boundaries *ris3_cache_load_boundaries (Ris3Cache *self, guint nuts_version, guint scale);
/* Boundaries of one's own, and what they are called. */
Ris3Boundaries *ris3_cache_load_own_boundaries (Ris3Cache *self, const char *title);
Ris3Shapes *ris3_cache_load_land (Ris3Cache *self);
Ris3Lineage *ris3_cache_load_lineage (Ris3Cache *self, guint from_version, guint to_version);
/* The borders of boundaries with n_shapes leaves, which boundaries from the cache load when their borders are asked
 * for. FALSE if they are not in it, or not sound. (out) (transfer full)
 */
gboolean ris3_cache_load_borders (Ris3Cache *self,
                                  guint nuts_version,
                                  guint scale,
                                  guint n_shapes,
                                  GBytes **borders,
                                  GBytes **border_points);

/* Makes the cache of a GeoPackage, read through GDAL: all its NUTS versions, scales and lineages, and the
 * land.
 *
 * Errors: RIS3_GEO_ERROR, G_FILE_ERROR. The bytes of its file: (transfer full)
 */
GBytes *ris3_cache_make (const char *source_path, GError **error);

/* Reads size bytes at an offset of an open file; FALSE if it ends before. */
gboolean ris3_cache_read_at (int file, guint8 *buffer, gsize size, goffset offset);

/* A checksum: fast, and certain to differ if one word of eight bytes differs. It guards against accidents, not
 * attackers. */
guint64 ris3_cache_digest (gconstpointer data, gsize size);

/* The identity of a GeoPackage: its size, and a digest of its beginning (where SQLite counts the changes), its
 * end and samples between. FALSE if it cannot be read, or has changes that are still in a separate file (SQLite's
 * write-ahead log).
 */
gboolean ris3_cache_identify (const char *source_path, guint64 *size, guint64 *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Cache, ris3_cache_unref)

G_END_DECLS
