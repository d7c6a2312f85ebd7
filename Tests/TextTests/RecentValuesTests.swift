import Testing
import Text

struct RecentValuesTests {
  @Test func `what is asked for again and again outlives what comes once`() {
    var values = RecentValues<Int, String>(limit: 8)
    values.keep("often", for: -1)
    for key in 0..<1000 {
      #expect(values[-1] == "often")
      values.keep("once", for: key)
    }
  }

  @Test func `what isn't asked for is forgotten, and no more than two generations are kept`() {
    var values = RecentValues<Int, Int>(limit: 8)
    for key in 0..<100 { values.keep(key, for: key) }
    let kept = (0..<100).filter { key in
      var copy = values
      return copy[key] == key
    }
    #expect(kept.count <= 16 && kept.last == 99 && !kept.contains(0))
  }
}
