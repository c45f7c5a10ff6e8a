import Values

/// A cmdlet type with its Swift type erased, for the engine's table of commands.
public struct CmdletRegistration: Sendable {
    /// The cmdlet's name (`Get-Item`).
    public let name: String
    /// The aliases that the shell defines for it (`gi`).
    public let aliases: [String]
    private let readSignature: @Sendable () -> CommandSignature
    /// The whole declaration; made when first read.
    public var signature: CommandSignature { readSignature() }
    /// The .NET name of the cmdlet's class, which stands behind the comma of FullyQualifiedErrorId
    /// (`Microsoft.PowerShell.Commands.GetItemCommand`).
    public let implementingType: String
    /// The module that Get-Command's Source column names.
    public let module: String
    /// Makes the cmdlet's state for one use in a pipeline.
    public let makeInstance: @Sendable () -> any CmdletInstance

    /// Registers a cmdlet type.
    /// - Parameters:
    ///   - module: the module that Get-Command's Source column names.
    ///   - namespace: the namespace of the .NET class that error ids name.
    ///   - implementingType: that class's full name; by default the namespace, the cmdlet's name without its hyphen, and `Command`.
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

/// The state of one use of a cmdlet in a pipeline, with the cmdlet's Swift type erased.
public protocol CmdletInstance: AnyObject {
    /// Sets a parameter.
    /// - Parameters:
    ///   - parameter: its index in the signature's parameters.
    ///   - value: the argument before its conversion to the parameter's type.
    /// - Throws: `ValueError` if the argument does not convert.
    func bind(_ parameter: Int, _ value: Value) throws
    /// Runs the cmdlet's `begin`.
    /// - Throws: what the cmdlet throws.
    func begin(_ runtime: any CmdletRuntime) throws
    /// Runs the cmdlet's `process` for the object that is bound.
    /// - Throws: what the cmdlet throws.
    func process(_ runtime: any CmdletRuntime) throws
    /// Runs the cmdlet's `end`.
    /// - Throws: what the cmdlet throws.
    func end(_ runtime: any CmdletRuntime) throws
    /// Gives a parameter the value that it had when the snapshot was made, before pipeline objects bound to it.
    func reset(_ parameter: Int, to saved: any CmdletSnapshot)
    /// A copy of the cmdlet's parameters, for `reset(_:to:)`.
    func snapshot() -> any CmdletSnapshot
    /// Drops the cmdlet's state after its pipeline. Without it a cmdlet that keeps a script block would never be freed: the block's
    /// frame refers to the pipeline, and the pipeline to the cmdlet.
    func discard()
}

/// A copy of a cmdlet's state. A pipeline object that does not bind to a parameter must find it as it was before the object that
/// did.
public protocol CmdletSnapshot {}

final class CmdletBox<C: Cmdlet>: CmdletInstance {
    private struct Saved: CmdletSnapshot { let cmdlet: C }
    private var cmdlet = C()
    private let declaration: CmdletDeclaration<C>
    /// The parameter that was bound last, to spare the look-up: in a pipeline every object binds to the same one.
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
