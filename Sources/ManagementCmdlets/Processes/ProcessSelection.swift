import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// The parameters by which Get-Process, Stop-Process and Wait-Process select processes. They belong to three sets, of which a call
/// uses one.
struct ProcessSelection {
    /// -Id.
    var id: [Int] = []
    /// -Name: names or wildcard patterns.
    var name: [String] = []
    /// -InputObject: process objects; other objects are passed over.
    var inputObject: [Value] = []

    /// The process objects of -InputObject.
    var objects: [ProcessObject] { inputObject.compactMap { $0.asObject(ProcessObject.self) } }

    /// Runs `body` for each process that -Id or -Name names. A number, or a name without wildcards, that no process has is a
    /// non-terminating error.
    /// - Throws: what `writeError` and `body` throw.
    func forEach(
        in all: [ProcessSnapshot], _ runtime: any CmdletRuntime, _ body: (ProcessSnapshot) throws -> Void
    ) throws {
        for wanted in id {
            let found = all.filter { Int($0.id) == wanted }
            for process in found { try body(process) }
            guard found.isEmpty else { continue }
            try runtime.writeError(
                Self.notFound(
                    "Cannot find a process with the process identifier \(wanted).", "NoProcessFoundForGivenId", .integer(wanted)))
        }
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches($0.name) }
            for process in found { try body(process) }
            guard found.isEmpty, !Wildcard.isPattern(pattern) else { continue }
            try runtime.writeError(
                Self.notFound(
                    "Cannot find a process with the name \"\(pattern)\". Verify the process name and call the cmdlet again.",
                    "NoProcessFoundForGivenName", .string(pattern)))
        }
    }

    private static func notFound(_ message: String, _ id: String, _ target: Value) -> ErrorRecord {
        ErrorRecord(
            message, id: id, category: "ObjectNotFound", exception: "Microsoft.PowerShell.Commands.ProcessCommandException",
            target: target)
    }
}

extension Parameter where C == ProcessSelection {
    /// -Id.
    static func id(aliases: [String] = [], position: Int? = nil, completer: ParameterCompleter? = .named("processId")) -> Self {
        Parameter(
            \.id, aliases: aliases, position: position, mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
            completer: completer, help: "Process numbers.")
    }

    /// -Name.
    static func name(position: Int? = nil, mandatory: Bool = true, completer: ParameterCompleter? = .named("process")) -> Self {
        Parameter(
            \.name, aliases: ["ProcessName"], position: position, mandatory: mandatory, pipeline: .byPropertyName, sets: ["Name"],
            completer: completer, help: "Names of processes; wildcards are allowed.")
    }

    /// -InputObject.
    static func inputObject(_ help: String = "Process objects.", position: Int? = nil) -> Self {
        Parameter(
            \.inputObject, position: position, mandatory: true, pipeline: .byValue, sets: ["InputObject"], help: help)
    }
}
