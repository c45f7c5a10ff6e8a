import CmdletKit
import Interpreter
import Values

/// New-Object: calls the constructor of a type, or makes a custom object.
struct NewObject: Cmdlet {
    private var typeName = ""
    private var argumentList: [Value] = []
    private var property: HashtableArgument?
    private var comObject = ""
    private var strict: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Object", synopsis: "Makes an object of a .NET type, or an object with properties of one's own.",
        description: """
            Calls the constructor of the type with -ArgumentList, and then sets the properties of -Property. For the \
            type PSObject the hashtable of -Property becomes the object's properties. The shorter ways are \
            [type]::new(…) and [pscustomobject]@{ … }. COM objects exist on Windows only.
            """, defaultSet: "Net",
        parameters: [
            Parameter(
                \.typeName, position: 0, mandatory: true, sets: ["Net"],
                help:
                    """
                    The name of the type, with or without its namespace System; generic types as \
                    'System.Collections.Generic.List[int]'.
                    """
            ),
            Parameter(
                \.comObject, position: 0, mandatory: true, sets: ["Com"],
                help: "The ProgID of a COM object. Linux has none: an error says so."),
            Parameter(
                \.argumentList, aliases: ["Args"], position: 1, sets: ["Net"],
                help: "The arguments of the type's constructor."),
            Parameter(
                \.strict, sets: ["Com"], help: "Asks for an error where a COM object is a .NET one; has no use on Linux."),
            Parameter(
                \.property,
                help: "A hashtable of properties to set on the new object; for PSObject, those it is made of."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                "(New-Object datetime -ArgumentList 2016, 3, 1).ToString('yyyy-MM-dd')",
                "Makes a date of year, month and day.",
                output: "2016-03-01"),
            Example(
                "New-Object psobject -Property ([ordered]@{ Name = 'fig'; Grams = 50 })",
                "Makes an object with properties in a given order.",
                output: """

                    Name Grams
                    ---- -----
                    fig     50

                    """),
            Example(
                "$list = New-Object 'System.Collections.Generic.List[string]'; $list.Add('x'); $list.Count",
                "Makes a generic list.",
                output: "1"),
        ])

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
