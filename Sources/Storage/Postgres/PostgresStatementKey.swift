/// A statement by the literals that it is made of and the types of its parameters.
///
/// Comparing literals that are one and the same is comparing addresses.
struct PostgresStatementKey: Hashable {
  private let query: SQLQuery

  init(_ query: SQLQuery) { self.query = query }

  /// To be kept: without the values.
  var withoutValues: PostgresStatementKey { PostgresStatementKey(query.withoutValues) }

  static func == (a: Self, b: Self) -> Bool {
    a.query.fragments == b.query.fragments
      && a.query.parameters.elementsEqual(b.query.parameters) { $0.type == $1.type }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(query.fragments.count)
    hasher.combine(query.fragments[0].utf8.count)
    for parameter in query.parameters { hasher.combine(parameter.type) }
  }
}
