import Foundation

/// A text with signatures under it, as c2sp.org/signed-note describes.
package struct SignedNote: Sendable, Equatable {
  /// What is signed, with its last line end.
  package let text: String
  package let signatures: [Signature]

  package struct Signature: Sendable, Equatable {
    /// The name of the key.
    package let name: String
    /// The first bytes of a hash over name and key.
    package let keyID: [UInt8]
    package let bytes: [UInt8]
  }

  init(text: String, signatures: [Signature]) {
    (self.text, self.signatures) = (text, signatures)
  }

  /// The note as it is written: the text, an empty line, a line for each signature.
  package var note: String {
    text + "\n"
      + signatures.map { "— \($0.name) \(Data($0.keyID + $0.bytes).base64EncodedString())\n" }
      .joined()
  }

  /// Reads a note.
  ///
  /// - Throws: `LedgerFault` `note.malformed`.
  package init(note: String) throws(LedgerFault) {
    guard !note.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" || $0 == "\u{7F}" })
    else { throw Self.malformed("it contains control characters") }
    guard let gap = note.range(of: "\n\n", options: [.backwards, .literal]) else {
      throw Self.malformed("it has no empty line before its signatures")
    }
    text = note[..<gap.lowerBound] + "\n"
    let lines = note[gap.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.last?.isEmpty == true else {
      throw Self.malformed("a line of a signature is missing, or doesn't end")
    }
    var signatures: [Signature] = []
    for line in lines.dropLast() { signatures.append(try Self.signature(line)) }
    self.signatures = signatures
  }

  private static func signature(_ line: Substring) throws(LedgerFault) -> Signature {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "—", VerifierKey.isName(words[1]),
      let bytes = Data(base64Encoded: String(words[2])), bytes.count > 4,
      // Decoders let pass some spellings that differ in bits that mean nothing.
      bytes.base64EncodedString() == words[2]
    else { throw malformed("a line of a signature isn't “— NAME BASE64”") }
    return Signature(
      name: String(words[1]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
  }

  static func malformed(_ reason: String) -> LedgerFault {
    LedgerFault(code: "note.malformed", message: "This is no signed note: \(reason).")
  }
}
