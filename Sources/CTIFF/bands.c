#include "reader.h"

#include <stdio.h>
#include <stdlib.h>

/// Rows that are decoded at a time: whole strips or tiles, so that none is decoded twice.
static uint32_t rows_of_band(const ctiff_reader *reader) {
  uint32_t unit = 0;
  int known = TIFFIsTiled(reader->tiff)
      ? TIFFGetField(reader->tiff, TIFFTAG_TILELENGTH, &unit)
      : TIFFGetFieldDefaulted(reader->tiff, TIFFTAG_ROWSPERSTRIP, &unit);
  uint32_t height = reader->page.height;
  if (!known || unit == 0 || unit >= height) return height;
  enum { handy = 64 };
  uint32_t rows = unit < handy ? (handy + unit - 1) / unit * unit : unit;
  return rows < height ? rows : height;
}

/// libtiff gives colours that are multiplied by alpha; what alpha lacks is paper.
static void convert(const uint32_t *raster, size_t pixels, uint8_t *luma) {
  for (size_t index = 0; index < pixels; index++) {
    uint32_t pixel = raster[index];
    uint32_t shade =
        (77 * TIFFGetR(pixel) + 150 * TIFFGetG(pixel) + 29 * TIFFGetB(pixel) + 128) >> 8;
    shade += 255 - TIFFGetA(pixel);
    luma[index] = (uint8_t)(shade < 255 ? shade : 255);
  }
}

static int read_all(ctiff_reader *reader, TIFFRGBAImage *image, uint32_t *raster, uint8_t *luma) {
  size_t width = reader->page.width;
  uint32_t height = reader->page.height, band = rows_of_band(reader);
  for (uint32_t row = 0; row < height; row += band) {
    uint32_t rows = height - row < band ? height - row : band;
    image->row_offset = (int)row;
    image->col_offset = 0;
    if (!TIFFRGBAImageGet(image, raster, (uint32_t)width, rows) || reader->failed) return 0;
    convert(raster, width * rows, luma + width * row);
  }
  return 1;
}

static ctiff_status refused(ctiff_reader *reader, const char *reason) {
  if (reader->failed || reader->read_past_end) {
    ctiff_fail(reader, reason);
    return ctiff_failure(reader);
  }
  ctiff_fail(reader, reason);
  return CTIFF_UNSUPPORTED;
}

ctiff_status ctiff_read_bands(ctiff_reader *reader, uint8_t *luma) {
  char reason[1024] = "";
  TIFFRGBAImage image;
  if (!TIFFRGBAImageOK(reader->tiff, reason)) return refused(reader, reason);
  if (!TIFFRGBAImageBegin(&image, reader->tiff, 1, reason)) return refused(reader, reason);
  // As it is stored: the picture is turned later, by whoever turns all formats.
  image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;
  size_t bytes = (size_t)reader->page.width * rows_of_band(reader) * sizeof(uint32_t);
  uint32_t *raster = bytes <= reader->most_memory ? malloc(bytes) : NULL;
  if (!raster) ctiff_fail(reader, "out of memory");
  int done = raster && read_all(reader, &image, raster, luma);
  free(raster);
  TIFFRGBAImageEnd(&image);
  if (done) return CTIFF_OK;
  ctiff_fail(reader, "the pixels can't be read");
  return ctiff_failure(reader);
}
