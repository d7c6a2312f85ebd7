import ArgumentParser
import Ledger

/// `tally ledger prove`.
struct LedgerProve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Proves that an entry stands in the log, or that the log grew.",
    discussion: """
      A number proves that the entry stands in the log as it is now. Two numbers A..B prove that the \
      log of A entries is the beginning of the one of B. Whoever has the ledger's public key checks \
      the proof without the ledger: tally ledger verify --proof.

        tally ledger prove 17 --out entry-17.json
        tally ledger prove 100..217
      """)

  @Argument(help: "SEQ or A..B.")
  var what: ProvenNumbers

  @Option(help: "Write to a file.")
  var out: String?

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let store = try ledger.existing()
    let proof: ProofFile =
      switch what {
      case .entry(let seq): .inclusion(try store.inclusionProof(of: seq))
      case .growth(let sizes): .consistency(try store.consistencyProof(sizes))
      }
    let text = try JSONText.pretty(proof)
    guard let out, out != "-" else { return StandardOutput.line(text) }
    try OutputFile.write(text + "\n", to: out)
  }
}

/// What is to be proven.
enum ProvenNumbers: ExpressibleByArgument {
  case entry(Int)
  case growth(ClosedRange<Int>)

  init?(argument: String) {
    let numbers = argument.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    if numbers.count == 1, let seq = numbers[0] {
      self = .entry(seq)
    } else if numbers.count == 3, argument.contains(".."), let first = numbers[0],
      let second = numbers[2], first <= second
    {
      self = .growth(first...second)
    } else {
      return nil
    }
  }
}
