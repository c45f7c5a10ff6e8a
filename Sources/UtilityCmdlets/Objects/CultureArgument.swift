import Values

/// -Culture of the cmdlets that compare texts. The name is checked and otherwise ignored: texts are always compared as in the
/// invariant culture.
enum CultureArgument {
    /// Checks the name.
    /// - Throws: `ValueError` if it cannot be the name of a culture.
    static func check(_ name: String?) throws {
        if let name { _ = try CultureType.make(name) }
    }
}
