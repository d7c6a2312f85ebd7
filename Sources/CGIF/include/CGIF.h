#pragma once

#include <stddef.h>
#include <stdint.h>

/// giflib behind plain return values, with the frames of an animation put onto their canvas.

typedef enum cgif_status {
  CGIF_OK = 0,
  CGIF_END,        ///< there is no further frame
  CGIF_TRUNCATED,  ///< the bytes end before the picture does
  CGIF_CORRUPT     ///< giflib refused the bytes, or had no memory: see the message
} cgif_status;

typedef struct cgif_reader cgif_reader;

/// A reader over bytes that must outlive it; NULL without memory.
cgif_reader *cgif_reader_create(const uint8_t *bytes, size_t count);
void cgif_reader_destroy(cgif_reader *reader);

/// What was wrong where something failed.
const char *cgif_reader_message(const cgif_reader *reader);

/// Reads the canvas's size. No memory for pixels has been taken then.
cgif_status cgif_reader_read_header(cgif_reader *reader, uint32_t *width, uint32_t *height);

/// Counts the frames in a whole file without decoding them, at most `most`.
uint32_t cgif_count_frames(const uint8_t *bytes, size_t count, uint32_t most);

/// Draws the next frame onto `width * height` bytes of luma (ITU-R BT.601), which must be white
/// before the first frame and hold what the frame before left after that.
cgif_status cgif_reader_read_frame(cgif_reader *reader, uint8_t *luma);
