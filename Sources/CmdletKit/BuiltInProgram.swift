/// A command that is part of the shell but behaves like a native program (`docker`): it gets its arguments unparsed, reads and
/// writes bytes, and ends with an exit code. In a pipeline, operating-system pipes join it to neighbours that are native programs.
///
/// It runs in the shell's process, on a thread of its own, because it works on objects that exist only there (the simulated host,
/// for one); a child process could not reach them.
public protocol BuiltInProgram: Sendable {
    /// The program's name, help, usage and examples.
    static var declaration: ProgramDeclaration { get }
    /// Prepares one run. Called on the session's thread, where services may be looked up; `run` is not.
    /// - Throws: any error; it is reported as the command's failure and `run` is not called.
    init(_ services: any ServiceProvider) throws
    /// Runs the program. Called on a thread of its own.
    /// - Returns: the exit code, 0 to 255 (`$LASTEXITCODE`).
    func run(_ arguments: [String], _ context: ProgramContext) -> Int32
    /// Candidates for tab completion of the last word. Has no side effects.
    /// - Parameters:
    ///   - word: the word that is being typed, up to the cursor.
    ///   - arguments: the complete words before it, without the program's name.
    func complete(_ word: String, after arguments: [String]) -> [ProgramCandidate]
}

/// An object that can be asked for services by type; the engine is one.
public protocol ServiceProvider: AnyObject {
    /// The service of that type; nil if nothing registered one.
    func service<T>(_ type: T.Type) -> T?
}

/// The file descriptors of a running built-in program. The program may use them until `run` returns; their owner closes them.
public struct ProgramContext: Sendable {
    /// The descriptor to read standard input from.
    public var input: Int32
    /// The descriptor to write standard output to.
    public var output: Int32
    /// The descriptor to write standard error to.
    public var error: Int32
    /// The read end of a pipe on which each byte is a signal number sent to the program (2 for Ctrl-C). After 9 (SIGKILL) `run`
    /// must return at once.
    public var signals: Int32

    /// Joins descriptors that the caller owns.
    public init(input: Int32, output: Int32, error: Int32, signals: Int32) {
        self.input = input
        self.output = output
        self.error = error
        self.signals = signals
    }
}

/// A candidate that completion offers for a word.
public struct ProgramCandidate: Sendable {
    /// The text that replaces the word.
    public var text: String
    /// A few words that explain the candidate; may be empty.
    public var detail: String

    /// Makes a candidate.
    public init(_ text: String, detail: String = "") {
        self.text = text
        self.detail = detail
    }
}

/// A built-in program's name and help, as Get-Help, Get-Command and the tests of examples read them.
public struct ProgramDeclaration: Sendable {
    /// The name by which the program is called (`docker`).
    public var name: String
    /// One line that says what the program does (Get-Help's SYNOPSIS).
    public var synopsis: String
    /// The text of Get-Help's DESCRIPTION; may be empty.
    public var description: String
    /// The forms in which the program can be called, one a line (Get-Help's SYNTAX).
    public var usage: [String]
    /// The examples that Get-Help shows and the tests run.
    public var examples: [Example]

    /// Makes a declaration; the parameters are the properties of the same names.
    public init(_ name: String, synopsis: String, description: String = "", usage: [String], examples: [Example] = []) {
        self.name = name
        self.synopsis = synopsis
        self.description = description
        self.usage = usage
        self.examples = examples
    }

    /// The declaration as a command's signature: no parameters, because the program parses its arguments itself, and objects of
    /// System.String as output.
    public var signature: CommandSignature {
        var signature = CommandSignature(
            name: name, synopsis: synopsis, description: description, parameters: [], outputs: ["System.String"],
            examples: examples, isAdvanced: false)
        signature.usage = usage
        return signature
    }
}

/// A built-in program's type with its Swift type erased, for the engine's table of commands.
public struct ProgramRegistration: Sendable {
    /// The name by which the program is called.
    public let name: String
    /// The module that Get-Command's Source column names.
    public let module: String
    private let declaration: @Sendable () -> ProgramDeclaration
    private let make: @Sendable (any ServiceProvider) throws -> any BuiltInProgram

    /// Registers a program type.
    /// - Parameters:
    ///   - name: the command's name; given here so that the declaration need not be made at the shell's start.
    ///   - module: the module that Get-Command's Source column names.
    public init<P: BuiltInProgram>(_: P.Type, name: String, module: String) {
        self.name = name
        self.module = module
        declaration = { P.declaration }
        make = { try P($0) }
    }

    /// The program's declaration as a command's signature.
    public var signature: CommandSignature { declaration().signature }
    /// Prepares one run of the program.
    /// - Throws: what the program's initializer throws.
    public func makeInstance(_ services: any ServiceProvider) throws -> any BuiltInProgram { try make(services) }
}
