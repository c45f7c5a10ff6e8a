import Glibc
import Interpreter
import LinuxSystem
import Values

extension EnvironmentType {
    /// System.Environment+SpecialFolder: the folders that GetFolderPath knows.
    static let specialFolder = ObjectType.enumeration(
        "System.Environment+SpecialFolder",
        Enumeration([
            ("Desktop", 0), ("Programs", 2), ("MyDocuments", 5), ("Personal", 5), ("DesktopDirectory", 16), ("ApplicationData", 26),
            ("LocalApplicationData", 28), ("CommonApplicationData", 35), ("System", 37), ("ProgramFiles", 38), ("UserProfile", 40),
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Environment+SpecialFolder", "environment+specialfolder") { EnvironmentType.specialFolder }
}
