import Tabular

/// The orders of a batch, in the order of the rows: copies are counted and numbers given here, before
/// workers take over, so that they don't depend on who is done first.
struct LabelOrders {
  private let source: LabelSource
  private let copies: CopyCount
  private let template: LabelTemplate
  private var nextNumber: Int
  /// Rows given by their numbers alone.
  private var rows = 0
  /// What is left of a row whose copies don't go into one order.
  private var rest: LabelOrder?

  /// Copies of an order: a row with more comes in parts.
  private var mostCopies: Int { template.isCounting ? 32 : 1000 }

  init(_ source: LabelSource, _ template: LabelTemplate, copies: Int?, firstNumber: Int) {
    (self.source, self.template, nextNumber) = (source, template, firstNumber)
    self.copies = CopyCount(template, inPlaceOfTemplate: copies)
  }

  /// The next order; nil at the end.
  mutating func next() -> LabelOrder? {
    guard let order = rest ?? nextRow() else { return nil }
    let end = min(order.copies.upperBound, order.copies.lowerBound + mostCopies)
    rest = end == order.copies.upperBound ? nil : order.with(end..<order.copies.upperBound)
    return order.with(order.copies.lowerBound..<end)
  }

  private mutating func nextRow() -> LabelOrder? {
    switch source {
    case .table(let reader):
      guard let row = reader.next() else { return nil }
      return order(row)
    case .numbers(let count):
      guard rows < count else { return nil }
      rows += 1
      return order(row: rows, line: nil, .success(nil))
    }
  }

  private mutating func order(_ row: Result<TableRow, TableFault>) -> LabelOrder {
    switch row {
    case .success(let row): return order(row: row.number, line: row.line, .success(row))
    case .failure(let fault):
      let refusal = LabelFault(code: fault.code, message: fault.message)
      return order(row: fault.row ?? 0, line: fault.line ?? 0, .failure(refusal))
    }
  }

  private mutating func order(
    row: Int, line: Int?, _ content: Result<TableRow?, LabelFault>
  ) -> LabelOrder {
    var content = content
    var count = 0
    do throws(LabelFault) {
      count = try copies.count(content.get())
    } catch {
      if case .success = content {
        content = .failure(error.naming(LabelOrder.name(row: row, line: line)))
      }
    }
    let first = nextNumber
    nextNumber += count
    return LabelOrder(
      row: row, line: line, content: content, copies: 1..<count + 1, copiesInAll: count,
      number: template.isCounting ? first : nil)
  }
}
