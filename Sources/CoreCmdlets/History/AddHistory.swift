import CmdletKit
import Interpreter
import Values

/// Add-History: appends entries to the engine's history.
struct AddHistory: Cmdlet {
    private var inputObject: [Value] = []
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Add-History", synopsis: "Adds lines to the history that were not entered in this session.",
        description: """
            Takes what Get-History wrote from the pipeline, also where it comes back from a file: objects with \
            CommandLine, ExecutionStatus, StartExecutionTime and EndExecutionTime. An object without these is an \
            error. Writes nothing unless -Passthru is given.
            """,
        parameters: [
            Parameter(\.inputObject, position: 0, pipeline: .byValue, help: "Entries, as Get-History writes them."),
            Parameter(\.passThru, named: "Passthru", help: "Writes the entries that were added."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"],
        examples: [
            Example(
                """
                $now = Get-Date
                $entry = @{ CommandLine = 'Get-Date'; ExecutionStatus = 'Completed'; StartExecutionTime = $now; \
                EndExecutionTime = $now }
                ([pscustomobject]$entry | Add-History -Passthru).CommandLine
                """,
                "A line that was not entered.", output: "Get-Date"),
            Example("Import-Csv history.csv | Add-History", "The history of another session, from a file.", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for object in inputObject {
            guard let entry = Self.entry(object, id: (engine.history.last?.id ?? 0) + 1) else {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot add history because the input object has a format that is not valid.",
                        id: "AddHistoryInvalidInput",
                        category: "InvalidData", exception: "System.ArgumentException", target: object))
                continue
            }
            engine.history.append(entry)
            if passThru.isOn { try runtime.write(GetHistory.object(entry)) }
        }
    }

    private static let states = ["notstarted", "running", "stopping", "stopped", "completed", "failed", "disconnected"]

    private static func entry(_ object: Value, id: Int) -> HistoryEntry? {
        guard let line = object.property("CommandLine")?.text, let state = object.property("ExecutionStatus")?.displayText,
            states.contains(state.lowercased()), let start = time(object.property("StartExecutionTime")),
            let end = time(object.property("EndExecutionTime"))
        else { return nil }
        return HistoryEntry(id: id, commandLine: line, start: start, end: end, succeeded: state.equalsIgnoringCase("Completed"))
    }

    private static func time(_ value: Value?) -> DateTime? {
        guard let value, !value.isNull, let type = TypeTable.builtin.find("System.DateTime") else { return nil }
        return (try? Conversion.convert(value, to: type))?.asObject(DateTimeObject.self)?.date
    }
}
