import Diagnostics
package import Tabular

/// What a batch makes labels of.
package enum LabelSource {
  /// One row after the other.
  case table(RowReader)
  /// So many labels without data, told apart by their numbers: for tags that are assigned later.
  case numbers(Int)
}

extension LabelSource {
  /// Refuses a source that can't have a single label in a template.
  func refuseUnfit(_ template: LabelTemplate) throws(LabelFault) {
    switch self {
    case .table(let reader): try Self.refuseMissingColumns(reader, template)
    case .numbers: try Self.refuseNeededFields(template)
    }
  }

  private static func refuseMissingColumns(
    _ rows: RowReader, _ template: LabelTemplate
  ) throws(LabelFault) {
    guard let columns = rows.columns else { return }
    let missing = template.fields.filter { $0.isNeeded && !columns.contains($0.name) }
    guard let first = missing.first else { return }
    throw LabelFault(
      code: "label.column-missing",
      message: "\(rows.name) has no column \(SafeText.quoted(first.name)), which the template "
        + "\(template.file) requires.\(Suggestion.hint(for: first.name, among: columns)) Columns: "
        + columns.map(SafeText.terminal).joined(separator: ", ") + ".")
  }

  private static func refuseNeededFields(_ template: LabelTemplate) throws(LabelFault) {
    guard template.isCounting else {
      throw LabelFault(
        code: "label.counter-missing",
        message:
          "the template \(template.file) has no counter, so labels without data would all be "
          + "the same. Put {n} or {n:06} into its code and its file name.")
    }
    guard let field = template.fields.first(where: \.isNeeded) else { return }
    throw LabelFault(
      code: "label.column-missing",
      message: "the template \(template.file) requires the field \(SafeText.quoted(field.name)), "
        + "which labels without data don't have. Give the field a default, or give rows with --data."
    )
  }
}

extension FieldRule {
  /// Whether there is no label without a value in the row.
  fileprivate var isNeeded: Bool { isRequired && standard.isEmpty }
}
