#pragma once

#include <stddef.h>
#include <stdint.h>

/// libjpeg-turbo behind plain return values.
///
/// libjpeg ends the process or jumps where it meets an error. A jump over a Swift frame is
/// undefined, so every call into libjpeg lies below a setjmp in this target, and errors come back
/// as a status and a message. Nothing is printed.

typedef enum cjpeg_status {
  CJPEG_OK = 0,
  CJPEG_TRUNCATED,  ///< the bytes end before the picture does
  CJPEG_CORRUPT     ///< libjpeg refused the bytes, or had no memory: see the message
} cjpeg_status;

typedef struct cjpeg_reader cjpeg_reader;

/// A reader over bytes that must outlive it; NULL without memory.
cjpeg_reader *cjpeg_reader_create(const uint8_t *bytes, size_t count);
void cjpeg_reader_destroy(cjpeg_reader *reader);

/// What libjpeg said about the last failure; empty where nothing failed.
const char *cjpeg_reader_message(const cjpeg_reader *reader);

/// Reads as far as the pixels begin. No memory for pixels has been taken then.
cjpeg_status cjpeg_reader_read_header(cjpeg_reader *reader, uint32_t *width, uint32_t *height);

/// Scales the picture down by 1, 2, 4 or 8 while it is decoded, and says how large it becomes. To be
/// called between the header and the pixels.
cjpeg_status cjpeg_reader_reduce(
    cjpeg_reader *reader, unsigned divisor, uint32_t *width, uint32_t *height);

/// Reads the pixels into `width * height` bytes of luma. To be called once, after the header.
cjpeg_status cjpeg_reader_read_luma(cjpeg_reader *reader, uint8_t *luma);

/// The TIFF structure in the first APP1 segment that holds EXIF, or NULL; known after the header.
const uint8_t *cjpeg_reader_exif(const cjpeg_reader *reader, size_t *count);
