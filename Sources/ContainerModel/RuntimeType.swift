/// How strongly a container is isolated: the seed's `-RuntimeType`.
public enum RuntimeType: String, Sendable, Codable, CaseIterable {
    /// Namespaces, cgroups, seccomp and capabilities on the host's own kernel.
    case `default` = "Default"
    /// A utility VM of its own, with its own kernel.
    case hyperV = "HyperV"
}
