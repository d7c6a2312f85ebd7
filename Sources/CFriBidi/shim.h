#pragma once
#include <fribidi.h>
#include <stdint.h>
#include <stdlib.h>

// The embedding level of each character of one line (UAX #9). `direction` is -1 for that of the first strong letter,
// 0 for left to right, 1 for right to left; the one that was taken comes back, or -1 where memory is out.
static inline int tally_bidi_levels(
    const uint32_t *_Nonnull text, int32_t count, int direction, int8_t *_Nonnull levels) {
  FriBidiParType base = direction < 0 ? FRIBIDI_PAR_ON : direction ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  FriBidiCharType *types = malloc((size_t)count * sizeof *types);
  FriBidiBracketType *brackets = malloc((size_t)count * sizeof *brackets);
  int result = -1;
  if (types && brackets) {
    fribidi_get_bidi_types(text, count, types);
    fribidi_get_bracket_types(text, count, types, brackets);
    // White space at the end of the line takes the level of the line (L1): that is what reordering adds.
    if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels)
        && fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types, count, 0, base, levels, NULL, NULL))
      result = FRIBIDI_IS_RTL(base) ? 1 : 0;
  }
  free(types);
  free(brackets);
  return result;
}
