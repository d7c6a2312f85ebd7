import Inventory
package import Logging

/// A log of JSON lines: `timestamp level logger message` and the metadata.
package struct JSONLogHandler: LogHandler {
  package var metadata = Logger.Metadata()
  package var logLevel: Logger.Level
  private let label: String
  private let output: LogOutput

  package init(label: String, level: Logger.Level, output: LogOutput) {
    (self.label, logLevel, self.output) = (label, level, output)
  }

  package subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.member("timestamp", Timestamp.text(LogOutput.now()))
      json.member("level", event.level.rawValue)
      json.member("logger", label)
      json.member("message", "\(event.message)")
      for (name, value) in event.metadata ?? [:] { Self.write(value, as: name, to: &json) }
      // The framework's own number of the request says nothing beside ours.
      for (name, value) in metadata where name != "hb.request.id" {
        Self.write(value, as: name, to: &json)
      }
    }
    output.write(json.bytes, isUrgent: event.level >= .warning)
  }

  private static func write(
    _ value: Logger.MetadataValue, as name: String, to json: inout JSONWriter
  ) {
    json.key(text: name)
    switch value {
    case .stringConvertible(let number as Int): json.value(number)
    case .stringConvertible(let number as Double): json.raw(number.description)
    default: json.value("\(value)")
    }
  }
}
