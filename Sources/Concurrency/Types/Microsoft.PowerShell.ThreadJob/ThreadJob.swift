import CmdletKit
import Interpreter
import Values

extension JobTypes {
    /// Microsoft.PowerShell.ThreadJob.ThreadJob: a job of Start-ThreadJob.
    static let thread: ObjectType = ObjectType("Microsoft.PowerShell.ThreadJob.ThreadJob", base: job2)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.ThreadJob.ThreadJob") { JobTypes.thread }
}
