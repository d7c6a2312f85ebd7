#pragma once
#include <zlib.h>

// deflateInit is a macro over the size of z_stream, which Swift doesn't import.
static inline int tally_deflate_init(z_stream *_Nonnull stream, int level) {
  return deflateInit(stream, level);
}
