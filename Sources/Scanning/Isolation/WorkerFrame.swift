import Foundation

/// What goes through the pipes of a worker: JSON, and before it its length in four bytes, the most
/// significant first.
enum WorkerFrame {
  /// What a parent asks for.
  struct Request: Codable {
    let path: String
  }

  /// A worker that has gone wrong may announce any length.
  static let longest = 256 << 20

  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let json = try JSONEncoder().encode(value)
    let length = UInt32(json.count).bigEndian
    return withUnsafeBytes(of: length) { Array($0) } + json
  }

  /// The length that four bytes announce; nil where it is no frame's.
  static func length(_ header: some Collection<UInt8>) -> Int? {
    let length = header.reduce(0) { $0 << 8 | Int($1) }
    return length <= longest ? length : nil
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ json: Data) throws -> Value {
    try JSONDecoder().decode(type, from: json)
  }
}
