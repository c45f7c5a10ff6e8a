import SourceText

/// `using` (about_Using).
extension Parser {
    /// `using namespace X`, `using module X` and so on; nil without moving if it is a command of that name.
    mutating func parseUsing() -> UsingStatement? {
        let start = position
        position += 5
        skipTrivia()
        let kinds: [(String, UsingStatement.Kind)] = [
            ("namespace", .namespace), ("module", .module), ("assembly", .assembly), ("type", .type), ("command", .command),
        ]
        guard let (word, kind) = kinds.first(where: { peekKeyword($0.0) }) else {
            position = start
            return nil
        }
        record(.keyword, from: start, to: start + 5)
        takeKeyword(word)
        skipTrivia()
        let itemStart = position
        switch isAtEnd || newlineLength(at: position) > 0 ? nil : parseSingleArgument() {
        case .string(let name):
            if kind == .module, Self.hasWildcard(name.value) { report(.wildcardInModuleName, name.span) }
            return UsingStatement(kind: kind, name: name.value, specification: nil, span: span(from: start))
        case .hashtable(let table):
            if kind == .module { checkSpecification(table) }
            return UsingStatement(kind: kind, name: "", specification: table, span: span(from: start))
        case let other?:
            report(.invalidUsingItemName(file.text(of: other.span)), other.span)
        case nil where peek() == Byte.closeParen:
            position += 1
            report(.invalidUsingItemName(")"), span(from: itemStart))
        case nil:
            reportMissing(.missingUsingItemName)
        }
        return UsingStatement(kind: kind, name: "", specification: nil, span: span(from: start))
    }

    private static func hasWildcard(_ name: String) -> Bool { name.contains { "*?[".contains($0) } }

    /// Checks that a module specification has valid constant keys: `@{ ModuleName = …; ModuleVersion = … }`.
    private mutating func checkSpecification(_ table: HashtableLiteral) {
        let versions = ["moduleversion", "maximumversion", "requiredversion"]
        var given: Set<String> = []
        for entry in table.entries {
            guard case .string(let key) = entry.key, (versions + ["modulename", "guid"]).contains(key.value.lowercased()) else {
                return report(.moduleSpecificationInvalid("'\(file.text(of: entry.key.span))' is none of its keys."), table.span)
            }
            given.insert(key.value.lowercased())
            if key.value.lowercased() == "modulename", Self.hasWildcard(file.text(of: entry.value.span)) {
                return report(.wildcardInModuleName, table.span)
            }
        }
        if !given.contains("modulename") {
            report(.moduleSpecificationInvalid("ModuleName is missing."), table.span)
        } else if given.isDisjoint(with: versions) {
            report(.moduleSpecificationInvalid("ModuleVersion, MaximumVersion or RequiredVersion is missing."), table.span)
        }
    }
}
