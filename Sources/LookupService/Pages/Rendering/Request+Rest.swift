import Hummingbird

extension Request {
  /// What stands in the path behind a beginning, decoded: a code with slashes may come as one
  /// encoded part or as several.
  func name(after start: String) throws(Notice) -> String {
    var rest = uri.path.dropFirst(start.count)
    // With and without it is one address.
    if rest.last == "/" { rest.removeLast() }
    guard let name = PercentEncoding.decode(rest.utf8), !name.isEmpty else {
      throw Notice(
        .badRequest, "That was not understood",
        "The address is not UTF-8 in percent-encoding (RFC 3986, 2.1).")
    }
    return name
  }
}
