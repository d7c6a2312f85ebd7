#pragma once

#include <stddef.h>
#include <stdint.h>

/// libwebp behind four functions: pictures and animations as luma.

typedef enum cwebp_status {
  CWEBP_OK = 0,
  CWEBP_TRUNCATED,  ///< the bytes end before the picture does
  CWEBP_CORRUPT,    ///< libwebp refused the bytes
  CWEBP_MEMORY      ///< there is no memory for the pixels
} cwebp_status;

typedef struct cwebp_reader cwebp_reader;

/// What the container says of the pictures in it.
typedef struct cwebp_header {
  uint32_t width;
  uint32_t height;
  uint32_t frames;
  int is_animation;  ///< its frames are put together in colour, which takes twelve bytes a pixel
} cwebp_header;

/// A reader over bytes that must outlive it; NULL without memory.
cwebp_reader *cwebp_reader_create(const uint8_t *bytes, size_t count);
void cwebp_reader_destroy(cwebp_reader *reader);

/// Reads the container. No memory for pixels has been taken then.
cwebp_status cwebp_reader_read_header(cwebp_reader *reader, cwebp_header *header);

/// Reads the next frame into `width * height` bytes of luma (ITU-R BT.601), transparency over
/// white. To be called once a frame, after the header.
cwebp_status cwebp_reader_read_luma(cwebp_reader *reader, uint8_t *luma);

/// The content of the EXIF chunk, or NULL; known after the header.
const uint8_t *cwebp_reader_exif(const cwebp_reader *reader, size_t *count);
