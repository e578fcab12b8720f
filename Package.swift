// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "flowrun",
  products: [
    .library(name: "FEEL", targets: ["FEEL"]),
    .library(name: "DMN", targets: ["DMN"]),
    .library(name: "FlowDSL", targets: ["FlowDSL"]),
    .library(name: "FlowRuntime", targets: ["FlowRuntime"]),
    .library(name: "FlowStore", targets: ["FlowStore"]),
    .library(name: "FlowDocuments", targets: ["FlowDocuments"]),
    .library(name: "FlowIndicators", targets: ["FlowIndicators"]),
    .executable(name: "flowrun", targets: ["flowrun"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "FEEL"),
    .target(name: "DMN", dependencies: ["FEEL"]),
    .target(
      name: "FlowDSL",
      dependencies: ["CYAML", "FEEL", "DMN", .product(name: "Crypto", package: "swift-crypto")],
      resources: [.copy("Words")]),
    .target(
      name: "FlowDirectory",
      dependencies: ["FEEL", "FlowDSL", .product(name: "SwiftCSV", package: "SwiftCSV")]),
    .target(
      name: "FlowRuntime",
      dependencies: ["FEEL", "DMN", "FlowDSL", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "FlowStore",
      dependencies: [
        "FlowRuntime", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "FlowDocuments",
      dependencies: [
        "FEEL", "FlowDSL", "FlowDirectory", "FlowRuntime",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.copy("Words")]),
    .target(name: "FlowIndicators", dependencies: ["FEEL", "FlowDSL", "FlowRuntime"]),
    .executableTarget(
      name: "flowrun",
      dependencies: [
        "FEEL", "DMN", "FlowDSL", "FlowDirectory", "FlowDocuments", "FlowIndicators", "FlowRuntime",
        "FlowStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("Words")]),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(name: "FEELTests", dependencies: ["FEEL", "AllocationCounter"]),
    .testTarget(name: "DMNTests", dependencies: ["DMN", "FEEL"], exclude: ["conformance.txt"]),
    .testTarget(
      name: "FlowDSLTests", dependencies: ["FlowDSL", "FEEL", "DMN"],
      exclude: ["Checks", "Diagnostics", "Pictures", "Printed", "Protocol"]),
    .testTarget(name: "FlowDirectoryTests", dependencies: ["FlowDirectory", "FEEL", "FlowDSL"]),
    .testTarget(name: "FlowRuntimeTests", dependencies: ["FlowRuntime", "FEEL", "FlowDSL"]),
    .testTarget(
      name: "FlowDocumentsTests",
      dependencies: ["FlowDocuments", "FEEL", "FlowDSL", "FlowDirectory", "FlowRuntime"],
      exclude: ["Golden"]),
    .testTarget(
      name: "FlowIndicatorsTests", dependencies: ["FlowIndicators", "FEEL", "FlowDSL", "FlowRuntime"]),
    .testTarget(
      name: "FlowStoreTests", dependencies: ["FlowStore", "FEEL", "FlowDSL", "FlowRuntime"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "flowrunTests",
      dependencies: [
        "flowrun", "FEEL", "DMN", "FlowDSL", "FlowDirectory", "FlowDocuments", "FlowRuntime", "FlowStore",
      ],
      exclude: ["Board", "Flows", "Golden", "Journals"]),
  ],
  swiftLanguageModes: [.v6]
)
