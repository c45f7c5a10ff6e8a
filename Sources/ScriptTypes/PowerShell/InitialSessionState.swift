import CmdletKit
import Interpreter
import SourceText
import Values

/// System.Management.Automation.Runspaces.InitialSessionState: what a new runspace begins with.
final class InitialSessionState: Object {
    /// Nothing but what was added; else the commands that every runspace has as well.
    let isEmpty: Bool
    let commands = InitialSessionState.entries()
    let variables = InitialSessionState.entries()
    let environment = InitialSessionState.entries()
    let startupScripts = InitialSessionState.entries()
    fileprivate var modules: [String] = []
    fileprivate var languageMode = Value.string("FullLanguage")

    private static func entries() -> ListObject {
        ListObject([], type: GenericTypes.find("System.Collections.ObjectModel.Collection", [.object]) ?? .list)
    }

    init(isEmpty: Bool) {
        self.isEmpty = isEmpty
        super.init()
    }

    override var type: ObjectType { SessionStateEntries.initial }

    /// Gives a runspace what is in it.
    func apply(to runspace: Runspace) throws {
        guard let engine = runspace.engine else { return }
        let entries = commands.elements.compactMap { $0.asObject(SessionStateEntry.self) }
        if isEmpty { engine.commands.keep(Set(entries.filter { $0.kind == .cmdlet }.map { FoldedName($0.name) })) }
        for entry in entries {
            switch entry.kind {
            case .function:
                engine.define(
                    FunctionInfo(name: entry.name, block: try ScriptBlock.parse(entry.content.displayText)), in: engine.global)
            case .alias: engine.define(AliasInfo(name: entry.name, definition: entry.content.displayText), in: engine.global)
            case .cmdlet, .variable: continue
            }
        }
        for entry in variables.elements.compactMap({ $0.asObject(SessionStateEntry.self) }) {
            try engine.global.set(entry.name, entry.content)
        }
        let frame = engine.topFrame(.init(text: ""), output: NullSink())
        for module in modules {
            try engine.onThread {
                _ = try engine.invoke(
                    try ScriptBlock.parse("Import-Module -Name $args[0] -Global"), arguments: [.string(module)], in: frame)
            }
        }
        for script in startupScripts.elements.map(\.displayText) {
            // As if it were dot-sourced: what it defines stays.
            let isFile = script.lowercased().hasSuffix(".ps1") && engine.fileSystem.isFile(engine.fileSystem.hostPath(script))
            var code = try RunspaceCode(text: isFile ? ". '\(script.replacing("'", with: "''"))'" : script)
            code.hasOwnScope = false
            try engine.onThread { try engine.execute(code, output: NullSink(), streams: Streams()) }
        }
    }
}

/// A command or variable that a runspace is to begin with.
final class SessionStateEntry: Object {
    enum Kind: Sendable { case cmdlet, function, alias, variable }

    let kind: Kind
    let name: String
    let content: Value

    init(_ kind: Kind, _ name: String, _ content: Value) {
        self.kind = kind
        self.name = name
        self.content = content
        super.init()
    }

    override var type: ObjectType { SessionStateEntries.entry(kind) }
}

/// The types of initial session states.
enum SessionStateEntries {
    static let all: [(ObjectType, [String])] = [
        (initial, ["initialsessionstate"]), (cmdlet, []), (function, []), (alias, []), (variable, []),
    ]

    static func entry(_ kind: SessionStateEntry.Kind) -> ObjectType {
        switch kind {
        case .cmdlet: cmdlet
        case .function: function
        case .alias: alias
        case .variable: variable
        }
    }

    private static func own(_ value: Value) throws -> InitialSessionState {
        guard let state = value.asObject(InitialSessionState.self) else {
            throw ValueError("This is no initial session state.", id: "InvalidOperation")
        }
        return state
    }

    private static func list(_ name: String, _ read: @escaping @Sendable (InitialSessionState) -> ListObject) -> Member {
        .property(name, "System.Management.Automation.Runspaces.InitialSessionStateEntryCollection") { .object(read(try own($0))) }
    }

    private static func create(_ name: String, isEmpty: Bool) -> Member {
        .function(name, returns: "initialsessionstate") { _ in .object(InitialSessionState(isEmpty: isEmpty)) }
    }

    static let initial = ObjectType(
        "System.Management.Automation.Runspaces.InitialSessionState", base: .object,
        members: [
            list("Commands") { $0.commands }, list("Variables") { $0.variables },
            list("EnvironmentVariables") { $0.environment }, list("StartupScripts") { $0.startupScripts },
            .property("LanguageMode", "System.Management.Automation.PSLanguageMode", set: { try own($0).languageMode = $1 }) {
                try own($0).languageMode
            },
            .method("ImportPSModule", "object names", returns: "void") { value, arguments in
                try own(value).modules += arguments.list(0).map(\.displayText)
                return .nothing
            },
            .property("Modules", "object") { .array(try own($0).modules.map { .string($0) }) },
            .property("ThreadOptions", "string", set: { _, _ in }) { _ in .string("Default") },
            .property("ApartmentState", "string", set: { _, _ in }) { _ in .string("Unknown") },
            .property("ExecutionPolicy", "string", set: { _, _ in }) { _ in .string("Unrestricted") },
            .method("Clone", returns: "initialsessionstate") { value, _ in
                let state = try own(value)
                let copy = InitialSessionState(isEmpty: state.isEmpty)
                copy.commands.elements = state.commands.elements
                copy.variables.elements = state.variables.elements
                copy.environment.elements = state.environment.elements
                copy.startupScripts.elements = state.startupScripts.elements
                copy.modules = state.modules
                return .object(copy)
            },
        ],
        statics: [
            create("CreateDefault", isEmpty: false), create("CreateDefault2", isEmpty: false), create("Create", isEmpty: true),
        ])

    private static func make(_ name: String, _ kind: SessionStateEntry.Kind, content: String) -> ObjectType {
        ObjectType(
            "System.Management.Automation.Runspaces.SessionState\(name)Entry", base: .object,
            members: [
                .property("Name", "string") { .string($0.asObject(SessionStateEntry.self)?.name ?? "") },
                .property(content, "object") { $0.asObject(SessionStateEntry.self)?.content ?? .null },
            ],
            construct: { .object(SessionStateEntry(kind, $0.string(0), $0[1])) })
    }

    private static let cmdlet = make("Cmdlet", .cmdlet, content: "ImplementingType")
    private static let function = make("Function", .function, content: "Definition")
    private static let alias = make("Alias", .alias, content: "Definition")
    private static let variable = make("Variable", .variable, content: "Value")
}
