import CmdletKit
import Synchronization
import Values

/// The types that commands and the language's own machinery bring, beside those of `Values`: a list for each target.
final class EngineTypes: Sendable {
    private typealias Table = [FoldedName: ObjectType]

    private struct State {
        var lists: [TypeList] = []
        /// Of all lists; nil until a type is looked for.
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

    /// Takes in the lists of another engine's targets.
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
        // Outside the lock: making one table may ask for another.
        let made = make(lists)
        state.withLock { if $0.lists.count == lists.count { $0[keyPath: place] = made } }
        return made
    }

    /// Their full names, for completion.
    var names: [String] { Set((Array(shared.values) + ofSession.values).map(\.name)).sorted() }

    /// A type of this session.
    func find(_ name: String) -> ObjectType? { Self.find(name, in: shared) ?? Self.find(name, in: ofSession) }

    /// A type that is the same in every session, of the targets of the engine for which the calling thread works. On a thread that works
    /// for none, of this target's own: whoever does not find a type here looks for it when the code runs.
    static func find(_ name: String) -> ObjectType? {
        find(name, in: Engine.ofThread?.ownTypes.shared ?? TypeList.interpreter.shared.value)
    }

    private static func find(_ name: String, in table: Table) -> ObjectType? {
        table[FoldedName(name)] ?? table[FoldedName("System." + name)] ?? table[FoldedName("System.Management.Automation." + name)]
    }
}

extension TypeList {
    /// The types of the interpreter's own objects.
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
