import CmdletKit
import Glibc
import LinuxSystem
import Values

extension Engine {
    /// The version of PowerShell that this shell's language follows (`$PSVersionTable.PSVersion`).
    public static var languageVersion: String { AutomaticVariables.version }
}

/// The variables that every session starts with (about_Automatic_Variables, about_Preference_Variables).
enum AutomaticVariables {
    static let version = "7.6.0"

    private static let constants = [
        "PSVersionTable", "PID", "HOME", "IsLinux", "IsWindows", "IsMacOS", "IsCoreCLR", "PSEdition", "ShellId", "PSHOME",
    ]

    private static let constantNames = Set((constants + ["true", "false", "?"]).map { FoldedName($0) })

    /// Whether the name is one of the constants that every scope shares (Constant, AllScope): no scope can have a variable of its
    /// own of that name.
    static func isConstant(_ name: String) -> Bool { constantNames.contains(FoldedName(name)) }

    static func install(in engine: Engine) {
        let scope = engine.global
        let windows = engine.fileSystem.isWindowsStyle
        let table = HashtableObject(ordered: true)
        table["PSVersion"] = SemanticVersion(version)?.boxed ?? .string(version)
        table["PSEdition"] = .string("Core")
        table["GitCommitId"] = .string(version)
        table["OS"] = .string(windows ? "Microsoft Windows (simulated)" : kernelName())
        table["Platform"] = .string(windows ? "Win32NT" : "Unix")
        table["PSCompatibleVersions"] = .array(["1.0", "2.0", "3.0", "4.0", "5.0", "5.1.0", "6.0", "7.0"].map { .string($0) })
        // The constants take the lowest slots of the global scope, so that assignments to other variables skip the constraint check
        // (`Scope.highestConstrained`).
        let values: [(String, Value)] = [
            ("PSVersionTable", .object(table)), ("PSEdition", .string("Core")), ("PID", .int(getpid())),
            ("HOME", .string(engine.fileSystem.home)), ("PSHOME", .string(programFolder())),
            ("IsLinux", .bool(!windows)), ("IsWindows", .bool(windows)), ("IsMacOS", .bool(false)), ("IsCoreCLR", .bool(true)),
            ("ShellId", .string("Bulkhead")), ("ErrorActionPreference", ActionPreference.continue.boxed),
            ("WarningPreference", ActionPreference.continue.boxed), ("VerbosePreference", ActionPreference.silentlyContinue.boxed),
            ("DebugPreference", ActionPreference.silentlyContinue.boxed),
            ("InformationPreference", ActionPreference.silentlyContinue.boxed),
            ("ProgressPreference", ActionPreference.continue.boxed), ("Error", .object(engine.errors)),
            ("PWD", PathInfo.make(engine.fileSystem.location, engine)),
            ("PSCulture", .string("")), ("PSUICulture", .string("en-US")),
            ("ConfirmPreference", .string("High")), ("WhatIfPreference", .bool(false)), ("ErrorView", .string("ConciseView")),
            ("FormatEnumerationLimit", .int(4)), ("MaximumHistoryCount", .int(4096)), ("NestedPromptLevel", .int(0)),
            ("PSDefaultParameterValues", .object(HashtableObject())), ("OutputEncoding", .string("utf-8")),
            ("StackTrace", .string("")), ("PSStyle", .object(engine.style)),
            ("LASTEXITCODE", .null), ("PSNativeCommandUseErrorActionPreference", .bool(false)),
            ("PSNativeCommandArgumentPassing", .object(EnumObject(NativeArguments.style, rawValue: 1))),
            ("EnabledExperimentalFeatures", .array([])),
        ]
        for (name, value) in values { scope.assign(name, value) }
        scope.assign("ExecutionContext", .object(ExecutionContextObject(engine)))
        for name in constants {
            scope.constrain(slot: scope.layout.slotOrNew(name), VariableConstraint(options: [.constant, .allScope]))
        }
        scope.constrain(
            slot: scope.layout.slotOrNew("PSNativeCommandArgumentPassing"), VariableConstraint(type: NativeArguments.style))
        for name in ["Error", "Warning", "Verbose", "Debug", "Information", "Progress"] {
            let full = name == "Error" ? "ErrorActionPreference" : name + "Preference"
            scope.constrain(slot: scope.layout.slotOrNew(full), VariableConstraint(type: ActionPreference.type))
        }
    }

    /// The folder of the running program.
    private static func programFolder() -> String {
        let path = Environment.program ?? ""
        return String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    }

    private static func kernelName() -> String {
        var names = utsname()
        guard uname(&names) == 0 else { return "Linux" }
        return withUnsafeBytes(of: &names.release) { release in
            "Linux " + String(decoding: release.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
