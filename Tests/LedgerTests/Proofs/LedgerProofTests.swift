import Foundation
import TestSupport
import Testing

@testable import Ledger

/// Proofs that a ledger gives, checked without it.
@Suite(.onEachEngine) struct LedgerProofTests {
  @Test func `every entry of a ledger is proven, and every stretch of its growth`() throws {
    let ledger = try TestLedger()
    for number in 1...70 { try ledger.take(AssetDraft(tag: "A-\(number)")) }
    let key = try VerifierKey(ledger.store.info().verifierKey)
    for entry in try ledger.entries() {
      let proof = try ledger.store.inclusionProof(of: entry.seq)
      #expect(try proof.check(with: key).size == 70)
      #expect(proof.entry.contains(entry.payload))
      let growth = try ledger.store.consistencyProof(entry.seq...70)
      let (first, second) = try growth.check(with: key)
      #expect(first.size == entry.seq)
      #expect(second.size == 70)
    }
  }

  @Test func `old proofs go on holding when the log has grown`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let (proof, note) = (try ledger.store.inclusionProof(of: 1), try ledger.store.checkpoint())
    try ledger.take(AssetDraft(tag: "A-2", location: "HQ/2"))
    let key = try VerifierKey(ledger.store.info().verifierKey)
    #expect(try proof.check(with: key).size == 2)
    // The signature may differ from one time to the next, what is signed may not.
    let again = try ledger.store.consistencyProof(2...4).first
    #expect(try Checkpoint.opening(again, with: key) == Checkpoint.opening(note, with: key))
  }

  @Test func `a proof in which anything was changed proves nothing`() throws {
    let ledger = try TestLedger()
    for number in 1...9 { try ledger.take(AssetDraft(tag: "A-\(number)")) }
    let key = try VerifierKey(ledger.store.info().verifierKey)
    let proof = try ledger.store.inclusionProof(of: 4)
    let other = try ledger.store.inclusionProof(of: 5)
    let forged = [
      InclusionProof(
        seq: 5, entry: proof.entry, checkpoint: proof.checkpoint, hashes: proof.hashes),
      InclusionProof(
        seq: 4, entry: other.entry, checkpoint: proof.checkpoint, hashes: proof.hashes),
      InclusionProof(
        seq: 4, entry: proof.entry + " ", checkpoint: proof.checkpoint, hashes: proof.hashes),
      InclusionProof(
        seq: 4, entry: proof.entry, checkpoint: proof.checkpoint,
        hashes: proof.hashes.reversed()),
      InclusionProof(
        seq: 4, entry: proof.entry, checkpoint: proof.checkpoint,
        hashes: proof.hashes.dropLast()),
      InclusionProof(
        seq: 0, entry: proof.entry, checkpoint: proof.checkpoint, hashes: proof.hashes),
      InclusionProof(
        seq: 4, entry: proof.entry,
        checkpoint: try TestLedger().store.checkpoint(), hashes: proof.hashes),
    ]
    for proof in forged {
      let refusal = try fault { _ = try proof.check(with: key) }
      #expect(["proof.wrong", "note.unsigned"].contains(refusal?.code))
    }
  }

  @Test func `numbers that no entry has are refused`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    for seq in [0, -1, 2] {
      #expect(try fault { _ = try ledger.store.inclusionProof(of: seq) }?.code == "entry.unknown")
    }
    #expect(try fault { _ = try ledger.store.consistencyProof(0...2) }?.code == "entry.unknown")
    let growth = try ledger.store.consistencyProof(0...1)
    #expect(growth.hashes.isEmpty)
  }

  @Test func `a proof is read back from its file as it was`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    for file in [
      ProofFile.inclusion(try ledger.store.inclusionProof(of: 1)),
      ProofFile.consistency(try ledger.store.consistencyProof(1...2)),
    ] {
      #expect(try ProofFile(CanonicalJSON.data(file)) == file)
    }
    for text in ["", "{}", #"{"proof":"tallymark-inclusion-9"}"#] {
      #expect(try fault { _ = try ProofFile(Data(text.utf8)) }?.code == "proof.malformed")
    }
  }
}
