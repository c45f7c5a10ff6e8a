import Values

/// A cmdlet: a Swift type that declares its parameters and help once and works in the three steps of a pipeline command
/// (about_Functions_Advanced_Methods).
///
/// Each use in a pipeline makes a new value. The binder sets its parameters through the declaration's key paths, then calls `begin`
/// once, `process` for each pipeline object (once if nothing is piped in) and `end` once.
public protocol Cmdlet {
    /// Names, parameters, help and examples: the binder, Get-Help, Get-Command, completion and the tests of examples all read this.
    static var declaration: CmdletDeclaration<Self> { get }
    /// Makes the cmdlet with each parameter at its default.
    init()
    /// Runs once, before the first pipeline object.
    /// - Throws: an error that ends the cmdlet; it becomes the record of a terminating error.
    mutating func begin(_ runtime: any CmdletRuntime) throws
    /// Runs for each pipeline object, after the parameters that it binds to are set.
    /// - Throws: an error that ends the cmdlet; it becomes the record of a terminating error.
    mutating func process(_ runtime: any CmdletRuntime) throws
    /// Runs once, after the last pipeline object.
    /// - Throws: an error that ends the cmdlet; it becomes the record of a terminating error.
    mutating func end(_ runtime: any CmdletRuntime) throws
}

extension Cmdlet {
    public mutating func begin(_ runtime: any CmdletRuntime) throws {}
    public mutating func process(_ runtime: any CmdletRuntime) throws {}
    public mutating func end(_ runtime: any CmdletRuntime) throws {}
}

/// What a stage answers when the stage before it hands it an object.
public enum Flow: Sendable {
    /// The stage takes further objects.
    case more
    /// No later stage needs another object (`Select-Object -First`), so the producer should stop.
    case enough
}

/// What a running cmdlet is given: the streams, questions to the user, and services.
///
/// The stream functions follow the preference variables and common parameters (about_Preference_Variables, about_CommonParameters).
/// Each throws `PipelineStopped` after Ctrl-C, as far as it looks for it.
public protocol CmdletRuntime: AnyObject {
    /// The command's name as declared (`Get-Container`), not the alias by which it was called.
    var commandName: String { get }
    /// Whether the parameter got a value from the arguments or from the current pipeline object.
    /// - Parameter parameter: its name; case does not matter.
    func isBound(_ parameter: String) -> Bool
    /// The same by the offset in bytes of the property that the parameter sets; `isBound(_:)` with a key path calls it.
    func isBound(offset: Int) -> Bool
    /// The name of the parameter set that the arguments chose; empty if the cmdlet declares no sets.
    var parameterSet: String { get }
    /// Writes one object to the output stream. An array is one object: its elements are not written one by one.
    /// - Returns: `enough` if no later stage needs another object. May be ignored where few objects are written.
    /// - Throws: `PipelineStopped` after Ctrl-C, and what a later stage raises.
    @discardableResult func write(_ value: Value) throws -> Flow
    /// Writes several objects, and stops where no later stage needs another.
    /// - Throws: as `write(_:)`.
    func writeAll(_ values: [Value]) throws
    /// Writes a non-terminating error: it is shown, kept in `$Error` and in -ErrorVariable as the error action says.
    /// - Throws: `TerminatingError` if the error action is Stop, or Inquire and the user halts the command.
    func writeError(_ record: ErrorRecord) throws
    /// Writes a line to the warning stream.
    /// - Throws: `TerminatingError` if the stream's preference is Stop, or Inquire and the user halts the command.
    func writeWarning(_ text: String) throws
    /// Writes a line to the verbose stream, which is not shown by default.
    /// - Throws: as `writeWarning(_:)`.
    func writeVerbose(_ text: String) throws
    /// Writes a line to the debug stream, which is not shown by default.
    /// - Throws: as `writeWarning(_:)`.
    func writeDebug(_ text: String) throws
    /// Writes an object to the information stream, which is not shown by default.
    /// - Parameters:
    ///   - value: the message; an `InformationRecord` passes through unchanged.
    ///   - tags: the record's tags.
    /// - Throws: `TerminatingError` if the preference is Inquire and the user halts the command.
    func writeInformation(_ value: Value, tags: [String]) throws
    /// Shows text to the user, as Write-Host does: through the information stream, but shown whatever `$InformationPreference`
    /// says.
    /// - Parameters:
    ///   - newline: whether a line end follows the text.
    ///   - foreground: the name of a ConsoleColor; nil for the terminal's own colour.
    ///   - background: the same for the background.
    /// - Throws: `TerminatingError` if -InformationAction is Inquire and the user halts the command.
    func writeHost(_ text: String, newline: Bool, foreground: String?, background: String?) throws
    /// Handles -WhatIf and -Confirm (about_Functions_CmdletBindingAttribute, ShouldProcess).
    /// - Parameters:
    ///   - target: the object that would be changed.
    ///   - action: what would be done to it (`Remove File`).
    /// - Returns: false if the operation must not be performed.
    /// - Throws: `TerminatingError` if a confirmation is needed and nobody can answer.
    func shouldProcess(target: String, action: String) throws -> Bool
    /// Looks whether the pipeline is being stopped. Loops that write nothing for long must call it.
    /// - Throws: `PipelineStopped` after Ctrl-C or when the pipeline is stopped.
    func checkStop() throws
    /// Runs a body that waits, and lets code of other runspaces run meanwhile. The body must not touch any value: runspaces share
    /// values, and only the one that interprets may use them.
    /// - Throws: what the body throws.
    func blocking<T>(_ body: () throws -> T) rethrows -> T
    /// Declares that the cmdlet needs no more input (`Select-Object -First`): earlier stages stop, and their `end` does not run.
    func stopUpstream()
    /// A service of the program around the engine: the engine itself, the container host, the caller's frame.
    /// - Throws: `ValueError` that names the service, if this program has none of that type.
    func service<T>(_ type: T.Type) throws -> T
}

extension CmdletRuntime {
    /// Whether the user or the pipeline gave the parameter that sets a property: `runtime.isBound(\Self.literalPath)`.
    public func isBound<C: Cmdlet, V>(_ path: KeyPath<C, V>) -> Bool {
        // Cmdlets ask for each object of a pipeline: by its name, the parameter would cost as much as the rest of the step.
        MemoryLayout<C>.offset(of: path).map { isBound(offset: $0) } ?? false
    }
}

extension CmdletRuntime {
    public func writeAll(_ values: [Value]) throws {
        for value in values where try write(value) == .enough { return }
    }

    /// Writes the elements of a sequence, and stops where no later stage needs another.
    /// - Throws: as `write(_:)`.
    public func writeAll(_ values: some Sequence<Value>) throws {
        for value in values where try write(value) == .enough { return }
    }
}
