import CmdletKit
import Interpreter
import Values

/// The patterns of -Filter, -Include and -Exclude.
package struct NameFilter: ParameterGroup {
    /// -Filter; nil or empty accepts each name.
    package var filter: String?
    /// -Include: one of the patterns has to match; an empty list accepts each name.
    package var include: [String] = []
    /// -Exclude: none of the patterns may match.
    package var exclude: [String] = []

    /// A filter with the given patterns; by default one that accepts each name.
    package init(filter: String? = nil, include: [String] = [], exclude: [String] = []) {
        self.filter = filter
        self.include = include
        self.exclude = exclude
    }

    /// Whether all three accept a name, without regard to case.
    package func accepts(_ name: String) -> Bool {
        if let filter, !filter.isEmpty, !Wildcard(filter).matches(name) { return false }
        if !include.isEmpty, !include.contains(where: { Wildcard($0).matches(name) }) { return false }
        return !exclude.contains { Wildcard($0).matches(name) }
    }

    package static var parameters: [Parameter<NameFilter>] { parameters() }

    /// The three parameters of a cmdlet that works on items.
    /// - Parameters:
    ///   - named: the thing whose name has to fit, as the help text says it.
    ///   - items: its plural.
    ///   - position: the position of -Filter.
    ///   - include: the help text of -Include where the cmdlet has rules of its own for it.
    package static func parameters(
        named: String = "a file", items: String = "items", position: Int? = nil, include: String? = nil
    ) -> [Parameter<NameFilter>] {
        [
            Parameter(
                \.filter, position: position,
                help: "A wildcard pattern that the name of \(named) must fit; applied before -Include and -Exclude."),
            Parameter(\.include, help: include ?? "Wildcard patterns: only \(items) whose name fits one of them."),
            Parameter(\.exclude, help: "Wildcard patterns: \(items) whose name fits one of them are left out."),
        ]
    }
}

extension Parameter where C == NameFilter {
    /// -Include alone.
    package static func include(_ help: String, validate: [Validation] = []) -> Self {
        Parameter(\.include, validate: validate, help: help)
    }

    /// -Exclude alone.
    package static func exclude(_ help: String, validate: [Validation] = []) -> Self {
        Parameter(\.exclude, validate: validate, help: help)
    }
}
