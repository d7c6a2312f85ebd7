import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import LookupService
import NIOCore
import Storage
import TestSupport

/// The service of `buildApplication`, without a socket: requests go straight to the router.
struct InProcessService {
  private let folder: TemporaryFolder
  private let application: any ApplicationProtocol

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("ledger.sqlite")
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .debug
    application = try buildApplication(
      ServiceSettings(operatorName: "ann"), store: try SmallLedger.make(at: path),
      ledgerPath: path, logger: logger)
  }

  func run(_ test: @Sendable (RouterClient) async throws -> Void) async throws {
    try await application.test(.router) { try await test(RouterClient(client: $0)) }
  }
}

/// Sends requests to the router.
struct RouterClient: Sendable {
  fileprivate let client: any TestClientProtocol

  func get(_ target: String) async throws -> HTTPAnswer { try await request(.get, target) }

  func post(_ target: String, _ body: String) async throws -> HTTPAnswer {
    try await request(.post, target, [.contentType: "application/json"], body)
  }

  func request(
    _ method: HTTPRequest.Method, _ target: String, _ headers: HTTPFields = [:],
    _ body: String? = nil
  ) async throws -> HTTPAnswer {
    let response = try await client.executeRequest(
      uri: target, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    return HTTPAnswer(
      status: response.status.code,
      fields: response.headers.map { ($0.name.rawName, $0.value) },
      body: Array(response.body.readableBytesView))
  }
}
