// swift-tools-version: 6.2
// The rooms of the house, lowest first. docs/ARCHITECTURE.md says what each is for and
// scripts/check-arrows compares its table with this file and with the import lines.

import PackageDescription

let package = Package(
  name: "tallymark",
  products: [
    .executable(name: "tally", targets: ["tally"]),
    .executable(name: "tallyd", targets: ["tallyd"]),
    .library(name: "GS1", targets: ["GS1"]),
    .library(name: "Barcodes", targets: ["Barcodes"]),
    .library(name: "Imaging", targets: ["Imaging"]),
    .library(name: "Scanning", targets: ["Scanning"]),
    .library(name: "Labels", targets: ["Labels"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // System libraries: a module map and static inlines, nothing else.
    .systemLibrary(name: "CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"])]),
    .systemLibrary(
      name: "CDataMatrix", pkgConfig: "libdmtx", providers: [.apt(["libdmtx-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CFriBidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSync"),

    // C targets: libpng and libjpeg report errors by longjmp, which must not cross a Swift frame;
    // the others keep handlers, rows and planes of their libraries out of Swift.
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("z")]),
    .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
    .target(name: "CTIFF", linkerSettings: [.linkedLibrary("tiff")]),
    .target(name: "CGIF", linkerSettings: [.linkedLibrary("gif")]),
    .target(
      name: "CWebP", linkerSettings: [.linkedLibrary("webp"), .linkedLibrary("webpdemux")]),
    .target(name: "CSpawn"),

    // Common ground.
    .target(name: "Diagnostics"),
    .target(name: "Tabular", dependencies: ["Diagnostics"]),
    .target(name: "GS1", dependencies: ["Diagnostics"]),
    .target(name: "ChildProcesses", dependencies: ["Diagnostics", "CSpawn"]),

    // Codes.
    .target(name: "Barcodes", dependencies: ["Diagnostics", "GS1", "CQRencode"]),
    .target(
      name: "Imaging",
      dependencies: [
        "Diagnostics", "ChildProcesses", "CPNG", "CJPEG", "CTIFF", "CGIF", "CWebP",
      ]),
    .target(
      name: "Text",
      dependencies: ["Diagnostics", "Imaging", "CFreeType", "CHarfBuzz", "CFontconfig", "CFriBidi"]),
    .target(
      name: "Scanning",
      dependencies: [
        "Diagnostics", "ChildProcesses", "GS1", "Imaging", "Barcodes", "CZBar", "CDataMatrix",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Labels",
      dependencies: [
        "Diagnostics", "Tabular", "ChildProcesses", "GS1", "Barcodes", "Imaging", "Text", "CSync",
        "CZlib",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Stock.
    .target(name: "Inventory", dependencies: ["Diagnostics", "GS1"]),
    .target(
      name: "Storage",
      dependencies: [
        "Diagnostics", "CSQLite", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Ledger",
      dependencies: [
        "Diagnostics", "GS1", "Inventory", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Where the arms join.
    .target(
      name: "Intake",
      dependencies: [
        "Diagnostics", "Tabular", "Imaging", "Barcodes", "Text", "Scanning", "Labels",
        "Inventory", "Storage", "Ledger", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Diagnostics", "Tabular", "Inventory", "Storage", "Ledger", "Labels",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Diagnostics", "ChildProcesses", "Tabular", "GS1", "Barcodes", "Imaging", "Text",
        "Scanning", "Labels",
        "Inventory", "Storage", "Ledger", "Intake", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "tally", dependencies: ["Commands"]),

    // The service; nothing that tally is made of stands on it.
    .target(
      name: "LookupService",
      dependencies: [
        "Diagnostics", "GS1", "Barcodes", "Inventory", "Storage", "Ledger", "Reports",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      // In the program itself, so that it is one file wherever it is put.
      resources: [
        "Static/icon.svg", "Static/scan.js", "Static/style.css", "Templates/asset-card.mustache",
        "Templates/asset-list.mustache", "Templates/asset.mustache", "Templates/history.mustache",
        "Templates/layout.mustache", "Templates/location-card.mustache",
        "Templates/location.mustache", "Templates/locations.mustache", "Templates/notice.mustache",
        "Templates/search.mustache", "Templates/stocktakes.mustache",
      ].map { .embedInCode("Pages/\($0)") }),
    .executableTarget(name: "tallyd", dependencies: ["LookupService"]),
    .executableTarget(
      name: "BareRoute",
      dependencies: [
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Benchmarks/BareRoute"),
    .executableTarget(
      name: "LedgerSpeed",
      dependencies: ["CSQLite", "CPostgres", "Inventory", "Storage", "Ledger"],
      path: "Benchmarks/LedgerSpeed"),

    // Tests: one target a room, and one that runs the built program.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "TabularTests", dependencies: ["Diagnostics", "Tabular", "TestSupport"]),
    .testTarget(
      name: "ChildProcessesTests", dependencies: ["Diagnostics", "ChildProcesses", "TestSupport"]),
    .testTarget(name: "GS1Tests", dependencies: ["Diagnostics", "GS1", "TestSupport"]),
    .testTarget(
      name: "BarcodesTests",
      dependencies: ["Diagnostics", "GS1", "Barcodes", "CQRencode", "TestSupport"]),
    .testTarget(name: "ImagingTests", dependencies: ["Diagnostics", "Imaging", "TestSupport"]),
    .testTarget(
      name: "TextTests", dependencies: ["Diagnostics", "Imaging", "Text", "TestSupport"]),
    .testTarget(
      name: "ScanningTests",
      dependencies: ["Diagnostics", "GS1", "Barcodes", "Imaging", "Scanning", "TestSupport"]),
    .testTarget(
      name: "LabelsTests",
      dependencies: [
        "Diagnostics", "Tabular", "Barcodes", "Imaging", "Text", "Labels", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "InventoryTests", dependencies: ["Diagnostics", "Inventory", "TestSupport"],
      exclude: ["Examples"]),
    .testTarget(
      name: "StorageTests", dependencies: ["Diagnostics", "CSQLite", "Storage", "TestSupport"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "CSQLite", "Diagnostics", "GS1", "Inventory", "Storage", "Ledger", "TestSupport",
      ]),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Diagnostics", "Tabular", "GS1", "Barcodes", "Imaging", "Text", "Scanning", "Inventory",
        "Storage", "Ledger", "Intake", "TestSupport",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Diagnostics", "Inventory", "Ledger", "Reports", "TestSupport"]),
    .testTarget(name: "ProgramTests", dependencies: ["tally", "Imaging", "TestSupport"]),
    .testTarget(
      name: "LookupServiceTests",
      dependencies: [
        "tallyd", "tally", "Inventory", "Storage", "Ledger", "LookupService", "TestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
  ]
)

/// One set of rules for every Swift target: strict imports, explicit existentials, no warnings.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
for target in package.targets
where target.type != .system
  && !["CPNG", "CJPEG", "CTIFF", "CGIF", "CWebP", "CSpawn"].contains(target.name)
{
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}

// Tests scan hundreds of pictures and compare hundreds of thousands of symbols, and a photo takes seconds without
// optimisation: these rooms are optimised in debug builds too. SwiftPM takes such flags from the package that is built only, not from one that it has
// fetched for another.
if !Context.packageDirectory.contains("/checkouts/") {
  for target in package.targets
  where ["Barcodes", "BarcodesTests", "Imaging", "Scanning"].contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
}
