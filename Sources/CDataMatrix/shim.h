#pragma once
#include <dmtx.h>

/// A point of the symbol's unit square, whose origin is the corner of its two solid sides, in pixels
/// of the picture, counted from its bottom. Swift can't pass on a pointer to rows of a matrix.
static inline DmtxVector2 tally_dmtx_point(DmtxRegion *_Nonnull region, double x, double y) {
  DmtxVector2 unit = {x, y}, pixel = {0, 0};
  dmtxMatrix3VMultiply(&pixel, &unit, region->fit2raw);
  return pixel;
}
