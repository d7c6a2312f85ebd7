import Tabular

/// What a label was made of: where this is the same, the label is.
struct LabelOrigin: Sendable, Equatable {
  /// Of the template and the settings.
  let template: Fingerprint
  /// Of the row's values alone; nil for a row that can't be read.
  private let row: Fingerprint?
  /// Of the row's values and the number of its copies; nil for a row that can't be read.
  let values: Fingerprint?

  fileprivate init(template: Fingerprint, row: Fingerprint?, copies: Int) {
    (self.template, self.row) = (template, row)
    values = row?.withCopies(copies)
  }

  /// What has changed since a line was listed of an order; nil where nothing has.
  func change(since listed: ListedLine, of order: LabelOrder) -> LabelFault? {
    guard listed.template == template.text else {
      return .changed(
        "The manifest was begun with another template or other options than \(order.name) has now.")
    }
    guard listed.values != values?.text else { return nil }
    // A fingerprint doesn't say what it was made of, but there aren't many numbers of copies.
    let copies = (0...CopyCount.most).first { row?.withCopies($0).text == listed.values }
    guard let copies else {
      return .changed("The table has changed: \(order.name) isn't what its label was made of.")
    }
    return .changed(
      "The number of copies has changed: \(order.name) had \(copies) when the manifest was begun, and "
        + "has \(order.copiesInAll) now.")
  }
}

extension Fingerprint {
  fileprivate func withCopies(_ copies: Int) -> Fingerprint {
    var fingerprint = self
    fingerprint.add("\(copies)")
    return fingerprint
  }
}

/// Tells the origins of one batch's labels.
struct LabelOrigins {
  private let template: Fingerprint
  private let names: [String]

  init(_ template: LabelTemplate, _ settings: LabelBatch.Settings, _ format: LabelFormat) {
    var fingerprint = template.fingerprint
    for setting in [
      "\(template.dpi)", format.rawValue, template.isCounting ? "\(settings.firstNumber)" : "",
      settings.verifier == nil ? "" : "verified", template.sheet.map { "\($0)" } ?? "",
    ] {
      fingerprint.add(setting)
    }
    (self.template, names) = (fingerprint, template.fieldNames)
  }

  func origin(of order: LabelOrder) -> LabelOrigin {
    guard case .success(let row) = order.content else {
      return LabelOrigin(template: template, row: nil, copies: 0)
    }
    var values = Fingerprint()
    for name in names { values.add(row?[name] ?? "") }
    return LabelOrigin(template: template, row: values, copies: order.copiesInAll)
  }
}
