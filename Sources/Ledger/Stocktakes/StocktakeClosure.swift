import Inventory
import Storage

/// A stocktake that takes no more events, and whose report is fixed.
///
/// The log keeps the report's hash. The report itself isn't made again when the log is played: a
/// later program may know more flags, and what was fixed then stays as it is.
struct StocktakeClosure: LedgerEvent {
  static let kind = EntryKind.stocktakeClosed

  let id: ObjectID
  let reportHash: String
  /// The report; nil where only the log is there.
  private let report: StocktakeReport?

  private enum CodingKeys: String, CodingKey {
    case id
    case reportHash = "report_hash"
  }

  init(of id: ObjectID, _ report: StocktakeReport) {
    (self.id, reportHash, self.report) = (id, report.hash, report)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(ObjectID.self, forKey: .id)
    reportHash = try values.decode(String.self, forKey: .reportHash)
    report = nil
  }

  func apply(to books: Books) throws {
    try books.connection.execute(
      """
      UPDATE stocktakes SET state = \(StocktakeState.review.rawValue),
        closed_by = \(books.principal.name), closed_at = \(books.at), closed_seq = \(books.seq),
        report = \(try report?.canonicalText()), report_hash = \(reportHash)
      WHERE id = \(id.bytes)
      """)
  }
}
