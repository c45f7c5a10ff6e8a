import CmdletKit
import Values

extension CommandObjectTypes {
    /// The type of cmdlets.
    static let cmdlet = ObjectType(
        "System.Management.Automation.CmdletInfo", base: base,
        members: [
            defaultSet, text("HelpFile") { _ in "" },
            .property("ImplementingType", "type") { value in
                guard case .cmdlet(let registration)? = command(value)?.command else { return .null }
                return .object(TypeObject(ObjectType(registration.implementingType, base: CmdletBaseTypes.psCmdlet)))
            },
        ] + verbAndNoun)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CmdletInfo") { CommandObjectTypes.cmdlet }
}
