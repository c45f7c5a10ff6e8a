import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-PSDrive.
struct GetPSDrive: Cmdlet {
    private var name: [String] = ["*"]
    private var literalName: [String] = []
    private var scope: String?
    private var provider: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-PSDrive", aliases: ["gdr"], synopsis: "Gets the drives of the session.", defaultSet: "Name",
        parameters: [
            Parameter(
                "Name", \.name, position: 0, pipeline: .byPropertyName, sets: ["Name"], validate: [.allowEmptyString],
                help: "Names, with wildcards."),
            Parameter(
                "LiteralName", \.literalName, mandatory: true, pipeline: .byPropertyName, sets: ["LiteralName"],
                help: "Names, taken literally."),
            Parameter(
                "Scope", \.scope, pipeline: .byPropertyName, completer: .values(["Global", "Local", "Script"]),
                help: "The scope to look in."),
            Parameter(
                "PSProvider", \.provider, pipeline: .byPropertyName,
                completer: .values(["Alias", "Environment", "FileSystem", "Function", "Variable"]), help: "Only of these providers."
            ),
        ],
        outputs: ["System.Management.Automation.PSDriveInfo"],
        examples: [Example("(Get-PSDrive Env).Provider.Name", "A drive's provider.", output: "Environment")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var drives = engine.visibleDrives
        if let scope {
            guard engine.scope(scope) != nil else { throw ScopeArgument.notFound(scope) }
            drives = engine.drives(in: scope)
        }
        if !provider.isEmpty {
            drives = drives.filter { drive in
                provider.contains {
                    Wildcard($0).matches(drive.provider.name) || Wildcard($0).matches(drive.provider.qualifiedName)
                }
            }
        }
        let isLiteral = runtime.isBound("LiteralName")
        for pattern in isLiteral ? literalName : name {
            let isPattern = !isLiteral && Wildcard.isPattern(pattern)
            let found = drives.filter { isPattern ? Wildcard(pattern).matches($0.name) : $0.name.equalsIgnoringCase(pattern) }
            for drive in found { try runtime.write(DriveObject.make(drive)) }
            if found.isEmpty, !isPattern {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot find drive. A drive with the name '\(pattern)' does not exist.",
                        id: scope == nil ? "GetLocationNoMatchingDrive" : "GetDriveNoMatchingDrive",
                        category: "ObjectNotFound", exception: "System.Management.Automation.DriveNotFoundException",
                        target: .string(pattern)))
            }
        }
    }
}
