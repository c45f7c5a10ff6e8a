import Values

/// Where a path of the user leads.
public enum ItemPath {
    /// A path of the host's file system; wildcards are still in it.
    case file(String)
    /// An entry of one of the session's tables; an empty name is the table itself.
    case entry(Provider, name: String)
}

extension Engine {
    /// Finds what a path is about: a drive before a colon, a provider before two, or the current location.
    /// - Throws: DriveNotFound, ProviderNotFound.
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
        // On Linux a path from the root is one of the file system, wherever the session stands: the file system's drive is named so.
        let isRooted = !fileSystem.isWindowsStyle && (path.hasPrefix("/") || path.hasPrefix("\\"))
        if let provider = locationProvider, !path.hasPrefix("~"), !isRooted { return .entry(provider, name: Self.entryName(path)) }
        return .file(fileSystem.hostPath(path))
    }

    /// The drive that a path is on, where that is one which was made for a folder.
    package func madeDrive(of path: String) -> Drive? {
        let isRooted = path.hasPrefix("/") || path.hasPrefix("\\") || path.hasPrefix("~")
        guard let (name, _) = DrivePath.split(path) ?? (isRooted ? nil : DrivePath.split(fileSystem.location)) else { return nil }
        return addedDrive(name)
    }

    /// The provider of the current location, where that is not the file system.
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

/// `Name:rest`.
package enum DrivePath {
    /// The drive's name and what is behind the colon; nil where no drive is named.
    package static func split(_ path: String) -> (name: String, rest: Substring)? {
        guard let colon = path.firstIndex(where: { $0 == ":" || $0 == "/" || $0 == "\\" }), path[colon] == ":",
            colon > path.startIndex
        else { return nil }
        return (String(path[..<colon]), path[path.index(after: colon)...])
    }
}
