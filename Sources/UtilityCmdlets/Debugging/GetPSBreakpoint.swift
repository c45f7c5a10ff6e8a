import CmdletKit
import Interpreter
import Values

/// Get-PSBreakpoint: writes the engine's breakpoints.
struct GetPSBreakpoint: Cmdlet {
    private var script: [String] = []
    private var id: [Int] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-PSBreakpoint", aliases: ["gbp"], synopsis: "Lists the breakpoints of the session.",
        description: """
            Writes the breakpoints that Set-PSBreakpoint made, with their files, lines and counts. Takes numbers \
            from the pipeline. A number that there is not is an error.
            """,
        defaultSet: "Script",
        parameters: [
            Parameter(
                \.script, position: 0, sets: ["Script"], completer: .paths,
                help: "Only breakpoints in these script files."),
            Parameter(\.id, position: 0, mandatory: true, pipeline: .byValue, sets: ["Id"], help: "Numbers of breakpoints."),
        ],
        outputs: [Breakpoint.objectType.name],
        examples: [
            Example("@(Get-PSBreakpoint).Count", "How many there are.", output: "0"),
            Example(
                """
                Set-Content /tmp/get-breakpoint.ps1 '1'
                $point = Set-PSBreakpoint /tmp/get-breakpoint.ps1 1 -Action { }
                (Get-PSBreakpoint -Id $point.Id).Line
                Remove-PSBreakpoint $point
                Remove-Item /tmp/get-breakpoint.ps1
                """,
                "One of them by its number.", output: "1"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard runtime.isBound(\Self.id) else {
            let paths = script.map { engine.fileSystem.display(engine.fileSystem.hostPath($0)) }
            let shown = engine.breakpoints.all.filter { one in
                paths.isEmpty || paths.contains { $0.equalsIgnoringCase(one.script) }
            }
            return try runtime.writeAll(shown.map { .object($0) })
        }
        for id in id { if let found = try Self.find(id, runtime) { try runtime.write(.object(found)) } }
    }

    /// The breakpoint with an ID; nil, after a non-terminating error, if there is none.
    static func find(_ id: Int, _ runtime: any CmdletRuntime) throws -> Breakpoint? {
        if let found = try runtime.service(Engine.self).breakpoints.all.first(where: { $0.id == id }) { return found }
        try runtime.writeError(
            ErrorRecord(
                "There is no breakpoint with ID '\(id)'.", id: "PSBreakpoint:BreakpointIdNotFound", category: "InvalidArgument",
                exception: "System.ArgumentException", target: Value.integer(id)))
        return nil
    }
}
