import CmdletKit
import Values

extension Parameter {
    /// -InputObject of a cmdlet that works on the objects of the pipeline.
    /// - Parameters:
    ///   - purpose: the help text up to the semicolon, such as `The objects to sort`.
    ///   - asWhole: whether a collection that is given as an argument, and not piped in, is one object.
    package static func inputObject<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, _ purpose: String, asWhole: Bool = false
    ) -> Self {
        Parameter(
            path, pipeline: .byValue,
            help: purpose + "; usually piped in." + (asWhole ? " A collection given here is one object." : ""))
    }
}
