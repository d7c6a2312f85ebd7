import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// `/crops/{hash}.png`: the pictures that prove sightings.
struct CropController: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  @Sendable func png(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let hash = try context.name("hash")
    guard let crop = try await reads.run({ [store] in try store.crop("sha256:" + hash) }) else {
      throw Problem(.notFound, "crop.unknown", "The ledger keeps no crop of this hash.")
    }
    return Response(
      status: .ok, headers: Self.headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: crop.png)))
  }

  /// What is addressed by its hash never changes.
  private static let headers: HTTPFields = [
    .contentType: "image/png", .cacheControl: "private, max-age=31536000, immutable",
  ]
}
