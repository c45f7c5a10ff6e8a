import LinuxSystem
import Values

/// A drive: a name before a colon, and the provider of the items behind it (about_Providers, Get-PSDrive).
public struct Drive {
    /// The name, without a colon.
    public let name: String
    /// The provider.
    public let provider: Provider
    /// The root folder of a file system drive as users see it; empty for other providers.
    public let root: String
    /// The description of Get-PSDrive.
    public let description: String

    /// Makes a drive.
    public init(name: String, provider: Provider, root: String, description: String = "") {
        self.name = name
        self.provider = provider
        self.root = root
        self.description = description
    }
}

/// A provider of items: the file system, or a table of the session (about_Providers).
public enum Provider: CaseIterable {
    /// The providers in the order of their names; the file system's items are files, the others' entries of a table.
    case alias, environment, fileSystem, function, variable

    /// The provider's name.
    public var name: String {
        switch self {
        case .alias: "Alias"
        case .environment: "Environment"
        case .fileSystem: "FileSystem"
        case .function: "Function"
        case .variable: "Variable"
        }
    }

    /// The name with the module in front, as it begins a PSPath.
    public var qualifiedName: String { "Microsoft.PowerShell.Core\\" + name }

    /// The drive of the provider that every session has; the file system's is `/`.
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

    /// The provider of a name, with or without its module; nil where there is none.
    package static func find(_ name: some StringProtocol) -> Provider? {
        let bare = String(name).split(separator: Character("\\")).last.map(String.init) ?? ""
        return allCases.first { $0.name.equalsIgnoringCase(bare) }
    }
}

extension Engine {
    /// The drive of a name, as seen from the current scope; nil where there is none.
    public func drive(_ name: String) -> Drive? {
        let key = FoldedName(name)
        return addedDrive(name) ?? standardDrives.first { FoldedName($0.name) == key }
    }

    /// A drive of New-PSDrive, as seen from the current scope.
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

    /// The root folder of a file system drive of New-PSDrive, or of Temp; nil for other drives, and for letters of Windows-style
    /// sessions.
    func driveRoot(_ name: String, isWindowsStyle: Bool) -> String? {
        if let added = addedDrive(name) { return added.provider == .fileSystem ? added.root : nil }
        return !isWindowsStyle && name.equalsIgnoringCase("Temp") ? temporaryDrive.root : nil
    }

    /// The drives that every session has, those of the file system first.
    var standardDrives: [Drive] {
        let files =
            fileSystem.drives?.letters.map { Drive(name: String($0), provider: .fileSystem, root: "\($0):\\") }
            ?? [Provider.fileSystem.drive, temporaryDrive]
        return files + Provider.allCases.filter { $0 != .fileSystem }.map(\.drive)
    }

    /// Every drive that can be used in the current scope, sorted by name.
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

    /// The drives of a scope, named as `scope(_:)` takes it; the global scope has those of every session as well.
    public func drives(in name: String) -> [Drive] {
        guard let scope = scope(name) else { return [] }
        let own = (scope.drives ?? [:]).values.sorted { $0.name < $1.name }
        return scope === global
            ? (standardDrives + own).sorted { $0.name.lowercased() < $1.name.lowercased() } : own
    }

    /// The provider of a name, with or without its module; nil where there is none.
    public func provider(_ name: String) -> Provider? { Provider.find(name) }

    /// Adds a drive to a scope, with which it ends.
    /// - Parameter scope: nil: the current scope.
    public func define(_ drive: Drive, in scope: Scope? = nil) {
        let holder = scope ?? current
        holder.drives = (holder.drives ?? [:]).merging([FoldedName(drive.name): drive]) { $1 }
    }

    /// Removes a drive of New-PSDrive from the nearest scope that has it.
    /// - Returns: false where there is none of the name.
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
