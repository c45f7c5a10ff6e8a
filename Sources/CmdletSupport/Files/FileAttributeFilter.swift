import Values

/// What Get-ChildItem -Attributes takes: names with `,` for or, `+` for and, `!` for not.
package struct FileAttributeFilter {
    private struct Term {
        let attribute: FileAttributes
        let isWanted: Bool
    }
    private let alternatives: [[Term]]
    /// Hidden items are asked for, or ruled out, by name.
    package let mentionsHidden: Bool

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

    package func accepts(_ attributes: FileAttributes) -> Bool {
        alternatives.isEmpty
            || alternatives.contains { $0.allSatisfy { attributes.contains($0.attribute) == $0.isWanted } }
    }
}
