import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-PSDrive: writes the drives that are visible, or those of a scope.
struct GetPSDrive: Cmdlet {
    private var name: [String] = ["*"]
    private var literalName: [String] = []
    private var scope: String?
    private var provider: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Get-PSDrive", aliases: ["gdr"], synopsis: "Gets the drives of the session.",
        description: """
            A drive is a name for where items are: / and Temp for files, Env, Variable, Function and Alias for \
            entries, and what New-PSDrive made. Takes names by property name from the pipeline and writes a \
            System.Management.Automation.PSDriveInfo for each drive. A name without wildcards that is no drive is an \
            error.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.name, position: 0, pipeline: .byPropertyName, sets: ["Name"], validate: [.allowEmptyString],
                help: "Names of drives; wildcards are allowed."),
            Parameter(
                \.literalName, mandatory: true, pipeline: .byPropertyName, sets: ["LiteralName"],
                help: "Names in which no character is a wildcard."),
            Parameter(
                \.scope, pipeline: .byPropertyName, completer: .values(["Global", "Local", "Script"]),
                help: "The scope whose drives are wanted: Global, Local, Script, or a number of scopes up."),
            Parameter(
                \.provider, named: "PSProvider", pipeline: .byPropertyName,
                completer: .values(["Alias", "Environment", "FileSystem", "Function", "Variable"]),
                help: "Only drives of these providers: Alias, Environment, FileSystem, Function, Variable."
            ),
        ],
        outputs: ["System.Management.Automation.PSDriveInfo"],
        examples: [
            Example("(Get-PSDrive Env).Provider.Name", "The provider of a drive.", output: "Environment"),
            Example("(Get-PSDrive -PSProvider FileSystem).Name", "The drives with files.", output: "/\nTemp"),
        ])

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
        let isLiteral = runtime.isBound(\Self.literalName)
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
