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
/// - Parameter transcripts: `Tests` beside the sources has transcripts, which the target's test target plays.
func target(_ name: String, _ dependencies: [Target.Dependency] = [], transcripts: Bool = false) -> Target {
    .target(name: name, dependencies: dependencies, exclude: transcripts ? ["Tests"] : [], swiftSettings: languageSettings)
}

/// A target that the product Containers reaches.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: excluding, swiftSettings: settings)
}

/// A target of cmdlets: those of one of PowerShell's modules. None depends on another one.
func cmdlets(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    target(
        name, ["CmdletSupport", "Interpreter", "CmdletKit", "Formatting", "Values", "LinuxSystem"] + dependencies, transcripts: true
    )
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
        library("SourceText"),
        target("Syntax", ["SourceText"]),
        target("Values", ["SourceText", "CPCRE2", "CTomMath", "CTypeRegistry"], transcripts: true),
        target("CmdletKit", ["Values", "SourceText", "CTypeRegistry"]),
        target("Formatting", ["Values", "SourceText"], transcripts: true),
        target("Interpreter", ["Syntax", "CmdletKit", "Values", "SourceText", "LinuxSystem", "CTypeRegistry"], transcripts: true),
        target("Concurrency", ["Interpreter", "CmdletKit", "Syntax", "Values", "LinuxSystem"], transcripts: true),
        target(
            "ScriptTypes", ["Concurrency", "Interpreter", "CmdletKit", "Syntax", "Values", "SourceText", "LinuxSystem"],
            transcripts: true),
        target("Completion", ["Interpreter", "CmdletKit", "Syntax", "Values", "SourceText", "LinuxSystem"], transcripts: true),

        // PowerShell's modules, each with the cmdlets of the one whose name it has.
        target("CmdletSupport", ["Interpreter", "CmdletKit", "Formatting", "Values", "SourceText", "LinuxSystem"]),
        cmdlets("CoreCmdlets", ["Completion", "Concurrency", "Syntax", "SourceText"]),
        cmdlets("UtilityCmdlets", ["ScriptTypes", "Concurrency", "SourceText"]),
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
            [
                "Containers", "CmdletSupport", "Completion", "Interpreter", "CmdletKit", "Formatting", "Values", "SourceText",
                "LinuxSystem",
            ], transcripts: true),
        // A session in a container: both ends and what they say to each other.
        target(
            "Sessions",
            [
                "AgentProtocol", "CmdletSupport", "ContainerCmdlets", "Containers", "Completion", "Interpreter", "CmdletKit",
                "Formatting", "LineEditing", "Values", "SourceText", "LinuxSystem",
            ]),

        // The program.
        target("LineEditing", ["CLibedit", "LinuxSystem", "SourceText"]),
        target(
            "Shell",
            [
                "LineEditing", "StandardCmdlets", "CoreCmdlets", "CmdletSupport", "ContainerCmdlets", "Sessions", "Containers",
                "Completion", "Interpreter", "CmdletKit", "Formatting", "Values", "Syntax", "SourceText", "AgentProtocol",
                "LinuxSystem",
            ], transcripts: true),
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
            dependencies: [
                "StandardCmdlets", "CmdletSupport", "Interpreter", "CmdletKit", "Formatting", "Values", "SourceText", "LinuxSystem",
            ],
            path: "Tests/EngineTestSupport", swiftSettings: settings),
        tests("ContainerSessionTests", ["TestSupport", "LinuxSystem"], excluding: ["Examples", "Transcripts"]),
        tests("TerminalTests", ["TestSupport", "LinuxSystem"]),
        tests(
            "CoverageTests", ["TestSupport", "EngineTestSupport", "ContainerCmdlets", "Interpreter", "CmdletKit", "Values"]),

        // The links and the map of docs/.
        tests("DocumentationTests", []),

        // One for each target: the transcripts beside its sources, and what no transcript reaches.
        tests("SourceTextTests", ["SourceText"]),
        tests("SyntaxTests", ["Syntax", "SourceText"]),
        tests("ValuesTests", ["EngineTestSupport", "Interpreter", "TestSupport", "Values"]),
        tests("CmdletKitTests", ["CmdletKit", "Values"]),
        tests("FormattingTests", ["TestSupport", "Formatting", "Values"]),
        tests("InterpreterTests", ["TestSupport", "EngineTestSupport", "Interpreter"]),
        tests("ConcurrencyTests", ["TestSupport", "LinuxSystem"]),
        tests("ScriptTypesTests", ["TestSupport"]),
        tests("CompletionTests", ["TestSupport", "EngineTestSupport", "Completion"], excluding: ["Completions"]),
        tests("CmdletSupportTests", ["CmdletSupport"]),
        tests("CoreCmdletsTests", ["TestSupport"]),
        tests("UtilityCmdletsTests", ["TestSupport", "EngineTestSupport"]),
        tests("ManagementCmdletsTests", ["TestSupport"]),
        tests("SecurityCmdletsTests", ["TestSupport", "EngineTestSupport"]),
        tests("ArchiveCmdletsTests", ["TestSupport"]),
        tests("HostCmdletsTests", ["TestSupport"]),
        tests("ThreadJobCmdletsTests", ["TestSupport"]),
        tests(
            "StandardCmdletsTests",
            ["EngineTestSupport", "ContainerCmdlets", "CmdletSupport", "Interpreter", "CmdletKit", "Values"]),
        tests(
            "ContainerCmdletsTests",
            ["ContainerCmdlets", "Sessions", "Containers", "CmdletKit", "LinuxSystem", "Values", "TestSupport"],
            excluding: ["Examples"]),
        tests("LineEditingTests", ["LineEditing", "LinuxSystem"]),
        tests("ShellTests", ["TestSupport", "Shell"]),

        // A program for the tests of killed processes.
        .executableTarget(
            name: "ContainersDriver", dependencies: ["Containers", "LinuxSystem"], path: "Tests/ContainersDriver",
            swiftSettings: settings),
        tests(
            "SessionsTests",
            ["Sessions", "AgentProtocol", "CmdletKit", "Interpreter", "SourceText", "Values", "LinuxSystem"]),
        tests("SimulatedHostTests", ["Containers", "LinuxSystem"]),
        tests("LinuxSystemTests", ["LinuxSystem"]),
        tests("AgentProtocolTests", ["AgentProtocol", "LinuxSystem"]),
        tests("AgentTests", ["Agent", "AgentProtocol", "LinuxSystem"]),
        tests("ContainerModelTests", ["ContainerModel"]),
        tests("ContainerRuntimeTests", ["ContainerModel", "ContainerRuntime", "AgentProtocol", "LinuxSystem"]),
        tests("ContainersTests", ["Containers", "LinuxSystem"]),
    ]
)
