import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.PSTasks.PSTaskJob: a job of ForEach-Object -Parallel -AsJob.
    static let task: ObjectType = ObjectType(
        "System.Management.Automation.PSTasks.PSTaskJob", base: job,
        members: [.property("AllocatedRunspaceCount", "int") { Value.integer(try own($0).allocatedRunspaces) }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSTasks.PSTaskJob") { JobTypes.task }
}
