import CmdletKit
import SourceText
import Syntax
import Values

/// Code for a runspace to run, with what it is given.
public struct RunspaceCode {
    /// Its own compilation: that of the runspace which wrote it stays there.
    let block: ScriptBlock
    public var arguments: [Argument] = []
    /// What is piped to it; nil: nothing is.
    public var input: [Value]?
    /// `$_`.
    public var current: Value?
    /// By names in lower case.
    public var usingValues: [String: Value] = [:]
    /// In a scope of its own, as a call; else as if it were dot-sourced.
    public var hasOwnScope = true
    var path: String?

    public init(_ block: ScriptBlock) { self.block = ScriptBlock(block.syntax) }

    public init(text: String, path: String? = nil) throws {
        block = try ScriptBlock.parse(text, path: path)
        self.path = path
    }

    public var text: String { block.stringForm ?? "" }

    /// One behind the other.
    package static func work(_ codes: [RunspaceCode]) -> RunspaceWork {
        { engine, output, streams in
            for code in codes { try engine.execute(code, output: output, streams: streams) }
        }
    }
}

extension Engine {
    /// Runs code one behind the other, as the outermost of this engine.
    /// - Parameter take: gets what is written.
    package func perform(_ codes: [RunspaceCode], _ take: @escaping (StreamKind, Value) throws -> Void) throws {
        try onThread {
            try RunspaceCode.work(codes)(self, StreamSink(.output, take), Streams(take))
        }
    }

    /// Runs code as the outermost of this runspace.
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
