import CmdletKit
import Engine
import Values

/// Group-Object: objects that have the same values, together.
struct GroupObject: Cmdlet {
    var inputObject: Value = .nothing
    var property: [Value] = []
    var noElement: Switch = false
    var asHashTable: Switch = false
    var asString: Switch = false
    var caseSensitive: Switch = false
    private var properties: [PropertyExpression] = []
    private var groups: [Group] = []
    private var places: [ObjectKey: Int] = [:]

    private struct Group {
        let values: [Value]
        var members: [Value]
    }

    static let declaration = CmdletDeclaration<GroupObject>(
        "Group-Object", aliases: ["group"], synopsis: "Groups objects that contain the same value for specified properties.",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to group."),
            Parameter("Property", \.property, position: 0, help: "Names, script blocks, or hashtables with Expression."),
            Parameter("NoElement", \.noElement, help: "Counts the objects and does not keep them."),
            Parameter("AsHashTable", \.asHashTable, aliases: ["AHT"], help: "Writes one hashtable of the groups."),
            Parameter("AsString", \.asString, help: "Makes the hashtable's keys strings."),
            Parameter("CaseSensitive", \.caseSensitive, help: "Tells texts of different case apart."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.GroupInfo"],
        examples: [
            Example("('a', 'b', 'a' | Group-Object | Where-Object Name -eq a).Count", "Counts equal texts.", output: "2"),
            Example("('a', 'bb', 'c' | Group-Object Length -AsHashTable)[1].Count", "Finds groups by their value.", output: "2"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { properties = try property.propertyExpressions([]) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject"), !inputObject.isNull else { return }
        let frame = try runtime.frame
        let values = properties.isEmpty ? [inputObject] : try properties.map { try $0.value(of: inputObject, frame) }
        let key = ObjectKey(values, ignoreCase: !caseSensitive.isOn)
        if let place = places[key] {
            groups[place].members.append(inputObject)
        } else {
            places[key] = groups.count
            groups.append(Group(values: values, members: [inputObject]))
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if asHashTable.isOn {
            let table = HashtableObject(caseSensitive: caseSensitive.isOn)
            for group in groups {
                let key = group.values.count == 1 && !asString.isOn ? group.values[0] : .string(name(group))
                table[key] = .array(group.members)
            }
            try runtime.write(.object(table))
            return
        }
        let sorter = ObjectSorter([], isDescending: false, ignoreCase: !caseSensitive.isOn, try runtime.frame)
        // PowerShell writes the groups in the order of their values.
        let sorted = groups.sorted { left, right in
            for (a, b) in zip(left.values, right.values) {
                let order = sorter.compare(a, b)
                if order != 0 { return order < 0 }
            }
            return false
        }
        try runtime.writeAll(sorted.map(info))
    }

    private func name(_ group: Group) -> String { group.values.map(\.displayText).joined(separator: ", ") }

    private func info(_ group: Group) -> Value {
        let type = "Microsoft.PowerShell.Commands.GroupInfo"
        return .object(
            CustomObject(
                [
                    ("Values", .array(group.values)), ("Count", Value.integer(group.members.count)),
                    ("Group", noElement.isOn ? .array([]) : .array(group.members)), ("Name", .string(name(group))),
                ], typeNames: noElement.isOn ? [type + "NoElement", type] : [type]))
    }
}
