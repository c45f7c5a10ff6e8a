import CmdletKit
import SourceText
import Syntax
import Values

extension Engine {
    /// Calls a cmdlet by its name, past functions and aliases of that name, and collects its output.
    /// - Throws: CommandNotFoundException where there is no such cmdlet; otherwise what the cmdlet throws.
    func callCmdlet(_ name: String, _ arguments: [(String, Value)]) throws -> [Value] {
        guard let registration = commands.cmdlet(name) else { throw CommandNotFound.error(name, self) }
        let file = SourceFile(text: name)
        let object = CommandObject(.cmdlet(registration), engine: self)
        let command = CompiledCommand(
            invocation: .call, name: { _ in .object(object) },
            arguments: { _ in arguments.map { .parameter(name: $0.0, text: "-" + $0.0, value: $0.1) } }, redirections: [],
            span: SourceSpan(start: 0, end: file.utf8.count), file: file)
        let frame = Frame(engine: self, scope: current, file: file, output: NullSink(), streams: Streams())
        return try frame.collecting { try PipelineRunner.run(nil, [command], in: frame) }
    }
}
