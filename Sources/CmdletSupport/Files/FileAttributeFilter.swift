import Values

/// What Get-ChildItem -Attributes takes: names with `,` for or, `+` for and, `!` for not.
package struct FileAttributeFilter {
    /// An attribute that has to be there, or with `!` must not be.
    private struct Term {
        let attribute: FileAttributes
        let isWanted: Bool
    }
    private let alternatives: [[Term]]
    /// Whether the filter names Hidden, with or without `!`. If it does not, Get-ChildItem leaves hidden items out as usual.
    package let mentionsHidden: Bool

    /// Parses a filter.
    /// - Throws: `ValueError` if a term is no attribute.
    package init(_ text: String) throws {
        var alternatives: [[Term]] = []
        for alternative in text.split(separator: ",") {
            alternatives.append(
                try alternative.split(separator: "+").map { part in
                    var name = String(part).trimmingSpaces()
                    let isWanted = !name.hasPrefix("!")
                    if !isWanted { name = String(name.dropFirst()).trimmingSpaces() }
                    switch name.lowercased() {
                    case "d": name = "Directory"
                    case "h": name = "Hidden"
                    case "r": name = "ReadOnly"
                    case "s": name = "System"
                    case "l": name = "ReparsePoint"
                    case "a": name = "Archive"
                    default: break
                    }
                    return Term(attribute: try FileAttributes(.string(name)), isWanted: isWanted)
                })
        }
        self.alternatives = alternatives
        mentionsHidden = alternatives.joined().contains { $0.attribute.contains(.hidden) }
    }

    /// Whether an item with these attributes is to be listed. An empty filter accepts each.
    package func accepts(_ attributes: FileAttributes) -> Bool {
        alternatives.isEmpty
            || alternatives.contains { $0.allSatisfy { attributes.contains($0.attribute) == $0.isWanted } }
    }
}
