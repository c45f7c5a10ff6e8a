/// System.StringComparer: how strings are compared.
public final class ComparerObject: Object {
    public let name: String
    public var ignoresCase: Bool { name.hasSuffix("IgnoreCase") }

    init(_ name: String) {
        self.name = name
        super.init()
    }

    public override var type: ObjectType { StringComparerType.type }
}

enum StringComparerType {
    private static func ignoresCase(_ value: Value) -> Bool { value.asObject(ComparerObject.self)?.ignoresCase ?? false }

    static let type = ObjectType(
        "System.StringComparer", base: .object,
        interfaces: ["System.Collections.IComparer", "System.Collections.IEqualityComparer"],
        members: [
            .method("Compare", "string x", "string y", returns: "int") {
                Value.integer(Comparison.order($1.string(0), $1.string(1), ignoreCase: ignoresCase($0)))
            },
            .method("Equals", "string x", "string y", returns: "bool") {
                .bool(ignoresCase($0) ? $1.string(0).equalsIgnoringCase($1.string(1)) : $1.string(0) == $1.string(1))
            },
        ],
        statics: [
            "Ordinal", "OrdinalIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "CurrentCulture",
            "CurrentCultureIgnoreCase",
        ].map { name in .constant(name, "System.StringComparer") { .object(ComparerObject(name)) } })
}

enum StringEnumerations {
    static let comparison = ObjectType.enumeration(
        "System.StringComparison",
        Enumeration([
            "CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal",
            "OrdinalIgnoreCase",
        ]))
    static let splitOptions = ObjectType.enumeration(
        "System.StringSplitOptions",
        Enumeration([("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2)], isFlags: true))
    static let midpointRounding = ObjectType.enumeration(
        "System.MidpointRounding", Enumeration(["ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"]))
    static let consoleColor = ObjectType.enumeration(
        "System.ConsoleColor",
        Enumeration([
            "Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray", "DarkGray", "Blue",
            "Green",
            "Cyan", "Red", "Magenta", "Yellow", "White",
        ]))
    static let dateTimeKind = ObjectType.enumeration("System.DateTimeKind", Enumeration(["Unspecified", "Utc", "Local"]))
    static let numberStyles = ObjectType.enumeration(
        "System.Globalization.NumberStyles",
        Enumeration(
            [
                ("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowLeadingSign", 4), ("Integer", 7),
                ("AllowDecimalPoint", 32), ("AllowThousands", 64), ("Number", 111), ("AllowExponent", 128), ("Float", 167),
                ("AllowHexSpecifier", 512), ("HexNumber", 515), ("Any", 511),
            ], isFlags: true))

    static let all: [(ObjectType, [String])] = [
        (comparison, []), (splitOptions, []), (midpointRounding, []), (consoleColor, []), (dateTimeKind, []), (numberStyles, []),
        (DateTime.dayOfWeekType, []), (CharMembers.category, []),
    ]
}
