import CmdletKit
import Interpreter
import Values

/// New-Object.
struct NewObject: Cmdlet {
    private var typeName = ""
    private var argumentList: [Value] = []
    private var property: HashtableArgument?
    private var comObject = ""
    private var strict: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Object", synopsis: "Makes an object of a type.", defaultSet: "Net",
        parameters: [
            Parameter("TypeName", \.typeName, position: 0, mandatory: true, sets: ["Net"], help: "The type."),
            Parameter(
                "ComObject", \.comObject, position: 0, mandatory: true, sets: ["Com"], help: "A COM object; not to be had here."),
            Parameter(
                "ArgumentList", \.argumentList, aliases: ["Args"], position: 1, sets: ["Net"], help: "What its constructor gets."),
            Parameter("Strict", \.strict, sets: ["Com"], help: "For COM objects."),
            Parameter("Property", \.property, help: "Properties to set."),
        ],
        outputs: ["System.Object"],
        examples: [Example("(New-Object psobject -Property @{ Name = 'x' }).Name", "An object of one's own.", output: "x")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard comObject.isEmpty else {
            throw ValueError(
                "COM is a part of Windows: the object '\(comObject)' cannot be made on Linux. Use a type of .NET or a program of the system instead.",
                id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
        }
        if [
            "psobject", "pscustomobject", "system.management.automation.psobject", "management.automation.psobject", "object",
            "system.object",
        ].contains(typeName.lowercased()) {
            let pairs = property?.table.pairs ?? []
            try runtime.write(.object(CustomObject(pairs.map { ($0.key.displayText, $0.value) })))
            return
        }
        guard let type = try engine.findType(typeName) else {
            throw ValueError(
                "Cannot find type [\(typeName)]: verify that the assembly containing this type is loaded.", id: "TypeNotFound",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidType")
        }
        guard let construct = type.construct else {
            throw ValueError(
                "A constructor was not found. Cannot find an appropriate constructor for type \(typeName).",
                id: "CannotFindAppropriateCtor",
                exception: "System.Management.Automation.PSArgumentException", category: "ObjectNotFound")
        }
        let made = try construct(Arguments(argumentList))
        for pair in property?.table.pairs ?? [] {
            let name = pair.key.displayText
            if case .note? = made.reference?.attached?[name] {
                made.reference?.attached?[name] = .note(pair.value)
                continue
            }
            guard let member = type.member(pair.key.displayText), case .property(_, _, let set?) = member.kind else {
                throw ValueError(
                    "The member \"\(pair.key.displayText)\" of \(typeName) cannot be set.", id: "InvalidOperationException",
                    exception: "System.InvalidOperationException", category: "InvalidOperation")
            }
            try set(made, pair.value)
        }
        try runtime.write(made)
    }
}
