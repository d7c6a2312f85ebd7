import Foundation
import HTTPTypes
import Hummingbird

extension Request {
  /// Whether the client has what this entity tag stands for (RFC 9110, 13.1.2).
  ///
  /// - Parameter tag: a strong tag; a proxy may have made it weak on the way.
  func knows(_ tag: String) -> Bool {
    guard let known = headers[.ifNoneMatch] else { return false }
    return known.split(separator: ",").contains { part in
      let name = part.trimmingCharacters(in: .whitespaces)
      return name == tag || name == "W/\(tag)" || name == "*"
    }
  }
}
