#pragma once

#include "CTIFF.h"

#include <tiffio.h>

struct ctiff_reader {
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  size_t most_memory;
  TIFF *tiff;
  ctiff_page page;
  int read_past_end;
  int failed;
  char message[256];
};

/// The status of a failure; what isn't complete is called truncated.
ctiff_status ctiff_failure(const ctiff_reader *reader);

/// Puts down why it failed, unless libtiff has said so.
void ctiff_fail(ctiff_reader *reader, const char *message);

/// Reads the picture of the page as bands of RGBA.
ctiff_status ctiff_read_bands(ctiff_reader *reader, uint8_t *luma);

/// Whether the page is gray in samples of a width that libtiff doesn't turn into RGBA: 3, 5 … 15.
int ctiff_is_odd_gray(ctiff_reader *reader);
ctiff_status ctiff_read_odd_gray(ctiff_reader *reader, uint8_t *luma);
