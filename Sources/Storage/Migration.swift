import Crypto
import Diagnostics
import Foundation

/// One numbered step from an empty database to the present form.
package struct Migration: Sendable {
  /// From 1, without gaps.
  package let number: Int
  package let name: String
  let statements: @Sendable (Dialect) -> [String]
  let fill: @Sendable (Connection, _ now: Int) throws -> Void

  /// - Parameter fill: runs after the statements, for what SQL alone can't compute from the rows
  ///   that are there. The hash doesn't cover it: whatever its code, it must give the same rows.
  package init(
    _ number: Int, _ name: String, statements: @escaping @Sendable (Dialect) -> [String],
    fill: @escaping @Sendable (Connection, _ now: Int) throws -> Void = { _, _ in }
  ) {
    (self.number, self.name, self.statements, self.fill) = (number, name, statements, fill)
  }

  /// Tells whether the step was changed after it was applied somewhere.
  func hash(_ dialect: Dialect) -> String {
    let text = statements(dialect).joined(separator: ";\n")
    return Hex.text(SHA256.hash(data: Data(text.utf8)))
  }
}
