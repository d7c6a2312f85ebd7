// The peer of QR Code labels: libqrencode and libpng, each as their manuals show, a line of standard
// input a symbol: the file's name, a comma, the text.
//
//     qr_png FOLDER < lines

#include <png.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { dots = 6, quiet = 4, pixels_per_metre = 11811 };

static void write_png(const char *path, const QRcode *code) {
  int side = (code->width + 2 * quiet) * dots;
  FILE *file = fopen(path, "wb");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!file || !info || setjmp(png_jmpbuf(png))) exit(1);
  png_init_io(png, file);
  png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(png, info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  png_byte row[(177 + 2 * quiet) * dots / 8 + 1];
  for (int y = 0; y < side; y++) {
    int line = y / dots - quiet;
    // A line of modules is packed once and written as often as a module has dots.
    if (y % dots == 0) {
      memset(row, 0xFF, sizeof row);
      for (int x = 0; line >= 0 && line < code->width && x < code->width; x++) {
        if (!(code->data[line * code->width + x] & 1)) continue;
        for (int dot = (x + quiet) * dots; dot < (x + quiet + 1) * dots; dot++) {
          row[dot / 8] &= ~(0x80 >> dot % 8);
        }
      }
    }
    png_write_row(png, row);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  fclose(file);
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  char line[4096], path[8192];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *text = strchr(line, ',');
    if (!text) return 1;
    *text++ = 0;
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) return 1;
    snprintf(path, sizeof path, "%s/%s.png", arguments[1], line);
    write_png(path, code);
    QRcode_free(code);
  }
  return 0;
}
