import CmdletKit

extension Parameter {
    /// -Name of a cmdlet that changes one property of items.
    /// - Parameter sets: the parameter sets that have it; none for all.
    static func propertyName<V: ParameterValue>(
        _ path: any WritableKeyPath<C, V> & Sendable, sets: [String] = []
    ) -> Self {
        Parameter(
            path, aliases: ["PSProperty"], position: 1, mandatory: true, pipeline: .byPropertyName, sets: sets,
            help: "The name of the property.")
    }
}
