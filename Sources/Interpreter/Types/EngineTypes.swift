import CmdletKit
import Synchronization
import Values

/// The types that targets register beside those of `Values`: a list for each target.
final class EngineTypes: Sendable {
    private typealias Table = [FoldedName: ObjectType]

    private struct State {
        var lists: [TypeList] = []
        /// The types of all lists by name; nil until a type is first looked up.
        var shared: Table?
        var ofSession: Table?
    }
    private let state = Mutex(State())
    private let paths: MachinePaths
    private let link: EngineLink

    init(_ paths: MachinePaths, _ link: EngineLink) {
        self.paths = paths
        self.link = link
        add(.interpreter)
    }

    func add(_ list: TypeList) {
        state.withLock {
            $0.lists.append(list)
            ($0.shared, $0.ofSession) = (nil, nil)
        }
    }

    /// Registers the lists of another engine of the session.
    func add(allOf other: EngineTypes) {
        for list in other.state.withLock({ $0.lists }).dropFirst() { add(list) }
    }

    private var shared: Table {
        table(\.shared) { lists in lists.reduce(into: [:]) { $0.merge($1.shared.value) { $1 } } }
    }

    private var ofSession: Table {
        table(\.ofSession) { lists in
            lists.flatMap { $0.ofSession(paths, link) }.reduce(into: [:]) { $0[FoldedName($1.name)] = $1 }
        }
    }

    private func table(_ place: WritableKeyPath<State, Table?>, _ make: ([TypeList]) -> Table) -> Table {
        let (known, lists) = state.withLock { ($0[keyPath: place], $0.lists) }
        if let known { return known }
        // Not under the lock: making a list's types may look up other types.
        let made = make(lists)
        state.withLock { if $0.lists.count == lists.count { $0[keyPath: place] = made } }
        return made
    }

    /// The full names of the types, for completion.
    var names: [String] { Set((Array(shared.values) + ofSession.values).map(\.name)).sorted() }

    /// The type of a name, of those shared by all sessions and those of this session.
    func find(_ name: String) -> ObjectType? { Self.find(name, in: shared) ?? Self.find(name, in: ofSession) }

    /// The type of a name among those shared by all sessions, registered with the engine that the calling thread works for. On
    /// other threads only this target's own are found; code that misses a type there looks it up again when it runs.
    static func find(_ name: String) -> ObjectType? {
        find(name, in: Engine.ofThread?.ownTypes.shared ?? TypeList.interpreter.shared.value)
    }

    private static func find(_ name: String, in table: Table) -> ObjectType? {
        table[FoldedName(name)] ?? table[FoldedName("System." + name)] ?? table[FoldedName("System.Management.Automation." + name)]
    }
}

extension TypeList {
    /// The types of this target's own objects.
    static let interpreter = TypeList {
        ExceptionTypes.all.map { ($0, []) } + named + (AstTypes.all.values + ProxyCommand.parameterClasses).map { ($0, []) }
    } ofSession: { paths, _ in
        [ParserType(paths: paths).type]
    }

    private static var named: [(ObjectType, [String])] {
        ParameterAttributeTypes.all + AttributeBaseTypes.all + MemberKind.all + [
            (ExecutionContextObject.objectType, ["engineintrinsics"]),
            (ScriptBlock.objectType, ["scriptblock"]), (SwitchParameter.objectType, ["switch", "switchparameter"]),
            (ReferenceObject.objectType, ["ref", "psreference"]), (ErrorRecord.objectType, ["errorrecord"]),
            (ErrorCategory.type, ["errorcategory"]), (ErrorDetails.type, ["errordetails"]),
            (ModuleInfo.objectType, ["psmoduleinfo"]), (ModuleSpecificationType.type, []), (ModuleInfo.accessModes, []),
            (CommandObjectTypes.base, []),
            (CommandObjectTypes.commandTypes, ["commandtypes"]),
            (CommandObjectTypes.type("Function"), ["functioninfo"]), (CommandObjectTypes.type("Cmdlet"), ["cmdletinfo"]),
            (CommandObjectTypes.type("Alias"), ["aliasinfo"]), (CommandObjectTypes.type("Application"), ["applicationinfo"]),
            (CommandObjectTypes.type("ExternalScript"), ["externalscriptinfo"]),
            (SessionStateObject.objectType, []), (SessionStateInternal.objectType, []),
            (CommandMetadata.type, []), (ParameterMetadata.type, []), (ProxyCommand.type, []), (ProxyCommand.codeGeneration, []),
            (Breakpoint.objectType, []), (VariableObject.objectType, ["psvariable"]),
            (PSTokens.parser, []), (PSTokens.kinds, []), (PSTokens.token, []),
            (ActionPreference.type, ["actionpreference"]), (NativeArguments.style, []), (InvocationInfo.objectType, []),
            (InformationRecord.objectType, []), (ProgressRecord.objectType, []),
            (RunspaceTypes.base, ["runspace"]), (RunspaceTypes.runspace, []), (RunspaceTypes.state, []),
            (RunspaceTypes.availability, []),
        ]
    }
}
