import Values

/// Microsoft.PowerShell.Commands.GroupInfo: a group of Group-Object. With -NoElement its type is GroupInfoNoElement.
final class GroupInfo: Object {
    let values: [Value]
    let count: Int
    /// The objects of the group; empty with -NoElement.
    let members: [Value]
    private let keepsMembers: Bool

    init(values: [Value], count: Int, members: [Value], keepsMembers: Bool) {
        self.values = values
        self.count = count
        self.members = members
        self.keepsMembers = keepsMembers
        super.init()
    }

    /// The values as text, joined by commas.
    var name: String { values.map(\.displayText).joined(separator: ", ") }

    override var type: ObjectType { keepsMembers ? Self.objectType : Self.countedType }
    override var stringForm: String? { type.name }

    private static func property(_ name: String, _ type: String, _ read: @escaping @Sendable (GroupInfo) -> Value) -> Member {
        .property(name, type) { value in value.asObject(GroupInfo.self).map(read) ?? .null }
    }

    static let objectType = ObjectType(
        "Microsoft.PowerShell.Commands.GroupInfo", base: .object,
        members: [
            property("Values", "System.Collections.ArrayList") { .object(ListObject($0.values)) },
            property("Count", "int") { Value.integer($0.count) },
            property("Group", "System.Collections.ObjectModel.Collection[psobject]") {
                .object(ListObject($0.members, type: collectionType))
            },
            property("Name", "string") { .string($0.name) },
        ])

    /// The type of Group, and of the values in the hashtable of -AsHashTable.
    static let collectionType =
        GenericTypes.find("System.Collections.ObjectModel.Collection", [.psObject]) ?? .list
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.GroupInfo") { GroupInfo.objectType }
}
