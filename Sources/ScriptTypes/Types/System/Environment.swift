import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.Environment, of one session: its variables and its current folder are those of the session.
public struct EnvironmentType: Sendable {
    let paths: MachinePaths
    private var environment: EnvironmentVariables { paths.environment }

    /// A copy of the variables.
    public static func table(of environment: EnvironmentVariables) -> HashtableObject {
        let table = HashtableObject(caseSensitive: true)
        for (name, value) in environment.all { table[name] = .string(value) }
        return table
    }

    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        return gethostname(&buffer, buffer.count - 1) == 0 ? text(buffer) : "localhost"
    }

    private static var release: String {
        var names = utsname()
        guard uname(&names) == 0 else { return "0.0" }
        let full = withUnsafeBytes(of: &names.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return String(full.prefix { $0.isNumber || $0 == "." })
    }

    private func folder(_ name: String) -> String {
        let home = environment["HOME"] ?? "/"
        switch name {
        case "UserProfile", "Personal", "MyDocuments": return home
        case "ApplicationData": return environment["XDG_CONFIG_HOME"] ?? home + "/.config"
        case "LocalApplicationData": return environment["XDG_DATA_HOME"] ?? home + "/.local/share"
        case "CommonApplicationData": return "/usr/share"
        case "Desktop", "DesktopDirectory": return home + "/Desktop"
        case "System": return ""
        default: return ""
        }
    }

    var type: ObjectType {
        ObjectType("System.Environment", base: .object, statics: machine + variables)
    }

    /// Properties of the machine and the process.
    private var machine: [Member] {
        [
            .constant("NewLine", "string") { .string("\n") }, .constant("MachineName", "string") { .string(Self.hostName) },
            .constant("UserName", "string") {
                .string(environment["USER"] ?? environment["LOGNAME"] ?? (getuid() == 0 ? "root" : String(getuid())))
            },
            .constant("UserDomainName", "string") { .string(Self.hostName) }, .constant("ProcessId", "int") { .int(getpid()) },
            .constant("ProcessPath", "string") {
                var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
                let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
                return count > 0 ? .string(Self.text(buffer)) : .null
            },
            .constant("ProcessorCount", "int") { .int(Int32(clamping: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))) },
            .property(
                "CurrentDirectory", "string",
                set: { _, folder in try DirectoryType(paths: paths).setCurrent(folder.text ?? folder.displayText) },
                { _ in .string(paths.current) }),
            .constant("Is64BitOperatingSystem", "bool") { .bool(true) }, .constant("Is64BitProcess", "bool") { .bool(true) },
            .constant("HasShutdownStarted", "bool") { .bool(false) }, .constant("UserInteractive", "bool") { .bool(true) },
            .constant("SystemPageSize", "int") { .int(4096) }, .constant("SystemDirectory", "string") { .string("") },
            .constant("TickCount", "int") { .int(Int32(truncatingIfNeeded: StopwatchObject.nanoseconds() / 1_000_000)) },
            .constant("TickCount64", "long") { .long(StopwatchObject.nanoseconds() / 1_000_000) },
            .constant("ExitCode", "int") { .int(0) },
            .constant("CommandLine", "string") { .string(CommandLine.arguments.joined(separator: " ")) },
            .constant("WorkingSet", "long") { .long(0) },
            .constant("Version", "version") { Version("7.6.0")?.boxed ?? .null },
            .constant("OSVersion", "System.OperatingSystem") {
                let release = Self.release
                return .object(
                    CustomObject(
                        [
                            ("Platform", .string("Unix")), ("ServicePack", .string("")),
                            ("Version", Version(release)?.boxed ?? .string(release)),
                            ("VersionString", .string("Unix \(release)")),
                        ], type: Self.operatingSystem))
            },
            .constant("StackTrace", "string") { .string("") },
            .function("GetFolderPath", "object folder", "object option?", returns: "string") { .string(folder($0.string(0))) },
            .function("GetCommandLineArgs", returns: "string[]") { _ in .array(CommandLine.arguments.map { .string($0) }) },
            .function("GetLogicalDrives", returns: "string[]") { _ in .array([.string("/")]) },
        ]
    }

    private var variables: [Member] {
        [
            .function("GetEnvironmentVariable", "string variable", "object target?", returns: "string") { arguments in
                environment[arguments.string(0)].map { .string($0) } ?? .null
            },
            .function("SetEnvironmentVariable", "string variable", "string value", "object target?", returns: "void") { arguments in
                let name = arguments.string(0)
                guard !name.isEmpty, !name.contains("="), !name.contains("\0") else {
                    throw ValueError(
                        "'\(name)' is no name of an environment variable.", id: "ArgumentException",
                        exception: "System.ArgumentException",
                        category: "NotSpecified")
                }
                let value = arguments.string(1)
                environment[name] = arguments[1].isNull || value.isEmpty ? nil : value
                return .nothing
            },
            .function("GetEnvironmentVariables", "object target?", returns: "System.Collections.IDictionary") { _ in
                .object(Self.table(of: environment))
            },
            .function("ExpandEnvironmentVariables", "string name", returns: "string") { arguments in
                let parts = arguments.string(0).split(separator: "%", omittingEmptySubsequences: false).map(String.init)
                var result = parts.first ?? ""
                var place = 1
                while place < parts.count {
                    if place + 1 < parts.count, let value = environment[parts[place]] {
                        result += value + parts[place + 1]
                        place += 2
                    } else {
                        result += "%" + parts[place]
                        place += 1
                    }
                }
                return .string(result)
            },
        ]
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Environment") { session in EnvironmentType(paths: session.paths).type }
}
