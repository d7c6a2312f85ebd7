import Labels
import Tabular
import Testing

/// A template with a size of 50 × 25 mm at 300 dpi and the fields `tag` and `name`, around given
/// elements in YAML.
func template(
  _ elements: String, size: String = "[50, 25]", dpi: Int = 300, file: String = "{tag}"
) throws -> LabelTemplate {
  let indented = elements.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  return try LabelTemplate(
    yaml: """
      name: test
      size: \(size)
      dpi: \(dpi)
      file: "\(file)"
      fields:
        tag: {required: true}
        name: {default: ""}
      elements:
      \(indented)
      """, file: "test.yaml")
}

/// A QR Code of the tag and the name beside it.
func tagTemplate() throws -> LabelTemplate {
  try template(
    """
    - qr-code: "{tag}"
      at: [3, 4]
      size: 15
    - text: "{name}"
      at: [24, 3]
      size: [20, 5]
      fit: shrink
    """)
}

/// The fault with which a template refuses a row.
func refusal(_ template: LabelTemplate, _ values: [String: String]) throws -> LabelFault {
  let renderer = try LabelRenderer(template)
  return try #require(throws: LabelFault.self) { try renderer.render(values) }
}

func reader(_ csv: String) throws -> RowReader {
  try RowReader(bytes: Array(csv.utf8), name: "rows.csv")
}
