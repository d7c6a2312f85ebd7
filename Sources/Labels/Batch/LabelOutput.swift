/// What takes the labels of a batch, in the order of the rows, on the thread that collects them.
protocol LabelOutput: AnyObject {
  /// Writing that needs no order, to be done on a worker.
  typealias Writing = @Sendable () throws(LabelFault) -> Void

  /// Gives copies of an order's labels their places, up to one that ends the row; nothing is written
  /// yet.
  func place(_ labels: [MadeLabel], of order: LabelOrder) -> PlacedCopies

  /// Leaves to labels of an earlier run the places that they have.
  func keep(_ places: [LabelPlace], of order: LabelOrder)

  /// Writes what was placed, or says how a worker can do it while others come.
  ///
  /// - Throws: a fault that ends the batch: what can't be written now won't be written by trying the
  ///   next.
  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing?

  /// How many copies of the orders whose writing failed went out nevertheless, for good.
  var copiesOut: Int { get }

  /// Sees to it that all that was written outlasts a loss of power.
  ///
  /// - Parameter isComplete: whether all orders were seen.
  func finish(isComplete: Bool) throws(LabelFault)
}

extension LabelOutput {
  /// What is in files is made anew, so nothing has to be known of it.
  var copiesOut: Int { 0 }
}
