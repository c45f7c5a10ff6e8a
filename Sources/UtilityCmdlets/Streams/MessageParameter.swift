import CmdletKit

extension Parameter {
    /// -Message of a cmdlet that writes a text to one of the message streams.
    /// - Parameter what: the help text up to the semicolon, such as `The text of the warning`.
    static func message(_ path: any WritableKeyPath<C, String> & Sendable, _ what: String = "The text") -> Self {
        Parameter(
            path, aliases: ["Msg"], position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
            help: what + "; may be piped in.")
    }
}
