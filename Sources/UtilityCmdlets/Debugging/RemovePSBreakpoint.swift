import CmdletKit
import Interpreter
import Values

/// Remove-PSBreakpoint.
struct RemovePSBreakpoint: Cmdlet {
    private var id: [Int] = []
    private var breakpoint: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Remove-PSBreakpoint", aliases: ["rbp"], synopsis: "Removes breakpoints.", defaultSet: "Breakpoint", confirms: true,
        parameters: [
            Parameter(
                "Breakpoint", \.breakpoint, position: 0, mandatory: true, pipeline: .byValue, sets: ["Breakpoint"],
                help: "Breakpoints, as Set-PSBreakpoint and Get-PSBreakpoint write them."),
            Parameter(
                "Id", \.id, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Id"], help: "Their numbers."),
        ],
        examples: [Example("Get-PSBreakpoint | Remove-PSBreakpoint", "All of them.", output: "")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let breakpoints = try runtime.service(Engine.self).breakpoints
        var found = breakpoint.flatMap(\.enumeratedOrSelf).compactMap { $0.asObject(Breakpoint.self) }
        for id in id { if let one = try GetPSBreakpoint.find(id, runtime) { found.append(one) } }
        for one in found where try runtime.shouldProcess(target: one.stringForm ?? "", action: "Remove") { breakpoints.remove(one) }
    }
}
