import Glibc
import Values

extension NativeArguments {
    /// The type of `$PSNativeCommandArgumentPassing`. Arguments are always passed as under Standard; the other values are for
    /// Windows.
    static let style = ObjectType.enumeration(
        "System.Management.Automation.NativeArgumentPassingStyle", Enumeration(["Legacy", "Standard", "Windows"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.NativeArgumentPassingStyle") { NativeArguments.style }
}
