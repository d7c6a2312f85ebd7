import Foundation
import TestSupport
import Testing

@testable import Labels

struct SheetTests {
  @Test func `the known sheets have names of their own`() {
    let names = LabelSheet.known.flatMap { [$0.name] + $0.aliases }
    #expect(LabelSheet.known.count >= 30)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") })
  }

  @Test(arguments: LabelSheet.known)
  func `the labels of a known sheet lie on its page and don't overlap`(sheet: LabelSheet) {
    #expect(sheet.isOnPage)
    #expect(sheet.columns == 1 || sheet.pitch.x >= sheet.size.x)
    #expect(sheet.rows == 1 || sheet.pitch.y >= sheet.size.y)
    #expect(2 * sheet.corner <= min(sheet.size.x, sheet.size.y))
  }

  /// Sheets whose margins or pitch glabels has otherwise than their makers' own templates.
  private static let disputed: Set = [
    "avery-l7163", "avery-j8163", "avery-l7169", "avery-j8169", "zweckform-4780",
  ]

  /// glabels' measures were taken from sheets and other programs: some are off by a millimetre.
  @Test(.enabled(if: GLabelsTemplates.isInstalled, "glabels-data isn't installed"))
  func `glabels has nearly the same measures`() throws {
    let others = try GLabelsTemplates().sheets
    var compared = 0
    for sheet in LabelSheet.known {
      for name in [sheet.name] + sheet.aliases {
        guard let other = others[name], !Self.disputed.contains(name) else { continue }
        compared += 1
        #expect(other.columns == sheet.columns && other.rows == sheet.rows, "\(name)")
        let pairs = [
          (other.width, sheet.size.x), (other.height, sheet.size.y),
          (other.left, sheet.margin.x), (other.top, sheet.margin.y),
          (sheet.columns > 1 ? other.across : sheet.pitch.x, sheet.pitch.x),
          (sheet.rows > 1 ? other.down : sheet.pitch.y, sheet.pitch.y),
        ]
        for (measure, (theirs, ours)) in zip(
          ["width", "height", "left", "top", "across", "down"], pairs)
        {
          #expect(abs(theirs - ours) < 1.3, "\(name): \(measure) \(theirs), here \(ours)")
        }
      }
    }
    #expect(compared > 60)
  }

  @Test func `a sheet is found by its number in any case, and by an alias`() throws {
    #expect(try LabelSheet.find("Avery-L7160").count == 21)
    #expect(try LabelSheet.find("avery-j8160").name == "avery-l7160")
    #expect(try LabelSheet.find("zweckform-3490").size == LabelSheet.Extent(x: 70, y: 36))
    let fault = try #require(throws: LabelFault.self) { try LabelSheet.find("avery-l7116") }
    #expect(fault.code == "sheet.unknown" && fault.message.contains("Did you mean avery-l71"))
  }

  @Test func `a sheet of one's own stands in the middle of its page`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "own.yaml",
      """
      name: own
      page: letter
      columns: 2
      rows: 3
      size: [80, 50]
      pitch: [90, 60]
      """)
    let sheet = try LabelSheet.find(path)
    #expect(abs(sheet.margin.x - (215.9 - 170) / 2) < 0.001)
    #expect(sheet.places.count == 6)
    #expect(abs(sheet.places[3].x - sheet.margin.x - 90) < 0.001)
    #expect(abs(sheet.places[3].y - sheet.margin.y - 60) < 0.001)
  }

  @Test func `everything that is wrong with a sheet is told with its line and key`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "bad.yaml",
      """
      name: bad
      page: a5
      colums: 2
      columns: 2
      rows: 0
      size: [120, 50]
      pitch: [100, 50]
      """)
    let fault = try #require(throws: TemplateFault.self) { try LabelSheet.find(path) }
    #expect(fault.problems.map(\.key) == ["page", "colums", "rows"])
    #expect(fault.problems.map(\.line) == [2, 3, 5])
    #expect(fault.message.contains("Did you mean columns?"))
    let wide = try folder.write(
      "wide.yaml", "name: w\ncolumns: 2\nrows: 6\nsize: [120, 50]\npitch: [100, 50]\n")
    let second = try #require(throws: TemplateFault.self) { try LabelSheet.find(wide) }
    #expect(second.problems.map(\.key) == ["size", "pitch"])
  }

  @Test func `a template may name its sheet in place of a size`() throws {
    let yaml = """
      name: t
      sheet: avery-l7160
      file: a
      elements:
        - {rectangle: 0.5, at: [1, 1], size: [61, 36]}
      """
    let label = try LabelTemplate(yaml: yaml, file: "t.yaml")
    #expect(label.width == 63.5 && label.height == 38.1 && label.sheet?.name == "avery-l7160")
    let both = try #require(throws: TemplateFault.self) {
      try LabelTemplate(yaml: yaml + "\nsize: [10, 10]", file: "t.yaml")
    }
    #expect(both.message.contains("t.yaml:2:8: sheet: "))
    let unknown = try #require(throws: TemplateFault.self) {
      try LabelTemplate(
        yaml: yaml.replacingOccurrences(of: "avery-l7160", with: "avery-7610"), file: "t.yaml")
    }
    #expect(unknown.problems.map(\.key) == ["sheet"])
  }

  @Test func `a label that is larger than the sheet's is refused with both sizes`() throws {
    let large = try template("- {rectangle: 1, at: [1, 1], size: [10, 10]}", size: "[70, 36]")
    let sheet = try LabelSheet.find("avery-l7160")
    let fault = try #require(throws: LabelFault.self) {
      try SheetPlacing(sheet).layout(of: large)
    }
    #expect(fault.code == "sheet.too-small")
    #expect(fault.message.contains("70 × 36 mm") && fault.message.contains("63.5 × 38.1 mm"))
    let beyond = try #require(throws: LabelFault.self) { try SheetPlacing(sheet, start: 22) }
    #expect(beyond.code == "sheet.start" && beyond.message.contains("21"))
  }
}
