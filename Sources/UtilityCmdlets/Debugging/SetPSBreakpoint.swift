import CmdletKit
import Interpreter
import Values

/// Set-PSBreakpoint.
struct SetPSBreakpoint: Cmdlet {
    private var script: [String] = []
    private var line: [Int] = []
    private var column = 0
    private var command: [String] = []
    private var variable: [String] = []
    private var mode = "Write"
    private var action: ScriptBlock?

    static let declaration = CmdletDeclaration<Self>(
        "Set-PSBreakpoint", aliases: ["sbp"], synopsis: "Runs a block whenever a script comes to a line.",
        description:
            "This shell has no debugger to stop in: -Action is needed, and -Command and -Variable are not available.",
        defaultSet: "Line",
        parameters: [
            Parameter(
                "Script", \.script,
                memberships: [
                    ParameterInfo.Membership(set: "Line", position: 0, isMandatory: true),
                    ParameterInfo.Membership(set: "Command", position: 0), ParameterInfo.Membership(set: "Variable", position: 0),
                ], completer: .paths, help: "Script files."),
            Parameter("Line", \.line, position: 1, mandatory: true, sets: ["Line"], help: "Lines."),
            Parameter("Column", \.column, position: 2, sets: ["Line"], help: "Where in the line the code begins."),
            Parameter("Command", \.command, aliases: ["C"], mandatory: true, sets: ["Command"], help: "Not available."),
            Parameter("Variable", \.variable, aliases: ["V"], mandatory: true, sets: ["Variable"], help: "Not available."),
            Parameter(
                "Mode", \.mode, sets: ["Variable"], completer: .values(["Read", "Write", "ReadWrite"]), help: "Not available."),
            Parameter("Action", \.action, help: "What runs there, with the breakpoint as $_."),
        ], outputs: [Breakpoint.objectType.name],
        examples: [
            Example(
                "$s = New-TemporaryFile | Rename-Item -NewName { $_.Name + '.ps1' } -PassThru; Set-Content $s '1..3 | ForEach-Object { $null = $_ }'; $b = Set-PSBreakpoint $s 1 -Column 25 -Action { }; & $s; $b.HitCount; Remove-PSBreakpoint $b; Remove-Item $s",
                "How often a place is reached.", output: "3")
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
