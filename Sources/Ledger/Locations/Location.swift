/// A place in the tree of places.
package struct Location: Sendable, Equatable, Codable {
  /// What kind of place it is.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case office, warehouse
    case employeeHome = "employee_home"
    case remote, room, shelf, box
  }

  package let number: Int
  /// Unique; what its label says.
  package let code: String
  package let name: String
  package let kind: Kind
  /// The code of the location that it lies in; nil for a root.
  package let parent: String?
  /// Whether it takes assets and counts; a closed one doesn't, nor does what lies in it.
  package let isActive: Bool

  init(
    number: Int, code: String, name: String, kind: Kind, parent: String?, isActive: Bool = true
  ) {
    (self.number, self.code, self.name, self.kind) = (number, code, name, kind)
    (self.parent, self.isActive) = (parent, isActive)
  }

  private enum CodingKeys: String, CodingKey {
    case number, code, name, kind, parent
    case isActive = "active"
  }
}

/// A location that doesn't exist yet.
package struct LocationDraft: Sendable, Equatable {
  package let code: String
  package let name: String?
  package let kind: Location.Kind?
  /// The code of its parent; nil to take it from the code (`HQ/2/201` lies in `HQ/2`).
  package let parent: String?

  package init(
    code: String, name: String? = nil, kind: Location.Kind? = nil, parent: String? = nil
  ) {
    (self.code, self.name, self.kind, self.parent) = (code, name, kind, parent)
  }

  /// `HQ/2` for `HQ/2/201`; nil for a code without a slash.
  package var parentFromCode: String? {
    code.lastIndex(of: "/").map { String(code[..<$0]) }
  }

  /// `201` for `HQ/2/201`.
  var lastPart: String {
    String(code[(code.lastIndex(of: "/").map { code.index(after: $0) } ?? code.startIndex)...])
  }

  /// Refuses codes that could not be a folder, a label or a cell.
  package func check() throws(LedgerFault) {
    let parts = code.split(separator: "/", omittingEmptySubsequences: false)
    let isClean = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && part.first != " " && part.last != " "
        && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    guard isClean, code.utf8.count <= 200 else {
      throw LedgerFault.badLocationCode(code)
    }
  }
}
