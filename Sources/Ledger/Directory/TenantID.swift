import Diagnostics

/// The name of a tenant: also the name of its file or schema, so no other characters are in it.
package struct TenantID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1 to 40 of a to z, 0 to 9 and hyphens; no hyphen at either end.
  package let name: String

  /// - Throws: `LedgerFault` `tenant.name`.
  package init(_ name: String) throws(LedgerFault) {
    let bytes = Array(name.utf8)
    let hyphen = UInt8(ascii: "-")
    let isName = (1...40).contains(bytes.count) && bytes.allSatisfy(Self.isAllowed)
    guard isName, bytes.first != hyphen, bytes.last != hyphen else {
      throw LedgerFault(
        code: "tenant.name",
        message: "\(SafeText.quoted(name)) can't be a tenant's name: expected 1 to 40 of a to z, "
          + "0 to 9 and hyphens, with no hyphen at either end.")
    }
    self.name = name
  }

  package var description: String { name }

  package static func < (a: TenantID, b: TenantID) -> Bool { a.name < b.name }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: "-")
    }
  }
}
