import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// New-PSDrive: defines a drive in a scope.
struct NewPSDrive: Cmdlet {
    private var name = ""
    private var provider = ""
    private var root = ""
    private var driveDescription = ""
    private var scope: String?
    private var credential: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "New-PSDrive", aliases: ["ndr"], synopsis: "Gives a folder a name of its own as a drive.",
        description: """
            Paths such as lib:/file lead to the folder from then on, in the cmdlets of this shell; programs do not \
            know them, and Convert-Path translates. The drive goes with the scope that it was made in. Writes the \
            new drive.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.name, position: 0, mandatory: true, pipeline: .byPropertyName,
                help: "The name of the drive, without a colon."),
            Parameter(
                \.provider, named: "PSProvider", position: 1, mandatory: true, pipeline: .byPropertyName,
                completer: .values(["FileSystem"]),
                help: "The provider of its items: FileSystem."),
            Parameter(
                \.root, position: 2, mandatory: true, pipeline: .byPropertyName, validate: [.allowEmptyString],
                completer: .paths,
                help: "The folder that the drive begins at."),
            Parameter(\.driveDescription, named: "Description", pipeline: .byPropertyName, help: "What the drive is for."),
            Parameter(
                \.scope, pipeline: .byPropertyName, completer: .values(["Global", "Local", "Script"]),
                help: "The scope that the drive goes with: Local (the default), Script, Global, or a number of scopes up."),
            Parameter(\.credential, help: "For network drives of Windows; an error on Linux."),
        ],
        outputs: ["System.Management.Automation.PSDriveInfo"],
        examples: [
            Example(
                "New-PSDrive lib FileSystem /usr/lib | Out-Null; (Get-Item lib:/os-release).FullName",
                "A name for a folder.", output: "/usr/lib/os-release"),
            Example(
                "(New-PSDrive bin FileSystem /usr/bin -Description Programs).Description",
                "A drive with a description.", output: "Programs"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard !name.contains(where: { ":/\\.~".contains($0) }) else {
            throw ValueError(
                "Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :",
                id: "DriveNameIllegalCharacters", exception: "System.Management.Automation.PSArgumentException",
                category: "InvalidArgument")
        }
        if !credential.isNull {
            throw ValueError(
                "New-PSDrive -Credential maps network drives of Windows, which Linux does not have. Mount the share with mount(8), and name its folder as -Root.",
                id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
        }
        guard let known = engine.provider(provider) else {
            throw ValueError(
                "Cannot find a provider with the name '\(provider)'.", id: "ProviderNotFound",
                exception: "System.Management.Automation.ProviderNotFoundException", category: "ObjectNotFound")
        }
        if engine.drive(name) != nil,
            scope == nil || engine.drives(in: scope ?? "").contains(where: { $0.name.equalsIgnoringCase(name) })
        {
            throw ValueError(
                "A drive with the name '\(name)' already exists.", id: "DriveAlreadyExists",
                exception: "System.Management.Automation.SessionStateException", category: "ResourceExists")
        }
        var folder = ""
        if known == .fileSystem {
            guard case .file(let host) = try engine.itemPath(root), engine.fileSystem.isDirectory(host) else {
                try runtime.writeError(
                    ErrorRecord(
                        "The specified drive root \"\(root)\" either does not exist, or it is not a folder.", id: "DriveRootError",
                        category: "ReadError", exception: "System.IO.IOException", target: .string(name)))
                return
            }
            folder = host
        }
        let target = "Name: \(name) Provider: \(known.qualifiedName) Root: \(root)"
        guard try runtime.shouldProcess(target: target, action: "New Drive") else { return }
        let drive = Drive(name: name, provider: known, root: folder, description: driveDescription)
        engine.define(drive, in: try ScopeArgument.scope(scope, engine))
        try runtime.write(DriveObject.make(drive))
    }
}
