import CmdletKit
import Concurrency
import Interpreter
import Values

/// What a job in a process of its own is to run, and with what.
struct JobStart {
    var script = ""
    /// The file that the script is of.
    var path: String?
    var initialization: String?
    var location = ""
    var arguments: [Value] = []
    var input: [Value] = []
    /// By names in lower case.
    var usingValues: [String: Value] = [:]
    var variables: [(name: String, value: Value)] = []

    init(_ script: String) { self.script = script }

    /// As it is sent.
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

    /// Starts it, and takes it in among the jobs of the engine.
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

/// `&` at a pipeline's end.
final class BackgroundPipelines: BackgroundStarter {
    func start(_ text: String, variables: [(name: String, value: Value)], in engine: Engine) throws -> Object {
        var start = JobStart(text)
        start.location = engine.fileSystem.location
        start.variables = variables
        return try start.start(name: nil, command: text, in: engine)
    }
}
