// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Intel's decimal library is compared with where it is installed.
let hasIntelDecimal = FileManager.default.fileExists(atPath: "/usr/include/bid_functions.h")
let intelDecimal: [Target] =
  hasIntelDecimal
  ? [.systemLibrary(name: "CIntelDecimal", providers: [.apt(["libintelrdfpmath-dev"])])] : []

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "flowrun", path: "..")],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CSQLite",
        .product(name: "FEEL", package: "flowrun"),
        .product(name: "DMN", package: "flowrun"),
        .product(name: "FlowDSL", package: "flowrun"),
        .product(name: "FlowRuntime", package: "flowrun"),
        .product(name: "FlowStore", package: "flowrun"),
      ] + (hasIntelDecimal ? ["CIntelDecimal"] : [])),
  ] + intelDecimal,
  swiftLanguageModes: [.v6]
)
