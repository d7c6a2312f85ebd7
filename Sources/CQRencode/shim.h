#pragma once
#include <errno.h>
#include <qrencode.h>

/// Encodes; sets *error to errno where the result is NULL. Read here, since Swift may call
/// something else that sets errno before it looks.
static inline QRcode *_Nullable tally_qrencode(QRinput *_Nonnull input, int *_Nonnull error) {
  errno = 0;
  QRcode *code = QRcode_encodeInput(input);
  *error = code ? 0 : errno;
  return code;
}
