import Foundation
import Imaging
import Testing

/// Public pictures beside the project, where they are present.
struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../shared/corpus/images").standardizedFileURL.path

  private static let extensions = Set(ImageFormat.allCases.flatMap(\.fileExtensions))

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder)))
  func `every picture of the corpus loads`() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder))
    var loaded = 0
    for case let name as String in files {
      guard Self.extensions.contains((name as NSString).pathExtension.lowercased()) else {
        continue
      }
      do {
        let image = try ImageLoader.load(path: Self.folder + "/" + name).image
        #expect(!image.pixels.isEmpty)
        loaded += 1
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
    #expect(loaded > 0)
  }
}
