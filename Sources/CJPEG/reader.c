#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

struct cjpeg_reader {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  const uint8_t *bytes;
  size_t count;
  int ends_early;
  char message[JMSG_LENGTH_MAX];
  jmp_buf failure;
};

// A file of a few bytes can announce thousands of scans over one huge picture, each of which
// costs as much as the picture. Real progressive files have about ten.
enum { most_scans = 200 };

static void fail(j_common_ptr jpeg) {
  cjpeg_reader *reader = jpeg->client_data;
  jpeg->err->format_message(jpeg, reader->message);
  longjmp(reader->failure, 1);
}

/// libjpeg only warns of missing and damaged data, and fills in gray. A label that lies in the
/// gray would be counted as missing, so these warnings are errors here; the harmless ones
/// (bytes between segments, an unknown Adobe transform) are not.
static void on_message(j_common_ptr jpeg, int level) {
  cjpeg_reader *reader = jpeg->client_data;
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
      reader->ends_early = 1;
      fail(jpeg);
      break;
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
      fail(jpeg);
      break;
    default:
      break;
  }
}

static void print_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void limit_scans(j_common_ptr jpeg) {
  cjpeg_reader *reader = jpeg->client_data;
  if (reader->jpeg.input_scan_number <= most_scans) return;
  snprintf(reader->message, sizeof reader->message, "more than %d scans", most_scans);
  longjmp(reader->failure, 1);
}

static cjpeg_status failed(const cjpeg_reader *reader) {
  return reader->ends_early ? CJPEG_TRUNCATED : CJPEG_CORRUPT;
}

cjpeg_reader *cjpeg_reader_create(const uint8_t *bytes, size_t count) {
  cjpeg_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->jpeg.err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = fail;
  reader->errors.emit_message = on_message;
  reader->errors.output_message = print_nothing;
  reader->jpeg.client_data = reader;
  if (setjmp(reader->failure)) {
    free(reader);
    return NULL;
  }
  jpeg_create_decompress(&reader->jpeg);
  return reader;
}

void cjpeg_reader_destroy(cjpeg_reader *reader) {
  jpeg_destroy_decompress(&reader->jpeg);
  free(reader);
}

const char *cjpeg_reader_message(const cjpeg_reader *reader) { return reader->message; }

cjpeg_status cjpeg_reader_read_header(cjpeg_reader *reader, uint32_t *width, uint32_t *height) {
  j_decompress_ptr jpeg = &reader->jpeg;
  if (setjmp(reader->failure)) return failed(reader);
  jpeg_mem_src(jpeg, reader->bytes, reader->count);
  jpeg_save_markers(jpeg, JPEG_APP0 + 1, 0xFFFF);
  jpeg_read_header(jpeg, TRUE);
  reader->progress.progress_monitor = limit_scans;
  jpeg->progress = &reader->progress;
  *width = jpeg->image_width;
  *height = jpeg->image_height;
  return CJPEG_OK;
}

cjpeg_status cjpeg_reader_reduce(
    cjpeg_reader *reader, unsigned divisor, uint32_t *width, uint32_t *height) {
  if (setjmp(reader->failure)) return failed(reader);
  reader->jpeg.scale_num = 1;
  reader->jpeg.scale_denom = divisor;
  jpeg_calc_output_dimensions(&reader->jpeg);
  *width = reader->jpeg.output_width;
  *height = reader->jpeg.output_height;
  return CJPEG_OK;
}

/// Inks as luma (ITU-R BT.601). Adobe's files hold paper where others hold ink.
static void convert_inks(const uint8_t *cmyk, size_t columns, int holds_paper, uint8_t *luma) {
  uint8_t flip = holds_paper ? 0 : 0xFF;
  for (size_t column = 0; column < columns; column++, cmyk += 4) {
    int red = cmyk[0] ^ flip, green = cmyk[1] ^ flip, blue = cmyk[2] ^ flip;
    int paper = cmyk[3] ^ flip;
    luma[column] = (uint8_t)(((77 * red + 150 * green + 29 * blue + 128) >> 8) * paper / 255);
  }
}

static void read_inks(j_decompress_ptr jpeg, uint8_t *luma) {
  size_t width = jpeg->output_width;
  JSAMPARRAY row = jpeg->mem->alloc_sarray(
      (j_common_ptr)jpeg, JPOOL_IMAGE, (JDIMENSION)(width * 4), 1);
  while (jpeg->output_scanline < jpeg->output_height) {
    uint8_t *target = luma + jpeg->output_scanline * width;
    jpeg_read_scanlines(jpeg, row, 1);
    convert_inks(row[0], width, jpeg->saw_Adobe_marker, target);
  }
}

static void read_luma(j_decompress_ptr jpeg, uint8_t *luma) {
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = luma + (size_t)jpeg->output_scanline * jpeg->output_width;
    jpeg_read_scanlines(jpeg, &row, 1);
  }
}

cjpeg_status cjpeg_reader_read_luma(cjpeg_reader *reader, uint8_t *luma) {
  j_decompress_ptr jpeg = &reader->jpeg;
  if (setjmp(reader->failure)) return failed(reader);
  int inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
  // Asked for gray, libjpeg decodes the luma plane only: half the time of a photo in colour.
  jpeg->out_color_space = inks ? JCS_CMYK : JCS_GRAYSCALE;
  jpeg_start_decompress(jpeg);
  if (inks) {
    read_inks(jpeg, luma);
  } else {
    read_luma(jpeg, luma);
  }
  jpeg_finish_decompress(jpeg);
  return CJPEG_OK;
}

const uint8_t *cjpeg_reader_exif(const cjpeg_reader *reader, size_t *count) {
  static const uint8_t signature[] = {'E', 'x', 'i', 'f', 0, 0};
  const struct jpeg_marker_struct *marker = reader->jpeg.marker_list;
  for (; marker; marker = marker->next) {
    if (marker->data_length < sizeof signature) continue;
    if (memcmp(marker->data, signature, sizeof signature) != 0) continue;
    *count = marker->data_length - sizeof signature;
    return marker->data + sizeof signature;
  }
  return NULL;
}
