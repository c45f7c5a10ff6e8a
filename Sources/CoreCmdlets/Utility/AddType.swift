import CmdletKit
import Engine
import Values

/// Add-Type: names assemblies that are there; compiles nothing.
struct AddType: Cmdlet {
    private var typeDefinition = ""
    private var name = ""
    private var memberDefinition: [String] = []
    private var namespace = ""
    private var usingNamespace: [String] = []
    private var path: [String] = []
    private var literalPath: [String] = []
    private var assemblyName: [String] = []
    private var referencedAssemblies: [String] = []
    private var language = "CSharp"
    private var outputAssembly: String?
    private var outputType: String?
    private var passThru: Switch = false
    private var ignoreWarnings: Switch = false
    private var compilerOptions: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Add-Type", synopsis: "Names an assembly whose types a script uses. C# cannot be compiled here.",
        description: "The types of .NET that Bulkhead has need no assembly: naming one that holds them does nothing. Any other is an error.",
        defaultSet: "FromSource",
        parameters: [
            Parameter("TypeDefinition", \.typeDefinition, position: 0, mandatory: true, sets: ["FromSource"], help: "C# source; not to be had here."),
            Parameter("Name", \.name, position: 0, mandatory: true, sets: ["FromMember"], help: "The type's name; not to be had here."),
            Parameter("MemberDefinition", \.memberDefinition, position: 1, mandatory: true, sets: ["FromMember"], help: "C# source; not to be had here."),
            Parameter("Namespace", \.namespace, aliases: ["NS"], sets: ["FromMember"], help: "The type's name space."),
            Parameter("UsingNamespace", \.usingNamespace, aliases: ["Using"], sets: ["FromMember"], help: "Name spaces for the source."),
            Parameter("Path", \.path, position: 0, mandatory: true, sets: ["FromPath"], completer: .paths, help: "Source files or assemblies; not to be had here."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["FromLiteralPath"], completer: .paths,
                help: "The same, taken literally."),
            Parameter("AssemblyName", \.assemblyName, aliases: ["AN"], mandatory: true, sets: ["FromAssemblyName"], help: "Assemblies of .NET."),
            Parameter("ReferencedAssemblies", \.referencedAssemblies, aliases: ["RA"], help: "Assemblies for the source."),
            Parameter("Language", \.language, help: "The source's language."),
            Parameter("OutputAssembly", \.outputAssembly, aliases: ["OA"], help: "A file for the assembly."),
            Parameter("OutputType", \.outputType, aliases: ["OT"], help: "Its kind."),
            Parameter("PassThru", \.passThru, help: "Writes the types."),
            Parameter("IgnoreWarnings", \.ignoreWarnings, help: "Warnings of the compiler are no errors."),
            Parameter("CompilerOptions", \.compilerOptions, help: "For the compiler."),
        ],
        examples: [Example("Add-Type -AssemblyName System.Core", "Nothing to do: its types are there.", output: "")])

    /// The assemblies of .NET's base library.
    private static let known: Set<String> = [
        "mscorlib", "netstandard", "microsoft.csharp", "system", "system.core", "system.collections", "system.collections.concurrent", "system.console",
        "system.diagnostics.process", "system.globalization", "system.io", "system.io.filesystem", "system.linq", "system.management.automation",
        "system.memory", "system.numerics", "system.private.corelib", "system.private.uri", "system.runtime", "system.runtime.extensions",
        "system.runtime.numerics", "system.text.encoding", "system.text.regularexpressions", "system.threading", "system.threading.tasks",
        "system.xml", "system.xml.linq", "system.xml.readerwriter",
    ]

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("AssemblyName") else {
            throw ValueError(
                "Add-Type cannot compile C# or load an assembly: Bulkhead runs without .NET. Write the type as a class of the language, or call a program.",
                id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
        }
        for assembly in assemblyName {
            let name = String(assembly.prefix { $0 != "," }).trimmingSpaces().lowercased()
            guard Self.known.contains(name) else {
                throw ValueError(
                    "Cannot add type. The assembly '\(assembly)' could not be found: Bulkhead runs without .NET and has the types of its base library only.",
                    id: "ASSEMBLY_NOT_FOUND", exception: "System.Exception", category: "ObjectNotFound")
            }
        }
    }
}
