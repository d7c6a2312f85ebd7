extension String {
  /// The beginning of a text that is too long for a line.
  func shortened(to limit: Int) -> String { count > limit ? prefix(limit) + "…" : self }

  /// A template leaves out what is missing; an empty text it shows.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
