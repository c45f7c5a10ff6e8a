import CmdletKit
import Concurrency
import Interpreter
import Values

/// What a background job in a process of its own is to run: the message that starts it.
struct JobStart {
    /// The text of the script block.
    var script = ""
    /// The path of the script file, for errors and $PSScriptRoot; nil for a script block.
    var path: String?
    /// The text of -InitializationScript.
    var initialization: String?
    /// The location to start in.
    var location = ""
    /// The arguments for the script's parameters.
    var arguments: [Value] = []
    /// The objects of `$input`.
    var input: [Value] = []
    /// The values of the `$using:` variables, by their names in lower case.
    var usingValues: [String: Value] = [:]
    /// Variables that are set in the global scope of the job.
    var variables: [(name: String, value: Value)] = []

    init(_ script: String) { self.script = script }

    /// The table that is sent to the job.
    var table: HashtableObject {
        func map(_ pairs: [(String, Value)]) -> Value {
            let table = HashtableObject(ordered: true)
            for (name, value) in pairs { table[name] = value }
            return .object(table)
        }
        let table = HashtableObject(ordered: true)
        table["Script"] = .string(script)
        if let path { table["Path"] = .string(path) }
        if let initialization { table["Initialization"] = .string(initialization) }
        table["Location"] = .string(location)
        if !arguments.isEmpty { table["Arguments"] = .array(arguments) }
        if !input.isEmpty { table["Input"] = .array(input) }
        table["Using"] = map(usingValues.map { ($0.key, $0.value) })
        table["Variables"] = map(variables.map { ($0.name, $0.value) })
        return table
    }

    /// Reads the table in the job.
    /// - Throws: `ValueError` if the value is no such table.
    init(_ value: Value) throws {
        guard let table = value.asObject(HashtableObject.self), let script = table["Script"]?.text else {
            throw ValueError("The job was sent no table of what to run.", id: "JobStartInvalid", category: "InvalidData")
        }
        func pairs(_ name: String) -> [(name: String, value: Value)] {
            (table[name]?.asObject(HashtableObject.self)?.pairs ?? []).map { ($0.key.displayText, $0.value) }
        }
        self.script = script
        path = table["Path"]?.text
        initialization = table["Initialization"]?.text
        location = table["Location"]?.text ?? ""
        arguments = table["Arguments"]?.enumerated ?? []
        input = table["Input"]?.enumerated ?? []
        usingValues = Dictionary(pairs("Using").map { ($0.name, $0.value) }) { $1 }
        variables = pairs("Variables")
    }

    /// Starts the job and adds it to the engine's jobs.
    /// - Throws: `ValueError` if the program has no launcher of jobs, and what `ProcessJob.start` throws.
    func start(name: String?, command: String, in engine: Engine) throws -> Job {
        guard let launcher = engine.service((any JobLauncher).self) else {
            throw ValueError(
                "Jobs in processes of their own are not available here. Start-ThreadJob starts one in this process.",
                id: "ServiceNotAvailable", category: "ResourceUnavailable")
        }
        let job = try ProcessJob.start(table, name: name, command: command, launcher: launcher, in: engine)
        engine.jobs.add(job)
        return job
    }
}

/// Starts the job of a pipeline that ends in `&` (about_Operators, background operator).
final class BackgroundPipelines: BackgroundStarter {
    func start(_ text: String, variables: [(name: String, value: Value)], in engine: Engine) throws -> Object {
        var start = JobStart(text)
        start.location = engine.fileSystem.location
        start.variables = variables
        return try start.start(name: nil, command: text, in: engine)
    }
}
