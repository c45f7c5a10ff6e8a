import CmdletKit
import SourceText
import Syntax
import Values

/// Code for a runspace to run, with its arguments and input.
public struct RunspaceCode {
    /// The block, compiled anew: the compiled code of the runspace that wrote it is bound to that one.
    let block: ScriptBlock
    /// The arguments.
    public var arguments: [Argument] = []
    /// The piped objects; nil: no pipeline.
    public var input: [Value]?
    /// The value of `$_`; nil: not set.
    public var current: Value?
    /// The values of `$using:` variables, by lower-case name.
    public var usingValues: [String: Value] = [:]
    /// Whether the code runs in a new scope, or in the global one as dot-sourced code does.
    public var hasOwnScope = true
    var path: String?

    /// Makes the code of a block.
    public init(_ block: ScriptBlock) { self.block = ScriptBlock(block.syntax) }

    /// Makes the code of a text.
    /// - Parameter path: the script file that the text is from.
    /// - Throws: `TerminatingError` with the first parse error.
    public init(text: String, path: String? = nil) throws {
        block = try ScriptBlock.parse(text, path: path)
        self.path = path
    }

    /// The block's text.
    public var text: String { block.stringForm ?? "" }

    /// Runs codes one after the other.
    package static func work(_ codes: [RunspaceCode]) -> RunspaceWork {
        { engine, output, streams in
            for code in codes { try engine.execute(code, output: output, streams: streams) }
        }
    }
}

extension Engine {
    /// Runs codes one after the other as the outermost code of this engine, on the calling thread.
    /// - Parameter take: gets each object that they write, with its stream.
    /// - Throws: terminating errors; `PipelineStopped`, `ExitRequest`; what `take` throws.
    package func perform(_ codes: [RunspaceCode], _ take: @escaping (StreamKind, Value) throws -> Void) throws {
        try onThread {
            try RunspaceCode.work(codes)(self, StreamSink(.output, take), Streams(take))
        }
    }

    /// Runs code as the outermost code of this engine.
    /// - Throws: terminating errors, `PipelineStopped`, `ExitRequest`.
    package func execute(_ code: RunspaceCode, output: any OutputSink, streams: Streams) throws {
        if !code.usingValues.isEmpty { usingValues = code.usingValues }
        let frame = Frame(engine: self, scope: global, file: code.block.syntax.file, output: output, streams: streams)
        let whole = SourceSpan(start: 0, end: 0)
        let command = CompiledCommand(
            invocation: code.hasOwnScope ? .call : .dot, name: { _ in .object(code.block) }, arguments: { _ in code.arguments },
            redirections: [], span: whole, file: code.block.syntax.file)
        let stage = try FunctionStage(
            code.block, name: "", isFilter: false, path: code.path, endsOnExit: true, dotSourced: !code.hasOwnScope,
            arguments: code.arguments, routed: RoutedStreams(output: output, streams: streams), hasInput: code.input != nil,
            command,
            frame)
        if let current = code.current { stage.setCurrent(current) }
        defer { stage.cleanUp() }
        try stage.begin()
        if let input = code.input {
            for value in input where try stage.accept(value) == .enough { break }
        } else {
            try stage.runWithoutInput()
        }
        try stage.end()
    }
}
