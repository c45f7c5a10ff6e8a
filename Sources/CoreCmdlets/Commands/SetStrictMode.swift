import CmdletKit
import Interpreter
import Values

/// Set-StrictMode: sets the strict mode of the caller's scope.
struct SetStrictMode: Cmdlet {
    private var version = ""
    private var off: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-StrictMode", synopsis: "Makes doubtful code an error in the current scope and the scopes below it.",
        description: """
            Version 1.0 makes reading a variable that was never set an error; 2.0 also a property that an object \
            does not have and a function that is called like a method; 3.0 and Latest also an index outside of an \
            array. It holds for the scope that it is set in, such as a script or a function, and ends with it. \
            Writes nothing.
            """,
        defaultSet: "Version",
        parameters: [
            Parameter(
                \.version, aliases: ["v"], mandatory: true, sets: ["Version"],
                completer: .values(["1.0", "2.0", "3.0", "Latest"]),
                help: "1.0, 2.0, 3.0 or Latest: how much is an error."),
            Parameter(\.off, mandatory: true, sets: ["Off"], help: "Turns strict mode off in this scope."),
        ],
        examples: [
            Example(
                "Set-StrictMode -Version Latest; try { $nothing } catch { 'never set' }; Set-StrictMode -Off",
                "A variable that was never set.", output: "never set"),
            Example(
                "& { Set-StrictMode -Version 2.0; try { 'text'.Colour } catch { 'no such property' } }; 'text'.Colour",
                "In a script block only.", output: "no such property"),
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
