import SourceText
import Syntax
import Values

/// Starts a pipeline that ends in `&` as a background job: a service, because jobs belong to another target.
public protocol BackgroundStarter: AnyObject {
    /// Starts the job.
    /// - Parameters:
    ///   - text: the pipeline without its `&`.
    ///   - variables: the variables that the text names, with their values.
    /// - Returns: the job, which becomes the pipeline's output.
    /// - Throws: `ValueError` where the job cannot be started.
    func start(_ text: String, variables: [(name: String, value: Value)], in engine: Engine) throws -> Object
}

extension Compiler {
    /// A pipeline or chain with `&` at its end: its output is a job that runs it (about_Operators, "Background operator").
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

    /// Variables that the job's process sets itself.
    private static let ownVariables: Set<String> = [
        "pid", "psversiontable", "psedition", "pshome", "host", "true", "false", "null", "executioncontext", "myinvocation",
        "error",
        "_", "psitem", "input", "args", "this",
    ]
}
