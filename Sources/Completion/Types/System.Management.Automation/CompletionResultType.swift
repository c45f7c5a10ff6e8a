import CmdletKit
import Interpreter
import Values

extension CompletionObjects {
    /// System.Management.Automation.CompletionResultType: what a completion stands for.
    static let kindType = ObjectType.enumeration(
        "System.Management.Automation.CompletionResultType", Enumeration(CompletionResult.Kind.allCases.map(\.rawValue)))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CompletionResultType") { CompletionObjects.kindType }
}
