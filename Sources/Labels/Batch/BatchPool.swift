import Dispatch
import Synchronization
import Tabular

/// The workers of a batch, each on a thread of its own while a window is worked on.
struct BatchPool {
  /// Each worker is used by the one job of its number; the lock is what proves that.
  private let workers: [Lane]

  private final class Lane: Sendable {
    let worker: Mutex<BatchWorker>
    init(_ worker: sending BatchWorker) { self.worker = Mutex(worker) }
  }

  /// Opens the fonts of each worker.
  init(
    _ template: LabelTemplate, jobs: Int, copies: Int, verifier: LabelBatch.Verifier?
  ) throws(TemplateFault) {
    var workers: [Lane] = []
    for _ in 0..<jobs {
      let renderer = try LabelRenderer(template)
      workers.append(
        Lane(BatchWorker(renderer: renderer, copies: copies, verifier: verifier)))
    }
    self.workers = workers
  }

  /// The labels of a window, in its order.
  func render(_ window: [Result<TableRow, TableFault>]) -> [BatchRow] {
    spread(window) { row, lane in lane.worker.withLock { $0.work(row) } }
  }

  /// Writes the pictures of a window.
  ///
  /// - Throws: `label.unwritable`: what can't be written now won't be written by trying the next.
  func write(_ rows: [BatchRow], into folder: String) throws(LabelFault) {
    let faults = spread(rows) { row, _ -> LabelFault? in
      guard case .success(let picture) = row.outcome else { return nil }
      do throws(LabelFault) {
        for file in picture.files { try OutputFile("\(folder)/\(file)").write(picture.png) }
        return nil
      } catch { return error }
    }
    for case let fault? in faults { throw fault }
  }

  /// Does something with each item, each job with its share, and returns the results in order.
  private func spread<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item, Lane) -> Result
  ) -> [Result] {
    let workers = workers
    let results = Mutex([[Result]](repeating: [], count: workers.count))
    DispatchQueue.concurrentPerform(iterations: workers.count) { job in
      let own = stride(from: job, to: items.count, by: workers.count)
        .map { body(items[$0], workers[job]) }
      results.withLock { $0[job] = own }
    }
    let lanes = results.withLock { $0 }
    return items.indices.map { lanes[$0 % workers.count][$0 / workers.count] }
  }
}
