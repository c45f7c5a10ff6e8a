import CmdletKit
import Interpreter
import Values

/// Remove-PSDrive: removes drives that New-PSDrive has made.
struct RemovePSDrive: Cmdlet {
    private var name: [String] = []
    private var literalName: [String] = []
    private var provider: [String] = []
    private var scope: String?
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-PSDrive", aliases: ["rdr"], synopsis: "Takes a drive away; the folder stays.",
        description: """
            Removes the names that New-PSDrive made. The drives of the shell itself cannot be removed. Takes names, \
            or drives, from the pipeline and writes nothing. The drive that the current location is on is an error \
            unless -Force is given: then the location becomes the folder itself.
            """,
        defaultSet: "Name", confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Name"],
                help: "Names of drives; wildcards are allowed."),
            Parameter(
                \.literalName, mandatory: true, pipeline: .byPropertyName, sets: ["LiteralName"],
                help: "Names in which no character is a wildcard."),
            Parameter(\.provider, named: "PSProvider", pipeline: .byPropertyName, help: "Only drives of these providers."),
            Parameter(
                \.scope, pipeline: .byPropertyName, completer: .values(["Global", "Local", "Script"]),
                help: "The scope whose drives are removed: Global, Local, Script, or a number of scopes up."),
            Parameter(\.force, help: "Removes the drive that the current location is on as well."),
        ],
        examples: [
            Example(
                "New-PSDrive lib FileSystem /usr/lib | Out-Null; Remove-PSDrive lib; Test-Path lib:/",
                "The name is gone.", output: "False"),
            Example(
                "New-PSDrive lib FileSystem /usr/lib | Out-Null; Get-PSDrive lib | Remove-PSDrive; Test-Path /usr/lib",
                "The folder is not.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for pattern in literalName.isEmpty ? name : literalName {
            let found = engine.visibleDrives.filter { drive in
                (literalName.isEmpty ? Wildcard(pattern).matches(drive.name) : drive.name.equalsIgnoringCase(pattern))
                    && (provider.isEmpty || provider.contains { Wildcard($0).matches(drive.provider.name) })
            }
            if found.isEmpty, !Wildcard.isPattern(pattern) { try runtime.writeError(.wrapping(Engine.driveNotFound(pattern))) }
            for drive in found {
                let isHere = engine.fileSystem.location.hasPrefixIgnoringCase(drive.name + ":")
                if isHere, !force.isOn {
                    try runtime.writeError(
                        ErrorRecord(
                            "Cannot remove drive '\(drive.name)' because it is in use: go to another location first, or give -Force.",
                            id: "DriveInUse", category: "InvalidOperation",
                            exception: "System.Management.Automation.PSInvalidOperationException", target: .string(drive.name)))
                    continue
                }
                guard try runtime.shouldProcess(target: "Name: \(drive.name)", action: "Remove Drive") else { continue }
                if isHere { _ = try engine.setLocation(engine.fileSystem.hostLocation) }
                if !engine.removeDrive(drive.name), !Wildcard.isPattern(pattern) {
                    try runtime.writeError(
                        ErrorRecord(
                            "Cannot remove drive '\(drive.name)': it belongs to its provider.",
                            id: "DriveRemovalPreventedByProvider",
                            category: "InvalidOperation", exception: "System.Management.Automation.PSInvalidOperationException",
                            target: .string(drive.name)))
                }
            }
        }
    }
}
