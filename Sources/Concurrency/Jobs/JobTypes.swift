import CmdletKit
import Interpreter
import Values

/// The types of jobs, by the kinds that `Job.Kind` describes.
enum JobTypes {
    static let all: [ObjectType] = [job, job2, remoting, remotingChild, thread, task, taskChild, event, JobState.type, stateInfo]

    private static func own(_ value: Value) throws -> Job {
        guard let job = value.asObject(Job.self) else { throw ValueError("This is no job.", id: "InvalidOperation") }
        return job
    }

    private static func stream(_ kind: StreamKind) -> Member {
        .property(
            kind.rawValue, "System.Management.Automation.PSDataCollection",
            set: { value, new in
                guard let list = new.asObject(ListObject.self) else {
                    throw ValueError("A stream is a PSDataCollection, not a \(new.typeName).", id: "InvalidOperation")
                }
                try own(value).streams[kind] = list
            }
        ) { .object(try own($0).streams[kind]) }
    }

    static func date(_ date: DateTime?) -> Value { date?.boxed ?? .null }

    static let stateInfo = JobStateInfo.objectType

    static let job: ObjectType = ObjectType(
        "System.Management.Automation.Job", base: .object,
        members: [
            .property("State", "System.Management.Automation.JobState") { try own($0).state.value },
            .property("StatusMessage", "string") { value in
                let job = try own(value)
                return .string(job.kind.name == Job.Kind.thread.name ? job.streams[.error].elements.last?.displayText ?? "" : "")
            },
            .property("HasMoreData", "bool") { .bool(try own($0).hasMoreData) },
            .property("Location", "string") { .string(try own($0).location) },
            .property("Command", "string") { .string(try own($0).command) },
            .property("JobStateInfo", stateInfo.name) { value in
                let job = try own(value)
                return .object(JobStateInfo(job.state, reason: job.reason))
            },
            .property("Finished", "System.Threading.WaitHandle") { value in
                let job = try own(value)
                return .object(WaitHandleObject { job.state.isFinished })
            },
            .property("InstanceId", "guid") { try own($0).instanceID },
            .property("Id", "int") { Value.integer(try own($0).id) },
            .property("Name", "string", set: { try own($0).name = $1.displayText }) { .string(try own($0).name) },
            .property("ChildJobs", "System.Collections.Generic.IList[System.Management.Automation.Job]") {
                .object(ListObject(try own($0).children.map { .object($0) }))
            },
            .property("PSBeginTime", "datetime") { date(try own($0).begin) },
            .property("PSEndTime", "datetime") { date(try own($0).end) },
            .property("PSJobTypeName", "string") { .string(try own($0).kind.name) },
        ] + [.output, .error, .progress, .verbose, .debug, .warning, .information].map { stream($0) } + [
            .method("StopJob", "bool force?", "string reason?", returns: "void") { value, _ in
                let job = try own(value)
                job.stop()
                try Engine.ofThread?.wait { job.state.isFinished }
                return .nothing
            },
            .method("Dispose", returns: "void") { value, _ in
                try own(value).stop()
                return .nothing
            },
        ])

    private static func derived(_ name: String, _ base: ObjectType, _ members: [Member] = []) -> ObjectType {
        ObjectType(name, base: base, members: members)
    }

    static let job2: ObjectType = derived(
        "System.Management.Automation.Job2", job,
        [
            .method("StopJobAsync", "bool force?", "string reason?", returns: "void") { value, _ in
                try own(value).stop()
                return .nothing
            },
            starting("StartJob"), starting("StartJobAsync"),
        ])

    private static func starting(_ name: String) -> Member {
        .method(name, returns: "void") { value, _ in
            Engine.ofThread?.threadJobs.startNow(try own(value))
            return .nothing
        }
    }
    static let remoting: ObjectType = derived("System.Management.Automation.PSRemotingJob", job)
    static let remotingChild: ObjectType = derived("System.Management.Automation.PSRemotingChildJob", job)
    static let thread: ObjectType = derived("Microsoft.PowerShell.ThreadJob.ThreadJob", job2)
    static let task: ObjectType = derived(
        "System.Management.Automation.PSTasks.PSTaskJob", job,
        [.property("AllocatedRunspaceCount", "int") { Value.integer(try own($0).allocatedRunspaces) }])
    static let taskChild: ObjectType = derived("System.Management.Automation.PSTasks.PSTaskChildJob", job)
    static let event: ObjectType = derived("System.Management.Automation.PSEventJob", job)
}
