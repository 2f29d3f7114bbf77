/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-toast.h"

#include "model/ris3-printable.h"

/* Of one that goes: what is said from now on would go with it. */
#define GOING "ris3-toast-going"

static void
on_dismissed_cb (AdwToast *toast)
{
  g_object_set_data (G_OBJECT (toast), GOING, toast);
}

/* button: NULL: none */
static void
show (AdwToastOverlay *overlay,
      AdwToast **toast,
      const char *words,
      guint seconds,
      const char *button,
      const char *action,
      GVariant *target)
{
  /* A title is Pango markup. */
  g_autofree char *title = ris3_printable_markup (words);
  gboolean is_shown = *toast != NULL && g_object_get_data (G_OBJECT (*toast), GOING) == NULL;

  if (!is_shown)
    {
      g_set_weak_pointer (toast, adw_toast_new (""));
      g_signal_connect (*toast, "dismissed", G_CALLBACK (on_dismissed_cb), NULL);
    }
  adw_toast_set_title (*toast, title);
  adw_toast_set_button_label (*toast, button);
  /* Never an action with the target of another one. */
  adw_toast_set_action_name (*toast, NULL);
  adw_toast_set_action_target_value (*toast, target);
  adw_toast_set_action_name (*toast, action);
  if (is_shown)
    return;
  adw_toast_set_timeout (*toast, seconds);
  adw_toast_overlay_add_toast (overlay, *toast);
}

void
ris3_toast_tell (AdwToastOverlay *overlay, AdwToast **toast, const char *words, guint seconds)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && toast != NULL && words != NULL);
  show (overlay, toast, words, seconds, NULL, NULL, NULL);
}

void
ris3_toast_offer (AdwToastOverlay *overlay,
                  AdwToast **toast,
                  const char *words,
                  guint seconds,
                  const char *button,
                  const char *action,
                  GVariant *target)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && toast != NULL && words != NULL);
  g_return_if_fail (button != NULL && action != NULL);
  show (overlay, toast, words, seconds, button, action, target);
}
