import CmdletKit
import Interpreter
import Values

/// Set-StrictMode.
struct SetStrictMode: Cmdlet {
    private var version = ""
    private var off: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-StrictMode", synopsis: "Makes doubtful code an error in the current scope and those below it.", defaultSet: "Version",
        parameters: [
            Parameter(
                "Version", \.version, aliases: ["v"], mandatory: true, sets: ["Version"],
                completer: .values(["1.0", "2.0", "3.0", "Latest"]),
                help: "1.0: variables that were never set; 2.0: properties there are not; 3.0 and Latest: indexes out of range."),
            Parameter("Off", \.off, mandatory: true, sets: ["Off"], help: "Turns it off."),
        ],
        examples: [
            Example(
                "Set-StrictMode -Version Latest; try { $nothing } catch { 'never set' }; Set-StrictMode -Off",
                "A variable that was never set.", output: "never set")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let scope = try runtime.service(Frame.self).scope
        guard !off.isOn else { return StrictMode.set(0, in: scope) }
        if version.equalsIgnoringCase("Latest") { return StrictMode.set(3, in: scope) }
        guard let number = Int(version.prefix { $0 != "." }), (0...7).contains(number) else {
            throw ValueError(
                "The value \"\(version)\" is no version of strict mode. Give 1.0, 2.0, 3.0 or Latest.",
                id: "ParameterArgumentTransformationError",
                exception: "System.Management.Automation.ParameterBindingException", category: "InvalidData")
        }
        StrictMode.set(min(number, 3), in: scope)
    }
}
