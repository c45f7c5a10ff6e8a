// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target is built the same way: Swift 6 language mode, `any` spelled out, and each file importing what it names.
///
/// Release builds leave out the checks of exclusive access when the program runs: they cost a pipeline a tenth of its time, and debug builds,
/// which the tests run, have them.
let settings: [SwiftSetting] = [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// - Parameter transcripts: `Tests` beside the sources has transcripts, which the target's test target plays.
func target(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], transcripts: Bool = false
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: transcripts ? ["Tests"] : [], resources: resources, swiftSettings: settings
    )
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: excluding, swiftSettings: settings)
}

/// A target of cmdlets: those of one of PowerShell's modules. None depends on another one.
func cmdlets(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    target(name, ["CmdletSupport", "Interpreter", "CmdletKit", "Formatting", "Values", "LinuxSystem"] + dependencies)
}

let package = Package(
    name: "bulkhead",
    products: [
        .executable(name: "bulkhead", targets: ["bulkhead"]),
        .library(name: "Containers", targets: ["Containers"]),
        // For Fuzz/, a package of its own.
        .library(name: "Language", targets: ["SourceText", "Syntax", "Interpreter"]),
        .library(name: "EngineTestSupport", targets: ["EngineTestSupport"]),
    ],
    targets: [
        // C: variadic and macro-only calls made callable.
        .target(name: "CLinux"),
        .target(name: "CLibedit", linkerSettings: ["edit", "tinfo", "bsd", "md"].map { .linkedLibrary($0) }),
        .target(name: "CInit"),
        .target(name: "CUtilityVM"),
        .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
        .target(name: "CTypeRegistry"),
        .target(name: "CTomMath", linkerSettings: [.linkedLibrary("tommath")]),

        // The language.
        target("SourceText"),
        target("Syntax", ["SourceText"]),
        target("Values", ["SourceText", "CPCRE2", "CTomMath", "CTypeRegistry"], transcripts: true),
        target("CmdletKit", ["Values", "SourceText", "CTypeRegistry"]),
        target("Formatting", ["Values"]),
        target("Interpreter", ["Syntax", "CmdletKit", "Values", "SourceText", "LinuxSystem", "CTypeRegistry"]),
        target("Concurrency", ["Interpreter", "CmdletKit", "Syntax", "Values", "LinuxSystem"]),
        target("ScriptTypes", ["Concurrency", "Interpreter", "CmdletKit", "Syntax", "Values", "SourceText", "LinuxSystem"]),
        target("Completion", ["Interpreter", "CmdletKit", "Syntax", "Values", "SourceText", "LinuxSystem"]),

        // PowerShell's modules, each with the cmdlets of the one whose name it has.
        target("CmdletSupport", ["Interpreter", "CmdletKit", "Formatting", "Values", "SourceText", "LinuxSystem"]),
        cmdlets("CoreCmdlets", ["Completion", "Concurrency", "Syntax", "SourceText"]),
        cmdlets("UtilityCmdlets", ["Concurrency", "SourceText"]),
        cmdlets("ManagementCmdlets", ["ScriptTypes"]),
        cmdlets("SecurityCmdlets"),
        cmdlets("ArchiveCmdlets"),
        cmdlets("HostCmdlets"),
        cmdlets("ThreadJobCmdlets", ["Concurrency"]),
        target(
            "StandardCmdlets",
            [
                "CoreCmdlets", "UtilityCmdlets", "ManagementCmdlets", "SecurityCmdlets", "ArchiveCmdlets", "HostCmdlets",
                "ThreadJobCmdlets", "CmdletSupport", "ScriptTypes", "Concurrency", "Completion", "Interpreter", "Formatting",
            ]),

        // The container engine.
        target("LinuxSystem", ["CLinux"]),
        target("AgentProtocol", ["LinuxSystem", "CUtilityVM"]),
        target(
            "Containers", ["LinuxSystem", "AgentProtocol", "CUtilityVM"],
            resources: [.embedInCode("Simulated/hyperv-containers.recording")]),
        target("Agent", ["AgentProtocol", "LinuxSystem", "CUtilityVM"]),
        target(
            "Endpoint",
            [
                "AgentProtocol", "CmdletSupport", "Completion", "Interpreter", "CmdletKit", "Formatting", "Values", "SourceText",
                "LinuxSystem",
            ]),
        target(
            "ContainerCmdlets",
            [
                "Containers", "Endpoint", "CmdletSupport", "Completion", "Interpreter", "CmdletKit", "Formatting", "Values",
                "LinuxSystem",
            ]),

        // The program.
        target("LineEditing", ["CLibedit", "LinuxSystem"]),
        target(
            "Shell",
            [
                "LineEditing", "StandardCmdlets", "CoreCmdlets", "CmdletSupport", "ContainerCmdlets", "Containers", "Endpoint",
                "Completion", "Interpreter", "CmdletKit", "Formatting", "Values", "Syntax", "SourceText", "AgentProtocol",
                "LinuxSystem",
            ]),
        .executableTarget(
            name: "bulkhead",
            dependencies: ["Shell", "Containers", "Endpoint", "Agent", "AgentProtocol", "LinuxSystem", "CInit"],
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
            dependencies: [
                "StandardCmdlets", "CmdletSupport", "Interpreter", "CmdletKit", "Formatting", "Values", "SourceText", "LinuxSystem",
            ],
            path: "Tests/EngineTestSupport", swiftSettings: settings),
        tests("TranscriptTests", ["TestSupport"], excluding: ["Transcripts", "Examples"]),
        tests("ContainerSessionTests", ["TestSupport", "LinuxSystem"], excluding: ["Examples", "Transcripts"]),

        tests("TerminalTests", ["TestSupport", "LinuxSystem"]),

        tests("ValuesTests", ["EngineTestSupport", "Interpreter", "TestSupport", "Values"]),
        tests("SyntaxTests", ["Syntax", "SourceText"]),
        tests("FormattingTests", ["Formatting", "Values"]),
        tests("InterpreterTests", ["EngineTestSupport", "Interpreter"]),
        tests("CompletionTests", ["EngineTestSupport", "Completion"], excluding: ["Completions"]),
        tests(
            "StandardCmdletsTests", ["EngineTestSupport", "ContainerCmdlets", "Interpreter", "CmdletKit", "Values"],
            excluding: ["Transcripts"]),
        tests("ContainerCmdletsTests", ["ContainerCmdlets", "Containers", "CmdletKit", "TestSupport"]),
        // A program for the tests of killed processes.
        .executableTarget(
            name: "ContainersDriver", dependencies: ["Containers", "LinuxSystem"], path: "Tests/ContainersDriver",
            swiftSettings: settings),
        tests(
            "EndpointTests",
            ["Endpoint", "AgentProtocol", "CmdletKit", "Interpreter", "SourceText", "Values", "LinuxSystem"]),
        tests("SimulatedHostTests", ["Containers", "LinuxSystem"]),
        tests("LinuxSystemTests", ["LinuxSystem"]),
        tests("AgentProtocolTests", ["AgentProtocol", "Agent", "LinuxSystem"]),
        tests("UtilityVMTests", ["Containers", "AgentProtocol", "LinuxSystem"]),
        tests("ContainersTests", ["Containers", "LinuxSystem"]),
    ]
)
