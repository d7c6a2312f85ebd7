import ArgumentParser
import Foundation
import Labels

/// Where labels go on pages, and what a printer's own faults are made up for with.
struct SheetOptions: ParsableArguments {
  @Option(
    help:
      "The sheet of labels: a name of “tally label sheets”, or a YAML file (default: the template's)."
  )
  var sheet: String?

  @Option(help: "The first free label of the first sheet, from 1, row by row.")
  var startAt: Int?

  @OptionGroup var correction: CorrectionOptions

  func validate() throws {
    guard startAt ?? 1 >= 1 else { throw ValidationError("--start-at counts from 1.") }
  }

  var isAsked: Bool { sheet != nil || startAt != nil || correction.isAsked }

  /// How labels of a template are put on sheets; nil where they are pages of their own.
  func placing(of template: LabelTemplate) throws -> SheetPlacing? {
    guard let found = try sheet.map({ try LabelSheet.find($0) }) ?? template.sheet else {
      guard !isAsked else {
        throw InputFault(
          code: "sheet.missing",
          message: "--start-at, --sheet-offset and --sheet-scale need a sheet: name one with "
            + "--sheet, or in the template.")
      }
      return nil
    }
    return try SheetPlacing(
      found, start: startAt ?? 1, offset: correction.offset, scale: correction.scale)
  }
}

/// What makes up for a printer that prints beside the place, or too large.
struct CorrectionOptions: ParsableArguments {
  // A minus isn't the beginning of another option.
  @Option(
    parsing: .unconditional,
    help: "Moves all labels by X,Y millimetres to the right and down.",
    transform: { try Lengths($0, of: "--sheet-offset", in: -50...50, areTwo: true) })
  var sheetOffset: Lengths?

  @Option(
    help:
      "Prints all labels so many percent as large, from the page's top left: one number, or X,Y.",
    transform: { try Lengths($0, of: "--sheet-scale", in: 50...150, areTwo: false) })
  var sheetScale: Lengths?

  var isAsked: Bool { sheetOffset != nil || sheetScale != nil }
  var offset: (x: Double, y: Double) { sheetOffset.map { ($0.x, $0.y) } ?? (0, 0) }
  var scale: (x: Double, y: Double) { sheetScale.map { ($0.x, $0.y) } ?? (100, 100) }
}

/// `1.5,-2`: a number to the right and one down; or one for both.
struct Lengths {
  let x: Double
  let y: Double

  init(
    _ text: String, of option: String, in range: ClosedRange<Double>, areTwo: Bool
  ) throws {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    let values = numbers.compactMap(\.self).filter(range.contains)
    guard values.count == numbers.count, values.count == 2 || values.count == 1 && !areTwo else {
      let shape = areTwo ? "two numbers X,Y" : "a number, or two X,Y"
      throw ValidationError(
        "\(option) \(quoted(text)): expected \(shape), each from \(Int(range.lowerBound)) to "
          + "\(Int(range.upperBound)).")
    }
    (x, y) = (values[0], values[values.count - 1])
  }
}
