import Values

/// The text of a value in a table's cell or behind a list's label.
public enum CellText {
    /// The text of a value. A collection becomes `{a, b, …}`, a hashtable `{[key, value], …}`.
    /// - Parameters:
    ///   - format: a .NET format string (`N2` or `{0:N2}`); a value that it does not fit is shown as without it. nil for none.
    ///   - limit: the number of a collection's elements that are shown (`$FormatEnumerationLimit`); negative for all.
    public static func text(_ value: Value, format: String? = nil, limit: Int = 4) -> String {
        if let format, !format.isEmpty, !value.isNull, let text = try? formatted(value, format) { return text }
        if let table = value.asObject(HashtableObject.self) {
            return braced(table.pairs.lazy.map { "[\($0.key.displayText), \($0.value.displayText)]" }, table.count, limit)
        }
        if let elements = value.enumerated { return braced(elements.lazy.map(element), elements.count, limit) }
        // A cell shows .NET's ToString of a type, which is its full name; `"$type"` would be the accelerator's name.
        if let type = value.asObject(TypeObject.self)?.represented { return type.name }
        return value.displayText
    }

    private static func formatted(_ value: Value, _ format: String) throws -> String {
        format.contains("{") ? try CompositeFormat.format(format, [value]) : try NumberFormat.format(value, format)
    }

    private static func element(_ value: Value) -> String {
        if case .array(let array) = value { return array.type.name }
        return value.displayText
    }

    private static func braced(_ texts: some Sequence<String>, _ count: Int, _ limit: Int) -> String {
        guard limit >= 0, count > limit else { return "{" + texts.joined(separator: ", ") + "}" }
        return "{" + texts.prefix(limit).joined(separator: ", ") + "…}"
    }

    /// The alignment of a column by the value in its first row: right for numbers, booleans, characters and enumerations.
    public static func alignment(of value: Value) -> Alignment {
        switch value {
        case .bool, .int, .long, .double, .char: .right
        case .object(let object): object is EnumObject || isNumber(object.type.name) ? .right : .left
        default: .left
        }
    }

    private static let numbers: Set<String> = [
        "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.UInt32", "System.UInt64", "System.Single",
        "System.Decimal", "System.Numerics.BigInteger", "System.IntPtr", "System.UIntPtr",
    ]

    static func isNumber(_ typeName: String) -> Bool { numbers.contains(typeName) }
}
