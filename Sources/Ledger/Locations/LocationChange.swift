/// What an edit says of a location; nil is “not said”, which changes nothing.
package struct LocationChange: Sendable, Equatable {
  /// Where a location comes to lie.
  package enum Place: Sendable, Equatable {
    /// In the location of a code.
    case within(String)
    /// In none.
    case root
  }

  package let name: String?
  package let kind: Location.Kind?
  package let place: Place?

  package init(name: String? = nil, kind: Location.Kind? = nil, place: Place? = nil) {
    (self.name, self.kind, self.place) = (name, kind, place)
  }
}
