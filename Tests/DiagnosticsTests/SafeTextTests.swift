import Diagnostics
import Testing

struct SafeTextTests {
  @Test func `plain text in any script stays as it is`() {
    for text in ["", "Room 12", "Büro", "漢字", "📦"] { #expect(SafeText.terminal(text) == text) }
  }

  @Test(arguments: [
    ("\u{1B}[2J", #"\u{1B}[2J"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\r\nb"#), ("\t", #"\t"#),
    ("\u{202E}gnp", #"\u{202E}gnp"#), ("\u{0}", #"\u{0}"#), ("\u{9B}31m", #"\u{9B}31m"#),
  ])
  func `what a terminal obeys becomes visible`(text: String, safe: String) {
    #expect(SafeText.terminal(text) == safe)
  }

  @Test func `a quotation is cut to what can be read`() {
    #expect(SafeText.quoted("abcdef", limit: 3) == "“abc…”")
    #expect(SafeText.quoted("abc", limit: 3) == "“abc”")
    #expect(SafeText.quoted("a\nb") == #"“a\nb”"#)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-5", "-5"), ("+1.5", "+1.5"),
    ("-5+cmd", "'-5+cmd"),
    ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("plain", "plain"), ("", ""), ("'=1+1", "''=1+1"), ("'''@x", "''''@x"), ("'x", "'x"),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func `a cell of CSV is quoted where needed and never a formula`(text: String, cell: String) {
    #expect(SafeText.csvCell(text) == cell)
  }

  @Test(arguments: [
    ("'=1+1", "=1+1"), ("''=1+1", "'=1+1"), ("'x", "'x"), ("'-5", "'-5"), ("'", "'"), ("", ""),
  ])
  func `the guard before a formula is taken off again, and nothing else`(cell: String, text: String)
  {
    #expect(SafeText.withoutFormulaGuard(cell) == text)
  }

  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), (#""x" onload='y'"#, "&quot;x&quot; onload=&#39;y&#39;"),
    ("a&amp;b", "a&amp;amp;b"), ("\u{1B}[2J", #"\u{1B}[2J"#), ("a\u{FFFE}b", "a\u{FFFD}b"),
    ("]]>", "]]&gt;"), ("Büro 📦", "Büro 📦"), ("", ""),
  ])
  func `text in HTML opens no tag and closes no attribute`(text: String, safe: String) {
    #expect(SafeText.html(text) == safe)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("<img>", #"&lt;img\>"#), ("a\nb", #"a\\nb"#),
    ("![x](y)", #"\!\[x\](y)"#), ("`*_~#`", ##"\`\*\_\~\#\`"##), ("AST-000017", "AST-000017"),
  ])
  func `text in Markdown is shown as it is and ends no cell`(text: String, safe: String) {
    #expect(SafeText.markdown(text) == safe)
  }
}
