import Diagnostics

/// The name of a label's file, made from whatever the data says.
enum FileName {
  /// The most bytes of a name before its ending; file systems allow 255 in all, and copies add
  /// their number.
  private static let byteLimit = 200
  /// Names that Windows keeps for devices, whatever follows behind a dot.
  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// A name that stays in its folder, is visible, and can be copied to any file system.
  ///
  /// - Throws: `label.file-name` where nothing is left of it.
  static func safe(_ text: String) throws(LabelFault) -> String {
    if isPlain(text) { return text }
    var name = String(String.UnicodeScalarView(text.unicodeScalars.map(replaced)))
    name = trimmed(name)
    while name.utf8.count > byteLimit { name = trimmed(String(name.dropLast())) }
    guard name.contains(where: { $0 != "_" }) else {
      throw LabelFault(
        code: "label.file-name",
        message: "\(SafeText.quoted(text)) can't name a file: nothing is left of it without "
          + "separators, control characters and leading dots.")
    }
    if devices.contains(name.prefix { $0 != "." }.lowercased()) { name = "_" + name }
    return name
  }

  /// Whether nothing has to be done: letters, digits, - and _ of ASCII, longer than a device's name.
  private static func isPlain(_ text: String) -> Bool {
    guard (5...byteLimit).contains(text.utf8.count) else { return false }
    var hasWord = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
        hasWord = true
      case UInt8(ascii: "_"): break
      default: return false
      }
    }
    return hasWord
  }

  /// The whole name of a copy's file: from the second on, copies have their number behind the name.
  static func ofCopy(_ copy: Int, _ name: String, _ format: LabelFormat) -> String {
    (copy == 1 ? name : "\(name)-\(copy)") + "." + format.rawValue
  }

  /// Separators, what Windows refuses, and what can't be seen become low lines.
  private static func replaced(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if "/\\:*?\"<>|".unicodeScalars.contains(scalar) { return "_" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return "_"
    default: return scalar
    }
  }

  /// Without dots and spaces at its ends: a leading dot hides a file, trailing ones get lost.
  private static func trimmed(_ name: String) -> String {
    let isDropped: (Character) -> Bool = { $0 == "." || $0.isWhitespace }
    let start = name.drop(while: isDropped)
    return String(start.prefix(start.count - start.reversed().prefix(while: isDropped).count))
  }
}
