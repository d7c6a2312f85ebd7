import Foundation

/// A disk in memory that is soon full, mounted as long as this object lives.
public final class TinyDisk {
  private let folder: TemporaryFolder

  public init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    guard try mount("size=\(kilobytes)k") else { throw CocoaError(.fileWriteNoPermission) }
  }

  deinit { _ = try? Program.tool("umount")?.run(["--lazy", folder.path]) }

  public func path(_ name: String) -> String { folder.path(name) }

  /// Makes it larger, with what is on it.
  public func grow(to kilobytes: Int) throws -> Bool {
    try mount("remount,size=\(kilobytes)k")
  }

  private func mount(_ options: String) throws -> Bool {
    try Program.tool("mount")?.run(["-t", "tmpfs", "-o", options, "tmpfs", folder.path]).status == 0
  }

  /// Whether this account may mount.
  public static let isPossible = (try? TinyDisk(kilobytes: 64)) != nil
}
