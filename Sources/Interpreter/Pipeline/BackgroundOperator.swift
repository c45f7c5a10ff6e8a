import SourceText
import Syntax
import Values

/// What starts a pipeline that ends in `&` as a job.
public protocol BackgroundStarter: AnyObject {
    /// - Parameters:
    ///   - text: the pipeline.
    ///   - variables: those that it names, and their values.
    /// - Returns: the job, which the pipeline writes.
    func start(_ text: String, variables: [(name: String, value: Value)], in engine: Engine) throws -> Object
}

extension Compiler {
    /// A pipeline or chain with `&` behind it: a job, which is what it writes.
    func background(_ written: String) -> Execute {
        var text = written.trimmingSpaces()
        if text.hasSuffix("&"), !text.hasSuffix("&&") { text = String(text.dropLast()).trimmingSpaces() }
        let code = text
        let names = VariableNames.all(in: code).filter { !Self.ownVariables.contains($0.lowercased()) }
        return { frame in
            guard let starter = frame.engine.service((any BackgroundStarter).self) else {
                throw ValueError(
                    "Background pipelines are not available here. Run the command without the '&' at its end.",
                    id: "BackgroundNotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
            }
            let variables = names.compactMap { name in frame.scope.value(name).map { (name: name, value: $0) } }
            let job = try starter.start(code, variables: variables, in: frame.engine)
            frame.engine.succeeded = true
            return try frame.emit(.object(job))
        }
    }

    /// Variables that every process has of its own.
    private static let ownVariables: Set<String> = [
        "pid", "psversiontable", "psedition", "pshome", "host", "true", "false", "null", "executioncontext", "myinvocation",
        "error",
        "_", "psitem", "input", "args", "this",
    ]
}
