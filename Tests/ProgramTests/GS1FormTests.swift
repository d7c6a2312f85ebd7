import TestSupport
import Testing

struct GS1FormTests {
  @Test func `a message becomes a link and comes back`() throws {
    let tally = try Tally()
    let message = "(01)09506000134352(10)AB/1(17)261130"
    let link = try tally("gs1", "link", message, "--domain", "https://example.org/p/")
    #expect(link.lines == ["https://example.org/p/01/09506000134352/10/AB%2F1?17=261130"])
    #expect(try tally("gs1", "elements", link.lines[0]).lines == [message])
    #expect(link.status == 0)
  }

  @Test func `a message that breaks a rule is refused with the rule`() throws {
    let result = try Tally()("gs1", "link", "(01)09506000134353(17)261301")
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("got “3”, expected 2"))
    #expect(result.errors.contains("a month 01–12"))
  }

  @Test func `of many messages the wrong ones are told in their lines`() throws {
    let input = "(01)09506000134352\n(01)09506000134353\nhttps://a.b/01/09506000134352\n"
    let result = try Tally()("gs1", "elements", "-", input: input)
    #expect(result.status == 1 && result.lines.count == 3)
    #expect(result.lines[1].hasPrefix("! gs1.check-digit "))
    #expect(result.lines[0] == result.lines[2])
  }

  @Test(arguments: ["ftp://a.b", "https://", "https:///p", "https://a.b?x", "a.b"])
  func `a domain that makes no link is wrong usage`(domain: String) throws {
    let result = try Tally()("gs1", "link", "(01)09506000134352", "--domain", domain)
    #expect(result.status == 64)
  }

  @Test func `validate explains a link with places, and shows the link of a message`() throws {
    let tally = try Tally()
    let wrong = try tally("validate", "https://a.b/01/09506000134353", "--format", "json")
    #expect(wrong.status == 1)
    let problems = wrong.object["problems"] as? [[String: Any]]
    #expect(problems?.first?["position"] as? Int == 29)
    let right = try tally("validate", "(01)09506000134352", "--format", "json")
    #expect(right.object["link"] as? String == "https://id.gs1.org/01/09506000134352")
    #expect(try tally("validate", "https://a.b/x", "--link").status == 1)
  }
}
