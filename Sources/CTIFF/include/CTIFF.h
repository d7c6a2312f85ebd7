#pragma once

#include <stddef.h>
#include <stdint.h>

/// libtiff behind plain return values.
///
/// Errors come to handlers of one open file, never to libtiff's global ones, and back to the caller
/// as a status and a message. Nothing is printed.

typedef enum ctiff_status {
  CTIFF_OK = 0,
  CTIFF_TRUNCATED,    ///< the bytes end before the picture does
  CTIFF_CORRUPT,      ///< libtiff refused the bytes, or had no memory: see the message
  CTIFF_UNSUPPORTED,  ///< a kind of pixels that isn't read: see the message
} ctiff_status;

typedef struct ctiff_reader ctiff_reader;

/// A reader over bytes that must outlive it, at its first page; NULL without memory.
///
/// Anything that would take more than `most_memory` bytes at once is refused.
ctiff_reader *ctiff_reader_create(const uint8_t *bytes, size_t count, size_t most_memory);
void ctiff_reader_destroy(ctiff_reader *reader);

/// What libtiff said about the last failure; empty where nothing failed.
const char *ctiff_reader_message(const ctiff_reader *reader);

/// Reads the first directory. To be called once, before all that follows.
ctiff_status ctiff_reader_open(ctiff_reader *reader);

/// Directories that the file announces, at most `most`; the reader is at none of them afterwards.
uint32_t ctiff_reader_count_pages(ctiff_reader *reader, uint32_t most);

/// What a directory says of its picture.
typedef struct ctiff_page {
  uint32_t width;
  uint32_t height;
  uint16_t orientation;  ///< TIFF 6.0, tag 274; 1 where it isn't said
} ctiff_page;

/// Goes to a page, counted from 0. No memory for pixels has been taken then.
ctiff_status ctiff_reader_read_header(ctiff_reader *reader, uint32_t number, ctiff_page *page);

/// Reads the pixels of that page into `width * height` bytes of luma (ITU-R BT.601), transparency
/// over white, not yet turned.
ctiff_status ctiff_reader_read_luma(ctiff_reader *reader, uint8_t *luma);
