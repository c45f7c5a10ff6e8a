import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Finds the variables that a name or pattern of a variable cmdlet stands for.
enum VariableSearch {
    /// The variables, each with the scope that holds it.
    /// - Parameter scope: -Scope; nil for all that are visible.
    /// - Throws: `ValueError` if there is no such scope.
    static func find(_ pattern: String, _ scope: String?, _ engine: Engine) throws -> [(info: VariableInfo, scope: Scope)] {
        // The name can have a scope modifier, as in `global:name` (about_Scopes).
        var pattern = pattern
        var scope = scope
        if scope == nil, let colon = pattern.firstIndex(of: ":"),
            ["global", "script", "local", "private"].contains(pattern[..<colon].lowercased())
        {
            scope = String(pattern[..<colon])
            pattern = String(pattern[pattern.index(after: colon)...])
        }
        if Wildcard.isPattern(pattern) {
            let wildcard = Wildcard(pattern)
            let all = try scope.map {
                try ScopeArgument.scope($0, engine).infos.sorted { $0.name.lowercased() < $1.name.lowercased() }
            }
            return (all ?? engine.visibleVariableInfos).filter { wildcard.matches($0.name) }.compactMap { info in
                let holder = scope == nil ? engine.holder(of: info.name) : engine.scope(scope ?? "")
                return holder.map { (info, $0) }
            }
        }
        let name = Wildcard.unescaped(pattern)
        guard let holder = try scope.map({ try ScopeArgument.scope($0, engine) }) ?? engine.holder(of: name),
            let info = holder.info(name)
        else {
            return []
        }
        return [(info, holder)]
    }

    /// Runs `body` for each variable that the names stand for. A name without wildcards that no variable has is a non-terminating
    /// error.
    /// - Throws: what `find` and `body` throw.
    static func forEach(
        _ names: [String], _ filter: NameFilter, _ scope: String?, _ runtime: any CmdletRuntime,
        _ body: (VariableInfo, Scope) throws -> Void
    ) throws {
        let engine = try runtime.service(Engine.self)
        for pattern in names {
            let found = try find(pattern, scope, engine).filter { filter.accepts($0.info.name) }
            if found.isEmpty, !Wildcard.isPattern(pattern) { try runtime.writeError(notFound(pattern)) }
            for (info, holder) in found { try body(info, holder) }
        }
    }

    /// The error for a name that no variable has.
    static func notFound(_ name: String) -> ErrorRecord {
        ErrorRecord(
            "Cannot find a variable with the name '\(name)'.", id: "VariableNotFound", category: "ObjectNotFound",
            exception: "System.Management.Automation.ItemNotFoundException", target: .string(name))
    }

    /// -Visibility.
    enum Visibility: String, ParameterEnumeration {
        case `public` = "Public"
        case `private` = "Private"
        static let enumerationName = "System.Management.Automation.SessionStateEntryVisibility"
    }
}
