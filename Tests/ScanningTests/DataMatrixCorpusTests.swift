import Barcodes
import Foundation
import Imaging
import Scanning
import Testing
import TestSupport

/// Public pictures of Data Matrix with known content, where they lie beside the project.
struct DataMatrixCorpusTests {
  private struct Entry: Decodable {
    let path: String
    let symbology: String?
    let expected_texts: [String]?
  }

  @Test(.enabled(if: ProjectFolder.corpus != nil, "the public pictures aren't beside the project"))
  func `recall of Data Matrix stays above its floor`() throws {
    let corpus = try #require(ProjectFolder.corpus)
    let lines = try String(contentsOfFile: corpus + "/manifest.jsonl", encoding: .utf8)
    let scanner = SymbolScanner(symbologies: [.dataMatrix, .gs1DataMatrix])
    var (pictures, read) = (0, 0)
    for line in lines.split(separator: "\n") {
      let entry = try JSONDecoder().decode(Entry.self, from: Data(line.utf8))
      guard entry.symbology == "datamatrix", let expected = entry.expected_texts else { continue }
      guard ["png", "jpg"].contains((entry.path as NSString).pathExtension) else { continue }
      let image = try ImageLoader.load(path: corpus + "/" + entry.path).image
      let texts = scanner.scan(image).map { String($0.payload.dropFirst(3)) }
      pictures += 1
      if expected.allSatisfy(texts.contains) { read += 1 }
    }
    #expect(pictures > 0)
    #expect(100 * read >= 60 * pictures, "\(read) of \(pictures)")
  }
}
