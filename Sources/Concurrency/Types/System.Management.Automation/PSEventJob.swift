import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// System.Management.Automation.PSEventJob: collects what an event's action writes.
    static let event: ObjectType = ObjectType("System.Management.Automation.PSEventJob", base: job)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSEventJob") { JobTypes.event }
}
