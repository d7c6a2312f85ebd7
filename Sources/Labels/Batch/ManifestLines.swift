import Barcodes
import Diagnostics

/// Lines of a manifest, as NDJSON: one a copy of a label, or one that says why there is none.
///
/// Written byte by byte: a million lines pass here, and their keys stand in one order.
struct ManifestLines {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ filled: FilledOrder) {
    switch filled.outcome {
    case .dropped, .kept, .unfit: break
    case .labels(let labels):
      if labels.isEmpty, filled.refusal == nil { addNothing(filled) }
      var places = filled.places[...]
      for label in labels {
        let codes = codes(of: label)
        for _ in label.copies {
          if let place = places.popFirst() { add(label, codes, at: place, filled) }
        }
      }
      if let fault = filled.refusal { add(fault, filled) }
    }
  }

  private mutating func add(
    _ label: MadeLabel, _ codes: [UInt8], at place: LabelPlace, _ filled: FilledOrder
  ) {
    begin(filled.order)
    quote(place.file)
    put(#","sha256":""#)
    put(label.sha256)
    put(#"","codes":["#)
    bytes += codes
    put(#"],"verified":"#)
    put(label.verified.map { $0 ? "true" : "false" } ?? "null")
    put(#","error":null"#)
    if let number = label.number { put(#","number":\#(number)"#) }
    if let part = place.bytes { put(#","offset":\#(part.lowerBound),"length":\#(part.count)"#) }
    if let page = place.page, let position = place.position {
      put(#","page":\#(page),"place":\#(position)"#)
    }
    end(filled.origin)
  }

  private mutating func add(_ fault: LabelFault, _ filled: FilledOrder) {
    begin(filled.order)
    put(#"null,"sha256":null,"codes":[],"verified":"#)
    put(fault.code == LabelFault.unverifiedCode ? "false" : "null")
    put(fault)
    end(filled.origin)
  }

  mutating func put(_ fault: any Fault) {
    put(#","error":{"code":"#)
    quote(fault.code)
    put(#","message":"#)
    quote(fault.message)
    put("}")
  }

  /// A row that wants no copy.
  private mutating func addNothing(_ filled: FilledOrder) {
    begin(filled.order)
    put(#"null,"sha256":null,"codes":[],"verified":null,"error":null,"copies":0"#)
    end(filled.origin)
  }

  private mutating func begin(_ order: LabelOrder) {
    put(#"{"row":\#(order.row),"line":"#)
    put(order.line.map(String.init) ?? "null")
    put(#","file":"#)
  }

  private mutating func end(_ origin: LabelOrigin) {
    put(#","template":""#)
    put(origin.template.text)
    put(#"","values":"#)
    put(origin.values.map { "\"\($0.text)\"" } ?? "null")
    put("}\n")
  }

  private func codes(of label: MadeLabel) -> [UInt8] {
    var lines = ManifestLines()
    for (index, code) in label.codes.enumerated() {
      lines.put(index == 0 ? #"{"symbology":""# : #",{"symbology":""#)
      lines.put(code.symbology.rawValue)
      lines.put(#"","text":"#)
      lines.quote(code.text)
      lines.put("}")
    }
    return lines.bytes
  }

  mutating func put(_ text: String) { bytes += text.utf8 }

  mutating func put(_ other: some Sequence<UInt8>) { bytes += other }

  /// A JSON text (RFC 8259, section 7); DEL is escaped too, since terminals swallow it.
  mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        put("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
