/// What one draft of an import did to the books, or would do.
package struct ImportDifference: Sendable, Equatable {
  /// A column that says something else than before.
  package struct Change: Sendable, Equatable {
    package let column: String
    /// Texts of the column; more than one where it repeats.
    package let from, to: [String]
  }

  package let verdict: ImportVerdict
  /// Locations that were made for it, by code.
  package let locations: [String]
  /// Of something that was changed, where the import was asked to tell.
  package let changes: [Change]

  init(_ verdict: ImportVerdict, locations: [Location] = [], changes: [Change] = []) {
    (self.verdict, self.changes) = (verdict, changes)
    self.locations = locations.map(\.code)
  }
}

extension ImportDifference.Change {
  /// In which columns two records of an asset differ.
  static func between(
    _ before: AssetRecord, _ after: AssetRecord, _ columns: [AssetColumn]
  ) -> [Self] {
    columns.compactMap { column in
      let (from, to) = (column.texts(before), column.texts(after))
      return from == to ? nil : Self(column: column.name, from: from, to: to)
    }
  }
}
