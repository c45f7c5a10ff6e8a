import Values

extension TypeTable {
    /// The namespaces whose types cmdlets declare without them as types of parameters, as syntax diagrams show them.
    private static let parameterNamespaces = ["System.Management.Automation.", "Microsoft.PowerShell.Commands."]

    /// The type of a parameter by the name in its declaration (`ActionPreference`); nil where there is none.
    package static func ofParameter(_ name: String) -> ObjectType? {
        builtin.find(name) ?? parameterNamespaces.lazy.compactMap { builtin.find($0 + name) }.first
    }
}
