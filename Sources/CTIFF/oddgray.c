#include "reader.h"

#include <stdlib.h>

static uint16_t field(const ctiff_reader *reader, uint32_t tag) {
  uint16_t value = 0;
  TIFFGetFieldDefaulted(reader->tiff, tag, &value);
  return value;
}

int ctiff_is_odd_gray(ctiff_reader *reader) {
  uint16_t bits = field(reader, TIFFTAG_BITSPERSAMPLE);
  uint16_t kind = PHOTOMETRIC_RGB;
  TIFFGetField(reader->tiff, TIFFTAG_PHOTOMETRIC, &kind);
  int is_gray = kind == PHOTOMETRIC_MINISBLACK || kind == PHOTOMETRIC_MINISWHITE;
  int is_odd = bits < 16 && bits != 1 && bits != 2 && bits != 4 && bits != 8;
  return is_gray && is_odd && bits > 0 && field(reader, TIFFTAG_SAMPLESPERPIXEL) == 1
      && field(reader, TIFFTAG_SAMPLEFORMAT) == SAMPLEFORMAT_UINT && !TIFFIsTiled(reader->tiff);
}

/// Samples that lie packed, the most significant bit first, as luma.
static void unpack(const uint8_t *row, int bits, uint32_t width, uint8_t flip, uint8_t *luma) {
  uint32_t most = (1u << bits) - 1, held = 0;
  int count = 0;
  for (uint32_t column = 0; column < width; column++) {
    while (count < bits) {
      held = held << 8 | *row++;
      count += 8;
    }
    count -= bits;
    luma[column] = (uint8_t)(((held >> count & most) * 255 + most / 2) / most) ^ flip;
  }
}

ctiff_status ctiff_read_odd_gray(ctiff_reader *reader, uint8_t *luma) {
  uint32_t width = reader->page.width;
  int bits = field(reader, TIFFTAG_BITSPERSAMPLE);
  uint8_t flip = field(reader, TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_MINISWHITE ? 0xFF : 0;
  size_t needed = ((size_t)width * (size_t)bits + 7) / 8;
  tmsize_t given = TIFFScanlineSize(reader->tiff);
  uint8_t *row = given >= (tmsize_t)needed ? malloc((size_t)given) : NULL;
  if (!row) ctiff_fail(reader, "out of memory");
  for (uint32_t y = 0; row && y < reader->page.height && !reader->failed; y++) {
    if (TIFFReadScanline(reader->tiff, row, y, 0) < 0) ctiff_fail(reader, "a row is missing");
    unpack(row, bits, width, flip, luma + (size_t)y * width);
  }
  free(row);
  return reader->failed ? ctiff_failure(reader) : CTIFF_OK;
}
