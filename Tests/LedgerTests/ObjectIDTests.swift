import Ledger
import Testing

struct ObjectIDTests {
  @Test
  func `an id is a UUID of version 7 with its time in front`() throws {
    let id = ObjectID.make(at: 0x0192_3456_789A)
    let pattern = /01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(id.description.wholeMatch(of: pattern) != nil)
    #expect(id.bytes.count == 16)
  }

  @Test
  func `ids of one moment differ`() {
    #expect(Set((0..<10_000).map { _ in ObjectID.make(at: 1) }).count == 10_000)
  }

  @Test
  func `ids sort by their time, as bytes and as text`() {
    let times = [0, 1, 255, 256, 65_535, 1_795_255_200_000, 1_795_255_200_001, 0xFFFF_FFFF_FFFF]
    let ids = times.map(ObjectID.make)
    for (early, late) in zip(ids, ids.dropFirst()) {
      #expect(early.bytes.lexicographicallyPrecedes(late.bytes))
      #expect(early.description < late.description)
    }
  }

  @Test
  func `an id comes back from its text, in either case`() {
    for time in [0, 1_795_255_200_000] {
      let id = ObjectID.make(at: time)
      #expect(ObjectID(id.description) == id)
      #expect(ObjectID(id.description.uppercased()) == id)
      #expect(ObjectID(bytes: id.bytes) == id)
    }
  }

  @Test(arguments: [
    "", "7", "0192345678907abc8abc0123456789ab", "01923456-789a-7abc-8abc-0123456789a",
    "01923456-789a-7abc-8abc-0123456789ag", "-----01923456789a7abc8abc0123456789a",
    "01923456-789a-7abc-8abc-0123456789ab ", "０1923456-789a-7abc-8abc-0123456789ab",
    "+1923456-789a-7abc-8abc-0123456789ab", "0192345-6789a-7abc-8abc-0123456789ab",
  ])
  func `any other text is no id`(_ text: String) {
    #expect(ObjectID(text) == nil)
  }
}
