import CmdletKit
import Formatting
import Interpreter
import Values

/// Makes formatters with the session's views, script properties and preferences.
public enum FormattingService {
    /// The views that the program has registered as a service; the built-in ones if it has not.
    public static func views(_ engine: Engine) -> ViewTable { engine.service(ViewTable.self) ?? .builtin }

    /// A formatter that heeds script properties and type data, `$PSStyle`, `$FormatEnumerationLimit` and `$ErrorView`. It holds the
    /// engine by its link, not strongly.
    /// - Parameters:
    ///   - width: columns of the output.
    ///   - isTerminal: whether a terminal shows the output.
    ///   - output: takes the finished text, piece by piece.
    public static func makeFormatter(
        _ engine: Engine, width: Int, isTerminal: Bool, output: @escaping (String) throws -> Void
    ) -> Formatter {
        var options = Formatter.Options(width: width, style: engine.style, isTerminal: isTerminal)
        if case .int(let limit) = engine.variable("FormatEnumerationLimit") { options.enumerationLimit = Int(limit) }
        let source = DisplaySource(
            views: { [link = engine.link] in link.engine.map(views) ?? .builtin },
            displayNames: { [link = engine.link] in link.engine?.displayNames(of: $0) },
            property: { [link = engine.link] value, name in
                guard let engine = link.engine else { return value.property(name) }
                if engine.typeData.isEmpty {
                    guard case .script? = value.reference?.attached?[name] else { return value.property(name) }
                }
                return engine.property(name, of: value) ?? .null
            },
            text: { [link = engine.link] object in
                guard let record = object as? ErrorRecord else { return nil }
                return (link.engine.map(ErrorView.chosen) ?? .concise).text(record, style: nil, width: nil)
            })
        return Formatter(options, source, output: output)
    }
}
