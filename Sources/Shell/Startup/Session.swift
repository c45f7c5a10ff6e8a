import CmdletKit
import CoreCmdlets
import Engine
import Formatting
import Values

/// Puts an engine together: commands, views and services.
enum Session {
    static var views: ViewTable {
        var views = ViewTable.builtin
        views.add(CoreViews.all)
        return views
    }

    static func make(_ host: any EngineHost, fileSystem: FileSystemView = FileSystemView()) -> Engine {
        let engine = Engine(host: host, fileSystem: fileSystem)
        engine.commands.add(ManagementCmdlets.all)
        engine.provide(LinuxProcessSource(), as: (any ProcessSource).self)
        return engine
    }
}
