import Values

/// A cmdlet: one Swift type that declares itself once and does its work in three steps.
///
/// A new value is made for every use in a pipeline; the binder sets its parameters through the declaration's key paths, calls `begin` once,
/// `process` for each pipeline object (once where nothing is piped in) and `end` once.
public protocol Cmdlet {
    /// Everything that the binder, Get-Help, Get-Command, completion and the example tests read.
    static var declaration: CmdletDeclaration<Self> { get }
    init()
    mutating func begin(_ runtime: any CmdletRuntime) throws
    mutating func process(_ runtime: any CmdletRuntime) throws
    mutating func end(_ runtime: any CmdletRuntime) throws
}

extension Cmdlet {
    public mutating func begin(_ runtime: any CmdletRuntime) throws {}
    public mutating func process(_ runtime: any CmdletRuntime) throws {}
    public mutating func end(_ runtime: any CmdletRuntime) throws {}
}

/// What a stage is told when it hands an object on.
public enum Flow: Sendable {
    /// More is welcome.
    case more
    /// Nobody downstream wants another object (`Select-Object -First`): stop making them.
    case enough
}

/// What a cmdlet does not own: the streams, the questions to the user, and the services around it.
public protocol CmdletRuntime: AnyObject {
    /// The command's name as it was declared (`Get-Container`).
    var commandName: String { get }
    /// Whether the user or the pipeline gave the parameter.
    func isBound(_ parameter: String) -> Bool
    /// The name of the parameter set that was chosen.
    var parameterSet: String { get }
    /// Writes one object to the output stream; arrays stay whole. The answer may be ignored where few objects are written.
    @discardableResult func write(_ value: Value) throws -> Flow
    /// Writes several objects, stopping where nobody wants more.
    func writeAll(_ values: [Value]) throws
    /// Writes a non-terminating error. Throws where the error action is Stop.
    func writeError(_ record: ErrorRecord) throws
    func writeWarning(_ text: String) throws
    func writeVerbose(_ text: String) throws
    func writeDebug(_ text: String) throws
    func writeInformation(_ value: Value, tags: [String]) throws
    /// Text straight to the user (Write-Host): the information stream, shown at once.
    func writeHost(_ text: String, newline: Bool, foreground: String?, background: String?) throws
    /// Asks -WhatIf and -Confirm. False: leave it be.
    func shouldProcess(target: String, action: String) throws -> Bool
    /// Throws where the user pressed Ctrl-C or the pipeline is being stopped; long loops call it now and then.
    func checkStop() throws
    /// Does something that waits, during which code of other runspaces runs: it touches no values.
    func blocking<T>(_ body: () throws -> T) rethrows -> T
    /// The cmdlet wants no more input: the stages before it stop early and their end steps do not run (`Select-Object -First`).
    func stopUpstream()
    /// Something the program around provides: the engine, the container host, the file system's current location.
    /// - Throws: an error that names the service, where this program has none.
    func service<T>(_ type: T.Type) throws -> T
}

extension CmdletRuntime {
    public func writeAll(_ values: [Value]) throws {
        for value in values where try write(value) == .enough { return }
    }

    /// Writes every element of a sequence, stopping where nobody wants more.
    public func writeAll(_ values: some Sequence<Value>) throws {
        for value in values where try write(value) == .enough { return }
    }
}
