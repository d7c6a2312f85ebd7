/// What a child process may take; a limit of nil is none.
package struct ChildLimits: Sendable, Equatable {
  /// From its start to its end; then its whole process group is killed.
  package var time: Duration?
  /// Bytes of address space; taking more fails in the child (`RLIMIT_AS`).
  package var memoryBytes: Int?
  /// Seconds of processor time; then it gets SIGXCPU (`RLIMIT_CPU`).
  package var cpuSeconds: Int?
  /// Bytes that are taken of its standard output, and bytes of each file that it writes.
  package var outputBytes: Int

  /// Limits; of output 64 MiB unless said otherwise.
  package init(
    time: Duration? = nil, memoryBytes: Int? = nil, cpuSeconds: Int? = nil,
    outputBytes: Int = 64 << 20
  ) {
    (self.time, self.memoryBytes) = (time, memoryBytes)
    (self.cpuSeconds, self.outputBytes) = (cpuSeconds, outputBytes)
  }
}
