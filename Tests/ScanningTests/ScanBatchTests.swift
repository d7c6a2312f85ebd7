import Barcodes
import Foundation
import Imaging
import Scanning
import Testing
import TestSupport

struct ScanBatchTests {
  private let scanner = ImageScanner(scanner: SymbolScanner(symbologies: [.code128]))

  /// Files of which every third holds a symbol with its number, and every seventh is broken.
  private func files(_ count: Int, in folder: TemporaryFolder) throws -> [String] {
    let blank = PNGWriter.encode(GrayImage(width: 5, height: 5))
    return try (0..<count).map { number in
      if number % 7 == 6 { return try folder.write("\(number).png", "broken") }
      guard number % 3 == 0 else { return try folder.write("\(number).png", blank) }
      var picture = Picture(width: 260, height: 20)
      try picture.draw("N\(number)", as: .code128, x: 20, y: 2, module: 2, barHeight: 16)
      return try folder.write("\(number).png", PNGWriter.encode(picture.image))
    }
  }

  @Test(arguments: [1, 2, 8])
  func `a thousand pictures come out in the order that they went in`(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let paths = try files(1000, in: folder)
    var results: [ImageScan] = []
    try ScanBatch(scanner: scanner, jobs: jobs).run(paths) { results.append($0) }
    #expect(results.map(\.path) == paths)
    for (number, result) in results.enumerated() {
      let texts = number % 7 != 6 && number % 3 == 0 ? ["N\(number)"] : []
      #expect(result.symbols.map(\.text) == texts)
      #expect(result.fault?.code == (number % 7 == 6 ? "image.format" : nil))
    }
  }

  @Test func `unordered, every picture comes out once`() throws {
    let folder = try TemporaryFolder()
    let paths = try files(200, in: folder)
    var seen: [String] = []
    try ScanBatch(scanner: scanner, jobs: 4, ordered: false).run(paths) { seen.append($0.path) }
    #expect(seen.sorted() == paths.sorted())
  }

  @Test func `nothing to scan is no trouble`() throws {
    try ScanBatch(scanner: scanner, jobs: 3).run([]) { _ in Issue.record("nothing was given") }
  }

  @Test func `paths are taken only a little ahead of the delivery`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.png", PNGWriter.encode(GrayImage(width: 5, height: 5)))
    var (taken, delivered, mostAhead) = (0, 0, 0)
    let paths = sequence(state: 0) { (count: inout Int) -> String? in
      count += 1
      taken = count
      mostAhead = max(mostAhead, taken - delivered)
      return count <= 500 ? path : nil
    }
    try ScanBatch(scanner: scanner, jobs: 2).run(paths) { _ in delivered += 1 }
    #expect(delivered == 500 && mostAhead <= 14)
  }

  @Test func `an error of the receiver ends the batch and comes through`() throws {
    struct Full: Error {}
    let folder = try TemporaryFolder()
    let paths = try files(100, in: folder)
    var delivered = 0
    #expect(throws: Full.self) {
      try ScanBatch(scanner: scanner, jobs: 4).run(paths) { _ in
        delivered += 1
        if delivered == 10 { throw Full() }
      }
    }
    #expect(delivered == 10)
  }

  @Test(arguments: [true, false])
  func `a batch that is told to stop finishes and delivers what is under way`(ordered: Bool) throws
  {
    let folder = try TemporaryFolder()
    let paths = try files(200, in: folder)
    var delivered: [String] = []
    try ScanBatch(scanner: scanner, jobs: 4, ordered: ordered).run(
      paths, shouldStop: { delivered.count >= 7 }
    ) { delivered.append($0.path) }
    #expect(delivered.count >= 7 && delivered.count <= 7 + 20, "the window of four jobs")
    #expect(delivered.sorted() == paths.prefix(delivered.count).sorted())
    if ordered { #expect(delivered == Array(paths.prefix(delivered.count))) }
  }

  @Test func `a batch that is told to stop doesn't wait for a path that doesn't come`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.png", PNGWriter.encode(GrayImage(width: 5, height: 5)))
    var paths = [path].makeIterator()
    let waiting = AnyIterator { () -> String? in
      if let path = paths.next() { return path }
      while true { sleep(1000) }
    }
    var delivered = 0
    try ScanBatch(scanner: scanner, jobs: 2).run(
      IteratorSequence(waiting), shouldStop: { delivered == 1 }
    ) { _ in delivered += 1 }
    #expect(delivered == 1)
  }

  @Test func `a name with a NUL opens no other file, and one that isn't UTF-8 is told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.png", PNGWriter.encode(GrayImage(width: 5, height: 5)))
    #expect(scanner.scan(path: path + "\0b.png").fault?.code == "path.encoding")
    #expect(scanner.scan(path: folder.path("caf\u{FFFD}.png")).fault?.code == "path.encoding")
    let odd = try folder.write("\u{FFFD}.png", PNGWriter.encode(GrayImage(width: 5, height: 5)))
    #expect(scanner.scan(path: odd).fault == nil, "the name of a file may hold the character")
  }

  @Test func `a result names the hash, the size and the time of its picture`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.png", PNGWriter.encode(GrayImage(width: 5, height: 7)))
    let scan = scanner.scan(path: path)
    #expect(scan.path == path && scan.width == 5 && scan.height == 7 && scan.fault == nil)
    #expect(scan.sha256.count == 64 && scan.milliseconds >= 0)
    #expect(scan.capturedAtMilliseconds == nil)
  }

  @Test func `a broken file has a hash too, a missing one has none`() throws {
    let folder = try TemporaryFolder()
    let broken = scanner.scan(path: try folder.write("a.png", "abc"))
    // FIPS 180-4, the example of one block.
    #expect(broken.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(broken.fault?.code == "image.format")
    let missing = scanner.scan(path: folder.path("none.png"))
    #expect(missing.sha256.isEmpty && missing.fault?.code == "image.unreadable")
  }
}
