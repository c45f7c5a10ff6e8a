import Glibc
import LinuxSystem
import Values

/// Maps the paths that users of a session write and see to paths of the host, and keeps the session's locations.
///
/// On the Linux host both are the same, apart from the drives of New-PSDrive. The simulated host shows drives such as `C:\`, which
/// are folders of the host.
public struct FileSystemView {
    /// The drives of a Windows-style session; nil for Linux paths.
    public let drives: WindowsDrives?
    /// The current location as users see it: a folder, or a path on another provider's drive.
    public private(set) var location: String
    /// The current folder of the host, in which programs start. Unchanged while the location is on another provider's drive.
    public private(set) var hostLocation: String
    /// The host folder that .NET's own file classes resolve relative paths in; each change of the location sets it too.
    package var machineLocation: String
    private var stacks: [String: [String]] = [:]
    /// The stack that Push-Location uses where none is named.
    public var currentStack = ""
    /// `$PSStyle`, for the colours of file names; nil where they are not coloured.
    public internal(set) weak var style: StyleObject?
    /// The root folder of a file system drive; nil where there is no such drive.
    var driveRoot: (String) -> String? = { _ in nil }

    /// The session's environment variables, which all its runspaces share and programs inherit.
    public let environment: EnvironmentVariables

    /// Whether paths have drives and backslashes, as on the simulated Windows host.
    public var isWindowsStyle: Bool { drives != nil }

    /// Makes the view of a new session, located in the process's working directory or the system drive's root.
    public init(drives: WindowsDrives? = nil, environment: EnvironmentVariables = EnvironmentVariables()) {
        self.drives = drives
        self.environment = environment
        if let drives {
            location = drives.start
            hostLocation = drives.hostPath(drives.start, from: drives.start)
            machineLocation = hostLocation
        } else {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            location =
                getcwd(&buffer, buffer.count) == nil
                ? "/" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            hostLocation = location
            machineLocation = location
        }
    }

    /// The absolute host path of a path that a user wrote. Symbolic links are not resolved.
    public func hostPath(_ path: String) -> String {
        if let (drive, rest) = DrivePath.split(path), let root = driveRoot(drive) {
            return Self.normalize(root + Self.normalize("/" + Self.slashed(String(rest))))
        }
        return drives?.hostPath(path, from: location) ?? Self.absolute(path, from: hostLocation, home: home)
    }

    /// A host path as users see it.
    public func display(_ hostPath: String) -> String { drives?.display(hostPath) ?? hostPath }

    /// A path of the command line that started the shell, as users of the session see it: the command line gives host paths, or
    /// paths with a drive.
    public func display(ofArgument path: String) -> String {
        guard let drives else { return path }
        guard WindowsDrives.drive(of: path) == nil else { return path }
        return drives.display(Self.absolute(path, from: FileSystemView(environment: environment).location, home: userHome))
    }

    /// The user's home folder as users see it.
    public var home: String { drives?.home ?? userHome }

    private var userHome: String { environment["HOME"] ?? "/" }

    /// The folder part of a path as users see it, without a separator at its end; empty where the path has none.
    public static func folder(of path: String) -> String {
        let separator: Character = WindowsDrives.drive(of: path) != nil && path.contains("\\") ? "\\" : "/"
        return path.lastIndex(of: separator).map { String(path[..<$0]) } ?? ""
    }

    /// Sets the current folder, in which programs start as well.
    /// - Returns: false where there is no such folder, or it cannot be entered.
    public mutating func setLocation(_ path: String) -> Bool {
        let target = hostPath(path)
        // The process's own working directory stays: runspaces share it and have different locations.
        guard isDirectory(target), access(target, X_OK) == 0 else { return false }
        location = shown(target, from: path)
        hostLocation = target
        machineLocation = target
        return true
    }

    /// The same location without location stacks and drives of New-PSDrive, for another runspace.
    var fresh: FileSystemView {
        var view = self
        view.stacks = [:]
        view.currentStack = ""
        view.driveRoot = { _ in nil }
        if view.drives == nil { view.location = hostLocation } else { view.location = display(hostLocation) }
        return view
    }

    /// Sets the location to another provider's drive; the current folder stays.
    mutating func setLocation(onDrive path: String) { location = path }

    /// A folder as the user sees it: under the drive through which the user named it.
    private func shown(_ target: String, from path: String) -> String {
        let isRelative = !path.hasPrefix("/") && !path.hasPrefix("~")
        guard let drive = (DrivePath.split(path) ?? (isRelative ? DrivePath.split(location) : nil))?.name,
            let root = driveRoot(drive),
            target == root || target.hasPrefix(root == "/" ? "/" : root + "/")
        else { return display(target) }
        return drive + ":/" + target.dropFirst(root.count).drop { $0 == "/" }
    }

    /// Pushes a location on a stack (Push-Location); nil is `currentStack`.
    public mutating func push(_ location: String, on stack: String?) { stacks[stack ?? currentStack, default: []].append(location) }
    /// Pops the location that was pushed last (Pop-Location); nil where the stack is empty.
    public mutating func pop(_ stack: String?) -> String? { stacks[stack ?? currentStack]?.popLast() }
    /// The locations on a stack, the latest first; nil for a stack that was never used.
    public func pushed(_ stack: String) -> [String]? { stacks[stack]?.reversed() ?? (stack.isEmpty ? [] : nil) }

    /// Whether a host path is a directory; links are followed, as in the following functions.
    public func isDirectory(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }
    /// Whether a host path is a regular file.
    public func isFile(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }
    /// Whether a host path is a regular file that the user may execute.
    public func isExecutable(_ path: String) -> Bool { isFile(path) && access(path, X_OK) == 0 }
    /// Whether a host path exists.
    public func exists(_ path: String) -> Bool { mode(path) != nil }

    private func mode(_ path: String) -> mode_t? {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode : nil
    }

    private static func slashed(_ path: String) -> String { path.contains("\\") ? path.replacing("\\", with: "/") : path }

    /// The absolute path, in which a backslash separates as a slash does, so that scripts written on Windows run.
    static func absolute(_ path: String, from location: String, home: String) -> String {
        let path = slashed(path)
        if path == "~" { return home }
        if path.hasPrefix("~/") { return normalize(home + "/" + path.dropFirst(2)) }
        return normalize(path.hasPrefix("/") ? path : location + "/" + path)
    }

    /// Removes `.`, `..` and doubled slashes textually, without following links; the result is absolute.
    public static func normalize(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
