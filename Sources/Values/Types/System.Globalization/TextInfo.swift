/// System.Globalization.TextInfo: upper, lower and title case.
final class TextInfoObject: Object {
    override var type: ObjectType { Self.objectType }

    static let objectType = ObjectType(
        "System.Globalization.TextInfo", base: .object,
        members: [
            .property("ListSeparator", "string") { _ in .string(",") },
            .method("ToUpper", "string str", returns: "string") { .string($1.string(0).uppercased()) },
            .method("ToLower", "string str", returns: "string") { .string($1.string(0).lowercased()) },
            .method("ToTitleCase", "string str", returns: "string") { .string(titleCase($1.string(0))) },
        ])

    private static func titleCase(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            // A word in capitals is an acronym and stays.
            let isAcronym = word.count > 1 && word.allSatisfy { !$0.isLetter || $0.isUppercase }
            return isAcronym ? String(word) : word.prefix(1).uppercased() + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Globalization.TextInfo") { TextInfoObject.objectType }
}
