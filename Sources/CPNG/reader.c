#include "CPNG.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cpng_reader {
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  png_structp png;
  png_infop info;
  uint8_t *row;
  cpng_status status;
  char message[128];
  jmp_buf failure;
};

// Decoders, like the rest of the program, know nothing of colour management and comments; a
// chunk that isn't read can't be a danger. What is not listed: IHDR, PLTE, tRNS, IDAT, IEND, eXIf.
static const png_byte ignored_chunks[] =
    "bKGD\0cHRM\0gAMA\0hIST\0iCCP\0iTXt\0oFFs\0pCAL\0"
    "pHYs\0sBIT\0sCAL\0sPLT\0sRGB\0tEXt\0tIME\0zTXt";
enum { ignored_chunk_count = sizeof ignored_chunks / 5, largest_chunk = 8 << 20 };

static void on_error(png_structp png, png_const_charp message) {
  cpng_reader *reader = png_get_error_ptr(png);
  if (reader->status == CPNG_OK) reader->status = CPNG_CORRUPT;
  snprintf(reader->message, sizeof reader->message, "%s", message);
  longjmp(reader->failure, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void read_bytes(png_structp png, png_bytep target, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->offset) {
    reader->status = CPNG_TRUNCATED;
    png_error(png, "the data ends early");
  }
  memcpy(target, reader->bytes + reader->offset, count);
  reader->offset += count;
}

cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count) {
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  if (setjmp(reader->failure)) {
    cpng_reader_destroy(reader);
    return NULL;
  }
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_error, on_warning);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (reader->info) return reader;
  cpng_reader_destroy(reader);
  return NULL;
}

void cpng_reader_destroy(cpng_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader->row);
  free(reader);
}

const char *cpng_reader_message(const cpng_reader *reader) { return reader->message; }

cpng_status cpng_reader_read_header(cpng_reader *reader, uint32_t *width, uint32_t *height) {
  if (setjmp(reader->failure)) return reader->status;
  png_structp png = reader->png;
  png_set_read_fn(png, reader, read_bytes);
  // Sizes are limited by the caller, by pixels; chunks are limited here.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_malloc_max(png, largest_chunk);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, ignored_chunks, ignored_chunk_count);
  png_read_info(png, reader->info);
  *width = png_get_image_width(png, reader->info);
  *height = png_get_image_height(png, reader->info);
  return CPNG_OK;
}

static uint8_t luma_of(const uint8_t *rgb) {
  return (uint8_t)((77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2] + 128) >> 8);
}

static uint8_t over_white(uint8_t luma, uint8_t alpha) {
  return (uint8_t)((luma * alpha + 255 * (255 - alpha) + 127) / 255);
}

/// One row of 8-bit samples as luma, every `step` pixels of the target.
static void convert_row(
    const uint8_t *samples, int channels, uint32_t columns, uint8_t *luma, size_t step) {
  if (channels == 1 && step == 1) {
    memcpy(luma, samples, columns);
    return;
  }
  for (uint32_t column = 0; column < columns; column++, samples += channels, luma += step) {
    uint8_t shade = channels < 3 ? samples[0] : luma_of(samples);
    *luma = channels & 1 ? shade : over_white(shade, samples[channels - 1]);
  }
}

static void ask_for_bytes(cpng_reader *reader) {
  png_structp png = reader->png;
  png_set_scale_16(png);
  png_set_expand(png);
  png_read_update_info(png, reader->info);
  reader->row = malloc(png_get_rowbytes(png, reader->info));
  if (!reader->row) png_error(png, "out of memory");
}

static void read_progressive(cpng_reader *reader, uint8_t *luma, size_t width, size_t height) {
  int channels = png_get_channels(reader->png, reader->info);
  for (size_t y = 0; y < height; y++) {
    png_read_row(reader->png, reader->row, NULL);
    convert_row(reader->row, channels, (uint32_t)width, luma + y * width, 1);
  }
}

/// Adam7 (ISO/IEC 15948, 8.2): each pass is placed by us, so that no picture in colour is held.
static void read_interlaced(cpng_reader *reader, uint8_t *luma, uint32_t width, uint32_t height) {
  int channels = png_get_channels(reader->png, reader->info);
  for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
    uint32_t columns = PNG_PASS_COLS(width, pass), rows = PNG_PASS_ROWS(height, pass);
    if (columns == 0) continue;
    for (uint32_t row = 0; row < rows; row++) {
      png_read_row(reader->png, reader->row, NULL);
      size_t y = PNG_ROW_FROM_PASS_ROW(row, pass);
      uint8_t *first = luma + y * width + PNG_PASS_START_COL(pass);
      convert_row(reader->row, channels, columns, first, PNG_PASS_COL_OFFSET(pass));
    }
  }
}

cpng_status cpng_reader_read_luma(cpng_reader *reader, uint8_t *luma) {
  if (setjmp(reader->failure)) return reader->status;
  ask_for_bytes(reader);
  uint32_t width = png_get_image_width(reader->png, reader->info);
  uint32_t height = png_get_image_height(reader->png, reader->info);
  if (png_get_interlace_type(reader->png, reader->info) == PNG_INTERLACE_ADAM7) {
    read_interlaced(reader, luma, width, height);
  } else {
    read_progressive(reader, luma, width, height);
  }
  png_read_end(reader->png, reader->info);
  return CPNG_OK;
}

const uint8_t *cpng_reader_exif(const cpng_reader *reader, size_t *count) {
  png_uint_32 length = 0;
  png_bytep exif = NULL;
  if (!png_get_eXIf_1(reader->png, reader->info, &length, &exif)) return NULL;
  *count = length;
  return exif;
}
