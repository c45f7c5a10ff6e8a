import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.Job2: a job that can be started.
    static let job2: ObjectType = ObjectType(
        "System.Management.Automation.Job2", base: job,
        members: [
            .method("StopJobAsync", "bool force?", "string reason?", returns: "void") { value, _ in
                try own(value).stop()
                return .nothing
            },
            starting("StartJob"), starting("StartJobAsync"),
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Job2") { JobTypes.job2 }
}
