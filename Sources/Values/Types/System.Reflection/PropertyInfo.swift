extension MemberInfoObject {
    static let propertyType = ObjectType(
        "System.Reflection.PropertyInfo", base: base,
        members: valueMembers + [
            .property("PropertyType", "type") { try valueType($0) },
            .property("CanRead", "bool") { _ in .bool(true) },
            .property("CanWrite", "bool") { value in
                guard case .property(_, _, let set) = try info(value).member.kind else { return .bool(false) }
                return .bool(set != nil)
            },
            .method("GetIndexParameters", returns: "object[]") { _, _ in .array([]) },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.PropertyInfo") { MemberInfoObject.propertyType }
}
