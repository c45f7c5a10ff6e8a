import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Process: writes the processes of the session's `ProcessSource`.
struct GetProcess: Cmdlet {
    private var name: [String] = []
    private var id: [Int] = []
    private var includeUserName: Switch = false
    private var module: Switch = false
    private var fileVersionInfo: Switch = false
    private var inputObject: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Process", aliases: ["gps"], synopsis: "Gets the processes that are running here.",
        description: """
            Inside the session of a container, here is the container: Id is the number in the container's own \
            namespace and HostId the one on the container host. Without arguments it lists all processes; a name \
            without wildcards that fits none is an error. Takes process objects from the pipeline, and writes a \
            System.Diagnostics.Process for each. On Linux the facts come from /proc; of other users' processes some \
            are missing without root.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.name, aliases: ["ProcessName"], position: 0, pipeline: .byPropertyName, sets: ["Name"],
                completer: .named("process"),
                help: "Names of processes; wildcards are allowed."),
            Parameter(
                \.id, aliases: ["PID"], mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
                completer: .named("processId"), help: "Process numbers."),
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue, sets: ["InputObject"],
                help: "Process objects, whose processes are looked up again."),
            Parameter(
                \.includeUserName, help: "Shows a column with the users; UserName is always there as a property."
            ),
            Parameter(
                \.module, help: "Writes the files that the processes have mapped, programs and libraries, instead."),
            Parameter(
                \.fileVersionInfo, aliases: ["FV", "FVI"],
                help: "Writes the version information of the program files instead; on Linux they have a name only."),
        ],
        outputs: ["System.Diagnostics.Process", "System.Diagnostics.ProcessModule", "System.Diagnostics.FileVersionInfo"],
        examples: [
            Example("(Get-Process -Id $PID).Id -eq $PID", "The process of this shell.", output: "True"),
            Example(
                """
                $sleep = Start-Process sleep 60 -PassThru
                (Get-Process -InputObject $sleep).ProcessName
                Stop-Process $sleep.Id
                """,
                "A process that was started here.", output: "sleep"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let source = try runtime.service((any ProcessSource).self)
        let all = try source.processes()
        let (modules, versions, users) = (module.isOn, fileVersionInfo.isOn, includeUserName.isOn)
        let write = { (process: ProcessSnapshot) in
            let object = ProcessObject(process, style: source.style)
            if modules { return try runtime.writeAll(ProcessModule.all(of: process.id)) }
            if versions {
                // ELF files have no version resource.
                if let path = process.path { try runtime.write(Self.version(path)) }
                return
            }
            if users {
                let members = AttachedMembers()
                members.typeNames = ["System.Diagnostics.Process#IncludeUserName"] + object.type.hierarchy
                object.attached = members
            }
            try runtime.write(.object(object))
        }
        if runtime.isBound(\Self.inputObject) {
            for value in inputObject.compactMap({ $0.asObject(ProcessObject.self) }) {
                for process in all where process.id == value.process.id { try write(process) }
            }
            return
        }
        if runtime.isBound(\Self.id) {
            for wanted in id {
                let found = all.filter { Int($0.id) == wanted }
                for process in found { try write(process) }
                if found.isEmpty {
                    try runtime.writeError(
                        Self.notFound("process identifier \(wanted)", "NoProcessFoundForGivenId", .integer(wanted)))
                }
            }
            return
        }
        guard !name.isEmpty else {
            for process in all { try write(process) }
            return
        }
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = all.filter { wildcard.matches($0.name) }
            for process in found { try write(process) }
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(Self.notFound("name \"\(pattern)\"", "NoProcessFoundForGivenName", .string(pattern)))
            }
        }
    }

    private static func version(_ path: String) -> Value {
        .object(
            CustomObject(
                ["FileVersion", "ProductVersion", "ProductName", "CompanyName", "FileDescription"].map { ($0, Value.null) }
                    + [("FileName", .string(path))],
                type: FileVersionInfo.type))
    }

    /// The error for a name or ID that no process has.
    /// - Parameter what: how the message names the process; begins with `name` for a name.
    static func notFound(_ what: String, _ id: String, _ target: Value) -> ErrorRecord {
        ErrorRecord(
            what.hasPrefix("name")
                ? "Cannot find a process with the \(what). Verify the process name and call the cmdlet again."
                : "Cannot find a process with the \(what).",
            id: id, category: "ObjectNotFound", exception: "Microsoft.PowerShell.Commands.ProcessCommandException", target: target)
    }
}
