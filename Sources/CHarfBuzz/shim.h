#pragma once
#include <hb.h>
#include <hb-ft.h>
#include <hb-ot.h>
#include <hb-subset.h>

// HB_TAG is a macro with casts, which Swift doesn't import.
static inline hb_tag_t tally_hb_tag(const char *_Nonnull name) {
  return hb_tag_from_string(name, 4);
}
