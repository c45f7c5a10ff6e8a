import SourceText
import Syntax
import Values

extension AstTypes {
    /// System.Management.Automation.Language.TypeName: the name of a type as it is written.
    static let typeName = ObjectType(
        namespace + "TypeName", base: .object,
        members: [
            .method("GetReflectionType", returns: "type") { value, _ in
                TypeTable.builtin.find(value.property("FullName")?.displayText ?? "").map { .object(TypeObject($0)) } ?? .null
            },
            .method("ToString", returns: "string") { value, _ in value.property("FullName") ?? .null },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Language.TypeName") { AstTypes.typeName }
}
