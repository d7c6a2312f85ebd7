import Foundation

/// The one owner of an inotify descriptor: what the kernel tells about folders (inotify(7)).
final class Inotify {
  struct Event {
    /// The watch of the folder; -1 where the kernel's queue ran over.
    let watch: Int32
    let name: String
    private let mask: UInt32

    fileprivate init(_ header: inotify_event, _ name: String) {
      (watch, mask, self.name) = (header.wd, header.mask, name)
    }

    func `is`(_ kind: Int32) -> Bool { mask & UInt32(bitPattern: kind) != 0 }
    /// Events were lost.
    var isOverflow: Bool { self.is(Int32(IN_Q_OVERFLOW)) }
    /// The watch is gone, with its folder.
    var isEndOfWatch: Bool { self.is(Int32(IN_IGNORED)) }
    /// The entry it is about is a folder.
    var isFolder: Bool { self.is(Int32(IN_ISDIR)) }
    /// The entry went to another place.
    var isDeparture: Bool { self.is(Int32(IN_MOVED_FROM)) }
    /// The entry is new, and may be just begun.
    var isCreation: Bool { self.is(Int32(IN_CREATE)) }
  }

  private let descriptor: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)

  /// Nil where the system gives no more of them.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else {
      buffer.deallocate()
      return nil
    }
  }

  deinit {
    buffer.deallocate()
    close(descriptor)
  }

  private static let kinds =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK

  /// Watches a folder; the number of its watch, or nil with `errno` set.
  func watch(_ folder: String) -> Int32? {
    let watch = inotify_add_watch(descriptor, folder, UInt32(Self.kinds))
    return watch >= 0 ? watch : nil
  }

  /// Watches a folder no more.
  func end(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

  /// What happened, for which it waits a while; empty where nothing did.
  func events(within milliseconds: Int32) -> [Event] {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return [] }
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    var (events, start) = ([Event](), 0)
    let headerSize = MemoryLayout<inotify_event>.size
    while start + headerSize <= count {
      let header = buffer.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      let name = buffer[(start + headerSize)..<(start + headerSize + Int(header.len))]
      events.append(Event(header, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
      start += headerSize + Int(header.len)
    }
    return events
  }
}
