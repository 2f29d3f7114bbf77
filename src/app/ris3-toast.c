/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-toast.h"

#include "model/ris3-printable.h"

void
ris3_toast_tell (AdwToastOverlay *overlay, AdwToast **toast, const char *words, guint seconds)
{
  g_autofree char *title = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && toast != NULL && words != NULL);
  /* A title is Pango markup. */
  title = ris3_printable_markup (words);
  if (*toast != NULL)
    {
      adw_toast_set_title (*toast, title);
      return;
    }
  g_set_weak_pointer (toast, adw_toast_new (title));
  adw_toast_set_timeout (*toast, seconds);
  adw_toast_overlay_add_toast (overlay, *toast);
}
