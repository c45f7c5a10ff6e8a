import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.PowerShellAsyncResult: what BeginInvoke gives.
    static let asyncResult: ObjectType = ObjectType(
        "System.Management.Automation.PowerShellAsyncResult", base: .object, interfaces: ["System.IAsyncResult"],
        members: [
            .property("IsCompleted", "bool") { .bool(try own($0).isDone) },
            .property("CompletedSynchronously", "bool") { _ in .bool(false) },
            .property("AsyncState", "object") { _ in .null },
            .property("AsyncWaitHandle", "System.Threading.WaitHandle") { value in
                let shell = try own(value)
                return .object(WaitHandleObject { shell.isDone })
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Management.Automation.PowerShellAsyncResult") { PowerShellTypes.asyncResult }
}
