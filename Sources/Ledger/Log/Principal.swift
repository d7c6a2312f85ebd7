/// Who acts: every entry says so.
package struct Principal: Sendable, Hashable, Codable {
  /// On the command line the login name, or what `--as` says.
  package let name: String
  /// The device that the request came from; nil where the operator sits at the ledger itself.
  package let device: String?

  package init(name: String, device: String? = nil) {
    (self.name, self.device) = (name, device)
  }
}
