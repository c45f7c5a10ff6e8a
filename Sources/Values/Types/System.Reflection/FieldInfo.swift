extension MemberInfoObject {
    static let fieldType = ObjectType(
        "System.Reflection.FieldInfo", base: base,
        members: valueMembers + [
            .property("FieldType", "type") { try valueType($0) }, .property("IsStatic", "bool") { .bool(try info($0).isStatic) },
            .property("IsPublic", "bool") { .bool(try info($0).isPublic) },
            .method("GetRawConstantValue", returns: "object") { value, _ in try info(value).read(.null) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.FieldInfo") { MemberInfoObject.fieldType }
}
