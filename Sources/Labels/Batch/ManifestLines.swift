import Barcodes
import Diagnostics

/// Lines of a manifest, as NDJSON: one a copy of a label, or one that says why there is none.
///
/// Written byte by byte: a million lines pass here, and their keys stand in one order.
struct ManifestLines {
  private(set) var bytes: [UInt8] = []

  private static let usualLength = 320

  /// Lines of about so many labels.
  init(labels: Int = 0) { bytes.reserveCapacity(labels * Self.usualLength) }

  mutating func add(_ filled: FilledOrder) {
    switch filled.outcome {
    case .dropped, .kept, .unfit: break
    case .labels(let labels):
      if labels.isEmpty, filled.refusal == nil { addNothing(filled) }
      var places = filled.places[...]
      for label in labels {
        for _ in label.copies {
          if let place = places.popFirst() { add(label, at: place, filled) }
        }
      }
      if let fault = filled.refusal { add(fault, filled) }
    }
  }

  private mutating func add(_ label: MadeLabel, at place: LabelPlace, _ filled: FilledOrder) {
    begin(filled.order)
    quote(place.file)
    put(literal: #","sha256":""#)
    put(label.sha256)
    put(literal: #"","codes":["#)
    put(label.codes)
    put(literal: #"],"verified":"#)
    put(label.verified)
    put(literal: #","error":null"#)
    if let number = label.number { put(literal: #","number":"#, number) }
    if let part = place.bytes {
      put(literal: #","offset":"#, part.lowerBound)
      put(literal: #","length":"#, part.count)
    }
    if let page = place.page, let position = place.position {
      put(literal: #","page":"#, page)
      put(literal: #","place":"#, position)
    }
    end(filled.origin)
  }

  private mutating func add(_ fault: LabelFault, _ filled: FilledOrder) {
    begin(filled.order)
    put(literal: #"null,"sha256":null,"codes":[],"verified":"#)
    put(fault.code == LabelFault.unverifiedCode ? "false" : "null")
    put(fault)
    end(filled.origin)
  }

  mutating func put(_ fault: any Fault) {
    put(literal: #","error":{"code":"#)
    quote(fault.code)
    put(literal: #","message":"#)
    quote(fault.message)
    put(literal: "}")
  }

  /// A row that wants no copy.
  private mutating func addNothing(_ filled: FilledOrder) {
    begin(filled.order)
    put(literal: #"null,"sha256":null,"codes":[],"verified":null,"error":null,"copies":0"#)
    end(filled.origin)
  }

  private mutating func begin(_ order: LabelOrder) {
    put(literal: #"{"row":"#, order.row)
    if let line = order.line {
      put(literal: #","line":"#, line)
    } else {
      put(literal: #","line":null"#)
    }
    put(literal: #","file":"#)
  }

  private mutating func end(_ origin: LabelOrigin) {
    put(literal: #","template":""#)
    put(origin.template)
    if let values = origin.values {
      put(literal: #"","values":""#)
      put(values)
      put(literal: "\"}\n")
    } else {
      put(literal: "\",\"values\":null}\n")
    }
  }

  private mutating func put(_ codes: [LabelCode]) {
    for (index, code) in codes.enumerated() {
      put(literal: index == 0 ? #"{"symbology":""# : #",{"symbology":""#)
      put(code.symbology.rawValue)
      put(literal: #"","text":"#)
      quote(code.text)
      put(literal: "}")
    }
  }

  private mutating func put(_ answer: Bool?) {
    switch answer {
    case true?: put(literal: "true")
    case false?: put(literal: "false")
    case nil: put(literal: "null")
    }
  }

  mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func put(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  private mutating func put(literal text: StaticString, _ number: Int) {
    put(literal: text)
    put(String(number))
  }

  /// A part of every line: known by its address, it is copied without a look at it.
  private mutating func put(literal text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func put(_ fingerprint: Fingerprint) {
    for byte in fingerprint.bytes {
      let (high, low) = Hex.digits(byte)
      bytes.append(high)
      bytes.append(low)
    }
  }

  /// A JSON text (RFC 8259, section 7); DEL is escaped too, since terminals swallow it.
  mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Where a text lies in one piece, its bytes are looked at, and copied, without the text's own ways.
    let isPlain =
      text.utf8.withContiguousStorageIfAvailable { text in
        guard text.allSatisfy(Self.isPlain) else { return false }
        bytes.append(contentsOf: text)
        return true
      } ?? false
    if !isPlain {
      for byte in text.utf8 { putEscaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func putEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case _ where Self.isPlain(byte): bytes.append(byte)
    default:
      let digits = String(byte, radix: 16)
      put("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }
}
