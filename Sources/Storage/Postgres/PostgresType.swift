import CPostgres

/// The types that go over the wire, by their numbers in `pg_type.dat` of PostgreSQL.
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let unknown: Oid = 705
  static let byteaArray: Oid = 1001
  static let textArray: Oid = 1009
  static let int8Array: Oid = 1016
  static let varchar: Oid = 1043
  static let numeric: Oid = 1700

  /// As which type a parameter is sent.
  static func parameter(_ type: SQLType) -> Oid {
    switch type {
    case .integer: int8
    case .text: text
    case .blob: bytea
    }
  }

  /// As which type an array of such parameters is sent.
  static func array(_ type: SQLType) -> Oid {
    switch type {
    case .integer: int8Array
    case .text: textArray
    case .blob: byteaArray
    }
  }
}
