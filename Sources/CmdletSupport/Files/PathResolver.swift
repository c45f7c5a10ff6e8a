import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// An item that a path of the user resolved to.
package enum ResolvedItem {
    /// A file or folder.
    case file(FileItem)
    /// An entry of a provider without folders, such as `Env:PATH`; an empty name is the drive's root.
    case entry(Provider, name: String)

    /// The last part of the item's path; empty for the root of a drive.
    package var name: String {
        switch self {
        case .file(let item): item.name
        case .entry(_, let name): name
        }
    }

    /// The path as the user would write it, with the drive.
    package var path: String {
        switch self {
        case .file(let item): item.path
        case .entry(let provider, let name): Provider.driveName(provider) + ":" + (name.isEmpty ? "/" : name)
        }
    }

    /// Whether the item is a folder or the root of a drive.
    package var isContainer: Bool {
        switch self {
        case .file(let item): item.isFolder
        case .entry(_, let name): name.isEmpty
        }
    }
}

extension Provider {
    /// The name of the drive that shows a provider's entries: Env for Environment, else the provider's own name.
    package static func driveName(_ provider: Provider) -> String {
        switch provider {
        case .environment: "Env"
        default: provider.name
        }
    }
}

/// Resolves paths with wildcards as the item cmdlets take them (about_Wildcards, about_Providers).
package struct PathResolver {
    /// The engine whose location and drives relative and qualified paths refer to.
    package let engine: Engine
    /// -Filter, -Include and -Exclude, matched against the last part of each item's path.
    package var filter = NameFilter()
    /// Whether wildcards match hidden files (-Force).
    package var showsHidden = false

    /// A resolver for paths of an engine's session.
    package init(engine: Engine, filter: NameFilter = NameFilter(), showsHidden: Bool = false) {
        self.engine = engine
        self.filter = filter
        self.showsHidden = showsHidden
    }

    private var view: FileSystemView { engine.fileSystem }

    /// The items that a path, or a pattern, stands for.
    /// - Throws: `ValueError` PathNotFound if the path has no wildcard and nothing is there, and what `Engine.itemPath` throws for
    ///   a drive that does not exist.
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

    /// The same, for cmdlets that work on files only.
    /// - Throws: what `resolve` throws, and `ValueError` NotSupported for an item of another provider.
    package func files(_ path: String, literal: Bool = false) throws -> [FileItem] {
        try resolve(path, literal: literal).map { item in
            switch item {
            case .file(let file): return file
            case .entry(let provider, _): throw Self.unsupported(provider)
            }
        }
    }

    /// The error of a cmdlet that works on files only, for a path of another provider.
    package static func unsupported(_ provider: Provider) -> ValueError {
        ValueError(
            "Provider operation stopped because the provider '\(provider.name)' does not support it: give a path of the file system.",
            id: "NotSupported", exception: "System.Management.Automation.PSNotSupportedException", category: "NotImplemented")
    }

    /// The host paths that fit a pattern. A part with a wildcard matches hidden names only if it begins with a dot itself, or with
    /// `showsHidden`. Folders that cannot be read match nothing.
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

    /// A host path of an item in a folder.
    package static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

    /// The error for a path at which there is nothing.
    package static func notFound(_ path: String) -> ValueError {
        ValueError(
            "Cannot find path '\(path)' because it does not exist.", id: "PathNotFound",
            exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
    }
}

/// The patterns of -Filter, -Include and -Exclude.
package struct NameFilter {
    /// -Filter; nil or empty accepts each name.
    package var filter: String?
    /// -Include: one of the patterns has to match; an empty list accepts each name.
    package var include: [String] = []
    /// -Exclude: none of the patterns may match.
    package var exclude: [String] = []

    /// A filter with the given patterns; by default one that accepts each name.
    package init(filter: String? = nil, include: [String] = [], exclude: [String] = []) {
        self.filter = filter
        self.include = include
        self.exclude = exclude
    }

    /// Whether all three accept a name, without regard to case.
    package func accepts(_ name: String) -> Bool {
        if let filter, !filter.isEmpty, !Wildcard(filter).matches(name) { return false }
        if !include.isEmpty, !include.contains(where: { Wildcard($0).matches(name) }) { return false }
        return !exclude.contains { Wildcard($0).matches(name) }
    }
}

extension CmdletRuntime {
    /// Runs `body` for each path. A `ValueError` becomes a non-terminating error with the path as its target, and the next path
    /// follows.
    /// - Throws: what `writeError` throws (-ErrorAction Stop), and errors of `body` other than `ValueError`.
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
