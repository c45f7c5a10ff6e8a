/// A module of PowerShell's: each cmdlet of a target's list comes from it.
public struct CmdletModule: Sendable {
    /// As Get-Command's Source column shows it.
    public let name: String

    /// - Parameter name: the full name, `Microsoft.PowerShell.Utility`.
    public init(_ name: String) { self.name = name }

    /// The cmdlet as one of this module.
    /// - Parameter namespace: that of the .NET-style class name in its error ids.
    public func cmdlet<C: Cmdlet>(_ type: C.Type, namespace: String = "Microsoft.PowerShell.Commands") -> CmdletRegistration {
        CmdletRegistration(type, module: name, namespace: namespace)
    }
}
