import CmdletKit
import Interpreter
import Values

/// Set-PSBreakpoint: runs a script block whenever a line of a script is reached.
struct SetPSBreakpoint: Cmdlet {
    private var script: [String] = []
    private var line: [Int] = []
    private var column = 0
    private var command: [String] = []
    private var variable: [String] = []
    private var mode = "Write"
    private var action: ScriptBlock?

    static let declaration = CmdletDeclaration<Self>(
        "Set-PSBreakpoint", aliases: ["sbp"], synopsis: "Runs a script block whenever a script comes to a line.",
        description: """
            The block runs before the line does, in a scope below that of the script, with the breakpoint as $_. \
            Writes the breakpoint, which counts in HitCount how often the line was reached. This shell has no \
            debugger to stop in: -Action is needed, and breakpoints on commands and variables are an error.
            """,
        defaultSet: "Line",
        parameters: [
            Parameter(
                \.script,
                memberships: [
                    ParameterInfo.Membership(set: "Line", position: 0, isMandatory: true),
                    ParameterInfo.Membership(set: "Command", position: 0), ParameterInfo.Membership(set: "Variable", position: 0),
                ], completer: .paths, help: "Script files."),
            Parameter(\.line, position: 1, mandatory: true, sets: ["Line"], help: "Line numbers in the script, from 1."),
            Parameter(
                \.column, position: 2, sets: ["Line"],
                help: "The column that the statement must begin at, from 1; 0, the default, is any."),
            Parameter(\.command, aliases: ["C"], mandatory: true, sets: ["Command"], help: "Commands; an error here."),
            Parameter(
                \.variable, aliases: ["V"], mandatory: true, sets: ["Variable"], help: "Variables; an error here."),
            Parameter(
                \.mode, sets: ["Variable"], completer: .values(["Read", "Write", "ReadWrite"]),
                help: "Read, Write or ReadWrite: what is done with the variable; an error here."),
            Parameter(\.action, help: "What is run at the line, with the breakpoint as $_."),
        ],
        outputs: [Breakpoint.objectType.name],
        examples: [
            Example(
                """
                Set-Content /tmp/set-breakpoint.ps1 'foreach ($i in 1..3) {', '  $square = $i * $i', '}'
                $point = Set-PSBreakpoint /tmp/set-breakpoint.ps1 2 -Action { }
                /tmp/set-breakpoint.ps1
                $point.HitCount
                Remove-PSBreakpoint $point
                Remove-Item /tmp/set-breakpoint.ps1
                """,
                "How often a line is reached.", output: "3"),
            Example(
                """
                Set-Content /tmp/set-breakpoint.ps1 '$n = 5', '$n'
                $point = Set-PSBreakpoint /tmp/set-breakpoint.ps1 2 -Action { $n = 6 }
                /tmp/set-breakpoint.ps1
                Remove-PSBreakpoint $point
                Remove-Item /tmp/set-breakpoint.ps1
                """,
                "The block runs in a scope below that of the script.", output: "5"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard let action, !line.isEmpty else {
            throw ValueError(
                "This shell has no debugger to stop in. Give Set-PSBreakpoint a script, a line and an -Action, or use Write-Debug.",
                id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
        }
        let engine = try runtime.service(Engine.self)
        for script in script {
            let path = engine.fileSystem.hostPath(script)
            guard engine.fileSystem.isFile(path) else {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot find path '\(script)' because it does not exist.", id: "NewPSBreakpoint:FileDoesNotExist",
                        category: "InvalidArgument", exception: "System.ArgumentException", target: .string(script)))
                continue
            }
            for line in line {
                guard line > 0 else {
                    throw ValueError(
                        "The line number cannot be less than 1.", id: "SetPSBreakpoint:LineLessThanOne",
                        exception: "System.ArgumentException", category: "InvalidArgument")
                }
                let shown = engine.fileSystem.display(path)
                try runtime.write(
                    .object(engine.breakpoints.set(script: shown, line: line, column: max(0, column), action: action)))
            }
        }
    }
}
