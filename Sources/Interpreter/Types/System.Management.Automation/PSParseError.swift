import SourceText
import Syntax
import Values

extension PSTokens {
    /// System.Management.Automation.PSParseError: an error with the token where it is.
    static let error = ObjectType("System.Management.Automation.PSParseError", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSParseError") { PSTokens.error }
}
