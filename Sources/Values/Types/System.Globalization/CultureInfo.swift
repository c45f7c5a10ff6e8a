/// System.Globalization.CultureInfo. Numbers, dates and the order of texts are the invariant culture's always; others are known by name.
public struct Culture: Sendable, Hashable {
    /// `en-US`; empty for the invariant culture.
    public let name: String
    /// The number that Windows gave it (LCID).
    public let id: Int
    /// The name in English.
    public let displayName: String

    /// The culture by which numbers and dates are written here.
    public static let invariant = Culture(name: "", id: 127, displayName: "Invariant Language (Invariant Country)")

    private static let known: [Culture] =
        [invariant]
        + [
            ("en", 9, "English"), ("en-US", 1033, "English (United States)"), ("en-GB", 2057, "English (United Kingdom)"),
            ("de-DE", 1031, "German (Germany)"), ("fr-FR", 1036, "French (France)"), ("es-ES", 3082, "Spanish (Spain)"),
            ("it-IT", 1040, "Italian (Italy)"), ("ja-JP", 1041, "Japanese (Japan)"), ("nl-NL", 1043, "Dutch (Netherlands)"),
            ("pt-BR", 1046, "Portuguese (Brazil)"), ("ru-RU", 1049, "Russian (Russia)"), ("sv-SE", 1053, "Swedish (Sweden)"),
            ("zh-CN", 2052, "Chinese (China)"), ("ko-KR", 1042, "Korean (Korea)"), ("pl-PL", 1045, "Polish (Poland)"),
            ("tr-TR", 1055, "Turkish (Türkiye)"), ("da-DK", 1030, "Danish (Denmark)"), ("cs-CZ", 1029, "Czech (Czechia)"),
        ].map { Culture(name: $0.0, id: $0.1, displayName: $0.2) }

    private init(name: String, id: Int, displayName: String) {
        self.name = name
        self.id = id
        self.displayName = displayName
    }

    /// The culture of a name (`en-US`) or a number; nil for what cannot be one.
    public init?(_ text: String) {
        let number = text.lowercased().hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
        if let known = Self.known.first(where: { $0.name.equalsIgnoringCase(text) || $0.id == number }) {
            self = known
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard number == nil, let language = parts.first, (2...3).contains(language.count), parts.count < 4,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
        else { return nil }
        // 4096 = LOCALE_CUSTOM_UNSPECIFIED, .NET's LCID for cultures without an assigned one.
        self.init(name: text, id: 4096, displayName: text)
    }

    /// The culture as a value of the language.
    public var boxed: Value { .object(NativeObject(self, type: CultureType.type, text: { $0.name })) }

    var parent: Culture { Culture(name.split(separator: "-").dropLast().joined(separator: "-")) ?? .invariant }
}

/// System.Globalization.CultureInfo.
public enum CultureType {
    private static func text(_ name: String, _ path: any KeyPath<Culture, String> & Sendable) -> Member {
        .property(name, "string", of: Culture.self, path) { .string($0) }
    }

    /// System.Globalization.CultureInfo.
    public static let type = ObjectType(
        "System.Globalization.CultureInfo", base: .object, interfaces: ["System.IFormatProvider"],
        members: [
            .property("LCID", "int", of: Culture.self, \.id) { Value.integer($0) }, text("Name", \.name),
            text("DisplayName", \.displayName), text("IetfLanguageTag", \.name), text("EnglishName", \.displayName),
            text("NativeName", \.displayName),
            .property("TwoLetterISOLanguageName", "string", of: Culture.self, \.name) {
                .string($0.isEmpty ? "iv" : String($0.prefix { $0 != "-" }))
            },
            .property("Parent", "System.Globalization.CultureInfo", of: Culture.self, \.self) { $0.parent.boxed },
            .property("IsNeutralCulture", "bool", of: Culture.self, \.name) { .bool(!$0.isEmpty && !$0.contains("-")) },
            .property("TextInfo", "System.Globalization.TextInfo", of: Culture.self, \.self) { _ in .object(TextInfoObject()) },
            .property("NumberFormat", "System.Globalization.NumberFormatInfo", of: Culture.self, \.self) { _ in
                NumberFormatInfoType.invariant
            },
            .property("DateTimeFormat", "System.Globalization.DateTimeFormatInfo", of: Culture.self, \.self) { _ in
                DateTimeFormatInfoType.invariant
            },
        ],
        statics: [
            .constant("InvariantCulture", "System.Globalization.CultureInfo") { Culture.invariant.boxed },
            .constant("CurrentCulture", "System.Globalization.CultureInfo") { Culture.invariant.boxed },
            .constant("CurrentUICulture", "System.Globalization.CultureInfo") { Culture("en-US")?.boxed ?? .null },
            .constant("InstalledUICulture", "System.Globalization.CultureInfo") { Culture.invariant.boxed },
            .function("GetCultureInfo", "string name", returns: "System.Globalization.CultureInfo") { try make($0.string(0)) },
            .function("CreateSpecificCulture", "string name", returns: "System.Globalization.CultureInfo") {
                try make($0.string(0))
            },
        ],
        construct: { try make($0.string(0)) }, convert: { try make($0.displayText) })

    /// - Throws: CultureNotFound.
    public static func make(_ name: String) throws -> Value {
        if let culture = Culture(name) { return culture.boxed }
        throw ValueError(
            "Culture is not supported. (Parameter 'name')\n\(name) is an invalid culture identifier.", id: "ItemNotFoundException",
            exception: "System.Globalization.CultureNotFoundException", category: "ObjectNotFound")
    }

}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Globalization.CultureInfo", "cultureinfo") { CultureType.type }
}
