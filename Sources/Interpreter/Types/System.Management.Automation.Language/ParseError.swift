import CmdletKit
import SourceText
import Syntax
import Values

extension ParserType {
    /// System.Management.Automation.Language.ParseError: an error with its place.
    static let error = ObjectType("System.Management.Automation.Language.ParseError", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.ParseError") { ParserType.error }
}
