// swift-tools-version: 6.1
import PackageDescription

/// The fuzz targets: a package of their own, so that the shell's build knows nothing of libFuzzer. `Fuzz/run` builds and runs them.
let settings: [SwiftSetting] = [
    // libFuzzer brings `main`.
    .unsafeFlags(["-parse-as-library"]),
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "bulkhead", path: "..")],
    targets: [
        .executableTarget(
            name: "ParserFuzz", dependencies: [.product(name: "Language", package: "bulkhead")], path: "ParserFuzz",
            swiftSettings: settings),
        .executableTarget(
            name: "RunFuzz",
            dependencies: [
                .product(name: "Language", package: "bulkhead"), .product(name: "EngineTestSupport", package: "bulkhead"),
            ], path: "RunFuzz", swiftSettings: settings),
    ]
)
