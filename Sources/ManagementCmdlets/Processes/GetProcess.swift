import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Process.
struct GetProcess: Cmdlet {
    private var name: [String] = []
    private var id: [Int] = []
    private var includeUserName: Switch = false
    private var module: Switch = false
    private var fileVersionInfo: Switch = false
    private var inputObject: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-Process", aliases: ["gps"], synopsis: "Gets the processes that are running here.",
        description:
            "Inside a container's session, here is the container: Id is the number in its own namespace, HostId the one on the container host.",
        defaultSet: "Name",
        parameters: [
            Parameter(
                "Name", \.name, aliases: ["ProcessName"], position: 0, pipeline: .byPropertyName, sets: ["Name"],
                completer: .named("process"),
                help: "Names, with wildcards."),
            Parameter(
                "Id", \.id, aliases: ["PID"], mandatory: true, pipeline: .byPropertyName, sets: ["Id"],
                completer: .named("processId"), help: "Process numbers."),
            Parameter(
                "InputObject", \.inputObject, mandatory: true, pipeline: .byValue, sets: ["InputObject"], help: "Process objects."),
            Parameter(
                "IncludeUserName", \.includeUserName, help: "Shows the users; UserName is always there."),
            Parameter("Module", \.module, help: "The files that they have in memory instead."),
            Parameter("FileVersionInfo", \.fileVersionInfo, aliases: ["FV", "FVI"], help: "The program files instead."),
        ],
        outputs: ["System.Diagnostics.Process"],
        examples: [
            Example(
                "Get-Process -Id $PID | Select-Object -ExpandProperty Id | ForEach-Object { $_ -eq $PID }",
                "This shell's own process.", output: "True"),
            Example("Get-Process | Where-Object ProcessName -eq 'csrss'", "The inits of the containers that share this kernel."),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let source = try runtime.service((any ProcessSource).self)
        let all = try source.processes()
        let (modules, versions, users) = (module.isOn, fileVersionInfo.isOn, includeUserName.isOn)
        let write = { (process: ProcessSnapshot) in
            let object = ProcessObject(process, style: source.style)
            if modules { return try runtime.writeAll(ProcessModule.all(of: process.id)) }
            if versions {
                // Program files of Linux say nothing of their version.
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
        if runtime.isBound("InputObject") {
            for value in inputObject.compactMap({ $0.asObject(ProcessObject.self) }) {
                for process in all where process.id == value.process.id { try write(process) }
            }
            return
        }
        if runtime.isBound("Id") {
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
                typeNames: ["System.Diagnostics.FileVersionInfo", "System.Object"]))
    }

    static func notFound(_ what: String, _ id: String, _ target: Value) -> ErrorRecord {
        ErrorRecord(
            what.hasPrefix("name")
                ? "Cannot find a process with the \(what). Verify the process name and call the cmdlet again."
                : "Cannot find a process with the \(what).",
            id: id, category: "ObjectNotFound", exception: "Microsoft.PowerShell.Commands.ProcessCommandException", target: target)
    }
}
