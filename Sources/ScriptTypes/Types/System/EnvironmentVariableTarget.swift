import Glibc
import Interpreter
import LinuxSystem
import Values

extension EnvironmentType {
    /// System.EnvironmentVariableTarget: where a variable is kept; on Linux always the process.
    static let target = ObjectType.enumeration("System.EnvironmentVariableTarget", Enumeration(["Process", "User", "Machine"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.EnvironmentVariableTarget") { EnvironmentType.target }
}
