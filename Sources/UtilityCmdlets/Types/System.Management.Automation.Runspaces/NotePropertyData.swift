import Values

/// System.Management.Automation.Runspaces.NotePropertyData: a property that holds its value.
enum NotePropertyData {
    static let type = ObjectType("System.Management.Automation.Runspaces.NotePropertyData", base: TypeMemberData.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.NotePropertyData") { NotePropertyData.type }
}
