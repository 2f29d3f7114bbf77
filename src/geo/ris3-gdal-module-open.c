/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#include "geo/ris3-gdal-module-private.h"

#define MODULE_FILE "libris3-geo-gdal.so"

static const Ris3GdalFunctions *
open_module (GError **error)
{
  const char *variable = g_getenv ("RIS3_MODULE_DIR");
  g_autofree char *path = g_build_filename (variable != NULL ? variable : RIS3_MODULE_DIR, MODULE_FILE, NULL);
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  const Ris3GdalFunctions *functions;
  gpointer entry;

  if (module == NULL || !g_module_symbol (module, RIS3_GDAL_MODULE_ENTRY, &entry))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MODULE,
                   _ ("The part of RIS3 Atlas that reads other geodata and tables cannot be loaded (%s). Install the "
                      "program again."),
                   g_module_error ());
      g_clear_pointer (&module, g_module_close);
      return NULL;
    }
  functions = ((Ris3GdalModuleEntry) entry) ();
  if (g_strcmp0 (functions->version, RIS3_VERSION) != 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MODULE,
                   _ ("“%s” belongs to version %s of RIS3 Atlas, but this is version %s. Install the program again."),
                   path, functions->version, RIS3_VERSION);
      g_module_close (module);
      return NULL;
    }
  g_module_make_resident (module);

  return functions;
}

const Ris3GdalFunctions *
ris3_gdal_module_open (GError **error)
{
  static GMutex lock;
  static const Ris3GdalFunctions *functions = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (functions == NULL)
    functions = open_module (error);

  return functions;
}
