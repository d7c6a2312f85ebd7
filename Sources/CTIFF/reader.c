#include "reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// libtiff only warns of some damage, and goes on with white or old rows. A label that lies there
// would be counted as missing, so an error is an error, whatever libtiff makes of it.
static int on_error(
    TIFF *tiff, void *user_data, const char *module, const char *format, va_list arguments) {
  (void)tiff;
  (void)module;
  ctiff_reader *reader = user_data;
  if (!reader->failed) vsnprintf(reader->message, sizeof reader->message, format, arguments);
  reader->failed = 1;
  return 1;
}

static int on_warning(
    TIFF *tiff, void *user_data, const char *module, const char *format, va_list arguments) {
  (void)tiff, (void)user_data, (void)module, (void)format, (void)arguments;
  return 1;
}

static tmsize_t read_bytes(thandle_t handle, void *target, tmsize_t count) {
  ctiff_reader *reader = handle;
  size_t left = reader->offset < reader->count ? reader->count - reader->offset : 0;
  size_t given = (size_t)count < left ? (size_t)count : left;
  if (given < (size_t)count) reader->read_past_end = 1;
  memcpy(target, reader->bytes + (given ? reader->offset : 0), given);
  reader->offset += given;
  return (tmsize_t)given;
}

static tmsize_t write_nothing(thandle_t handle, void *bytes, tmsize_t count) {
  (void)handle, (void)bytes, (void)count;
  return 0;
}

static toff_t seek(thandle_t handle, toff_t offset, int origin) {
  ctiff_reader *reader = handle;
  if (origin == SEEK_CUR) offset += reader->offset;
  if (origin == SEEK_END) offset += reader->count;
  if (offset > reader->count) reader->read_past_end = 1;
  reader->offset = offset;
  return offset;
}

static int close_nothing(thandle_t handle) {
  (void)handle;
  return 0;
}

static toff_t size(thandle_t handle) { return ((ctiff_reader *)handle)->count; }

ctiff_reader *ctiff_reader_create(const uint8_t *bytes, size_t count, size_t most_memory) {
  ctiff_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->most_memory = most_memory;
  return reader;
}

void ctiff_reader_destroy(ctiff_reader *reader) {
  if (reader->tiff) TIFFClose(reader->tiff);
  free(reader);
}

const char *ctiff_reader_message(const ctiff_reader *reader) { return reader->message; }

ctiff_status ctiff_failure(const ctiff_reader *reader) {
  return reader->read_past_end ? CTIFF_TRUNCATED : CTIFF_CORRUPT;
}

void ctiff_fail(ctiff_reader *reader, const char *message) {
  if (!reader->failed) snprintf(reader->message, sizeof reader->message, "%s", message);
  reader->failed = 1;
}

ctiff_status ctiff_reader_open(ctiff_reader *reader) {
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options) return CTIFF_CORRUPT;
  TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, reader);
  TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, reader);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, (tmsize_t)reader->most_memory);
  // m: nothing is mapped; the bytes are in memory, and reads beyond their end are to be seen.
  reader->tiff = TIFFClientOpenExt(
      "picture", "rm", reader, read_bytes, write_nothing, seek, close_nothing, size, NULL, NULL,
      options);
  TIFFOpenOptionsFree(options);
  return reader->tiff ? CTIFF_OK : ctiff_failure(reader);
}

uint32_t ctiff_reader_count_pages(ctiff_reader *reader, uint32_t most) {
  uint32_t pages = 1;
  while (pages < most && !TIFFLastDirectory(reader->tiff)) {
    // What is announced counts: a broken page is told where it is asked for.
    pages++;
    if (!TIFFReadDirectory(reader->tiff)) break;
  }
  reader->failed = reader->read_past_end = 0;
  return pages;
}

ctiff_status ctiff_reader_read_header(ctiff_reader *reader, uint32_t number, ctiff_page *page) {
  reader->failed = reader->read_past_end = 0;
  reader->message[0] = 0;
  if (!TIFFSetDirectory(reader->tiff, (tdir_t)number)) {
    ctiff_fail(reader, "a page's directory can't be read");
    return ctiff_failure(reader);
  }
  page->width = page->height = 0;
  TIFFGetField(reader->tiff, TIFFTAG_IMAGEWIDTH, &page->width);
  TIFFGetField(reader->tiff, TIFFTAG_IMAGELENGTH, &page->height);
  page->orientation = ORIENTATION_TOPLEFT;
  TIFFGetField(reader->tiff, TIFFTAG_ORIENTATION, &page->orientation);
  if (page->width == 0 || page->height == 0) {
    ctiff_fail(reader, "a page without width or height");
    return ctiff_failure(reader);
  }
  reader->page = *page;
  // Complaints about single tags are no reason against the pixels, missing ones are: libtiff goes on
  // with a palette of which it has read a part.
  reader->failed = 0;
  return reader->read_past_end ? CTIFF_TRUNCATED : CTIFF_OK;
}

ctiff_status ctiff_reader_read_luma(ctiff_reader *reader, uint8_t *luma) {
  return ctiff_is_odd_gray(reader) ? ctiff_read_odd_gray(reader, luma)
                                   : ctiff_read_bands(reader, luma);
}
