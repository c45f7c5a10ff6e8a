import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.ActionPreference: the values of -ErrorAction and of the preference variables.
enum ActionPreference: String {
    case silentlyContinue = "SilentlyContinue"
    case stop = "Stop"
    case `continue` = "Continue"
    case inquire = "Inquire"
    case ignore = "Ignore"
    case suspend = "Suspend"
    case `break` = "Break"

    static let names = ["SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break"]
    static let type = ObjectType.enumeration("System.Management.Automation.ActionPreference", Enumeration(names))

    /// The value as scripts see it.
    var boxed: Value {
        .object(EnumObject(Self.type, rawValue: Self.type.enumeration?.rawValue(of: rawValue) ?? 0))
    }

    /// From the enumeration's name or number; nil for others.
    init?(_ value: Value) {
        if case .int(let number) = value, Self.names.indices.contains(Int(number)) {
            self.init(rawValue: Self.names[Int(number)])
            return
        }
        guard let name = Self.names.first(where: { $0.equalsIgnoringCase(value.displayText) }) else { return nil }
        self.init(rawValue: name)
    }

    /// The value of a preference variable; `continue` where it holds none.
    static func current(_ engine: Engine, _ variable: String) -> ActionPreference {
        ActionPreference(engine.variable(variable)) ?? .continue
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ActionPreference") { ActionPreference.type }
}
