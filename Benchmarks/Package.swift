// swift-tools-version: 6.1
import PackageDescription

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
      ]),
  ],
  swiftLanguageModes: [.v6]
)
