import LinuxSystem
import Values

/// A drive: a name before a colon, and the provider that keeps what is behind it (about_Providers).
public struct Drive {
    public let name: String
    public let provider: Provider
    /// The folder that a drive of the file system begins at; empty for the other providers, which have one container each.
    public let root: String
    public let description: String

    public init(name: String, provider: Provider, root: String, description: String = "") {
        self.name = name
        self.provider = provider
        self.root = root
        self.description = description
    }
}

/// What keeps items: the file system, or one of the session's own tables.
public enum Provider: CaseIterable {
    case alias, environment, fileSystem, function, variable

    public var name: String {
        switch self {
        case .alias: "Alias"
        case .environment: "Environment"
        case .fileSystem: "FileSystem"
        case .function: "Function"
        case .variable: "Variable"
        }
    }

    /// The name with the module that it comes from, as PSPath begins.
    public var qualifiedName: String { "Microsoft.PowerShell.Core\\" + name }

    /// The drive that every session has; the file system's is the root folder.
    var drive: Drive {
        switch self {
        case .alias:
            Drive(
                name: "Alias", provider: self, root: "",
                description: "Drive that contains a view of the aliases stored in a session state")
        case .environment:
            Drive(
                name: "Env", provider: self, root: "",
                description: "Drive that contains a view of the environment variables for the process")
        case .fileSystem: Drive(name: "/", provider: self, root: "/")
        case .function:
            Drive(
                name: "Function", provider: self, root: "",
                description: "Drive that contains a view of the functions stored in a session state")
        case .variable:
            Drive(
                name: "Variable", provider: self, root: "",
                description: "Drive that contains a view of those variables stored in a session state")
        }
    }

    /// The provider of a name, with or without its module.
    package static func find(_ name: some StringProtocol) -> Provider? {
        let bare = String(name).split(separator: Character("\\")).last.map(String.init) ?? ""
        return allCases.first { $0.name.equalsIgnoringCase(bare) }
    }
}

extension Engine {
    /// The drive of a name, as seen from the running scope.
    public func drive(_ name: String) -> Drive? {
        let key = FoldedName(name)
        return addedDrive(name) ?? standardDrives.first { FoldedName($0.name) == key }
    }

    /// One of those that were made in this session.
    func addedDrive(_ name: String) -> Drive? {
        let key = FoldedName(name)
        var scope: Scope? = current
        while let here = scope {
            if let drive = here.drives?[key] { return drive }
            scope = here.parent
        }
        return nil
    }

    private var temporaryDrive: Drive {
        let named = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? FileSystemView.normalize($0) : nil }
        return Drive(
            name: "Temp", provider: .fileSystem, root: named ?? "/tmp",
            description: "Drive that maps to the temporary directory path for the current user")
    }

    /// The folder that a drive of the file system begins at, as every session has it or as it was added; nil for letters of Windows.
    func driveRoot(_ name: String, isWindowsStyle: Bool) -> String? {
        if let added = addedDrive(name) { return added.provider == .fileSystem ? added.root : nil }
        return !isWindowsStyle && name.equalsIgnoringCase("Temp") ? temporaryDrive.root : nil
    }

    /// The drives that every session has: the file system's first.
    var standardDrives: [Drive] {
        let files =
            fileSystem.drives?.letters.map { Drive(name: String($0), provider: .fileSystem, root: "\($0):\\") }
            ?? [Provider.fileSystem.drive, temporaryDrive]
        return files + Provider.allCases.filter { $0 != .fileSystem }.map(\.drive)
    }

    /// Every drive that can be used here, by name.
    public var visibleDrives: [Drive] {
        var seen: [FoldedName: Drive] = [:]
        for drive in standardDrives { seen[FoldedName(drive.name)] = drive }
        var scopes: [Scope] = []
        var scope: Scope? = current
        while let here = scope {
            scopes.append(here)
            scope = here.parent
        }
        for here in scopes.reversed() { seen.merge(here.drives ?? [:]) { $1 } }
        return seen.values.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    /// The drives that were made in a scope; the global one has those of every session too.
    public func drives(in name: String) -> [Drive] {
        guard let scope = scope(name) else { return [] }
        let own = (scope.drives ?? [:]).values.sorted { $0.name < $1.name }
        return scope === global
            ? (standardDrives + own).sorted { $0.name.lowercased() < $1.name.lowercased() } : own
    }

    /// The provider of a name, with or without its module.
    public func provider(_ name: String) -> Provider? { Provider.find(name) }

    /// Adds a drive; it goes with the scope that it was made in.
    public func define(_ drive: Drive, in scope: Scope? = nil) {
        let holder = scope ?? current
        holder.drives = (holder.drives ?? [:]).merging([FoldedName(drive.name): drive]) { $1 }
    }

    /// Removes a drive from the innermost scope that has it.
    /// - Returns: false where it is none of those that were added.
    public func removeDrive(_ name: String) -> Bool {
        let key = FoldedName(name)
        var scope: Scope? = current
        while let here = scope {
            if here.drives?[key] != nil {
                here.drives?[key] = nil
                return true
            }
            scope = here.parent
        }
        return false
    }
}
