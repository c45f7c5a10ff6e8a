import CmdletKit
import Interpreter
import Values

/// Remove-PSBreakpoint: removes breakpoints from the engine.
struct RemovePSBreakpoint: Cmdlet {
    private var id: [Int] = []
    private var breakpoint: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Remove-PSBreakpoint", aliases: ["rbp"], synopsis: "Removes breakpoints.",
        description: "Takes breakpoints from the pipeline and writes nothing. A number that there is not is an error.",
        defaultSet: "Breakpoint", confirms: true,
        parameters: [
            Parameter(
                \.breakpoint, position: 0, mandatory: true, pipeline: .byValue, sets: ["Breakpoint"],
                help: "Breakpoints, as Set-PSBreakpoint and Get-PSBreakpoint write them."),
            Parameter(
                \.id, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Id"], help: "Numbers of breakpoints."),
        ],
        examples: [
            Example("Get-PSBreakpoint | Remove-PSBreakpoint; @(Get-PSBreakpoint).Count", "All of them.", output: "0"),
            Example(
                """
                Set-Content /tmp/remove-breakpoint.ps1 '1'
                $point = Set-PSBreakpoint /tmp/remove-breakpoint.ps1 1 -Action { }
                Remove-PSBreakpoint -Id $point.Id
                @(Get-PSBreakpoint -Script /tmp/remove-breakpoint.ps1).Count
                Remove-Item /tmp/remove-breakpoint.ps1
                """,
                "One of them by its number.", output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let breakpoints = try runtime.service(Engine.self).breakpoints
        var found = breakpoint.flatMap(\.enumeratedOrSelf).compactMap { $0.asObject(Breakpoint.self) }
        for id in id { if let one = try GetPSBreakpoint.find(id, runtime) { found.append(one) } }
        for one in found where try runtime.shouldProcess(target: one.stringForm ?? "", action: "Remove") { breakpoints.remove(one) }
    }
}
