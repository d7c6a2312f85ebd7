import Intake
import Testing

struct ColumnMapTests {
  private static let known = ["tag", "serial", "name", "code"]

  private func map(_ pairs: String...) throws -> ColumnMap {
    try ColumnMap(known: Self.known, repeating: ["code"], pairs: pairs)
  }

  private func code(_ step: () throws -> Void) throws -> String? {
    do {
      try step()
      return nil
    } catch let fault as IntakeFault { return fault.code }
  }

  @Test func `a name is ours as it stands, or but for case and spaces`() throws {
    let targets = try map().targets(of: ["Tag", "SERIAL ", "n-a_m e", "Code", "code", "colour"])
    #expect(targets == ["tag", "serial", "name", "code", "code", nil])
  }

  @Test func `what was said comes before what is alike`() throws {
    let map = try map("Serial No=serial", "a=b=tag")
    #expect(
      try map.targets(of: ["serial", "Serial No", "a=b", "Tag"]) == [nil, "serial", "tag", nil])
    #expect(try map.targets(of: ["X", "name"]) == [nil, "name"])
  }

  @Test func `two columns that are alike are refused with the way out`() throws {
    do {
      _ = try map().targets(of: ["Tag", "TAG"])
      Issue.record("was taken")
    } catch let fault as IntakeFault {
      #expect(fault.code == "map.ambiguous")
      #expect(fault.message.contains("--map \"Tag=tag\""))
    }
    #expect(try map("TAG=tag").targets(of: ["Tag", "TAG"]) == [nil, "tag"])
  }

  @Test func `a pair without sense is refused`() throws {
    #expect(try code { _ = try map("Serial") } == "map.form")
    #expect(try code { _ = try map("=tag") } == "map.form")
    #expect(try code { _ = try map("Serial=srial") } == "map.unknown")
    #expect(try code { _ = try map("A=tag", "A=name") } == "map.repeated")
    #expect(try code { _ = try map("A=tag", "B=tag") } == "map.repeated")
    #expect(try code { _ = try map("A=code", "B=code") } == nil)
    do {
      _ = try map("Serial=srial")
    } catch let fault as IntakeFault {
      #expect(fault.message.contains("Did you mean serial?"))
      #expect(fault.message.contains("tag, serial, name, code"))
    }
  }

  @Test func `only what may repeat, and what has no meaning, is there twice`() throws {
    let map = try map("Barcode=code", "X=tag")
    for name in ["code", "Code", "Barcode", "colour"] { #expect(map.mayRepeat(name)) }
    for name in ["tag", "Tag", "X"] { #expect(!map.mayRepeat(name)) }
  }
}
