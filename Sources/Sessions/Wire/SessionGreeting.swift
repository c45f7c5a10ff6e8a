import Values

/// The first message of the shell.
package struct SessionGreeting: Sendable {
    /// The container's name, which stands before the prompt.
    package var name: String
    /// Columns that text is formatted for.
    package var width: Int

    /// A greeting.
    /// - Parameter width: columns.
    package init(name: String, width: Int) {
        self.name = name
        self.width = width
    }

    /// [version, name, width].
    package var value: Value { .array([.int(1), .string(name), .integer(width)]) }

    /// Reads what the shell sent; nil where it is no greeting of this version. The width is brought into 20 to 10000.
    package init?(_ value: Value) {
        guard case .array(let array) = value, array.elements.count == 3, case .int(1) = array.elements[0],
            let name = array.elements[1].text, case .int(let width) = array.elements[2]
        else { return nil }
        self.init(name: name, width: max(20, min(Int(width), 10_000)))
    }
}
