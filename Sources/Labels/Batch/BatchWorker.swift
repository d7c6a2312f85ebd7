import Barcodes
import Crypto
import Diagnostics
import Tabular

/// Makes the labels of a batch, one order after the other; one a thread.
struct BatchWorker {
  private let renderer: LabelRenderer
  private let resolver: FieldResolver
  private let encoder: LabelEncoder
  private let destination: LabelDestination
  private let verifier: LabelBatch.Verifier?
  private let origins: LabelOrigins
  /// Whether each copy has a number of its own in its file's name.
  private let numbersFiles: Bool

  /// Opens the fonts.
  init(
    _ template: LabelTemplate, _ settings: LabelBatch.Settings, _ destination: LabelDestination,
    uses: PDFFontUses
  ) throws(TemplateFault) {
    renderer = try LabelRenderer(template)
    resolver = FieldResolver(template.fields)
    encoder = try LabelEncoder(destination.format, renderer, uses: uses)
    self.destination = destination
    verifier = settings.verifier
    origins = LabelOrigins(template, settings, destination.format)
    numbersFiles = template.isCounting && template.fileName.uses(template.fields.count - 1)
  }

  func work(_ task: BatchTask) -> FilledOrder {
    switch task {
    case .make(let order): make(order)
    case .check(let order, let lines): check(order, lines)
    case .skip(let order):
      FilledOrder(
        order: order, origin: origins.origin(of: order), outcome: .dropped, isListed: true)
    }
  }

  /// The labels of an order, or why there are none.
  private func make(_ order: LabelOrder) -> FilledOrder {
    let origin = origins.origin(of: order)
    do throws(LabelFault) {
      return FilledOrder(
        order: order, origin: origin, outcome: .labels(try labels(of: order, verifying: true)))
    } catch {
      return FilledOrder(order: order, origin: origin, outcome: .refused(error))
    }
  }

  /// Looks after an order that an earlier run has finished: what isn't there any more is made again.
  private func check(_ order: LabelOrder, _ lines: [[UInt8]]) -> FilledOrder {
    let origin = origins.origin(of: order)
    let outcome: FilledOrder.Outcome
    do throws(LabelFault) {
      outcome = try checked(FinishedOrder(lines, of: order, origin), order)
    } catch {
      outcome = .unfit(error)
    }
    return FilledOrder(order: order, origin: origin, outcome: outcome, isListed: true)
  }

  private func checked(
    _ finished: FinishedOrder, _ order: LabelOrder
  ) throws(LabelFault) -> FilledOrder.Outcome {
    if let refusal = finished.refusal { return .refused(refusal) }
    let isThere = destination.holds(finished)
    // A font, a picture or this program may have changed, of which no fingerprint tells: now and then
    // a label is drawn again to see whether it still comes out the same.
    guard !isThere || order.row % Self.rowsASample == 1 else { return .kept(finished) }
    let labels = try labels(of: order, verifying: false)
    let names = labels.flatMap(\.names)
    guard labels.flatMap({ label in label.copies.map { _ in label.sha256 } }) == finished.hashes,
      names.isEmpty || names == finished.places.map(\.file)
    else {
      throw .changed(
        "The label of \(order.name) doesn't come out as it did: a font, a picture or the program has "
          + "changed.")
    }
    return isThere ? .kept(finished) : .labels(labels)
  }

  private static let rowsASample = 100

  /// Copies that are numbered are labels of their own.
  private func labels(
    of order: LabelOrder, verifying: Bool
  ) throws(LabelFault) -> [MadeLabel] {
    let row = try order.content.get()
    guard !order.copies.isEmpty else { return [] }
    do throws(LabelFault) {
      guard let first = order.number else { return [try label(row, nil, order.copies, verifying)] }
      var labels: [MadeLabel] = []
      for copy in order.copies {
        let number = first + copy - order.copies.lowerBound
        labels.append(try label(row, number, copy..<copy + 1, verifying))
      }
      return labels
    } catch { throw error.naming(order.name) }
  }

  private func label(
    _ row: TableRow?, _ number: Int?, _ copies: Range<Int>, _ verifying: Bool
  ) throws(LabelFault) -> MadeLabel {
    let counter = number.map(String.init)
    let values = try resolver.resolve {
      $0 == FieldRule.counterName && counter != nil ? counter : row?[$0]
    }
    let names = try names(values, copies)
    let arranged = try renderer.arrange(values)
    let verified = verifying ? try verify(arranged) : nil
    let (bytes, images) = try encoder.encode(arranged)
    return MadeLabel(
      copies: copies, number: number, names: names, bytes: bytes, images: images,
      sha256: SHA256.hash(data: bytes).withUnsafeBytes { Hex.text($0) }, codes: arranged.codes,
      verified: verified)
  }

  private func names(
    _ values: [String], _ copies: Range<Int>
  ) throws(LabelFault) -> [String] {
    guard destination.hasFileEachLabel else { return [] }
    let name = try FileName.safe(renderer.template.fileName.resolve(values))
    return copies.map { FileName.ofCopy(numbersFiles ? 1 : $0, name, encoder.format) }
  }

  private func verify(_ label: ArrangedLabel) throws(LabelFault) -> Bool? {
    guard let verifier else { return nil }
    let verified: Bool?
    do {
      verified = try verifier(renderer.bitmap(of: label), label.codes)
    } catch {
      throw .unverified("the label can't be read again: \(error)")
    }
    guard verified != false else {
      let codes = label.codes.map { "\($0.symbology.rawValue) \(SafeText.quoted($0.text))" }
      throw .unverified("not all of its codes came back: \(codes.joined(separator: ", ")).")
    }
    return verified
  }
}

extension LabelFault {
  static let unverifiedCode = "label.unverified"

  fileprivate static func unverified(_ message: String) -> LabelFault {
    LabelFault(code: unverifiedCode, message: message)
  }
}
