import CmdletKit
import Concurrency
import Interpreter
import Values

/// The types of PowerShell instances, their commands and their streams.
enum PowerShellTypes {
    static func own(_ value: Value) throws -> PowerShellObject {
        if let object = value.asObject(PowerShellObject.self) { return object }
        // The PSCommand of `$ps.Commands` and the result of BeginInvoke refer to the instance.
        if let part = value.asObject(NativeObject<PowerShellObject>.self) { return part.value }
        throw ValueError("This is no PowerShell instance.", id: "InvalidOperation")
    }

    // MARK: Building

    static func building(
        _ name: String, _ parameters: [String], _ change: @escaping @Sendable (PowerShellObject, Arguments) throws -> Void
    ) -> Overload {
        Overload(parameters, returns: "powershell") { value, arguments in
            try change(try own(value), arguments)
            return value
        }
    }

    static let builders: [Member] = [
        .method(
            "AddScript",
            overloads: [
                building("AddScript", ["string script", "bool useLocalScope?"]) { shell, arguments in
                    // A text that cannot be parsed is an error when it is run.
                    shell.commands.add(
                        CommandList.Entry(
                            arguments.string(0), isScript: true, hasOwnScope: arguments.count > 1 && arguments.bool(1)))
                }
            ]),
        .method(
            "AddCommand",
            overloads: [
                building("AddCommand", ["object cmdlet", "bool useLocalScope?"]) { shell, arguments in
                    let name = arguments[0].asObject(CommandObject.self)?.name ?? arguments.string(0)
                    shell.commands.add(CommandList.Entry(name, isScript: false, hasOwnScope: true))
                }
            ]),
        .method(
            "AddParameter",
            overloads: [
                building("AddParameter", ["string name"]) { try $0.commands.add(argument: nil, named: $1.string(0)) },
                building("AddParameter", ["string name", "object value"]) {
                    try $0.commands.add(argument: $1[1], named: $1.string(0))
                },
            ]),
        .method(
            "AddParameters",
            overloads: [
                building("AddParameters", ["object parameters"]) { shell, arguments in
                    if let table = arguments[0].asObject(HashtableObject.self) {
                        for pair in table.pairs { try shell.commands.add(argument: pair.value, named: pair.key.displayText) }
                    } else {
                        for value in arguments[0].enumeratedOrSelf { try shell.commands.add(argument: value, named: nil) }
                    }
                }
            ]),
        .method(
            "AddArgument",
            overloads: [building("AddArgument", ["object value"]) { try $0.commands.add(argument: $1[0], named: nil) }]),
        .method(
            "AddStatement", overloads: [building("AddStatement", []) { shell, _ in shell.commands.endStatement() }]),
    ]

    // MARK: Running

    static let results =
        GenericTypes.find("System.Collections.ObjectModel.Collection", [.psObject]) ?? .list

    static func input(_ value: Value) -> [Value]? { value.isNull ? nil : value.enumeratedOrSelf }

    static let runners: [Member] = [
        .method("Invoke", "object input?", "object output?", "object settings?", returns: "object") { value, arguments in
            let (shell, caller) = (try own(value), try Engine.caller())
            let output = arguments[1].asObject(ListObject.self) ?? ListObject([], type: results)
            try shell.begin(input(arguments[0]), output: output, caller)
            let written = try shell.finish(caller)
            return arguments[1].isNull ? .object(written) : .nothing
        },
        .method("BeginInvoke", "object input?", "object output?", "object rest?", returns: "System.IAsyncResult") {
            value, arguments in
            let shell = try own(value)
            let output = arguments[1].asObject(ListObject.self) ?? DataCollectionType.collection(of: .psObject)
            try shell.begin(input(arguments[0]), output: output, try Engine.caller())
            return .object(NativeObject(shell, type: asyncResult))
        },
        .method("EndInvoke", "System.IAsyncResult asyncResult", returns: "object") { value, _ in
            .object(try own(value).finish(try Engine.caller()))
        },
        .method("Stop", returns: "void") { value, _ in
            try own(value).stop(try Engine.caller())
            return .nothing
        },
        .method("BeginStop", "object callback?", "object state?", returns: "System.IAsyncResult") { value, _ in
            try own(value).stop(try Engine.caller())
            return .object(NativeObject(try own(value), type: asyncResult))
        },
        .method("EndStop", "System.IAsyncResult asyncResult", returns: "void") { _, _ in .nothing },
        .method("Dispose", returns: "void") { value, _ in
            try own(value).dispose()
            return .nothing
        },
    ]

    static let powerShell: ObjectType = ObjectType(
        "System.Management.Automation.PowerShell", base: .object, interfaces: ["System.IDisposable"],
        members: builders + runners + [
            .property(
                "Commands", "System.Management.Automation.PSCommand",
                set: { value, new in
                    guard let list = new.asObject(NativeObject<PowerShellObject>.self) else {
                        throw ValueError("Commands are a PSCommand.", id: "InvalidOperation")
                    }
                    try own(value).commands = list.value.commands
                }
            ) { .object(NativeObject(try own($0), type: commands)) },
            .property("Streams", "System.Management.Automation.PSDataStreams") {
                .object(NativeObject(try own($0).streams, type: streamSet))
            },
            .property("HadErrors", "bool") { .bool(try own($0).hadErrors) },
            .property("InstanceId", "guid") { try own($0).instanceID },
            .property("InvocationStateInfo", stateInfo.name) { value in
                let shell = try own(value)
                return .object(
                    CustomObject(
                        [
                            ("State", RunspaceTypes.named(shell.state, states)),
                            ("Reason", shell.failure.map { .object($0.exception) } ?? .null),
                        ],
                        type: stateInfo))
            },
            .property("IsNested", "bool") { _ in .bool(false) },
            .property("IsRunspaceOwner", "bool") { value in
                if case .own = try own(value).place { return .bool(true) }
                return .bool(false)
            },
            .property(
                "Runspace", "runspace",
                set: { value, new in
                    guard let runspace = new.asObject(Runspace.self) else {
                        throw ValueError("A runspace is wanted, not a \(new.typeName).", id: "InvalidOperation")
                    }
                    try own(value).place = .runspace(runspace)
                }
            ) { value in try own(value).runspace(try Engine.caller()).map { .object($0) } ?? .null },
            .property(
                "RunspacePool", "System.Management.Automation.Runspaces.RunspacePool",
                set: { value, new in
                    guard let pool = new.asObject(RunspacePoolObject.self) else {
                        throw ValueError("A runspace pool is wanted, not a \(new.typeName).", id: "InvalidOperation")
                    }
                    try own(value).place = .pool(pool)
                }
            ) { value in
                if case .pool(let pool) = try own(value).place { return .object(pool) }
                return .null
            },
            history,
        ],
        statics: [
            .method(
                "Create",
                overloads: [
                    Overload([], returns: "powershell") { _, _ in .object(PowerShellObject(.own(nil))) },
                    Overload(["object from"], returns: "powershell") { _, arguments in try make(arguments[0]) },
                ])
        ])

    static let history = Member.property("HistoryString", "string", set: { _, _ in }) { value in
        let texts = try own(value).commands.entries.map(\.text)
        return .string(texts.joined(separator: " | "))
    }

    static func make(_ value: Value) throws -> Value {
        if let initial = value.asObject(InitialSessionState.self) { return .object(PowerShellObject(.own(initial))) }
        if let runspace = value.asObject(Runspace.self) { return .object(PowerShellObject(.runspace(runspace))) }
        let mode = try Conversion.convert(value, to: runspaceMode)
        return .object(PowerShellObject(mode.displayText == "CurrentRunspace" ? .current : .own(nil)))
    }

    // MARK: Parts
}
