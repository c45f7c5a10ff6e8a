import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.PSRemotingJob: a job of Start-Job.
    static let remoting: ObjectType = ObjectType("System.Management.Automation.PSRemotingJob", base: job)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSRemotingJob") { JobTypes.remoting }
}
