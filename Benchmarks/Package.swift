// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "flowrun", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "FEEL", package: "flowrun"),
        .product(name: "DMN", package: "flowrun"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
