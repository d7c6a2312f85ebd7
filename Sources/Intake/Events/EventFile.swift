import Diagnostics
import Foundation
package import Inventory

/// Reads exported events: one JSON object a line.
package enum EventFile {
  /// The code of the fault that the whole file isn't one of events.
  package static let foreign = "event.file"

  /// The event of one line.
  ///
  /// - Throws: `IntakeFault` `event.malformed` that names the line and the key; `event.file` where
  ///   the first line isn't even text.
  package static func event(_ json: String, line: Int) throws(IntakeFault) -> ScanEvent {
    do {
      return try JSONDecoder().decode(EventRecord.self, from: Data(json.utf8)).event
    } catch let error as DecodingError {
      if line == 1, json.unicodeScalars.contains(where: isNoText) { throw noFileOfEvents }
      throw IntakeFault(
        code: "event.malformed", message: "line \(line): \(SafeText.sentence(error.explained))")
    } catch {
      throw IntakeFault(code: "event.malformed", message: "line \(line): this is no JSON object.")
    }
  }

  private static let noFileOfEvents = IntakeFault(
    code: foreign,
    message: "This is no file of events: line 1 is no text. Expected one JSON object a line.")

  /// JSON escapes control characters; what was no UTF-8 reads as U+FFFD.
  private static func isNoText(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FFFD}" || (scalar.value < 0x20 && scalar != "\t")
  }
}
