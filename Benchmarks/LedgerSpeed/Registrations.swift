import Ledger
import Storage

/// Labels that are registered as issued, as a batch of labels does it.
struct Registrations {
  private let store: LedgerStore

  init(to address: LedgerAddress) throws {
    store = try LedgerStore(at: address, .createIfMissing)
  }

  func run(_ count: Int, batch: Int) throws -> Result {
    let labels = (0..<count).map { number in
      LabelIssue(
        codes: [LabelIssue.Code(symbology: "qr-code", text: "LBL-\(number)")],
        template: "asset-tag", row: number + 1, copies: 1)
    }
    let principal = Principal(name: "bench")
    let seconds = try time {
      for start in stride(from: 0, to: count, by: batch) {
        let part = Array(labels[start..<min(start + batch, count)])
        let issued = try store.issue(part, by: principal)
        precondition(issued == part.count)
      }
    }
    return Result(count, in: seconds)
  }
}
