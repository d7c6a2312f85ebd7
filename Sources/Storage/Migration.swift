import Crypto
import Diagnostics
import Foundation

/// One numbered step from an empty database to the present form.
package struct Migration: Sendable {
  /// From 1, without gaps.
  package let number: Int
  package let name: String
  let statements: @Sendable (Dialect) -> [String]

  package init(
    _ number: Int, _ name: String, statements: @escaping @Sendable (Dialect) -> [String]
  ) {
    (self.number, self.name, self.statements) = (number, name, statements)
  }

  /// Tells whether the step was changed after it was applied somewhere.
  func hash(_ dialect: Dialect) -> String {
    let text = statements(dialect).joined(separator: ";\n")
    return Hex.text(SHA256.hash(data: Data(text.utf8)))
  }
}
