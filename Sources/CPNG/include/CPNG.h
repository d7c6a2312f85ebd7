#pragma once

#include <stddef.h>
#include <stdint.h>

/// libpng behind plain return values.
///
/// libpng reports errors by longjmp. A jump over a Swift frame is undefined, so every call into
/// libpng lies below a setjmp in this target, and errors come back as a status and a message.

typedef enum cpng_status {
  CPNG_OK = 0,
  CPNG_TRUNCATED,  ///< the bytes end before the picture does
  CPNG_CORRUPT     ///< libpng refused the bytes, or had no memory: see the message
} cpng_status;

typedef struct cpng_reader cpng_reader;

/// A reader over bytes that must outlive it; NULL without memory.
cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count);
void cpng_reader_destroy(cpng_reader *reader);

/// What libpng said about the last failure; empty where nothing failed.
const char *cpng_reader_message(const cpng_reader *reader);

/// Reads as far as the pixels begin. No memory for pixels has been taken then.
cpng_status cpng_reader_read_header(cpng_reader *reader, uint32_t *width, uint32_t *height);

/// Reads the pixels into `width * height` bytes of luma (ITU-R BT.601), transparency over white.
/// To be called once, after the header.
cpng_status cpng_reader_read_luma(cpng_reader *reader, uint8_t *luma);

/// The content of the eXIf chunk, or NULL; to be asked for after the pixels, which it may follow.
const uint8_t *cpng_reader_exif(const cpng_reader *reader, size_t *count);

/// A picture to be written: rows of samples, without padding beyond whole bytes.
typedef struct cpng_picture {
  uint32_t width;
  uint32_t height;
  const uint8_t *rows;
  size_t bytes_per_row;
  int bits_per_pixel;  ///< 4 or 8: luma; 24: red, green and blue
} cpng_picture;

/// Writes a PNG into memory that is freed by `cpng_free`; NULL without memory or where
/// libpng refuses the size.
uint8_t *cpng_write(const cpng_picture *picture, size_t *count);
void cpng_free(uint8_t *bytes);

/// The checksum of a chunk's type and data (ISO/IEC 15948, 5.5).
uint32_t cpng_crc(const uint8_t *bytes, size_t count);
