/// What takes the labels of a batch, in the order of the rows, on the thread that collects them.
protocol LabelOutput: AnyObject {
  /// Writing that needs no order, to be done on a worker.
  typealias Writing = @Sendable () throws(LabelFault) -> Void

  /// Gives each copy of a label its place; nothing is written yet.
  ///
  /// - Throws: a fault that refuses the row.
  func place(_ label: MadeLabel, of order: LabelOrder) throws(LabelFault) -> [LabelPlace]

  /// Writes what was placed, or says how a worker can do it while others come.
  ///
  /// - Throws: a fault that ends the batch: what can't be written now won't be written by trying the
  ///   next.
  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing?

  /// Sees to it that all that was written outlasts a loss of power.
  func finish() throws(LabelFault)
}
