public import Diagnostics

/// Why a path that was given can't be scanned.
public struct PathFault: Fault, Equatable {
  /// `path.missing` or `path.unreadable`.
  public let code: String
  /// Which path, and what is wrong with it.
  public let message: String
}
