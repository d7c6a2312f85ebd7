#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

int cspawn_memory_file(const void *bytes, size_t count) {
  int file = memfd_create("input", MFD_CLOEXEC);
  size_t written = 0;
  while (file >= 0 && written < count) {
    ssize_t some = pwrite(file, (const char *)bytes + written, count - written, (off_t)written);
    if (some < 0 && errno == EINTR) continue;
    if (some <= 0) {
      close(file);
      return -1;
    }
    written += (size_t)some;
  }
  return file;
}
