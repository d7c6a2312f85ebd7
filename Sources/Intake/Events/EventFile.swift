import Diagnostics
import Foundation
package import Inventory

/// Reads exported events: one JSON object a line.
package enum EventFile {
  /// The event of one line.
  ///
  /// - Throws: `IntakeFault` `event.malformed` that names the line and the key.
  package static func event(_ json: String, line: Int) throws(IntakeFault) -> ScanEvent {
    do {
      return try JSONDecoder().decode(EventRecord.self, from: Data(json.utf8)).event
    } catch let error as DecodingError {
      throw IntakeFault(
        code: "event.malformed", message: "line \(line): \(SafeText.sentence(error.explained))")
    } catch {
      throw IntakeFault(code: "event.malformed", message: "line \(line): this is no JSON object.")
    }
  }
}
