import Values

/// -Culture of the cmdlets that compare: only the invariant culture's order is known, whichever is named.
enum CultureArgument {
    /// - Throws: where the name cannot be a culture's.
    static func check(_ name: String?) throws {
        if let name { _ = try CultureType.make(name) }
    }
}
