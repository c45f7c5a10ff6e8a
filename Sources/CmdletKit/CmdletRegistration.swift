import Values

/// A cmdlet type without its Swift type: what the command table holds.
public struct CmdletRegistration: Sendable {
    public let name: String
    public let aliases: [String]
    private let readSignature: @Sendable () -> CommandSignature
    /// All that the cmdlet declares; made when it is first asked for.
    public var signature: CommandSignature { readSignature() }
    /// The .NET-style class name behind the comma of an error id (`Microsoft.PowerShell.Commands.GetItemCommand`).
    public let implementingType: String
    /// Where it comes from, as Get-Command's Source column shows it.
    public let module: String
    /// Makes the state of one use.
    public let makeInstance: @Sendable () -> any CmdletInstance

    public init<C: Cmdlet>(
        _: C.Type, module: String, namespace: String = "Microsoft.PowerShell.Commands", implementingType: String? = nil
    ) {
        let declaration = C.declaration
        name = declaration.name
        aliases = declaration.aliases
        readSignature = { declaration.signature }
        self.module = module
        let bare = declaration.name.filter { $0 != "-" }
        self.implementingType = implementingType ?? "\(namespace).\(bare)Command"
        makeInstance = { CmdletBox<C>(declaration) }
    }
}

/// One use of a cmdlet in a pipeline.
public protocol CmdletInstance: AnyObject {
    /// Sets the parameter at a place of the signature.
    func bind(_ parameter: Int, _ value: Value) throws
    func begin(_ runtime: any CmdletRuntime) throws
    func process(_ runtime: any CmdletRuntime) throws
    func end(_ runtime: any CmdletRuntime) throws
    /// Puts a parameter back to what it was before pipeline objects bound to it.
    func reset(_ parameter: Int, to saved: any CmdletSnapshot)
    func snapshot() -> any CmdletSnapshot
    /// Lets go of all that the cmdlet keeps, once its pipeline is over: a block that it ran writes to the pipeline, which holds the cmdlet.
    func discard()
}

/// A cmdlet's state at one moment, for parameters that only some pipeline objects set.
public protocol CmdletSnapshot {}

final class CmdletBox<C: Cmdlet>: CmdletInstance {
    private struct Saved: CmdletSnapshot { let cmdlet: C }
    private var cmdlet = C()
    private let declaration: CmdletDeclaration<C>
    /// The parameter that was bound last: a pipeline binds the same one for every object.
    private var latest: (place: Int, assign: @Sendable (inout C, Value) throws -> Void)?

    init(_ declaration: CmdletDeclaration<C>) { self.declaration = declaration }

    func bind(_ parameter: Int, _ value: Value) throws {
        if let latest, latest.place == parameter { return try latest.assign(&cmdlet, value) }
        guard declaration.parameters.indices.contains(parameter) else { return }
        let assign = declaration.parameters[parameter].assign
        latest = (parameter, assign)
        try assign(&cmdlet, value)
    }
    func begin(_ runtime: any CmdletRuntime) throws { try cmdlet.begin(runtime) }
    func process(_ runtime: any CmdletRuntime) throws { try cmdlet.process(runtime) }
    func end(_ runtime: any CmdletRuntime) throws { try cmdlet.end(runtime) }
    func snapshot() -> any CmdletSnapshot { Saved(cmdlet: cmdlet) }
    func discard() {
        cmdlet = C()
        latest = nil
    }
    func reset(_ parameter: Int, to saved: any CmdletSnapshot) {
        guard let saved = saved as? Saved, declaration.parameters.indices.contains(parameter) else { return }
        declaration.parameters[parameter].copy(&cmdlet, saved.cmdlet)
    }
}
