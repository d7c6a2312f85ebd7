/// Small objects on their way into one compressed stream (ISO 32000-1, 7.5.7).
struct PDFObjectStream {
  /// A byte of the cross reference holds an index.
  private static let limit = 200
  private(set) var objects: [PDFObjectNumber] = []
  private var header = PDFBytes()
  private var content = PDFBytes()

  var isEmpty: Bool { objects.isEmpty }
  var isFull: Bool { objects.count == Self.limit }

  mutating func append(_ object: PDFObjectNumber, _ bytes: PDFBytes) {
    objects.append(object)
    header.number(object.value)
    header.number(content.count)
    content.append(bytes)
    content.append("\n")
  }

  /// Entries of the stream's dictionary and its bytes; it is empty then.
  mutating func drain() -> (entries: PDFBytes, content: [UInt8]) {
    var entries = PDFBytes()
    entries.append("/Type/ObjStm/N ")
    entries.append(objects.count)
    entries.append("/First ")
    entries.append(header.count)
    defer { self = PDFObjectStream() }
    return (entries, header.bytes + content.bytes)
  }
}
