#pragma once
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

// FT_LOAD_TARGET_MONO is a macro with a cast, which Swift doesn't import.
static inline FT_Int32 tally_ft_load_target_mono(void) { return FT_LOAD_TARGET_MONO; }
