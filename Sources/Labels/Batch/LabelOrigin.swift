import Tabular

/// What a label was made of: where this is the same, the label is.
struct LabelOrigin: Sendable, Equatable {
  /// Of the template and the settings.
  let template: Fingerprint
  /// Of the row's values; nil for a row that can't be read.
  let values: Fingerprint?
}

/// Tells the origins of one batch's labels.
struct LabelOrigins {
  private let template: Fingerprint
  private let names: [String]

  init(_ template: LabelTemplate, _ settings: LabelBatch.Settings, _ format: LabelFormat) {
    var fingerprint = template.fingerprint
    for setting in [
      "\(template.dpi)", format.rawValue, settings.copies.map(String.init) ?? "",
      template.isCounting ? "\(settings.firstNumber)" : "",
      settings.verifier == nil ? "" : "verified",
    ] {
      fingerprint.add(setting)
    }
    (self.template, names) = (fingerprint, template.fieldNames)
  }

  func origin(of order: LabelOrder) -> LabelOrigin {
    guard case .success(let row) = order.content else {
      return LabelOrigin(template: template, values: nil)
    }
    var values = Fingerprint()
    for name in names { values.add(row?[name] ?? "") }
    values.add("\(order.copiesInAll)")
    return LabelOrigin(template: template, values: values)
  }
}
