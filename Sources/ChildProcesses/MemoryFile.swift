internal import CSpawn

/// Bytes as a file without a name, for children that want to seek in what they read.
///
/// As a child's standard input (`ChildInput.file`) it is `/dev/stdin` there: no name of a file
/// reaches its command line, so none can be taken for an option.
package final class MemoryFile: Sendable {
  /// The open file, which any number of children may read.
  package let descriptor: Int32
  private let owner: Descriptor

  /// A file that holds a copy of the bytes.
  ///
  /// - Throws: `child.unstartable` where there is no memory or descriptor for it.
  package init(_ bytes: [UInt8]) throws(ChildFault) {
    let number = bytes.withUnsafeBytes { cspawn_memory_file($0.baseAddress, $0.count) }
    guard number >= 0 else { throw .noDescriptor }
    (descriptor, owner) = (number, Descriptor(owning: number))
  }
}
