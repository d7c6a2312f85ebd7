#include "CGIF.h"

#include <gif_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct area {
  uint32_t left, top, width, height;
} area;

struct cgif_reader {
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  GifFileType *gif;
  uint32_t width, height;
  GraphicsControlBlock control;  ///< of the next frame
  int last_disposal;
  area last_area;
  uint8_t *kept;  ///< the canvas before the last frame, where that is to be restored
  GifPixelType *row;
  size_t row_capacity;
  const char *message;
};

enum { white = 255 };

static int read_bytes(GifFileType *gif, GifByteType *target, int count) {
  cgif_reader *reader = gif->UserData;
  size_t left = reader->count - reader->offset;
  size_t given = (size_t)count < left ? (size_t)count : left;
  memcpy(target, reader->bytes + reader->offset, given);
  reader->offset += given;
  return (int)given;
}

static cgif_status failed(cgif_reader *reader, int error) {
  const char *message = GifErrorString(error);
  reader->message = message ? message : "unknown";
  int ends_early = error == D_GIF_ERR_READ_FAILED || error == D_GIF_ERR_EOF_TOO_SOON;
  return ends_early || reader->offset == reader->count ? CGIF_TRUNCATED : CGIF_CORRUPT;
}

cgif_reader *cgif_reader_create(const uint8_t *bytes, size_t count) {
  cgif_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->message = "";
  reader->control.TransparentColor = NO_TRANSPARENT_COLOR;
  return reader;
}

void cgif_reader_destroy(cgif_reader *reader) {
  if (reader->gif) DGifCloseFile(reader->gif, NULL);
  free(reader->kept);
  free(reader->row);
  free(reader);
}

const char *cgif_reader_message(const cgif_reader *reader) { return reader->message; }

cgif_status cgif_reader_read_header(cgif_reader *reader, uint32_t *width, uint32_t *height) {
  int error = 0;
  reader->gif = DGifOpen(reader, read_bytes, &error);
  if (!reader->gif) return failed(reader, error);
  *width = reader->width = (uint32_t)reader->gif->SWidth;
  *height = reader->height = (uint32_t)reader->gif->SHeight;
  if (reader->width > 0 && reader->height > 0) return CGIF_OK;
  reader->message = "a canvas without width or height";
  return CGIF_CORRUPT;
}

/// The part of a frame's area that lies on the canvas.
static area clipped(const cgif_reader *reader, const GifImageDesc *frame) {
  uint32_t left = (uint32_t)frame->Left, top = (uint32_t)frame->Top;
  area inside = {left, top, 0, 0};
  if (left >= reader->width || top >= reader->height) return inside;
  uint32_t across = reader->width - left, down = reader->height - top;
  inside.width = (uint32_t)frame->Width < across ? (uint32_t)frame->Width : across;
  inside.height = (uint32_t)frame->Height < down ? (uint32_t)frame->Height : down;
  return inside;
}

/// Does to the canvas what the frame before asked for (GIF89a, 23.c.iv).
static void dispose_last(cgif_reader *reader, uint8_t *luma) {
  if (reader->last_disposal == DISPOSE_PREVIOUS && reader->kept) {
    memcpy(luma, reader->kept, (size_t)reader->width * reader->height);
  }
  if (reader->last_disposal != DISPOSE_BACKGROUND) return;
  for (uint32_t y = 0; y < reader->last_area.height; y++) {
    size_t row = (size_t)(reader->last_area.top + y) * reader->width;
    memset(luma + row + reader->last_area.left, white, reader->last_area.width);
  }
}

static int keep(cgif_reader *reader, const uint8_t *luma) {
  if (reader->control.DisposalMode != DISPOSE_PREVIOUS) return 1;
  size_t pixels = (size_t)reader->width * reader->height;
  if (!reader->kept) reader->kept = malloc(pixels);
  if (reader->kept) memcpy(reader->kept, luma, pixels);
  return reader->kept != NULL;
}

/// Luma of each colour; colours that a map lacks are black, as in most programs.
static void fill_shades(const ColorMapObject *map, uint8_t shades[256]) {
  memset(shades, 0, 256);
  for (int index = 0; index < map->ColorCount && index < 256; index++) {
    const GifColorType *colour = &map->Colors[index];
    shades[index] = (uint8_t)(
        (77 * colour->Red + 150 * colour->Green + 29 * colour->Blue + 128) >> 8);
  }
}

static int reserve_row(cgif_reader *reader, size_t columns) {
  if (columns <= reader->row_capacity) return 1;
  GifPixelType *row = realloc(reader->row, columns);
  if (!row) return 0;
  reader->row = row;
  reader->row_capacity = columns;
  return 1;
}

/// GIF89a, appendix E: four passes over the rows.
static uint32_t interlaced_row(uint32_t index, uint32_t height) {
  static const uint32_t starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < 4; pass++) {
    if (height <= starts[pass]) continue;
    uint32_t rows = (height - starts[pass] + steps[pass] - 1) / steps[pass];
    if (index < rows) return starts[pass] + index * steps[pass];
    index -= rows;
  }
  return 0;
}

static cgif_status draw(cgif_reader *reader, uint8_t *luma) {
  const GifImageDesc *frame = &reader->gif->Image;
  const ColorMapObject *map = frame->ColorMap ? frame->ColorMap : reader->gif->SColorMap;
  uint8_t shades[256];
  if (!map || !reserve_row(reader, (size_t)frame->Width)) {
    reader->message = map ? "out of memory" : "a frame without colours";
    return CGIF_CORRUPT;
  }
  fill_shades(map, shades);
  area inside = clipped(reader, frame);
  int clear = reader->control.TransparentColor;
  for (uint32_t index = 0; index < (uint32_t)frame->Height; index++) {
    if (DGifGetLine(reader->gif, reader->row, frame->Width) != GIF_OK) {
      return failed(reader, reader->gif->Error);
    }
    uint32_t y = frame->Interlace ? interlaced_row(index, (uint32_t)frame->Height) : index;
    if (y >= inside.height) continue;
    uint8_t *target = luma + (size_t)(inside.top + y) * reader->width + inside.left;
    for (uint32_t x = 0; x < inside.width; x++) {
      if (reader->row[x] != clear) target[x] = shades[reader->row[x]];
    }
  }
  reader->last_area = inside;
  return CGIF_OK;
}

static cgif_status read_image(cgif_reader *reader, uint8_t *luma) {
  if (DGifGetImageDesc(reader->gif) != GIF_OK) return failed(reader, reader->gif->Error);
  if (reader->gif->Image.Width <= 0 || reader->gif->Image.Height <= 0) {
    reader->message = "a frame without width or height";
    return CGIF_CORRUPT;
  }
  // It is clipped to the canvas, but decoded whole: a little file may say 65,535 × 65,535.
  uint64_t canvas = (uint64_t)reader->width * reader->height;
  if ((uint64_t)reader->gif->Image.Width * (uint64_t)reader->gif->Image.Height > (1u << 20) + 16 * canvas) {
    reader->message = "a frame far larger than its canvas";
    return CGIF_CORRUPT;
  }
  dispose_last(reader, luma);
  if (!keep(reader, luma)) {
    reader->message = "out of memory";
    return CGIF_CORRUPT;
  }
  cgif_status status = draw(reader, luma);
  reader->last_disposal = reader->control.DisposalMode;
  memset(&reader->control, 0, sizeof reader->control);
  reader->control.TransparentColor = NO_TRANSPARENT_COLOR;
  return status;
}

static int read_extension(cgif_reader *reader, GifFileType *gif) {
  int kind = 0;
  GifByteType *block = NULL;
  if (DGifGetExtension(gif, &kind, &block) != GIF_OK) return GIF_ERROR;
  if (reader && kind == GRAPHICS_EXT_FUNC_CODE && block) {
    DGifExtensionToGCB(block[0], block + 1, &reader->control);
  }
  while (block) {
    if (DGifGetExtensionNext(gif, &block) != GIF_OK) return GIF_ERROR;
  }
  return GIF_OK;
}

cgif_status cgif_reader_read_frame(cgif_reader *reader, uint8_t *luma) {
  GifFileType *gif = reader->gif;
  for (;;) {
    GifRecordType kind = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(gif, &kind) != GIF_OK) return failed(reader, gif->Error);
    switch (kind) {
      case IMAGE_DESC_RECORD_TYPE: return read_image(reader, luma);
      case TERMINATE_RECORD_TYPE: return CGIF_END;
      case EXTENSION_RECORD_TYPE:
        if (read_extension(reader, gif) != GIF_OK) return failed(reader, gif->Error);
        break;
      default: break;
    }
  }
}

/// Passes over the blocks of one frame without decoding.
static int skip_image(GifFileType *gif) {
  int size = 0;
  GifByteType *block = NULL;
  if (DGifGetImageDesc(gif) != GIF_OK) return 0;
  if (DGifGetCode(gif, &size, &block) != GIF_OK) return 0;
  while (block) {
    if (DGifGetCodeNext(gif, &block) != GIF_OK) return 0;
  }
  return 1;
}

uint32_t cgif_count_frames(const uint8_t *bytes, size_t count, uint32_t most) {
  cgif_reader source = {.bytes = bytes, .count = count};
  GifFileType *gif = DGifOpen(&source, read_bytes, NULL);
  uint32_t frames = 0;
  GifRecordType kind = UNDEFINED_RECORD_TYPE;
  while (gif && frames < most && DGifGetRecordType(gif, &kind) == GIF_OK) {
    if (kind == TERMINATE_RECORD_TYPE) break;
    if (kind == EXTENSION_RECORD_TYPE && read_extension(NULL, gif) != GIF_OK) break;
    if (kind != IMAGE_DESC_RECORD_TYPE) continue;
    frames++;
    if (!skip_image(gif)) break;
  }
  if (gif) DGifCloseFile(gif, NULL);
  return frames;
}
