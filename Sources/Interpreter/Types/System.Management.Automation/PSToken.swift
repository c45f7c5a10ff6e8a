import SourceText
import Syntax
import Values

extension PSTokens {
    /// System.Management.Automation.PSToken: a token with its place.
    static let token = ObjectType("System.Management.Automation.PSToken", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSToken") { PSTokens.token }
}
