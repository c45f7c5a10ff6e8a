import CmdletKit
import Values

/// Update-List.
struct UpdateList: Cmdlet {
    private var add: [Value] = []
    private var remove: [Value] = []
    private var replace: [Value] = []
    private var inputObject: Value = .nothing
    private var property = ""

    static let declaration = CmdletDeclaration<Self>(
        "Update-List", synopsis: "Adds to and takes from a property that holds a list.", defaultSet: "AddRemoveSet",
        parameters: [
            Parameter("Add", \.add, sets: ["AddRemoveSet"], validate: [.notNullOrEmpty], help: "What is added."),
            Parameter("Remove", \.remove, sets: ["AddRemoveSet"], validate: [.notNullOrEmpty], help: "What is taken away."),
            Parameter(
                "Replace", \.replace, mandatory: true, sets: ["ReplaceSet"], validate: [.notNullOrEmpty],
                help: "What it holds instead."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object."),
            Parameter("Property", \.property, position: 0, help: "The property."),
        ],
        examples: [
            Example(
                "([pscustomobject]@{ A = [Collections.ArrayList]@(1) } | Update-List A -Add 2).A.Count", "One more.", output: "2"),
            Example("(Update-List -Add 1, 2).Add.Count", "A change for later.", output: "2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
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
        guard !runtime.isBound("InputObject"), property.isEmpty else { return }
        // Without an object, the change itself: a hashtable that other commands take.
        let table = HashtableObject(type: ObjectType("System.Management.Automation.PSListModifier", base: .hashtable))
        if !add.isEmpty { table["Add"] = .array(add) }
        if !remove.isEmpty { table["Remove"] = .array(remove) }
        if !replace.isEmpty { table["Replace"] = .array(replace) }
        try runtime.write(.object(table))
    }
}
