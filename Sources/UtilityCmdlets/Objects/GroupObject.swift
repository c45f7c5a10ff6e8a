import CmdletKit
import CmdletSupport
import Values

/// Group-Object: objects that have the same values, together.
struct GroupObject: Cmdlet {
    var inputObject: Value = .nothing
    var property: [Value] = []
    var noElement: Switch = false
    var asHashTable: Switch = false
    var asString: Switch = false
    var caseSensitive: Switch = false
    var culture: String?
    private var properties: [PropertyExpression] = []
    private var groups: [Group] = []
    private var places: [ObjectKey: Int] = [:]

    private struct Group {
        let values: [Value]
        var count: Int
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
            Parameter("Culture", \.culture, help: "Taken for compatibility: texts are compared as the invariant culture does."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.GroupInfo"],
        examples: [
            Example("('a', 'b', 'a' | Group-Object | Where-Object Name -eq a).Count", "Counts equal texts.", output: "2"),
            Example("('a', 'bb', 'c' | Group-Object Length -AsHashTable)[1].Count", "Finds groups by their value.", output: "2"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try CultureArgument.check(culture)
        if asString.isOn, !asHashTable.isOn {
            throw ValueError(
                "The -AsString parameter is only valid with the -AsHashTable parameter.", id: "Argument",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        properties = try property.propertyExpressions([])
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject"), !inputObject.isNull else { return }
        let frame = try runtime.frame
        let values = properties.isEmpty ? [inputObject] : try properties.map { try $0.value(of: inputObject, frame) }
        let key = ObjectKey(values, ignoreCase: !caseSensitive.isOn)
        if let place = places[key] {
            groups[place].count += 1
            if !noElement.isOn { groups[place].members.append(inputObject) }
        } else {
            places[key] = groups.count
            groups.append(Group(values: values, count: 1, members: noElement.isOn ? [] : [inputObject]))
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if asHashTable.isOn {
            let table = HashtableObject(caseSensitive: caseSensitive.isOn)
            for group in groups {
                let isPlain = group.values.count == 1 && !asString.isOn
                let key = isPlain ? group.values[0] : .string(group.values.map(\.displayText).joined(separator: ", "))
                table[key] = .object(ListObject(group.members, type: GroupInfo.collectionType))
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

    private func info(_ group: Group) -> Value {
        .object(GroupInfo(values: group.values, count: group.count, members: group.members, keepsMembers: !noElement.isOn))
    }
}
