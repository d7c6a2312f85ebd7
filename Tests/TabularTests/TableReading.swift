import Tabular

/// What reading a table to its end gave, row by row.
func read(
  _ text: String, named name: String = "data.csv", repeating: Set<String> = []
) throws -> [Result<TableRow, TableFault>] {
  let options = TableOptions(mayRepeat: { repeating.contains($0) })
  return Array(try RowReader(bytes: Array(text.utf8), name: name, options))
}

func rows(_ results: [Result<TableRow, TableFault>]) -> [TableRow] {
  results.compactMap { try? $0.get() }
}

func faults(_ results: [Result<TableRow, TableFault>]) -> [TableFault] {
  results.compactMap { if case .failure(let fault) = $0 { fault } else { nil } }
}

/// The fault that refuses a table as a whole.
func openingFault(_ bytes: [UInt8], named name: String = "data.csv") -> TableFault? {
  do throws(TableFault) {
    _ = try RowReader(bytes: bytes, name: name)
    return nil
  } catch { return error }
}
