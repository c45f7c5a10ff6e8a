import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.PSRemotingChildJob: the part of a job that runs.
    static let remotingChild: ObjectType = ObjectType("System.Management.Automation.PSRemotingChildJob", base: job)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSRemotingChildJob") { JobTypes.remotingChild }
}
