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

  private func make(_ order: LabelOrder) -> FilledOrder {
    let (labels, refusal) = labels(of: order, verifying: true)
    return FilledOrder(
      order: order, origin: origins.origin(of: order), outcome: .labels(labels), refusal: refusal)
  }

  /// Looks after an order that an earlier run has finished: what isn't there any more is made again.
  private func check(_ order: LabelOrder, _ lines: [[UInt8]]) -> FilledOrder {
    let origin = origins.origin(of: order)
    do throws(LabelFault) {
      let finished = try FinishedOrder(lines, of: order, origin)
      return FilledOrder(
        order: order, origin: origin, outcome: try checked(finished, order),
        refusal: finished.refusal, isListed: true)
    } catch {
      return FilledOrder(order: order, origin: origin, outcome: .unfit(error), isListed: true)
    }
  }

  private func checked(
    _ finished: FinishedOrder, _ order: LabelOrder
  ) throws(LabelFault) -> FilledOrder.Outcome {
    guard !finished.places.isEmpty else { return .kept(finished) }
    let isThere = destination.holds(finished)
    // A font, a picture or this program may have changed, of which no fingerprint tells: now and then
    // a label is drawn again to see whether it still comes out the same.
    guard !isThere || order.row % Self.rowsASample == 1 else { return .kept(finished) }
    let part = order.with(order.copies.prefix(finished.places.count))
    let (labels, refusal) = labels(of: part, verifying: false)
    if let refusal { throw refusal }
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

  /// The labels of an order up to the first that can't be made, and why that one can't.
  private func labels(
    of order: LabelOrder, verifying: Bool
  ) -> (labels: [MadeLabel], refusal: LabelFault?) {
    var labels: [MadeLabel] = []
    do throws(LabelFault) {
      let row = try order.content.get()
      // Copies that are numbered are labels of their own.
      var copies = order.copies
      while !copies.isEmpty {
        let part = order.number == nil ? copies : copies.prefix(1)
        labels.append(try label(row, order.with(part), verifying))
        copies = copies.dropFirst(part.count)
      }
      return (labels, nil)
    } catch { return (labels, error) }
  }

  /// One label, for all copies of an order.
  private func label(
    _ row: TableRow?, _ order: LabelOrder, _ verifying: Bool
  ) throws(LabelFault) -> MadeLabel {
    do throws(LabelFault) {
      return try unnamedLabel(row, order, verifying)
    } catch { throw error.naming(order.nameOfCopies) }
  }

  private func unnamedLabel(
    _ row: TableRow?, _ order: LabelOrder, _ verifying: Bool
  ) throws(LabelFault) -> MadeLabel {
    let counter = order.number.map(String.init)
    let values = try resolver.resolve {
      $0 == FieldRule.counterName && counter != nil ? counter : row?[$0]
    }
    let names = try names(values, order.copies)
    let arranged = try renderer.arrange(values)
    let verified = verifying ? try verify(arranged) : nil
    let (bytes, images) = try encoder.encode(arranged)
    return MadeLabel(
      copies: order.copies, number: order.number, names: names, bytes: bytes, images: images,
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
