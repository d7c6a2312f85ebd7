/// Where labels stand in a stream of them, one behind the other.
struct StreamPlaces {
  /// What the stream is called.
  let name: String
  /// Where the next label begins, in bytes.
  private(set) var end = 0

  init(in name: String) { self.name = name }

  /// The places of the next labels, one a copy.
  mutating func add(_ labels: [MadeLabel]) -> [LabelPlace] {
    var places: [LabelPlace] = []
    for label in labels {
      for _ in label.copies {
        places.append(LabelPlace(file: name, bytes: end..<end + label.bytes.count))
        end += label.bytes.count
      }
    }
    return places
  }

  /// Goes on behind labels that an earlier run has placed.
  mutating func goOn(behind places: [LabelPlace]) {
    end = places.last?.bytes?.upperBound ?? end
  }
}
