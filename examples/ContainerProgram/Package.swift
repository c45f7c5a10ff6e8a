// swift-tools-version: 6.1
import PackageDescription

// From this checkout; with BULKHEAD_REPOSITORY set to a repository's URL, by version as any other package.
let bulkhead: Package.Dependency =
    if let repository = Context.environment["BULKHEAD_REPOSITORY"] {
        .package(url: repository, from: "0.1.0")
    } else {
        .package(name: "bulkhead", path: "../..")
    }

let package = Package(
    name: "ContainerProgram",
    dependencies: [bulkhead],
    targets: [
        .executableTarget(name: "ContainerProgram", dependencies: [.product(name: "Containers", package: "bulkhead")])
    ]
)
