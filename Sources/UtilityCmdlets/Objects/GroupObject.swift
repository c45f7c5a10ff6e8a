import CmdletKit
import CmdletSupport
import Values

/// Group-Object: gathers objects with equal values.
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

    /// A group while objects come in.
    private struct Group {
        let values: [Value]
        var count: Int
        var members: [Value]
    }

    static let declaration = CmdletDeclaration<GroupObject>(
        "Group-Object", aliases: ["group"], synopsis: "Gathers objects that have the same values into groups.",
        description: """
            Reads all its input and puts objects together whose properties are equal; without -Property the objects' \
            own values count. Each group is written with its Count, its Name (the values as text), its Values and its \
            members in Group, sorted by value where all values are of one type. With -AsHashTable one hashtable is \
            written, in which a group is found by its value.
            """,
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to group; usually piped in. A collection given here is one object."),
            Parameter(
                \.property, position: 0,
                help:
                    """
                    What objects are grouped by: property names, script blocks, or hashtables with Expression. Several \
                    make groups of equal combinations.
                    """
            ),
            Parameter(
                \.noElement, help: "Counts the objects and does not keep them, which saves memory for large input."),
            Parameter(
                \.asHashTable, aliases: ["AHT"],
                help: "Writes one hashtable with the groups' values as keys and their objects as values."),
            Parameter(
                \.asString,
                help: "Makes the keys of -AsHashTable texts, so that $table.'1' finds the group of the number 1."),
            Parameter(\.caseSensitive, help: "Tells texts apart that differ in upper and lower case only."),
            Parameter(
                \.culture,
                help: "The name of a culture, taken for compatibility: texts are always compared as the invariant culture does."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.GroupInfo", "System.Collections.Hashtable"],
        examples: [
            Example(
                "'a', 'b', 'a' | Group-Object -NoElement",
                "Counts equal texts.",
                output: """

                    Count Name
                    ----- ----
                        2 a
                        1 b

                    """),
            Example(
                "$byLength = 'a', 'bb', 'c' | Group-Object Length -AsHashTable; $byLength[1] -join ' '",
                "Finds groups by their value.",
                output: "a c"),
            Example(
                "1..5 | Group-Object { $_ % 2 ? 'odd' : 'even' } | ForEach-Object { \"$($_.Name): $($_.Group)\" }",
                "Groups by what a script block makes of each object.",
                output: "even: 2 4\nodd: 1 3 5"),
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
        guard runtime.isBound(\Self.inputObject), !inputObject.isNull else { return }
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
        // PowerShell writes the groups sorted by their values.
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
