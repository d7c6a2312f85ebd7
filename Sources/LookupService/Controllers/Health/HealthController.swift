import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// `/health`, `/alive`, `/metrics`: for those who watch over the service.
struct HealthController: Sendable {
  let store: LedgerStore
  /// Nil where the ledger is no file of this machine.
  let ledgerPath: String?
  let lanes: [BlockingLane]
  /// Where reads wait for a server.
  let lookups: BlockingLane?
  let metrics: ServiceMetrics

  /// Bytes below which a disk counts as full: a commit needs some, a day's log more.
  private static let diskReserve = 64 << 20

  var endpoints: [Endpoint] {
    [.get("/health", health), .get("/alive", alive), .get("/metrics", metricsPage)]
  }

  /// 200 where everything that a request needs is there, else 503, with each component's state.
  @Sendable private func health(
    _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let components = [
      ("database", await head() != nil), ("disk", hasRoom),
      ("queue", lanes.allSatisfy(\.isOpen)),
    ]
    let isWell = components.allSatisfy(\.1)
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.member("status", isWell ? "ok" : "failing")
      json.object("components") { json in
        for (name, isFine) in components {
          json.key(text: name)
          json.value(isFine ? "ok" : "failing")
        }
      }
    }
    return Response(isWell ? .ok : .serviceUnavailable, json: json)
  }

  private func head() async -> Int? { try? await lookups.run { try store.head() } }

  private var hasRoom: Bool {
    guard let ledgerPath else { return true }
    let folder = URL(fileURLWithPath: ledgerPath).deletingLastPathComponent().path
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    guard let free = attributes?[.systemFreeSize] as? Int else { return false }
    return free >= Self.diskReserve
  }

  /// 200 as long as the process answers at all.
  @Sendable private func alive(
    _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    var json = JSONWriter(capacity: 32)
    json.object { $0.member("status", "alive") }
    return Response(json: json)
  }

  @Sendable private func metricsPage(
    _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let text = PrometheusText.of(metrics, ledgerEntries: await head())
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
