import CmdletKit

extension Parameter {
    /// -FullyQualifiedName of a cmdlet that works on modules.
    static func fullyQualifiedName<V: ParameterValue>(_ path: any WritableKeyPath<C, V> & Sendable) -> Self {
        Parameter(
            path, position: 0, mandatory: true, pipeline: .byValue, sets: ["FullyQualifiedName"],
            help: "Names with versions: @{ ModuleName = …; ModuleVersion = … }.")
    }

    /// -ModuleInfo of a cmdlet that works on modules.
    static func moduleInfo<V: ParameterValue>(_ path: any WritableKeyPath<C, V> & Sendable) -> Self {
        Parameter(
            path, position: 0, mandatory: true, pipeline: .byValue, sets: ["ModuleInfo"],
            help: "Modules, as Get-Module writes them.")
    }
}
