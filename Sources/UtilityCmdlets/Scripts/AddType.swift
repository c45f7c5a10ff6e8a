import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Add-Type. It can take enumerations from C# and accepts the names of assemblies whose types the shell has itself; other code
/// cannot be compiled.
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
        "Add-Type", synopsis: "Takes enumerations over from C#, and accepts assemblies whose types are here.",
        description: """
            This shell has no .NET runtime: an enumeration in the source becomes a type, and each class, structure \
            or interface in it is an error. Assemblies of .NET and PowerShell itself are accepted by name, because \
            their types that are there need no loading; other assemblies are an error. Takes nothing from the \
            pipeline and writes nothing unless -PassThru is given. Write a PowerShell class in place of one in C#.
            """,
        defaultSet: "FromSource",
        parameters: [
            Parameter(
                \.typeDefinition, position: 0, mandatory: true, sets: ["FromSource"],
                help: "The source in C#; enumerations only."),
            Parameter(
                \.name, position: 0, mandatory: true, sets: ["FromMember"],
                help: "The name of a class to make; an error here."),
            Parameter(
                \.memberDefinition, position: 1, mandatory: true, sets: ["FromMember"],
                help: "The source of members of a class; an error here."),
            Parameter(\.namespace, aliases: ["NS"], sets: ["FromMember"], help: "The namespace of the class."),
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["FromPath"],
                help: "Source files (.cs); assemblies are an error here."),
            Parameter(
                \.assemblyName, aliases: ["AN"], mandatory: true, sets: ["FromAssemblyName"],
                help: "Names of assemblies of .NET or PowerShell."),
            Parameter(\.language, help: "The language of the source: CSharp."),
            Parameter(
                \.referencedAssemblies, aliases: ["RA"],
                help: "Assemblies that the source needs; accepted for scripts that give it."),
            Parameter(
                \.usingNamespace, aliases: ["Using"], sets: ["FromMember"],
                help: "Namespaces that the members use."),
            Parameter(
                \.outputAssembly, aliases: ["OA"],
                help: "The file for the assembly; accepted for scripts that give it."),
            Parameter(
                \.outputType, aliases: ["OT"], help: "The kind of assembly; accepted for scripts that give it."),
            Parameter(\.passThru, help: "Writes the types that were made."),
            Parameter(\.ignoreWarnings, help: "Accepted for scripts that give it."),
        ],
        outputs: ["System.RuntimeType"],
        examples: [
            Example(
                "Add-Type 'namespace Demo { public enum Colour { Red = 1, Blue } }'; [int][Demo.Colour]::Blue",
                "An enumeration.", output: "2"),
            Example("Add-Type -AssemblyName System.Web; $?", "An assembly of .NET itself.", output: "True"),
            Example(
                "(Add-Type 'public enum Fruit { Apple, Pear }' -PassThru).GetEnumNames()",
                "The names of an enumeration.", output: "Apple\nPear"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if let typeDefinition { return try define(typeDefinition, runtime) }
        if runtime.isBound(\Self.assemblyName) {
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

    /// Adds the enumerations of a C# source. Each declaration that needs a compiler is a non-terminating error.
    /// - Throws: `ValueError` if an enumeration cannot be read.
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
