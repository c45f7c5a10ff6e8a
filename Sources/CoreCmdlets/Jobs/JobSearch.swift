import CmdletKit
import CmdletSupport
import Concurrency
import Interpreter
import Values

/// The parameters by which the job cmdlets select jobs, and the search for these jobs.
struct JobSearch {
    var id: [Int] = []
    var name: [String] = []
    var instanceID: [GuidArgument] = []
    var state: JobState?
    var command: [String] = []
    var filter: HashtableArgument?
    var job: [JobArgument] = []

    /// The names of the parameter sets, as PowerShell has them.
    static let sessionID = "SessionIdParameterSet"
    static let instanceIDs = "InstanceIdParameterSet"
    static let names = "NameParameterSet"
    static let states = "StateParameterSet"
    static let commands = "CommandParameterSet"
    static let filters = "FilterParameterSet"
    static let jobs = "JobParameterSet"
    /// All of them but that of -Command.
    static let withoutCommands: Set = [sessionID, instanceIDs, names, states, filters, jobs]

    /// The selected jobs, each once. A name or number that no job has is written as a non-terminating error.
    /// - Parameters:
    ///   - searchesChildren: whether names and IDs match child jobs as well.
    ///   - fallback: the jobs to return if no parameter selects any.
    /// - Throws: what `writeError` throws, and `ValueError` if there is no engine.
    func find(_ runtime: any CmdletRuntime, searchesChildren: Bool = true, fallback: [Job] = []) throws -> [Job] {
        let table = try runtime.service(Engine.self).jobs
        let candidates = searchesChildren ? table.all : table.jobs
        var found: [Job] = []
        func add(_ jobs: [Job]) { for job in jobs where !found.contains(where: { $0 === job }) { found.append(job) } }
        switch runtime.parameterSet {
        case Self.instanceIDs:
            for wanted in instanceID {
                let text = wanted.value.displayText
                try take(
                    candidates.filter { $0.instanceID.displayText.equalsIgnoringCase(text) }, add, runtime,
                    "The command cannot find a job with the instance identifier \(text). Verify the value of the InstanceId parameter, and then try the command again.",
                    "JobWithSpecifiedInstanceIdNotFound", wanted.value)
            }
        case Self.names:
            for pattern in name {
                let matches = candidates.filter { Wildcard(pattern).matches($0.name) }
                if matches.isEmpty, Wildcard.isPattern(pattern) { continue }
                try take(
                    matches, add, runtime,
                    "The command cannot find the job because the job name \(pattern) was not found. Verify the value of the Name parameter, and then try the command again.",
                    "JobWithSpecifiedNameNotFound", .string(pattern))
            }
        case Self.states: add(table.jobs.filter { $0.state == state })
        case Self.commands:
            add(
                table.jobs.filter { job in command.contains { Wildcard($0.trimmingSpaces()).matches(job.command.trimmingSpaces()) }
                })
        case Self.filters: add(table.jobs.filter { fits($0) })
        case Self.jobs: add(job.map(\.job))
        default:
            if id.isEmpty { add(fallback) }
            for wanted in id {
                try take(
                    candidates.filter { $0.id == wanted }, add, runtime,
                    "The command cannot find a job with the job ID \(wanted). Verify the value of the Id parameter and then try the command again.",
                    "JobWithSpecifiedSessionNotFound", .integer(wanted))
            }
        }
        return found
    }

    private func take(
        _ matches: [Job], _ add: ([Job]) -> Void, _ runtime: any CmdletRuntime, _ message: String, _ id: String, _ target: Value
    ) throws {
        guard matches.isEmpty else { return add(matches) }
        try runtime.writeError(
            ErrorRecord(
                message, id: id, category: "ObjectNotFound", exception: "System.Management.Automation.PSArgumentException",
                target: target))
    }

    /// Whether the job has the properties of -Filter; the values are wildcard patterns.
    private func fits(_ job: Job) -> Bool {
        guard let filter else { return false }
        return filter.table.pairs.allSatisfy { pair in
            guard let value = Value.object(job).property(pair.key.displayText) else { return false }
            return Wildcard(pair.value.displayText).matches(value.displayText)
        }
    }

    /// The declarations of the parameters, for the parameter sets that a cmdlet has.
    /// - Parameter needsID: whether -Id is mandatory. It is, unless all jobs are a harmless default.
    static func parameters(needsID: Bool = true, sets: Set<String>) -> [Parameter<JobSearch>] {
        let all: [(String, Parameter<JobSearch>)] = [
            (
                sessionID,
                Parameter(
                    \.id, position: 0, mandatory: needsID, pipeline: .byPropertyName,
                    sets: [sessionID], help: "Numbers of jobs.")
            ),
            (
                instanceIDs,
                Parameter(
                    \.instanceID, named: "InstanceId", position: 0, mandatory: true, pipeline: .byPropertyName,
                    sets: [instanceIDs], help: "GUIDs of jobs: their InstanceId.")
            ),
            (
                names,
                Parameter(
                    \.name, position: 0, mandatory: true, pipeline: .byPropertyName, sets: [names],
                    validate: [.notNullOrEmpty], help: "Names of jobs; wildcards are allowed.")
            ),
            (
                states,
                Parameter(
                    \.state, position: 0, mandatory: true, pipeline: .byPropertyName,
                    sets: [states], help: "Jobs of this state: Running, Completed, Failed, Stopped, NotStarted, …")
            ),
            (
                commands,
                Parameter(
                    \.command, mandatory: true, pipeline: .byPropertyName, sets: [commands],
                    validate: [.notNullOrEmpty], help: "Jobs whose code fits one of these texts; wildcards are allowed.")
            ),
            (
                filters,
                Parameter(
                    \.filter, position: 0, mandatory: true, pipeline: .byPropertyName,
                    sets: [filters], validate: [.notNullOrEmpty],
                    help: "A hashtable of properties that jobs must have: @{ State = 'Failed'; Name = 'One' }.")
            ),
            (
                jobs,
                Parameter(
                    \.job, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                    sets: [jobs], validate: [.notNullOrEmpty], help: "Job objects, usually from the pipeline.")
            ),
        ]
        return all.filter { sets.contains($0.0) }.map(\.1)
    }
}
