import CmdletKit
import ContainerCmdlets
import Containers
import Values

/// Which running containers a session cmdlet means.
enum SessionTargets {
    /// - Returns: the containers, and an error for each name and id that stands for none.
    static func find(ids: [ContainerArgument], names: [String], _ runtime: any CmdletRuntime) throws -> [Container] {
        let host = try runtime.containerHost()
        let all = try runtime.whole { try host.containers() }.filter { $0.state == .running }
        var found: [Container] = []
        for id in ids {
            let fitting = id.fitting(in: all)
            if fitting.count == 1 { found += fitting } else { try runtime.writeError(SessionErrors.unknownID(id.idText)) }
        }
        for name in names {
            let fitting = all.filter { $0.name.equalsIgnoringCase(name) }
            switch fitting.count {
            case 1: found += fitting
            case 0: try runtime.writeError(SessionErrors.unknownName(name))
            default: try runtime.writeError(SessionErrors.ambiguousName(name))
            }
        }
        return found
    }
}
