import Values

/// What a path refers to.
public enum ItemPath {
    /// A host path, in which wildcards may still stand.
    case file(String)
    /// An item of another provider; an empty name is the provider's root.
    case entry(Provider, name: String)
}

extension Engine {
    /// Resolves a path: by the drive before a colon, the provider before two colons, or else the current location.
    /// - Throws: DriveNotFound or ProviderNotFound (as `ValueError`).
    public func itemPath(_ path: String) throws -> ItemPath {
        if let colons = path.firstRange(of: "::"), !path[..<colons.lowerBound].contains("/") {
            let rest = String(path[colons.upperBound...])
            guard let provider = Provider.find(path[..<colons.lowerBound]) else {
                throw ValueError(
                    "Cannot find a provider with the name '\(path[..<colons.lowerBound])'.", id: "ProviderNotFound",
                    exception: "System.Management.Automation.ProviderNotFoundException", category: "ObjectNotFound")
            }
            return provider == .fileSystem ? .file(fileSystem.hostPath(rest)) : .entry(provider, name: Self.entryName(rest))
        }
        if let (name, rest) = DrivePath.split(path) {
            guard let drive = drive(name) else { throw Self.driveNotFound(name) }
            if drive.provider == .fileSystem { return .file(fileSystem.hostPath(path)) }
            return .entry(drive.provider, name: Self.entryName(rest))
        }
        // On Linux a path that starts with a slash is a path of the file system, even while the location is on another provider's
        // drive: the file system's own drive is named `/`.
        let isRooted = !fileSystem.isWindowsStyle && (path.hasPrefix("/") || path.hasPrefix("\\"))
        if let provider = locationProvider, !path.hasPrefix("~"), !isRooted { return .entry(provider, name: Self.entryName(path)) }
        return .file(fileSystem.hostPath(path))
    }

    /// The drive of New-PSDrive that a path is on; nil for other drives.
    package func madeDrive(of path: String) -> Drive? {
        let isRooted = path.hasPrefix("/") || path.hasPrefix("\\") || path.hasPrefix("~")
        guard let (name, _) = DrivePath.split(path) ?? (isRooted ? nil : DrivePath.split(fileSystem.location)) else { return nil }
        return addedDrive(name)
    }

    /// The provider of the current location; nil for the file system.
    var locationProvider: Provider? {
        guard let (name, _) = DrivePath.split(fileSystem.location), let drive = drive(name), drive.provider != .fileSystem else {
            return nil
        }
        return drive.provider
    }

    private static func entryName(_ path: some StringProtocol) -> String {
        let trimmed = path.drop { $0 == "/" || $0 == "\\" }
        return trimmed == "."
            ? "" : trimmed.hasPrefix("./") || trimmed.hasPrefix(".\\") ? String(trimmed.dropFirst(2)) : String(trimmed)
    }

    /// The error for an unknown drive, with advice for drives that exist on Windows.
    public static func driveNotFound(_ name: String) -> ValueError {
        let advice =
            switch name.lowercased() {
            case "hklm", "hkcu", "hkcr", "hku", "hkcc", "registry": " The registry is a part of Windows: there is none on Linux."
            case "wsman": " WinRM is a part of Windows: Enter-PSSession and Invoke-Command reach containers here."
            case "cert": " The store of certificates is a part of Windows: look for files in /etc/ssl/certs."
            default: ""
            }
        return ValueError(
            "Cannot find drive. A drive with the name '\(name)' does not exist.\(advice)", id: "DriveNotFound",
            exception: "System.Management.Automation.DriveNotFoundException", category: "ObjectNotFound")
    }
}

/// Splits paths of the form `Name:rest`.
package enum DrivePath {
    /// The drive's name and the path behind the colon; nil where the path names no drive.
    package static func split(_ path: String) -> (name: String, rest: Substring)? {
        guard let colon = path.firstIndex(where: { $0 == ":" || $0 == "/" || $0 == "\\" }), path[colon] == ":",
            colon > path.startIndex
        else { return nil }
        return (String(path[..<colon]), path[path.index(after: colon)...])
    }
}
