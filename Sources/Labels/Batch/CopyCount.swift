import Diagnostics
import Tabular

/// How many labels a row gets: as many as was asked for, or as the row itself says.
struct CopyCount {
  private let text: FieldText?
  private let fields: [FieldRule]
  private let fixed: Int
  static let most = 10_000

  /// - Parameter count: asked for by whoever prints; it goes before what the template says.
  init(_ template: LabelTemplate, inPlaceOfTemplate count: Int?) {
    text = count == nil ? template.copies : nil
    fields = template.fields
    fixed = count ?? 1
  }

  /// The copies of a row, 0 to 10,000.
  ///
  /// - Throws: `label.copies`, or the fault of a filter.
  func count(_ row: TableRow?) throws(LabelFault) -> Int {
    guard let text else { return fixed }
    let values = fields.map { field in
      let value = row?[field.name] ?? ""
      return value.isEmpty ? field.standard : value
    }
    let count = try text.resolve(values)
    let digits = count.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number <= Self.most, count.filter({ !$0.isWhitespace }).count == digits.count
    else {
      throw LabelFault(
        code: "label.copies",
        message:
          "the number of copies is \(SafeText.quoted(count)), expected a whole number from 0 "
          + "to \(Self.most).")
    }
    return number
  }
}
