/// A table as its own database describes it, so that rows can be read without naming their columns.
package struct TableForm: Sendable, Equatable {
  package let name: String
  package let columns: [String]
  /// The places of those columns that make the key, in the key's order.
  package let key: [Int]

  package init(name: String, columns: [String], key: [Int]) {
    (self.name, self.columns, self.key) = (name, columns, key)
  }

  /// Of a row's values.
  package func key(of row: [SQLValue]) -> [SQLValue] { key.map { row[$0] } }
}

extension Connection {
  /// The forms of all tables of a database of SQLite, by name; indexes for searching aren't among them.
  package func tableForms() throws -> [TableForm] {
    var forms: [TableForm] = []
    var columns: [(table: String, column: String, key: Int)] = []
    try forEach(
      """
      SELECT t.name, c.name, c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite%'
      ORDER BY t.name, c.cid
      """
    ) { columns.append((try $0.text(0), try $0.text(1), try $0.int(2))) }
    for (table, own) in Dictionary(grouping: columns, by: { $0.table })
      .sorted(by: { $0.key < $1.key })
    {
      let key = own.indices.filter { own[$0].key > 0 }.sorted { own[$0].key < own[$1].key }
      forms.append(TableForm(name: table, columns: own.map { $0.column }, key: key))
    }
    return forms
  }

  /// Hands out the rows of a table in the order of its key.
  ///
  /// - Parameter form: of a database of ours; its names become part of the SQL.
  package func forEachRow(of form: TableForm, _ body: ([SQLValue]) throws -> Void) throws {
    try forEach(SQLQuery(reading: form, after: nil, limit: nil)) { try body($0.values(form)) }
  }

  /// Some rows in the order of the key, from behind a key on.
  package func rows(
    of form: TableForm, after key: [SQLValue]?, limit: Int
  ) throws -> [[SQLValue]] {
    try all(SQLQuery(reading: form, after: key, limit: limit)) { try $0.values(form) }
  }
}

extension SQLRow {
  fileprivate func values(_ form: TableForm) throws -> [SQLValue] {
    try form.columns.indices.map { try value($0) }
  }
}

extension SQLQuery {
  fileprivate init(reading form: TableForm, after key: [SQLValue]?, limit: Int?) {
    var query = StringInterpolation(literalCapacity: 200, interpolationCount: 4)
    let order = form.key.map { form.columns[$0] }.joined(separator: ", ")
    query.appendLiteral("SELECT \(form.columns.joined(separator: ", ")) FROM \(form.name)")
    if let key {
      query.appendLiteral(" WHERE (\(order)) > (")
      query.appendInterpolation(values: key)
      query.appendLiteral(")")
    }
    query.appendLiteral(" ORDER BY \(order)")
    if let limit { query.appendLiteral(" LIMIT \(limit)") }
    self.init(stringInterpolation: query)
  }
}
