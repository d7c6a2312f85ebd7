/// What a worker may take for a picture before it costs that picture.
package struct WorkerLimits: Sendable {
  /// Bytes of address space of the process: pixels, libraries and all.
  package let memoryBytes: Int
  /// For a picture, on the clock.
  package let time: Duration

  package init(memoryBytes: Int, time: Duration) {
    (self.memoryBytes, self.time) = (memoryBytes, time)
  }
}
