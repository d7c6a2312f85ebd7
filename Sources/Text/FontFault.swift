import Diagnostics

/// Why a text can't be set.
package struct FontFault: Fault, Equatable {
  /// `font.missing`, `font.colour`, `font.unreadable`, `font.missing-glyph`.
  package let code: String
  /// What was asked for, what there is, what to do.
  package let message: String

  package init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}
