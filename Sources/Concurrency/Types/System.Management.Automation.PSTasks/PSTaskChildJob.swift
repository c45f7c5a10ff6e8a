import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.PSTasks.PSTaskChildJob: one task of such a job.
    static let taskChild: ObjectType = ObjectType("System.Management.Automation.PSTasks.PSTaskChildJob", base: job)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSTasks.PSTaskChildJob") { JobTypes.taskChild }
}
