/// What each event did for a result, by its id.
package struct Dispositions: Sendable {
  /// The places of the ids.
  private let places: [String: Int]
  /// By place; nil for a second delivery.
  private let values: [Disposition?]

  init(_ places: [String: Int], _ values: [Disposition?]) {
    (self.places, self.values) = (places, values)
  }

  package subscript(event: String) -> Disposition? { places[event].flatMap { values[$0] } }

  /// Where an event stands among those that the result was made of.
  package func place(of event: String) -> Int? { places[event] }

  package subscript(place place: Int) -> Disposition? { values[place] }

  /// How many events there are, each once.
  package var count: Int { places.count }

  /// How many events did what.
  package var counts: [Disposition: Int] {
    values.reduce(into: [:]) { counts, value in
      if let value { counts[value, default: 0] += 1 }
    }
  }

  /// All of them by id.
  package var byEvent: [String: Disposition] { places.compactMapValues { values[$0] } }
}
