import Barcodes

extension BatchRow {
  /// The row's lines in the manifest, as NDJSON: one a copy, or one that says what is wrong.
  var manifestLines: String {
    switch outcome {
    case .success(let picture):
      picture.files.map { labelLine(picture, file: $0) }.joined()
    case .failure(let fault):
      beginning + #""file":null,"sha256":null,"codes":[],"verified":"#
        + (fault.code == LabelFault.unverifiedCode ? "false" : "null")
        + #","error":{"code":\#(quoted(fault.code)),"message":\#(quoted(fault.message))}}"# + "\n"
    }
  }

  private var beginning: String { #"{"row":\#(row),"line":\#(line),"# }

  private func labelLine(_ picture: Picture, file: String) -> String {
    let codes = picture.codes.map {
      #"{"symbology":"\#($0.symbology.rawValue)","text":\#(quoted($0.text))}"#
    }
    let verified = picture.verified.map { "\($0)" } ?? "null"
    return beginning + #""file":\#(quoted(file)),"sha256":"\#(picture.sha256)","codes":["#
      + codes.joined(separator: ",") + #"],"verified":\#(verified),"error":null}"# + "\n"
  }

  /// A JSON text (RFC 8259, section 7).
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted.unicodeScalars.append("\\")
        quoted.unicodeScalars.append(scalar)
      case "\u{00}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
