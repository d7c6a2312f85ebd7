import Foundation
import Imaging
import TestSupport
import Testing

/// `--annotate` of the built program.
struct AnnotationTests {
  private static let photos = ProjectFolder.path("samples/photos")

  @Test func `every sample photo gets a copy of its size with green marks`() throws {
    let tally = try Tally()
    let result = try tally("scan", Self.photos, "--annotate", "out/marked", "--format", "ndjson")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.objects.count > 30)
    for object in result.objects {
      let path = try #require(object["path"] as? String)
      let copy = tally.folder.path("out/marked" + path.dropFirst(Self.photos.count) + ".png")
      let image = try ImageLoader.load(path: copy).image
      #expect(image.width == object["width"] as? Int && image.height == object["height"] as? Int)
      let original = try ImageLoader.load(path: path).image
      #expect(image != original, "\(path)")
    }
  }

  @Test func `the results are those of a scan without copies`() throws {
    let tally = try Tally()
    let photos = Self.photos + "/HQ/3"
    let scan = try tally("scan", photos, "--format", "csv").lines
    #expect(scan.count > 10)
    #expect(try tally("scan", photos, "--format", "csv", "--annotate", "x").lines == scan)
  }

  @Test func `a second run, with other jobs, writes the same bytes`() throws {
    let tally = try Tally()
    let photos = Self.photos + "/HQ/3"
    #expect(try tally("scan", photos, "--annotate", "a", "--jobs", "1").status == 0)
    #expect(try tally("scan", photos, "--annotate", "b", "--unordered").status == 0)
    for name in ["desk-1.jpg", "desk-2.png", "shelf-1.jpg"] {
      let first = try tally.folder.bytes("a/301/\(name).png")
      #expect(try tally.folder.bytes("b/301/\(name).png") == first)
    }
  }

  @Test func `a stocktake's photos are annotated too`() throws {
    let tally = try Tally()
    try tally.prepare()
    let result = try tally(
      "stocktake", "scan", "Count", Self.photos + "/HQ/3/301", "--locations-from-folders",
      "--annotate", "out")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try tally.folder.bytes("out/desk-1.jpg.png").count > 1000)
  }

  @Test func `a picture that can't be read has no copy, one that can't be written is named`()
    throws
  {
    let tally = try WrongInputTests.prepared()
    // Where the copy should lie there is a folder that isn't empty.
    try tally.folder.write("out/good.png.png/x", "")
    let result = try tally("scan", "good.png", "text.png", "--annotate", "out", "--format", "csv")
    #expect(result.status == 1)
    #expect(result.errors.contains("out/good.png.png” can't be written"), "\(result.errors)")
    #expect(result.errors.contains("1 failed, 1 not annotated"))
    #expect(result.output.contains("good.png,"), "what was read is printed all the same")
    let copy = tally.folder.path("out/text.png.png")
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test func `a list with hostile paths stays in the folder`() throws {
    let tally = try WrongInputTests.prepared()
    try tally.folder.write("photos/\u{1B}[2J.png", try tally.folder.bytes("good.png"))
    try tally.folder.write("photos/in/here", "")
    let folders = ["", "photos", "photos/in"].map(tally.folder.path)
    let before = try folders.map(FileManager.default.contentsOfDirectory(atPath:))
    let result = try Tally.program.run(
      ["scan", "-", "--annotate", "marked", "--format", "csv"],
      input: "../../good.png\n../\u{1B}[2J.png\n", in: folders[2])
    #expect(result.status == 0, "\(result.errors)")
    let marked = folders[2] + "/marked"
    let copies = try FileManager.default.subpathsOfDirectory(atPath: marked)
      .filter { $0.hasSuffix(".png") }
    #expect(copies.count == 2)
    #expect(!copies.contains { $0.contains("\u{1B}") }, "\(copies)")
    try FileManager.default.removeItem(atPath: marked)
    let after = try folders.map(FileManager.default.contentsOfDirectory(atPath:))
    #expect(after.map { $0.sorted() } == before.map { $0.sorted() })
  }
}
