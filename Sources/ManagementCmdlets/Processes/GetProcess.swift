import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Process: writes the processes of the session's `ProcessSource`.
struct GetProcess: Cmdlet {
    private var selection = ProcessSelection()
    private var includeUserName: Switch = false
    private var module: Switch = false
    private var fileVersionInfo: Switch = false

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
        parameters: .of(
            .group(
                \.selection, .name(position: 0, mandatory: false), .id(aliases: ["PID"]),
                .inputObject("Process objects, whose processes are looked up again.")),
            [
                Parameter(
                    \.includeUserName, help: "Shows a column with the users; UserName is always there as a property."
                ),
                Parameter(
                    \.module, help: "Writes the files that the processes have mapped, programs and libraries, instead."),
                Parameter(
                    \.fileVersionInfo, aliases: ["FV", "FVI"],
                    help: "Writes the version information of the program files instead; on Linux they have a name only."),
            ]),
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
        if runtime.isBound(\Self.selection.inputObject) {
            for object in selection.objects {
                for process in all where process.id == object.process.id { try write(process) }
            }
            return
        }
        guard !selection.id.isEmpty || !selection.name.isEmpty else {
            for process in all { try write(process) }
            return
        }
        try selection.forEach(in: all, runtime, write)
    }

    private static func version(_ path: String) -> Value {
        .object(
            CustomObject(
                ["FileVersion", "ProductVersion", "ProductName", "CompanyName", "FileDescription"].map { ($0, Value.null) }
                    + [("FileName", .string(path))],
                type: FileVersionInfo.type))
    }
}
