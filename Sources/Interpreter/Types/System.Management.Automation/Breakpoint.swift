import SourceText
import Values

extension Breakpoint {
    /// System.Management.Automation.Breakpoint: what all kinds of breakpoints have.
    static let base = ObjectType(
        "System.Management.Automation.Breakpoint", base: .object,
        members: [
            .property("Action", "scriptblock") { .object(try breakpoint($0).action) },
            .property("Enabled", "bool") { .bool(try breakpoint($0).isEnabled) },
            .property("HitCount", "int") { Value.integer(try breakpoint($0).hitCount) },
            .property("Id", "int") { Value.integer(try breakpoint($0).id) },
            .property("Script", "string") { .string(try breakpoint($0).script) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Breakpoint") { Breakpoint.base }
}
