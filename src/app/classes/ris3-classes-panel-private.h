/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/classes/ris3-classes-panel.h"

#include "app/classes/ris3-class-histogram.h"
#include "map/ris3-class-method.h"

G_BEGIN_DECLS

struct _Ris3ClassesPanel
{
  GtkWidget parent_instance;

  GtkBox *content;
  GtkLabel *about;
  GtkWidget *kind_group; /* where counts can be symbols */
  AdwComboRow *kind;     /* classes, symbols */
  Ris3ClassHistogram *histogram;
  GtkLabel *warning;
  GtkWidget *division; /* the group of the next two */
  AdwComboRow *method;
  GtkSpinButton *n_classes;
  GtkWidget *colours; /* the group of the next two */
  AdwComboRow *palette;
  GtkSwitch *reversed;
  GtkListBox *classes;
  GtkWidget *visions_group;
  GtkListBox *visions;

  Ris3Session *session;
  Ris3View *former;     /* what comes back */
  GArray *methods;      /* of const Ris3ClassMethod *, in the order of the row */
  gboolean is_updating; /* the widgets follow the view */
};

/* ris3-classes-panel-show.c: makes the rows of palettes, and shows what the map shows. */
void _ris3_classes_panel_make_palettes (Ris3ClassesPanel *self);
void _ris3_classes_panel_show (Ris3ClassesPanel *self);

G_END_DECLS
