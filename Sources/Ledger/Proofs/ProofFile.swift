package import Foundation

/// A proof as it is written to a file: JSON that says which kind it is.
package enum ProofFile: Sendable, Equatable {
  case inclusion(InclusionProof)
  case consistency(ConsistencyProof)

  /// The names of the kinds; the number changes with the form.
  private enum Kind: String, Codable {
    case inclusion = "tallymark-inclusion-1"
    case consistency = "tallymark-consistency-1"
  }

  /// Reads a file.
  ///
  /// - Throws: `LedgerFault` `proof.malformed`.
  package init(_ data: Data) throws(LedgerFault) {
    do {
      self = try JSONDecoder().decode(ProofFile.self, from: data)
    } catch {
      throw LedgerFault(
        code: "proof.malformed",
        message: "The file is no proof: it must be the JSON that tally ledger prove prints, whole "
          + "and of this version.")
    }
  }

  static func hashes(_ texts: [String]) throws(LedgerFault) -> [LogHash] {
    var hashes: [LogHash] = []
    for text in texts {
      guard let hash = LogHash(base64: text) else {
        throw LedgerFault(
          code: "proof.malformed",
          message: "The proof is damaged: one of its hashes isn't 32 bytes in base64.")
      }
      hashes.append(hash)
    }
    return hashes
  }
}

extension ProofFile: Codable {
  private enum CodingKeys: String, CodingKey { case proof }

  package init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .proof) {
    case .inclusion: self = .inclusion(try InclusionProof(from: decoder))
    case .consistency: self = .consistency(try ConsistencyProof(from: decoder))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .inclusion(let proof):
      try container.encode(Kind.inclusion, forKey: .proof)
      try proof.encode(to: encoder)
    case .consistency(let proof):
      try container.encode(Kind.consistency, forKey: .proof)
      try proof.encode(to: encoder)
    }
  }
}
