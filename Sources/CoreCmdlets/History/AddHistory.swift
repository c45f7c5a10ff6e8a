import CmdletKit
import Interpreter
import Values

/// Add-History.
struct AddHistory: Cmdlet {
    private var inputObject: [Value] = []
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Add-History", synopsis: "Adds lines to those that were entered in this session.",
        description: "Takes what Get-History gives, also where it comes back from a file.",
        parameters: [
            Parameter("InputObject", \.inputObject, position: 0, pipeline: .byValue, help: "Entries, as Get-History gives them."),
            Parameter("Passthru", \.passThru, help: "Writes what was added."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.HistoryInfo"],
        examples: [
            Example(
                "$entry = [pscustomobject]@{ CommandLine = 'Get-Date'; ExecutionStatus = 'Completed'; "
                    + "StartExecutionTime = Get-Date; EndExecutionTime = Get-Date }; (Add-History $entry -Passthru).CommandLine",
                "A line that was not entered.", output: "Get-Date")
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
