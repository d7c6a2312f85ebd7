// The peer of the lookup service: the same framework, one route, a constant body.
//
//   BareRoute PORT BODY-BYTES

import Hummingbird
import Logging
import NIOCore

let port = Int(CommandLine.arguments[1]) ?? 8081
let size = Int(CommandLine.arguments[2]) ?? 512
let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: size)

let router = Router()
router.get("/api/v1/lookups/assets") { _, _ in
  Response(
    status: .ok, headers: [.contentType: "application/json"],
    body: ResponseBody(byteBuffer: body))
}
var logger = Logger(label: "bare")
logger.logLevel = .error
let application = Application(
  router: router,
  configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
  logger: logger)
try await application.runService()
