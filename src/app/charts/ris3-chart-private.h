/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/charts/ris3-chart.h"

G_BEGIN_DECLS

struct _Ris3Chart
{
  GtkWidget parent_instance;

  Ris3ChartData *data; /* NULL: nothing is drawn */
  guint n_rows;        /* that are drawn */
  gint focus_row;      /* that the keys are at; -1: none */
  gint focus_column;
  gint hover_row; /* under the pointer; -1: none */
  gint hover_column;

  /* In pixels, measured when the widget is. */
  int line;   /* a line of text */
  int label;  /* the longest name */
  int number; /* the widest number at a bar */
  int cell;   /* the width of a column of cells, with room around the widest number */
  int narrow; /* the same, where there are many: no more room than needed */
};

/* Lengths in pixels. */
typedef struct
{
  int line;   /* a line of text */
  int label;  /* the names at the left */
  int lines;  /* that they have room for */
  int row;    /* the height of a row */
  int key;    /* which of two maps is which; 0: nothing is compared */
  int head;   /* above the first row */
  int foot;   /* below the last one */
  int column; /* the width of a column of cells; of bars, of the longest one */
} Ris3ChartLayout;

/* ris3-chart-draw.c */
gboolean _ris3_chart_is_bars (Ris3Chart *self);
void _ris3_chart_measure_texts (Ris3Chart *self);
/* width: of the widget; 0: as wide as it likes to be */
void _ris3_chart_lay_out (Ris3Chart *self, int width, Ris3ChartLayout *layout);
void _ris3_chart_place_cell (Ris3Chart *self,
                             const Ris3ChartLayout *layout,
                             guint row,
                             guint column,
                             graphene_rect_t *bounds);
void _ris3_chart_draw (Ris3Chart *self, GtkSnapshot *snapshot);

G_END_DECLS
