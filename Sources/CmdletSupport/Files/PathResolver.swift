import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// What a path of the user led to.
package enum ResolvedItem {
    case file(FileItem)
    case entry(Provider, name: String)

    /// The last part of its path.
    package var name: String {
        switch self {
        case .file(let item): item.name
        case .entry(_, let name): name
        }
    }

    /// As the user would write it.
    package var path: String {
        switch self {
        case .file(let item): item.path
        case .entry(let provider, let name): Provider.driveName(provider) + ":" + (name.isEmpty ? "/" : name)
        }
    }

    package var isContainer: Bool {
        switch self {
        case .file(let item): item.isFolder
        case .entry(_, let name): name.isEmpty
        }
    }
}

extension Provider {
    package static func driveName(_ provider: Provider) -> String {
        switch provider {
        case .environment: "Env"
        default: provider.name
        }
    }
}

/// Paths with wildcards, as the item cmdlets take them.
package struct PathResolver {
    package let engine: Engine
    /// -Include, -Exclude and -Filter: patterns for the last part of what a path leads to.
    package var filter = NameFilter()
    /// Hidden files that a wildcard fits as well.
    package var showsHidden = false

    package init(engine: Engine, filter: NameFilter = NameFilter(), showsHidden: Bool = false) {
        self.engine = engine
        self.filter = filter
        self.showsHidden = showsHidden
    }

    private var view: FileSystemView { engine.fileSystem }

    /// The items that a path stands for.
    /// - Throws: PathNotFound where it has no wildcard and there is nothing of the name.
    package func resolve(_ path: String, literal: Bool = false) throws -> [ResolvedItem] {
        let isPattern = !literal && Wildcard.isPattern(path)
        let plain = literal || isPattern ? path : Wildcard.unescaped(path)
        switch try engine.itemPath(plain) {
        case .file(let host):
            let found = isPattern ? glob(host) : [host]
            let items = found.compactMap { FileItem($0, view) }
            if items.isEmpty, !isPattern { throw Self.notFound(view.display(host)) }
            if let drive = engine.madeDrive(of: plain) { for item in items { item.drive = drive } }
            return items.filter { filter.accepts($0.name) && (!isPattern || showsHidden || !$0.isHidden || $0.isFolder) }.map {
                .file($0)
            }
        case .entry(let provider, let name):
            if name.isEmpty { return [.entry(provider, name: "")] }
            let table = EntryTable(provider, engine)
            if isPattern {
                let wildcard = Wildcard(name)
                return table.names.filter { wildcard.matches($0) && filter.accepts($0) }.map { .entry(provider, name: $0) }
            }
            guard table.exists(name) else { throw Self.notFound(name) }
            return filter.accepts(name) ? [.entry(provider, name: name)] : []
        }
    }

    /// The same for cmdlets that know the file system only, as host paths.
    package func files(_ path: String, literal: Bool = false) throws -> [FileItem] {
        try resolve(path, literal: literal).map { item in
            switch item {
            case .file(let file): return file
            case .entry(let provider, _): throw Self.unsupported(provider)
            }
        }
    }

    package static func unsupported(_ provider: Provider) -> ValueError {
        ValueError(
            "Provider operation stopped because the provider '\(provider.name)' does not support it: give a path of the file system.",
            id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
    }

    /// Folders that a wildcard fits are in, whether hidden or not: PowerShell hides them only where they are listed.
    private func glob(_ host: String) -> [String] {
        var found = ["/"]
        let parts = host.split(separator: "/").map(String.init)
        for part in parts {
            guard Wildcard.isPattern(part) else {
                let name = Wildcard.unescaped(part)
                found = found.map { Self.join($0, name) }.filter { FileItem($0, view) != nil }
                continue
            }
            let wildcard = Wildcard(part)
            found = found.flatMap { folder in
                ((try? Folders.names(in: folder)) ?? []).filter {
                    wildcard.matches($0) && (showsHidden || part.hasPrefix(".") || !$0.hasPrefix("."))
                }
                .sorted { Comparison.order($0, $1, ignoreCase: true) < 0 }.map { Self.join(folder, $0) }
            }
        }
        return found
    }

    package static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

    package static func notFound(_ path: String) -> ValueError {
        ValueError(
            "Cannot find path '\(path)' because it does not exist.", id: "PathNotFound",
            exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
    }
}

/// -Include, -Exclude and -Filter.
package struct NameFilter {
    package var filter: String?
    package var include: [String] = []
    package var exclude: [String] = []

    package init(filter: String? = nil, include: [String] = [], exclude: [String] = []) {
        self.filter = filter
        self.include = include
        self.exclude = exclude
    }

    package func accepts(_ name: String) -> Bool {
        if let filter, !filter.isEmpty, !Wildcard(filter).matches(name) { return false }
        if !include.isEmpty, !include.contains(where: { Wildcard($0).matches(name) }) { return false }
        return !exclude.contains { Wildcard($0).matches(name) }
    }
}

extension CmdletRuntime {
    /// Does something with each path; one that fails leaves the others alone.
    package func forEach(_ paths: [String], _ body: (String) throws -> Void) throws {
        for path in paths {
            do { try body(path) } catch let error as ValueError {
                let record = ErrorRecord.wrapping(error)
                try writeError(
                    ErrorRecord(exception: record.exception, id: record.errorID, category: record.category, target: .string(path)))
            }
        }
    }
}
