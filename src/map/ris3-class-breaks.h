/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where numbers are divided into classes. A break is the least number of its class: with n breaks there are n + 1
 * classes, the first of what is below breaks[0], the last of what is breaks[n - 1] or more.
 *
 * All functions take finite numbers in ascending order, write breaks that increase, each greater than the least
 * number and at most the greatest, and return how many these are. That may be fewer than n_classes - 1: equal
 * numbers are never divided, so there are at most as many classes as different numbers. They are pure.
 */
#define RIS3_BREAKS_MIN_CLASSES 2
#define RIS3_BREAKS_MAX_CLASSES 9

/* Classes of the same width from the least number to the greatest. One in between may be empty. */
guint ris3_breaks_equal (const double *sorted, guint n, guint n_classes, double *breaks);

/* Classes of as many numbers each as equal ones allow: the breaks are quantiles by the definition that R and
 * spreadsheets begin with (Hyndman and Fan 1996, type 7), without those that would leave a class empty. */
guint ris3_breaks_quantile (const double *sorted, guint n, guint n_classes, double *breaks);

/* Natural breaks: of all divisions, one with the least sum of squared distances from the mean of each class, exactly
 * (Fisher 1958; Jenks 1977), by dynamic programming in O (k n log n) (the first number of the last class only moves
 * up as numbers are added: Wang and Song 2011, Song and Zhong 2020). No class is empty. A break is the least number
 * of its class. */
guint ris3_breaks_natural (const double *sorted, guint n, guint n_classes, double *breaks);

/* The sum of squares that natural breaks make least. */
double ris3_breaks_get_deviation (const double *sorted, guint n, const double *breaks, guint n_breaks);

/* Classes one standard deviation (of a sample) wide: with an odd number of classes one is around the mean, with an even
 * number the mean is a break. Those beyond the least and the greatest number are left out; one in between may
 * be empty. */
guint ris3_breaks_standard_deviation (const double *sorted, guint n, guint n_classes, double *breaks);

/* Head/tail breaks (Jiang 2013): a break at the mean, then at the mean of what is above it, as long as that is less
 * than 40 % of what was divided; n_classes is the most, their number follows from the numbers. No class is
 * empty. Where a number equals the mean, it belongs to the tail, and the next one is the break. */
guint ris3_breaks_head_tail (const double *sorted, guint n, guint n_classes, double *breaks);

/* Round breaks, 1, 2 or 5 times a power of ten apart, about as many as asked for but never more than
 * RIS3_BREAKS_MAX_CLASSES classes (R's pretty (), Becker, Chambers and Wilks 1988). One in between may be empty. */
guint ris3_breaks_pretty (const double *sorted, guint n, guint n_classes, double *breaks);

/* Makes breaks shorter to write, each class keeping its numbers: each break becomes the number with the fewest
 * digits, nearest to it, that is above the numbers below it and not above those from it on. */
void ris3_breaks_shorten (const double *sorted, guint n, double *breaks, guint n_breaks);

/* Makes breaks shorter to write where their distance matters: each is rounded to about a hundredth of the
 * least distance of two. Returns how many remain between the least and the greatest number. */
guint ris3_breaks_round (const double *sorted, guint n, double *breaks, guint n_breaks);

/* For whole numbers: makes each break the whole number that divides them in the same way, and returns how many
 * different ones remain. */
guint ris3_breaks_make_whole (double *breaks, guint n_breaks);

/* Leaves out breaks that would leave a class without any number, and returns how many remain. */
guint ris3_breaks_drop_empty (const double *sorted, guint n, double *breaks, guint n_breaks);

/* How many of the numbers are below a limit. */
guint ris3_breaks_count_below (const double *sorted, guint n, double limit);

G_END_DECLS
