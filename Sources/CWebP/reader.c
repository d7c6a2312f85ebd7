#include "CWebP.h"

#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

struct cwebp_reader {
  WebPData data;
  WebPDemuxer *container;
  WebPAnimDecoder *animation;
  cwebp_header header;
  WebPChunkIterator exif;
  int has_exif;
};

cwebp_reader *cwebp_reader_create(const uint8_t *bytes, size_t count) {
  cwebp_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->data.bytes = bytes;
  reader->data.size = count;
  return reader;
}

void cwebp_reader_destroy(cwebp_reader *reader) {
  if (reader->has_exif) WebPDemuxReleaseChunkIterator(&reader->exif);
  WebPAnimDecoderDelete(reader->animation);
  WebPDemuxDelete(reader->container);
  free(reader);
}

cwebp_status cwebp_reader_read_header(cwebp_reader *reader, cwebp_header *header) {
  WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
  reader->container = WebPDemuxPartial(&reader->data, &state);
  if (state == WEBP_DEMUX_PARSE_ERROR) return CWEBP_CORRUPT;
  if (!reader->container || state != WEBP_DEMUX_DONE) return CWEBP_TRUNCATED;
  header->width = WebPDemuxGetI(reader->container, WEBP_FF_CANVAS_WIDTH);
  header->height = WebPDemuxGetI(reader->container, WEBP_FF_CANVAS_HEIGHT);
  header->frames = WebPDemuxGetI(reader->container, WEBP_FF_FRAME_COUNT);
  header->is_animation =
      (WebPDemuxGetI(reader->container, WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0;
  reader->header = *header;
  reader->has_exif = WebPDemuxGetChunk(reader->container, "EXIF", 1, &reader->exif);
  return header->width && header->height && header->frames ? CWEBP_OK : CWEBP_CORRUPT;
}

static uint8_t over_white(uint32_t luma, uint32_t alpha) {
  return (uint8_t)((luma * alpha + 255 * (255 - alpha) + 127) / 255);
}

static cwebp_status status_of(VP8StatusCode code) {
  switch (code) {
    case VP8_STATUS_OK: return CWEBP_OK;
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA: return CWEBP_TRUNCATED;
    case VP8_STATUS_OUT_OF_MEMORY: return CWEBP_MEMORY;
    default: return CWEBP_CORRUPT;
  }
}

/// libwebp's luma has the range of television, 16 to 235; ours has all of a byte.
static void widen(uint8_t *luma, const uint8_t *alpha, size_t pixels) {
  uint8_t shades[256];
  for (int value = 0; value < 256; value++) {
    int wide = ((value - 16) * 255 + 109) / 219;
    shades[value] = (uint8_t)(value < 16 ? 0 : wide > 255 ? 255 : wide);
  }
  for (size_t index = 0; index < pixels; index++) {
    uint8_t shade = shades[luma[index]];
    luma[index] = alpha ? over_white(shade, alpha[index]) : shade;
  }
}

/// Decodes planes: the luma of a photo is stored as such, and no picture in colour is held.
static cwebp_status read_planes(
    const WebPData *frame, uint32_t width, uint32_t height, uint8_t *luma) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return CWEBP_CORRUPT;
  cwebp_status status = status_of(WebPGetFeatures(frame->bytes, frame->size, &config.input));
  if (status != CWEBP_OK) return status;
  if (config.input.width != (int)width || config.input.height != (int)height) {
    return CWEBP_CORRUPT;
  }
  size_t pixels = (size_t)width * height;
  size_t half_width = (width + 1) / 2, chroma = half_width * ((height + 1) / 2);
  size_t transparency = config.input.has_alpha ? pixels : 0;
  uint8_t *planes = malloc(2 * chroma + transparency);
  if (!planes) return CWEBP_MEMORY;
  config.output.colorspace = transparency ? MODE_YUVA : MODE_YUV;
  config.output.is_external_memory = 1;
  config.output.u.YUVA = (WebPYUVABuffer){
      .y = luma, .u = planes, .v = planes + chroma, .a = transparency ? planes + 2 * chroma : NULL,
      .y_stride = (int)width, .u_stride = (int)half_width, .v_stride = (int)half_width,
      .a_stride = transparency ? (int)width : 0, .y_size = pixels, .u_size = chroma,
      .v_size = chroma, .a_size = transparency};
  status = status_of(WebPDecode(frame->bytes, frame->size, &config));
  if (status == CWEBP_OK) widen(luma, transparency ? planes + 2 * chroma : NULL, pixels);
  free(planes);
  return status;
}

static cwebp_status read_only_frame(cwebp_reader *reader, uint8_t *luma) {
  WebPIterator frame;
  if (!WebPDemuxGetFrame(reader->container, 1, &frame)) return CWEBP_CORRUPT;
  cwebp_status status =
      read_planes(&frame.fragment, reader->header.width, reader->header.height, luma);
  WebPDemuxReleaseIterator(&frame);
  return status;
}

static cwebp_status read_next_frame(cwebp_reader *reader, uint8_t *luma) {
  uint8_t *canvas = NULL;
  int time = 0;
  if (!reader->animation) reader->animation = WebPAnimDecoderNew(&reader->data, NULL);
  if (!reader->animation) return CWEBP_MEMORY;
  if (!WebPAnimDecoderGetNext(reader->animation, &canvas, &time)) return CWEBP_CORRUPT;
  size_t pixels = (size_t)reader->header.width * reader->header.height;
  for (size_t index = 0; index < pixels; index++, canvas += 4) {
    uint32_t shade = (77u * canvas[0] + 150u * canvas[1] + 29u * canvas[2] + 128) >> 8;
    luma[index] = over_white(shade, canvas[3]);
  }
  return CWEBP_OK;
}

cwebp_status cwebp_reader_read_luma(cwebp_reader *reader, uint8_t *luma) {
  return reader->header.is_animation ? read_next_frame(reader, luma)
                                     : read_only_frame(reader, luma);
}

const uint8_t *cwebp_reader_exif(const cwebp_reader *reader, size_t *count) {
  if (!reader->has_exif) return NULL;
  *count = reader->exif.chunk.size;
  return reader->exif.chunk.bytes;
}
