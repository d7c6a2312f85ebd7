public import Diagnostics

/// Why a row has no label, or a batch can't be written.
public struct LabelFault: Fault, Equatable {
  /// Stable, by what is at fault.
  ///
  /// Of a row: `label.field-missing`, `label.field-pattern`, `label.filter`, `label.gs1-value`, `label.symbol-too-large`,
  /// `label.quiet-zone`, `label.overlap`, `label.text-too-long`, `label.control-character`, `label.image`, `label.file-name`,
  /// `label.file-taken`, `label.unverified`, or the code of a symbol's or font's fault. Of a
  /// batch: `label.column-missing`, `label.unwritable`.
  public let code: String
  /// Names the element and its line in the template, what was got, and what it needs.
  public let message: String

  /// A fault of a code.
  public init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }

  /// A fault that came up while an element was laid out.
  init(_ code: String, _ element: LabelElement, _ message: String) {
    self.init(
      code: code, message: "\(element.type) (line \(element.line) of the template): \(message)")
  }

  /// A fault of a lower room, while an element was laid out.
  init(_ fault: any Fault, _ element: LabelElement) {
    self.init(fault.code, element, fault.message)
  }
}
