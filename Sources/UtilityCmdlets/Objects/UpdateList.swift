import CmdletKit
import Values

/// Update-List: changes the elements of a list in a property.
struct UpdateList: Cmdlet {
    private var add: [Value] = []
    private var remove: [Value] = []
    private var replace: [Value] = []
    private var inputObject: Value = .nothing
    private var property = ""

    static let declaration = CmdletDeclaration<Self>(
        "Update-List", synopsis: "Adds elements to a property that holds a list, takes them away, or replaces them all.",
        description: """
            Changes the list in the property of each piped object and writes the object. Without an object and a \
            property it writes the change itself, a hashtable with Add, Remove and Replace, for commands that take \
            such a change.
            """, defaultSet: "AddRemoveSet",
        parameters: [
            Parameter(
                \.add, sets: ["AddRemoveSet"], validate: [.notNullOrEmpty], help: "The elements to add at the list's end."),
            Parameter(
                \.remove, sets: ["AddRemoveSet"], validate: [.notNullOrEmpty],
                help: "The elements to take away; all that are equal to one of them go."),
            Parameter(
                \.replace, mandatory: true, sets: ["ReplaceSet"], validate: [.notNullOrEmpty],
                help: "The elements that the list holds instead of its own."),
            Parameter(
                \.inputObject, pipeline: .byValue, help: "The object whose property changes; usually piped in."),
            Parameter(\.property, position: 0, help: "The name of the property that holds the list."),
        ],
        outputs: ["System.Object", "System.Collections.Hashtable"],
        examples: [
            Example(
                "([pscustomobject]@{ Tags = [Collections.ArrayList]@('a', 'b') } | Update-List Tags -Add c -Remove a).Tags",
                "Adds an element and takes another away.",
                output: "b\nc"),
            Example(
                "([pscustomobject]@{ Tags = [Collections.ArrayList]@('a', 'b') } | Update-List Tags -Replace z).Tags",
                "Replaces the whole list.",
                output: "z"),
            Example("(Update-List -Add 1, 2).Add -join ' '", "Makes a change for later.", output: "1 2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject) else { return }
        guard !property.isEmpty else {
            throw ValueError(
                "The Property parameter is missing: name the property of the object that is to change.",
                id: "MissingPropertyParameter",
                exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        guard let current = inputObject.property(property) else {
            return try runtime.writeError(
                ErrorRecord(
                    "The property '\(property)' cannot be found in the input object.", id: "MemberDoesntExist",
                    category: "InvalidOperation",
                    exception: "System.InvalidOperationException", target: inputObject))
        }
        if let list = current.asObject(ListObject.self) {
            list.elements = changed(list.elements)
        } else if let attached = inputObject.reference?.attached, attached[property] != nil {
            attached[property] = .note(.array(changed(current.enumeratedOrSelf)))
        } else {
            throw ValueError(
                "The property '\(property)' of [\(inputObject.typeName)] is no list that can change.", id: "PropertyNotFound",
                exception: "System.InvalidOperationException", category: "InvalidOperation")
        }
        try runtime.write(inputObject)
    }

    private func changed(_ elements: [Value]) -> [Value] {
        if !replace.isEmpty { return replace }
        return elements.filter { element in !remove.contains { Comparison.equals($0, element) } } + add
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        guard !runtime.isBound(\Self.inputObject), property.isEmpty else { return }
        // Without an object PowerShell writes the change itself, a PSListModifier, for other cmdlets to apply.
        let table = HashtableObject(type: ListModifier.type)
        if !add.isEmpty { table["Add"] = .array(add) }
        if !remove.isEmpty { table["Remove"] = .array(remove) }
        if !replace.isEmpty { table["Replace"] = .array(replace) }
        try runtime.write(.object(table))
    }
}
