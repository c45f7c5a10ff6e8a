import Glibc
import Values

extension TextWriterObject {
    /// System.IO.StringWriter: writes text to a StringBuilder.
    static let stringWriter = ObjectType(
        "System.IO.StringWriter", base: base,
        members: [
            .method("GetStringBuilder", returns: "System.Text.StringBuilder") { value, _ in
                if case .text(let builder) = try writer(value).target { .object(builder) } else { .null }
            },
            .method("ToString", returns: "string") { value, _ in .string(value.displayText) },
        ],
        construct: { arguments in
            .object(TextWriterObject(arguments[0].asObject(StringBuilderObject.self) ?? StringBuilderObject("")))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.IO.StringWriter") { TextWriterObject.stringWriter }
}
