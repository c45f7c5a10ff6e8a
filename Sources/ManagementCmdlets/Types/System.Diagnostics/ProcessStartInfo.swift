import Interpreter
import LinuxSystem
import ScriptTypes
import Values

/// System.Diagnostics.ProcessStartInfo: what `[Diagnostics.Process]` is to start.
final class ProcessStartInfo: Object {
    /// The program, by name or path.
    var fileName = ""
    /// The arguments as a command line, which `CommandWords` splits; those of `argumentList` follow.
    var arguments = ""
    /// The folder to start in; empty for the current location.
    var workingDirectory = ""
    /// UseShellExecute, which excludes redirected streams.
    var usesShell = false
    var redirectsInput = false
    var redirectsOutput = false
    var redirectsError = false
    /// The encodings of the redirected streams; null for UTF-8.
    var inputEncoding = Value.null
    var outputEncoding = Value.null
    var errorEncoding = Value.null
    /// The arguments one by one.
    let argumentList = ListObject(
        type: GenericTypes.find("System.Collections.ObjectModel.Collection", [.string]) ?? .list)
    /// Properties without effect on Linux; they keep the value that a script sets.
    private var others: [String: Value] = [:]

    /// The environment of the program, a copy of the session's; nil until a script asks for it.
    private var variables: HashtableObject?
    private var environment: HashtableObject {
        let table =
            variables ?? Engine.ofThread.map { EnvironmentType.table(of: $0.environment) } ?? HashtableObject(caseSensitive: true)
        variables = table
        return table
    }

    /// - Parameter given: a file name, then the arguments as a command line or as a list; all optional.
    init(_ given: Arguments) {
        super.init()
        if given.count > 0 { fileName = given.string(0) }
        if let list = given[1].enumerated { argumentList.elements = list } else if given.count > 1 { arguments = given.string(1) }
    }

    override var type: ObjectType { Self.objectType }

    /// All arguments, one by one.
    var words: [String] { CommandWords.split(arguments) + argumentList.elements.map(\.displayText) }

    /// The environment as `NAME=value` entries; nil for the session's.
    var pairs: [String]? {
        variables?.pairs.compactMap { $0.value.isNull ? nil : "\($0.key.displayText)=\($0.value.displayText)" }
    }

    // MARK: Members

    private static func info(_ value: Value) throws -> ProcessStartInfo {
        guard let info = value.asObject(ProcessStartInfo.self) else {
            throw ValueError("This is no ProcessStartInfo.", id: "InvalidOperation")
        }
        return info
    }

    private typealias Path<T> = ReferenceWritableKeyPath<ProcessStartInfo, T> & Sendable

    private static func text(_ name: String, _ path: any Path<String>) -> Member {
        .property(name, "string", set: { try info($0)[keyPath: path] = $1.displayText }) { .string(try info($0)[keyPath: path]) }
    }

    private static func flag(_ name: String, _ path: any Path<Bool>) -> Member {
        .property(name, "bool", set: { try info($0)[keyPath: path] = Conversion.bool($1) }) { .bool(try info($0)[keyPath: path]) }
    }

    private static func encoding(_ name: String, _ path: any Path<Value>) -> Member {
        .property(name, "System.Text.Encoding", set: { try info($0)[keyPath: path] = $1 }) { try info($0)[keyPath: path] }
    }

    private static func kept(_ name: String, _ type: String, _ initial: @escaping @autoclosure @Sendable () -> Value) -> Member {
        .property(name, type, set: { try info($0).others[name] = $1 }) { try info($0).others[name] ?? initial() }
    }

    static let objectType = ObjectType(
        "System.Diagnostics.ProcessStartInfo", base: .object,
        members: [
            text("FileName", \.fileName), text("Arguments", \.arguments), text("WorkingDirectory", \.workingDirectory),
            .property("ArgumentList", "System.Collections.ObjectModel.Collection[string]") { .object(try info($0).argumentList) },
            .property("Environment", "System.Collections.Generic.IDictionary[string,string]") { .object(try info($0).environment) },
            .property("EnvironmentVariables", "System.Collections.Generic.IDictionary[string,string]") {
                .object(try info($0).environment)
            },
            flag("RedirectStandardInput", \.redirectsInput), flag("RedirectStandardOutput", \.redirectsOutput),
            flag("RedirectStandardError", \.redirectsError), flag("UseShellExecute", \.usesShell),
            encoding("StandardInputEncoding", \.inputEncoding), encoding("StandardOutputEncoding", \.outputEncoding),
            encoding("StandardErrorEncoding", \.errorEncoding),
            kept("CreateNoWindow", "bool", .bool(false)), kept("WindowStyle", "string", .string("Normal")),
            kept("ErrorDialog", "bool", .bool(false)), kept("LoadUserProfile", "bool", .bool(false)),
            kept("Verb", "string", .string("")), kept("Domain", "string", .string("")), kept("UserName", "string", .string("")),
        ],
        construct: { .object(ProcessStartInfo($0)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Diagnostics.ProcessStartInfo") { ProcessStartInfo.objectType }
}
