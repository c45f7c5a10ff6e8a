import CmdletKit
import Containers
import CoreCmdlets
import Engine
import Formatting
import Values

/// All that containers bring to a shell: cmdlets, views, completers, services.
public enum ContainerModule {
    public static let cmdlets: [CmdletRegistration] = []

    public static let views: [View] = []

    /// Completers by the names that parameters give them: `container`, `image`, `switch`.
    public static let completers: [String: NamedCompleter] = [:]
}
