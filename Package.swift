// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target is built the same way: Swift 6 language mode, `any` spelled out, and each file importing what it names.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The language's targets leave out the checks of exclusive access in release builds: they cost a pipeline a tenth of its time, and debug
/// builds, which the tests run, have them.
///
/// Not the targets that the product Containers reaches: SwiftPM refuses a package by version whose product has an unsafe flag.
let languageSettings: [SwiftSetting] =
    [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))] + settings

/// A target of the language or of the shell.
func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: languageSettings)
}

/// A target that the product Containers reaches.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: excluding, swiftSettings: settings)
}

let package = Package(
    name: "bulkhead",
    products: [
        .executable(name: "bulkhead", targets: ["bulkhead"]),
        .library(name: "Containers", targets: ["Containers"]),
        // For Fuzz/, a package of its own.
        .library(name: "Language", targets: ["SourceText", "Syntax", "Engine"]),
        .library(name: "EngineTestSupport", targets: ["EngineTestSupport"]),
    ],
    targets: [
        // C: variadic and macro-only calls made callable.
        .target(name: "CLinux"),
        .target(name: "CLibedit", linkerSettings: ["edit", "tinfo", "bsd", "md"].map { .linkedLibrary($0) }),
        .target(name: "CInit"),
        .target(name: "CUtilityVM"),
        .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
        .target(name: "CTomMath", linkerSettings: [.linkedLibrary("tommath")]),

        // The language.
        library("SourceText"),
        target("Syntax", ["SourceText"]),
        target("Values", ["SourceText", "CPCRE2", "CTomMath"]),
        target("CmdletKit", ["Values", "SourceText"]),
        target("Engine", ["Syntax", "CmdletKit", "Values", "SourceText", "LinuxSystem"]),
        target("Formatting", ["Values", "SourceText"]),
        target("CoreCmdlets", ["CmdletKit", "Engine", "Formatting", "Values", "Syntax", "SourceText", "LinuxSystem"]),

        // The container engine.
        library("LinuxSystem", ["CLinux"]),
        library("AgentProtocol", ["LinuxSystem", "CUtilityVM"]),
        library("ContainerModel", ["LinuxSystem"]),
        library("ContainerRuntime", ["ContainerModel", "AgentProtocol", "LinuxSystem", "SourceText", "CUtilityVM"]),
        library(
            "Containers", ["ContainerModel", "ContainerRuntime", "LinuxSystem"],
            resources: [.embedInCode("Simulated/hyperv-containers.recording")]),
        target("Agent", ["AgentProtocol", "LinuxSystem", "CUtilityVM"]),
        target(
            "ContainerCmdlets",
            ["CmdletKit", "CoreCmdlets", "Engine", "Formatting", "Values", "SourceText", "Containers", "LinuxSystem"]),
        // A session in a container: both ends and what they say to each other.
        target(
            "Sessions",
            [
                "AgentProtocol", "Values", "CmdletKit", "CoreCmdlets", "ContainerCmdlets", "Containers", "Engine", "Formatting",
                "LineEditing", "SourceText", "LinuxSystem",
            ]),

        // The program.
        target("LineEditing", ["CLibedit", "LinuxSystem", "SourceText"]),
        target(
            "Shell",
            [
                "LineEditing", "Engine", "CmdletKit", "Values", "Syntax", "SourceText", "Formatting", "CoreCmdlets",
                "ContainerCmdlets", "Sessions", "Containers", "AgentProtocol", "LinuxSystem",
            ]),
        .executableTarget(
            name: "bulkhead",
            dependencies: ["Shell", "Containers", "Agent", "AgentProtocol", "LinuxSystem", "CInit"],
            swiftSettings: settings,
            linkerSettings: [
                .unsafeFlags(["-static-executable"]),
                .linkedLibrary("_FoundationCShims"), .linkedLibrary("_FoundationCollections"),
                .linkedLibrary("swiftSynchronization"),
            ]
        ),

        // What the tests share: transcripts of sessions, the shell as a process.
        .target(
            name: "TestSupport", dependencies: ["Containers", "LinuxSystem"], path: "Tests/TestSupport", swiftSettings: settings),
        // A session of the language in memory.
        .target(
            name: "EngineTestSupport",
            dependencies: ["CmdletKit", "CoreCmdlets", "Engine", "Formatting", "LinuxSystem", "SourceText", "Values"],
            path: "Tests/EngineTestSupport", swiftSettings: settings),
        tests("TranscriptTests", ["TestSupport"], excluding: ["Transcripts", "Examples"]),
        tests("ContainerSessionTests", ["TestSupport", "LinuxSystem"], excluding: ["Examples", "Transcripts"]),

        tests("TerminalTests", ["TestSupport", "LinuxSystem"]),

        tests("SourceTextTests", ["SourceText"]),
        tests("SyntaxTests", ["Syntax", "SourceText"]),
        tests("FormattingTests", ["Formatting", "Values"]),
        tests(
            "CoreCmdletsTests",
            ["EngineTestSupport", "CoreCmdlets", "Engine", "CmdletKit", "Formatting", "Values", "SourceText", "LinuxSystem"],
            excluding: ["Transcripts", "Completions"]),
        tests(
            "ContainerCmdletsTests",
            ["ContainerCmdlets", "Sessions", "Containers", "CmdletKit", "LinuxSystem", "Values", "TestSupport"]),
        // A program for the tests of killed processes.
        .executableTarget(
            name: "ContainersDriver", dependencies: ["Containers", "LinuxSystem"], path: "Tests/ContainersDriver",
            swiftSettings: settings),
        tests("SessionsTests", ["Sessions", "AgentProtocol", "CmdletKit", "Engine", "SourceText", "Values", "LinuxSystem"]),
        tests("SimulatedHostTests", ["Containers", "LinuxSystem"]),
        tests("LinuxSystemTests", ["LinuxSystem"]),
        tests("AgentProtocolTests", ["AgentProtocol", "Agent", "LinuxSystem"]),
        tests("UtilityVMTests", ["ContainerModel", "ContainerRuntime", "AgentProtocol", "LinuxSystem"]),
        tests("ContainersTests", ["Containers", "LinuxSystem"]),
    ]
)
