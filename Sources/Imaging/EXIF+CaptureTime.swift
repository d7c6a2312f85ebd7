import Foundation

extension EXIF {
  /// DateTimeOriginal in milliseconds since 1970-01-01 UTC, nil where absent or no date.
  ///
  /// - Parameter zone: where the clock of a camera that names no offset is thought to be.
  func capturedAt(in zone: TimeZone = .current) -> Int64? {
    guard let date = dateTimeOriginal.flatMap(Self.dateComponents) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = offset.flatMap(Self.zone) ?? zone
    guard date.isValidDate(in: calendar), let time = calendar.date(from: date) else { return nil }
    return Int64(time.timeIntervalSince1970) * 1000 + milliseconds
  }

  private var milliseconds: Int64 {
    let digits = (subSecond ?? "").prefix { $0.isASCII && $0.isNumber }.prefix(3)
    return Int64(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
  }

  /// `YYYY:MM:DD HH:MM:SS`, with any of `:-./` between the numbers of the date.
  private static func dateComponents(_ text: String) -> DateComponents? {
    let numbers = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard numbers.count == 6, text.utf8.count >= 19, numbers[0] >= 1900 else { return nil }
    return DateComponents(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
      second: numbers[5])
  }

  /// `+HH:MM` or `-HH:MM`, or `Z`.
  private static func zone(_ text: String) -> TimeZone? {
    if text == "Z" { return TimeZone(secondsFromGMT: 0) }
    let numbers = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] <= 14, numbers[1] < 60 else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60
    switch text.first {
    case "+": return TimeZone(secondsFromGMT: seconds)
    case "-": return TimeZone(secondsFromGMT: -seconds)
    default: return nil
    }
  }
}
