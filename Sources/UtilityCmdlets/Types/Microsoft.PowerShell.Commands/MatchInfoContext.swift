import Values

/// Microsoft.PowerShell.Commands.MatchInfoContext: the lines around a match.
enum MatchInfoContext {
    static let type = ObjectType("Microsoft.PowerShell.Commands.MatchInfoContext", base: .object)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.MatchInfoContext") { MatchInfoContext.type }
}
