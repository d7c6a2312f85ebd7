package import Diagnostics

/// The manifest of labels that went to a queue as one file: what the file's says, but of the queue.
package struct PrintedManifest {
  /// What became of the labels.
  package enum Ending {
    /// They are a job of a queue, whose name CUPS gave it if it said so.
    case sent(queue: String, job: String?)
    /// None of them went out.
    case refused(any Fault)
  }

  private static let mostBuffered = 1 << 16
  private let ending: Ending

  /// The manifest of labels that ended so.
  package init(_ ending: Ending) { self.ending = ending }

  /// Writes it from the manifest of the file that was to be printed.
  ///
  /// - Throws: `label.unwritable`.
  package func write(from source: String, to target: String) throws(LabelFault) {
    guard let lines = LineReader(source) else { throw OutputFile.unwritable(source) }
    let file = try OutputFile(target)
    var written = ManifestLines()
    while let line = lines.next() {
      written.add(line, ending: ending)
      guard written.bytes.count >= Self.mostBuffered else { continue }
      try file.write(written.bytes)
      written = ManifestLines()
    }
    try file.write(written.bytes)
    try file.sync()
  }
}

extension ManifestLines {
  /// A line of a file's manifest, as that of a printed label; lines without a label stay as they are.
  fileprivate mutating func add(_ line: [UInt8], ending: PrintedManifest.Ending) {
    // No text can hold these bytes: its quotes are escaped.
    let (file, error) = (Array(#","file":""#.utf8), Array(#","error":null"#.utf8))
    guard let start = line.firstRange(of: file),
      let end = line[start.upperBound...].firstIndex(of: UInt8(ascii: "\"")),
      let free = line.firstRange(of: error)
    else { return put(line + [0x0A]) }
    put(line[..<(start.upperBound - 1)])
    switch ending {
    case .sent(let queue, let job):
      quote(queue)
      put(#","job":"#)
      if let job { quote(job) } else { put("null") }
      put(line[(end + 1)...])
    case .refused(let fault):
      put("null")
      put(line[(end + 1)..<free.lowerBound])
      put(fault)
      put(line[free.upperBound...])
    }
    put([0x0A])
  }
}
