import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Add-Type, for enumerations in C# and for scripts that name an assembly whose types are here; code cannot be compiled.
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
        "Add-Type", synopsis: "Takes enumerations over from C#; classes in C# cannot be compiled here.",
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
        examples: [
            Example(
                "Add-Type 'namespace Demo { public enum Colour { Red = 1, Blue } }'; [Demo.Colour]'Blue' -as [int]",
                "An enumeration.",
                output: "2"),
            Example("Add-Type -AssemblyName System.Web", "An assembly of .NET's own.", output: ""),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if let typeDefinition { return try define(typeDefinition, runtime) }
        if runtime.isBound("AssemblyName") {
            for name in assemblyName where !name.hasPrefix("System") && !name.hasPrefix("Microsoft") && name != "mscorlib" {
                try runtime.writeError(Self.notLoaded(name))
            }
            return
        }
        let engine = try runtime.service(Engine.self)
        try runtime.forEach(path) { path in
            if path.lowercased().hasSuffix(".cs") { return try define(try engine.fileSystem.readText(path), runtime) }
            try runtime.writeError(Self.notLoaded(path))
        }
        guard name != nil else { return }
        throw ValueError(
            "Add-Type cannot compile \(language) here: this shell has no .NET runtime. Write the type as a PowerShell class instead.",
            id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
    }

    private static func notLoaded(_ name: String) -> ErrorRecord {
        ErrorRecord(
            "The assembly '\(name)' cannot be loaded: this shell has no .NET runtime. Its types are missing.",
            id: "ASSEMBLY_LOAD_FAILED",
            category: "NotImplemented", exception: "System.NotSupportedException", target: .string(name))
    }

    /// Takes the enumerations of a source over; each declaration that would have to be compiled is an error of its own.
    private func define(_ source: String, _ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let declarations = try CSharpDeclarations(source)
        for type in declarations.enumerations {
            engine.types.add(type)
            if passThru.isOn { try runtime.write(.object(TypeObject(type))) }
        }
        for declaration in declarations.uncompiled {
            try runtime.writeError(
                ErrorRecord(
                    "The \(declaration) cannot be compiled: this shell has no .NET runtime. Write it as a PowerShell class or function "
                        + "instead; of C# only enumerations can be taken over.", id: "NotSupported", category: "NotImplemented",
                    exception: "System.NotSupportedException", target: .string(declaration)))
        }
    }
}
