import Interpreter
import Values

extension WildcardPatternType {
    /// System.Management.Automation.WildcardOptions: how a pattern is matched.
    static let options = ObjectType.enumeration(
        "System.Management.Automation.WildcardOptions",
        Enumeration([("None", 0), ("Compiled", 1), ("IgnoreCase", 2), ("CultureInvariant", 4)], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.WildcardOptions") { WildcardPatternType.options }
}
