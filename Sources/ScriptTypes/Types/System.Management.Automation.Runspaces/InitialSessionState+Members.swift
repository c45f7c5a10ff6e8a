import CmdletKit
import Interpreter
import SourceText
import Values

/// The types of initial session states and of their entries.
enum SessionStateEntries {
    static func entry(_ kind: SessionStateEntry.Kind) -> ObjectType {
        switch kind {
        case .cmdlet: cmdlet
        case .function: function
        case .alias: alias
        case .variable: variable
        }
    }

    static func own(_ value: Value) throws -> InitialSessionState {
        guard let state = value.asObject(InitialSessionState.self) else {
            throw ValueError("This is no initial session state.", id: "InvalidOperation")
        }
        return state
    }

    static func list(
        _ name: String, of entry: ObjectType, _ read: @escaping @Sendable (InitialSessionState) -> ListObject
    ) -> Member {
        .property(name, "System.Management.Automation.Runspaces.InitialSessionStateEntryCollection[\(entry.name)]") {
            .object(read(try own($0)))
        }
    }

    static func create(_ name: String, isEmpty: Bool) -> Member {
        .function(name, returns: "initialsessionstate") { _ in .object(InitialSessionState(isEmpty: isEmpty)) }
    }

    static let initial = ObjectType(
        "System.Management.Automation.Runspaces.InitialSessionState", base: .object,
        members: [
            list("Commands", of: commandEntry) { $0.commands }, list("Variables", of: variable) { $0.variables },
            list("EnvironmentVariables", of: variable) { $0.environment },
            list("StartupScripts", of: .string) { $0.startupScripts },
            .property("LanguageMode", "System.Management.Automation.PSLanguageMode", set: { try own($0).languageMode = $1 }) {
                try own($0).languageMode
            },
            .method("ImportPSModule", "object names", returns: "void") { value, arguments in
                try own(value).modules += arguments.list(0).map(\.displayText)
                return .nothing
            },
            .property("Modules", "object") { .array(try own($0).modules.map { .string($0) }) },
            .property("ThreadOptions", "System.Management.Automation.Runspaces.PSThreadOptions", set: { _, _ in }) { _ in
                .object(EnumObject(ThreadOptions.type, rawValue: 0))
            },
            .property("ApartmentState", "System.Threading.ApartmentState", set: { _, _ in }) { _ in
                .object(EnumObject(ApartmentState.type, rawValue: 2))
            },
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
}
