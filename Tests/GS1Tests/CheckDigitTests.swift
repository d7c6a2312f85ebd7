import GS1
import TestSupport
import Testing

struct CheckDigitTests {
  // Keys of different lengths; the first two are the worked examples of the General
  // Specifications, 7.9.1.
  @Test(arguments: [
    ("629104150021", 3), ("37610425002123456", 9), ("400638133393", 1), ("9638507", 4),
    ("03600029145", 2),
  ])
  func `the check digit makes the weighted sum a multiple of ten`(digits: String, check: Int) throws
  {
    #expect(try CheckDigit.compute(digits) == check)
    try CheckDigit.verify(digits + String(check))
  }

  @Test func `every single wrong digit is found`() throws {
    var random = RandomSource(seed: 1)
    for _ in 0..<100 {
      let digits = (0..<Int.random(in: 2...18, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let whole = digits + [CheckDigit.compute(digits)]
      for place in whole.indices {
        var wrong = whole
        wrong[place] = (wrong[place] + Int.random(in: 1...9, using: &random)) % 10
        let text = wrong.map(String.init).joined()
        #expect(throws: GS1Fault.self) { try CheckDigit.verify(text) }
      }
    }
  }

  @Test func `a wrong check digit names what was got and what was expected`() {
    let fault = #expect(throws: GS1Fault.self) { try CheckDigit.verify("4006381333930") }
    #expect(fault?.code == "gs1.check-digit")
    #expect(fault?.position == 13)
    #expect(fault?.message.contains("got 0, expected 1") == true)
  }

  @Test(arguments: ["12a4", "12٣4", "12 4", "12½4"])
  func `what isn't a digit of ASCII is refused at its place`(text: String) {
    let fault = #expect(throws: GS1Fault.self) { try CheckDigit.compute(text) }
    #expect(fault?.code == "gs1.character")
    #expect(fault?.position == 3)
  }

  @Test func `nothing has no check digit`() {
    #expect(throws: GS1Fault.self) { try CheckDigit.compute("") }
    #expect(throws: GS1Fault.self) { try CheckDigit.verify("0") }
  }
}
