/// A batch under way: what is being drawn, what is being written, and what is told in the manifest.
///
/// Orders go through three stations, a chunk at a time. Workers draw and encode them; in the order of
/// the rows they get their places; then they are written, files again by workers, and listed.
struct BatchRun: ~Copyable {
  private typealias Listing = Result<[UInt8], LabelFault>

  private struct Chunk {
    let orders: [FilledOrder]
    let listing: PendingWork<Listing>
  }

  private var orders: LabelOrders
  private let output: any LabelOutput
  private let manifest: ManifestFile
  private let pool: BatchPool
  private let sizes: ChunkSizes
  private var drawing: [PendingWork<[FilledOrder]>] = []
  /// Has its places, and waits to be registered with others.
  private var placed: [[FilledOrder]] = []
  private var lastRegistration = ContinuousClock.now
  private var writing: [Chunk] = []
  private var isExhausted = false
  private var isStopped = false
  /// What went out of a chunk whose writing failed.
  private var cutShort: [FilledOrder] = []
  /// The last row that was refused: what is left of its copies is dropped.
  private var refusedRow: Int?
  private var done = LabelBatch.Progress()

  init(
    _ source: LabelSource, _ batch: borrowing LabelBatch, output: any LabelOutput,
    manifest: ManifestFile, pool: BatchPool
  ) {
    orders = LabelOrders(
      source, batch.template, copies: batch.settings.copies, firstNumber: batch.settings.firstNumber
    )
    sizes = ChunkSizes(batch.template, batch.settings, batch.destination)
    (self.output, self.manifest, self.pool) = (output, manifest, pool)
  }

  deinit { pool.close() }

  mutating func finish(
    shouldStop: () -> Bool, register: LabelBatch.Registrar?, report: (LabelFault) -> Void,
    progress: (LabelBatch.Progress) -> Void
  ) throws -> LabelBatch.Progress {
    do {
      try work(shouldStop: shouldStop, register: register, report: report, progress: progress)
      try output.finish(isComplete: !isStopped)
      try manifest.finish(isComplete: !isStopped)
      return done
    } catch {
      giveUp()
      throw error
    }
  }

  private mutating func work(
    shouldStop: () -> Bool, register: LabelBatch.Registrar?, report: (LabelFault) -> Void,
    progress: (LabelBatch.Progress) -> Void
  ) throws {
    repeat {
      if !isExhausted, shouldStop() { (isExhausted, isStopped) = (true, true) }
      try drawAhead()
      if !drawing.isEmpty { try place(pool.result(of: drawing.removeFirst())) }
      try registerPlaced(register)
      while let chunk = writing.first, drawing.isEmpty || pool.isDone(chunk.listing) {
        try list(chunk, report: report)
        writing.removeFirst()
        progress(done)
      }
    } while !(isExhausted && drawing.isEmpty && placed.isEmpty && writing.isEmpty)
  }

  /// Lists what was written before something went wrong.
  private func giveUp() {
    for chunk in writing {
      guard case .success(let lines) = pool.result(of: chunk.listing),
        (try? manifest.add(lines)) != nil
      else { return manifest.giveUp() }
    }
    var lines = ManifestLines()
    for order in cutShort { lines.add(order) }
    // What went wrong first is what is told.
    try? manifest.add(lines.bytes)
    manifest.giveUp()
  }

  /// Hands over rows until workers have enough to do, whatever the collector is waiting for.
  private mutating func drawAhead() throws(LabelFault) {
    while !isExhausted, drawing.count + writing.count < sizes.chunksUnderWay {
      var chunk: [BatchTask] = []
      var labels = 0
      while labels < sizes.labels {
        guard let order = orders.next() else {
          isExhausted = true
          break
        }
        chunk += try manifest.tasks(for: order)
        labels += sizes.cost(of: order)
      }
      guard !chunk.isEmpty else { return }
      drawing.append(pool.start { [chunk] worker in chunk.map(worker.work) })
    }
  }

  private mutating func place(_ filled: [FilledOrder]) throws(LabelFault) {
    var chunk = filled
    for index in chunk.indices { try place(&chunk[index]) }
    placed.append(chunk)
  }

  /// Registers what has its places, and goes on with it; a commit is shared by many labels.
  private mutating func registerPlaced(_ register: LabelBatch.Registrar?) throws {
    guard !placed.isEmpty else { return }
    if let register {
      let labels = placed.joined().flatMap(\.registered)
      let isDue =
        labels.count >= Self.labelsACommit || drawing.isEmpty
        || ContinuousClock.now - lastRegistration > .milliseconds(250)
      guard isDue else { return }
      if !labels.isEmpty { try register(labels) }
      lastRegistration = .now
    }
    let chunks = placed
    placed = []
    for chunk in chunks { try write(chunk) }
  }

  private static let labelsACommit = 1000

  private mutating func write(_ chunk: [FilledOrder]) throws(LabelFault) {
    let writing: LabelOutput.Writing?
    do throws(LabelFault) {
      writing = try output.write(chunk)
    } catch {
      cutShort = chunk.first(output.copiesOut)
      throw error
    }
    let listing = pool.start { _ -> Listing in
      do throws(LabelFault) {
        try writing?()
        var lines = ManifestLines()
        for order in chunk where !order.isListed { lines.add(order) }
        return .success(lines.bytes)
      } catch { return .failure(error) }
    }
    self.writing.append(Chunk(orders: chunk, listing: listing))
  }

  private mutating func place(_ filled: inout FilledOrder) throws(LabelFault) {
    guard refusedRow != filled.order.row else {
      (filled.outcome, filled.refusal) = (.dropped, nil)
      return
    }
    switch filled.outcome {
    case .labels(let labels):
      let placed = output.place(labels, of: filled.order)
      filled.places = placed.places
      if let fault = placed.refusal {
        filled.outcome = .labels(labels.first(placed.places.count))
        filled.refusal = fault.naming(filled.order.name)
      }
    case .kept(let finished):
      filled.places = finished.places
      output.keep(finished.places, of: filled.order)
    case .unfit(let fault): throw fault
    case .dropped: break
    }
    if filled.refusal != nil { refusedRow = filled.order.row }
  }

  /// What is in the manifest is written; so the manifest comes after the labels.
  private mutating func list(
    _ chunk: Chunk, report: (LabelFault) -> Void
  ) throws(LabelFault) {
    try manifest.add(pool.result(of: chunk.listing).get())
    for order in chunk.orders { done.count(order, report: report) }
  }
}

extension LabelBatch.Progress {
  fileprivate mutating func count(_ filled: FilledOrder, report: (LabelFault) -> Void) {
    if filled.order.isLastOfRow { rows += 1 }
    labels += filled.places.count
    guard let fault = filled.refusal else { return }
    failed += 1
    report(fault)
  }
}
