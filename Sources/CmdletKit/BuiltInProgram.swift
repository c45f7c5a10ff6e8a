/// A command of the shell that is used as a program of the system is: it gets its arguments as they were written, reads and writes bytes,
/// and ends with an exit code. In a pipeline its neighbours are joined to it by the system's own pipes where they are programs.
///
/// It runs in this process and on a thread of its own, so that it can work on what the session has, the simulated host for one, which a
/// process could not reach.
public protocol BuiltInProgram: Sendable {
    static var declaration: ProgramDeclaration { get }
    /// Takes what it needs of the session; called on the session's thread for each use.
    /// - Throws: an error that ends the command before it begins.
    init(_ services: any ServiceProvider) throws
    /// Does the work.
    /// - Returns: the exit code, 0 to 255.
    func run(_ arguments: [String], _ context: ProgramContext) -> Int32
    /// What may stand for a word that has been begun, behind these arguments. Runs nothing.
    func complete(_ word: String, after arguments: [String]) -> [ProgramCandidate]
}

/// Something that has services by their types: the engine.
public protocol ServiceProvider: AnyObject {
    func service<T>(_ type: T.Type) -> T?
}

/// The streams of a running program. The descriptors are its own until it ends.
public struct ProgramContext: Sendable {
    public var input: Int32
    public var output: Int32
    public var error: Int32
    /// A pipe: each byte is the number of a signal that the program got. Behind SIGKILL (9) it has to return at once.
    public var signals: Int32

    public init(input: Int32, output: Int32, error: Int32, signals: Int32) {
        self.input = input
        self.output = output
        self.error = error
        self.signals = signals
    }
}

/// A word that completion offers.
public struct ProgramCandidate: Sendable {
    public var text: String
    /// What it is, a few words.
    public var detail: String

    public init(_ text: String, detail: String = "") {
        self.text = text
        self.detail = detail
    }
}

/// What Get-Help, Get-Command and the example tests read of a program.
public struct ProgramDeclaration: Sendable {
    public var name: String
    public var synopsis: String
    public var description: String
    /// How it is called, a line each.
    public var usage: [String]
    public var examples: [Example]

    public init(_ name: String, synopsis: String, description: String = "", usage: [String], examples: [Example] = []) {
        self.name = name
        self.synopsis = synopsis
        self.description = description
        self.usage = usage
        self.examples = examples
    }

    /// As the signature of a command that takes its arguments apart itself.
    public var signature: CommandSignature {
        var signature = CommandSignature(
            name: name, synopsis: synopsis, description: description, parameters: [], outputs: ["System.String"],
            examples: examples, isAdvanced: false)
        signature.usage = usage
        return signature
    }
}

/// A program type without its Swift type: what the command table holds.
public struct ProgramRegistration: Sendable {
    public let name: String
    /// Where it comes from, as Get-Command's Source column shows it.
    public let module: String
    private let declaration: @Sendable () -> ProgramDeclaration
    private let make: @Sendable (any ServiceProvider) throws -> any BuiltInProgram

    public init<P: BuiltInProgram>(_: P.Type, name: String, module: String) {
        self.name = name
        self.module = module
        declaration = { P.declaration }
        make = { try P($0) }
    }

    public var signature: CommandSignature { declaration().signature }
    public func makeInstance(_ services: any ServiceProvider) throws -> any BuiltInProgram { try make(services) }
}
