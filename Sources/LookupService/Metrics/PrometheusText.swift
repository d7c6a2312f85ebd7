/// What was counted, as Prometheus reads it (text format 0.0.4).
struct PrometheusText {
  private(set) var text = ""

  static func of(_ metrics: ServiceMetrics, ledgerEntries: Int?) -> String {
    let (requests, scanEvents) = metrics.snapshot()
    var page = PrometheusText()
    page.head("tallymark_http_requests_total", "counter", "Requests answered.")
    for (kind, durations) in requests {
      page.line("tallymark_http_requests_total", kind.labels, durations.count)
    }
    page.durations(requests)
    page.head("tallymark_scan_events_total", "counter", "Scan events by what became of them.")
    for (result, count) in scanEvents {
      page.line("tallymark_scan_events_total", [("result", result)], count)
    }
    if let ledgerEntries {
      page.head("tallymark_ledger_entries", "gauge", "Entries in the log of the ledger.")
      page.line("tallymark_ledger_entries", [], ledgerEntries)
    }
    return page.text
  }

  private mutating func durations(_ requests: [(ServiceMetrics.Kind, ServiceMetrics.Durations)]) {
    let name = "tallymark_http_request_duration_seconds"
    head(name, "histogram", "From the whole head of a request to its answer.")
    for (kind, durations) in requests {
      var below = 0
      for (bucket, count) in durations.buckets.enumerated() {
        below += count
        let bound =
          bucket < ServiceMetrics.bounds.count ? "\(ServiceMetrics.bounds[bucket])" : "+Inf"
        line("\(name)_bucket", kind.labels + [("le", bound)], below)
      }
      line("\(name)_sum", kind.labels, durations.seconds)
      line("\(name)_count", kind.labels, below)
    }
  }

  private mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func line(_ name: String, _ labels: [(String, String)], _ value: some Numeric) {
    let inner = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    text += "\(name)\(inner.isEmpty ? "" : "{\(inner)}") \(value)\n"
  }

  private static func escaped(_ label: String) -> String {
    label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

extension ServiceMetrics.Kind {
  fileprivate var labels: [(String, String)] {
    [("method", method), ("route", route), ("status", "\(status)")]
  }
}
