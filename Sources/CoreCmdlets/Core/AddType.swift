import CmdletKit
import Values

/// Add-Type, for scripts that name an assembly whose types are here; source code of other languages cannot be compiled.
struct AddType: Cmdlet {
    private var typeDefinition: String?
    private var name: String?
    private var memberDefinition: [String] = []
    private var namespace: String?
    private var path: [String] = []
    private var assemblyName: [String] = []
    private var language = "CSharp"
    private var referencedAssemblies: [String] = []
    private var usingNamespace: [String] = []
    private var outputAssembly: String?
    private var outputType: String?
    private var passThru: Switch = false
    private var ignoreWarnings: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Add-Type", synopsis: "Accepts the names of .NET's own assemblies; compiling C# is not possible here.",
        defaultSet: "FromSource",
        parameters: [
            Parameter("TypeDefinition", \.typeDefinition, position: 0, mandatory: true, sets: ["FromSource"], help: "Source code."),
            Parameter("Name", \.name, position: 0, mandatory: true, sets: ["FromMember"], help: "The type's name."),
            Parameter(
                "MemberDefinition", \.memberDefinition, position: 1, mandatory: true, sets: ["FromMember"], help: "Source code."),
            Parameter("Namespace", \.namespace, aliases: ["NS"], sets: ["FromMember"], help: "The type's namespace."),
            Parameter("Path", \.path, position: 0, mandatory: true, sets: ["FromPath"], help: "Source files or assemblies."),
            Parameter(
                "AssemblyName", \.assemblyName, aliases: ["AN"], mandatory: true, sets: ["FromAssemblyName"], help: "An assembly."),
            Parameter("Language", \.language, help: "The source's language."),
            Parameter("ReferencedAssemblies", \.referencedAssemblies, aliases: ["RA"], help: "What the source needs."),
            Parameter(
                "UsingNamespace", \.usingNamespace, aliases: ["Using"], sets: ["FromMember"], help: "Namespaces that it uses."),
            Parameter("OutputAssembly", \.outputAssembly, aliases: ["OA"], help: "Where to put the assembly."),
            Parameter("OutputType", \.outputType, aliases: ["OT"], help: "Its kind."),
            Parameter("PassThru", \.passThru, help: "Writes the types."),
            Parameter("IgnoreWarnings", \.ignoreWarnings, help: "Goes on after warnings."),
        ],
        examples: [Example("Add-Type -AssemblyName System.Web", "An assembly of .NET's own.", output: "")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("AssemblyName") {
            for name in assemblyName where !name.hasPrefix("System") && !name.hasPrefix("Microsoft") && name != "mscorlib" {
                try runtime.writeError(
                    ErrorRecord(
                        "The assembly '\(name)' cannot be loaded: this shell has no .NET runtime.", id: "ASSEMBLY_LOAD_FAILED",
                        category: "NotImplemented", exception: "System.NotSupportedException", target: .string(name)))
            }
            return
        }
        throw ValueError(
            "Add-Type cannot compile \(language) here: this shell has no .NET runtime. Write the type as a PowerShell class instead.",
            id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
    }
}
