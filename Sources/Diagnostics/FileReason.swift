import Foundation

/// Why the system refused a file, in its own words: “No such file or directory”.
package enum FileReason {
  package static func text(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    if cause.domain == NSPOSIXErrorDomain { return words(for: Int32(cause.code)) }
    return codes[error.code].map(words) ?? error.localizedDescription
  }

  private static func words(for code: Int32) -> String { String(cString: strerror(code)) }

  /// What Foundation's own codes are in the system's.
  private static let codes: [Int: Int32] = [
    CocoaError.fileNoSuchFile.rawValue: ENOENT, CocoaError.fileReadNoSuchFile.rawValue: ENOENT,
    CocoaError.fileReadNoPermission.rawValue: EACCES,
    CocoaError.fileWriteNoPermission.rawValue: EACCES,
    CocoaError.fileWriteFileExists.rawValue: EEXIST,
    CocoaError.fileWriteOutOfSpace.rawValue: ENOSPC,
    CocoaError.fileWriteVolumeReadOnly.rawValue: EROFS,
  ]
}
