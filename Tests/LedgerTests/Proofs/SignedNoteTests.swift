import Diagnostics
import Testing

@testable import Ledger

struct SignedNoteTests {
  /// The example of Go's package note, made by another program.
  private static let neumann = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """
  private static let neumannsKey =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test func `a note that another program signed is read, and written again as it was`() throws {
    let (note, key) = (try SignedNote(note: Self.neumann), try VerifierKey(Self.neumannsKey))
    #expect(key.signed(note))
    #expect(key.text == Self.neumannsKey)
    #expect(note.note == Self.neumann)
    #expect(note.text.hasSuffix("problem is.\n"))
  }

  @Test(arguments: [
    "", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n- name AAAAAAAA\n",
    "text\n\n— name AAAA\n", "text\n\n— na+me AAAAAAAA\n", "text\n\n— name AAAAAAAA",
    "text\r\n\n— name AAAAAAAA\n", "text\n\n— name AAAAAAAA\n\n", "text\n\n— name  AAAAAAAA\n",
  ])
  func `what isn't a signed note is refused`(_ text: String) throws {
    #expect(try fault { _ = try SignedNote(note: text) }?.code == "note.malformed")
  }

  @Test(arguments: [
    "", "name", "name+c74f20a3",
    "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+AhpcQ2cUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "a b+00000000+AQ==",
  ])
  func `what isn't a key is refused`(_ text: String) throws {
    #expect(try fault { _ = try VerifierKey(text) }?.code == "key.malformed")
  }

  @Test func `a checkpoint is opened by its own key only`() throws {
    let (key, other) = (SignerKey(origin: "example.org/log"), SignerKey(origin: "example.org/log"))
    let root = SmallTree(5).frontier.root
    let note = try key.note(size: 5, root: root)
    #expect(note.hasPrefix("example.org/log\n5\n\(root.base64)\n\n— example.org/log "))
    let opened = try Checkpoint.opening(note, with: key.verifier)
    #expect(opened == Checkpoint(origin: "example.org/log", size: 5, root: root))
    for wrong in [other.verifier, SignerKey(origin: "other").verifier] {
      let refusal = try fault { _ = try Checkpoint.opening(note, with: wrong) }
      #expect(refusal?.code == "note.unsigned")
    }
    for (old, new) in [("\n5\n", "\n6\n"), ("example.org/log\n5", "example.org/lag\n5")] {
      let forged = note.replacing(old, with: new)
      #expect(forged != note)
      let refusal = try fault { _ = try Checkpoint.opening(forged, with: key.verifier) }
      #expect(refusal?.code == "note.unsigned")
    }
  }

  @Test func `signatures of others beside ours don't disturb`() throws {
    let (key, witness) = (SignerKey(origin: "example.org/log"), SignerKey(origin: "witness"))
    let note = try SignedNote(note: key.note(size: 0, root: .empty))
    let cosigned = SignedNote(
      text: note.text,
      signatures: note.signatures + [
        .init(name: "witness", keyID: witness.verifier.id, bytes: Array(repeating: 0, count: 64))
      ])
    #expect(try Checkpoint.opening(cosigned.note, with: key.verifier).size == 0)
    #expect(
      try fault { _ = try Checkpoint.opening(cosigned.note, with: witness.verifier) }?.code
        == "note.unsigned")
  }

  @Test(arguments: [
    "", "log\n5\n", "log\n05\nAAAA\n", "log\n-1\nAAAA\n", "log\n5\nAAAA\n", "\n5\n",
  ])
  func `what isn't a checkpoint is refused`(_ text: String) throws {
    #expect(try fault { _ = try Checkpoint(text: text) }?.code == "checkpoint.malformed")
  }
}
