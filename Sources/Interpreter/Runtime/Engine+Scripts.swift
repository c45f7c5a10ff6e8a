import CmdletKit
import SourceText
import Syntax
import Values

/// Scripts and texts that the program is started with (`-File`, `-Command`), with their arguments and the objects of standard
/// input.
extension Engine {
    /// The objects of a pipeline, one each call; nil at the end.
    public typealias InputSource = () throws -> Value?

    /// Whether there is a file that `runScript` could run.
    public func isScriptFile(_ path: String) -> Bool { fileSystem.isFile(fileSystem.hostPath(path)) }

    /// Runs a script file in the global scope, as -File does (about_Pwsh); errors are shown and added to `$Error`.
    /// - Parameters:
    ///   - input: the objects piped into the script; not read unless the script takes them (`readsInput`).
    ///   - output: nil: the host's display.
    /// - Returns: false where an error ended the script.
    /// - Throws: `ExitRequest` for `exit`, and `PipelineStopped` after Ctrl-C.
    public func runScript(
        _ path: String, arguments: [Argument], input: InputSource? = nil, output: (any OutputSink)? = nil
    ) throws -> Bool {
        let shown = fileSystem.display(fileSystem.hostPath(path))
        return try run(path: shown, arguments: arguments, input: input, output: output) {
            try ScriptBlock.parse(try fileSystem.readText(path), path: shown, session: globalState)
        }
    }

    /// Runs a text with arguments in the global scope; otherwise as `runScript`.
    /// - Throws: `ExitRequest` for `exit`, and `PipelineStopped` after Ctrl-C.
    public func run(
        _ text: String, arguments: [Argument], input: InputSource? = nil, output: (any OutputSink)? = nil
    ) throws -> Bool {
        try run(path: nil, arguments: arguments, input: input, output: output) {
            try ScriptBlock.parse(text, session: globalState)
        }
    }

    private func run(
        path: String?, arguments: [Argument], input: InputSource?, output: (any OutputSink)?, _ parse: () throws -> ScriptBlock
    ) throws -> Bool {
        try onThread { try runBlock(path: path, arguments: arguments, input: input, output: output, parse) }
    }

    private func runBlock(
        path: String?, arguments: [Argument], input: InputSource?, output: (any OutputSink)?, _ parse: () throws -> ScriptBlock
    ) throws -> Bool {
        try reporting(SourceFile(path: path, text: ""), output) { sink in
            let block = try parse()
            let frame = topFrame(block.syntax.file, output: sink)
            let command = CompiledCommand(
                invocation: .call, name: { _ in .object(block) }, arguments: { _ in arguments }, redirections: [],
                span: SourceSpan(start: 0, end: 0),
                // The call that starts a script stands in no file: `$MyInvocation.ScriptName` is empty for it.
                file: path == nil ? block.syntax.file : SourceFile(text: ""))
            let source = block.syntax.readsInput ? input : nil
            // With an empty standard input (/dev/null) a process block runs once, as it does at a terminal.
            var next = try source?()
            let hasInput = next != nil
            let stage = try FunctionStage(
                block, name: path?.split(separator: "/").last.map(String.init) ?? "", isFilter: false, path: path,
                endsOnExit: false, dotSourced: true,
                arguments: arguments, routed: RoutedStreams(output: sink, streams: Streams()), hasInput: hasInput,
                resolvedCommand: path.map { CommandObject(.script(path: fileSystem.hostPath($0)), engine: self) },
                invocationName: path, command, frame)
            defer { stage.cleanUp() }
            try stage.begin()
            while let value = next, try stage.accept(value) == .more { next = try source?() }
            if !hasInput { try stage.runWithoutInput() }
            try stage.end()
            succeeded = !stage.failed && succeeded
        }
    }
}

extension ScriptBlockSyntax {
    /// Whether the script takes objects from the pipeline: it has a process block, or names `$input` outside of the blocks and
    /// functions in it.
    ///
    /// Where it does not, standard input is left unread for the native programs that the script starts.
    public var readsInput: Bool {
        if processBlock != nil { return true }
        let index = SyntaxIndex(self)
        return index.nodes.indices.contains { place in
            guard case .expression(.variable(let variable)) = index.nodes[place].content, variable.name.equalsIgnoringCase("input")
            else { return false }
            let around = index.path(from: place).first { if case .script = index.nodes[$0].content { true } else { false } }
            return around == 0
        }
    }
}
