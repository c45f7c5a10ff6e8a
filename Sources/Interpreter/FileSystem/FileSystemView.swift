import Glibc
import LinuxSystem
import Values

/// Paths as the user of this session writes and sees them, and the files of this machine behind them.
///
/// On the Linux host both are the same, but for drives that the user made. The simulated host shows drives, such as `C:\`, which are backed
/// by folders.
public struct FileSystemView {
    /// Nil for plain paths.
    public let drives: WindowsDrives?
    /// The current location, as users see it: a folder, or a path on a drive.
    public private(set) var location: String
    /// The current folder of this machine: where programs start. A location on another provider's drive leaves it as it was.
    public private(set) var hostLocation: String
    /// From where .NET's own file classes see relative paths; a change of location moves it along.
    package var machineLocation: String
    private var stacks: [String: [String]] = [:]
    /// The stack of Push-Location that is used where none is named.
    public var currentStack = ""
    /// `$PSStyle`, for the names of files; nil where they stay plain.
    public internal(set) weak var style: StyleObject?
    /// The folder at which a drive of the file system begins; nil where there is no such drive.
    var driveRoot: (String) -> String? = { _ in nil }

    /// The environment variables of the session: `HOME`, and what programs inherit. Runspaces share them.
    public let environment: EnvironmentVariables

    public var isWindowsStyle: Bool { drives != nil }

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

    /// This machine's absolute path of a path that the user gave. No link is resolved.
    public func hostPath(_ path: String) -> String {
        if let (drive, rest) = DrivePath.split(path), let root = driveRoot(drive) {
            return Self.normalize(root + Self.normalize("/" + Self.slashed(String(rest))))
        }
        return drives?.hostPath(path, from: location) ?? Self.absolute(path, from: hostLocation, home: home)
    }

    /// A path of this machine as the user sees it.
    public func display(_ hostPath: String) -> String { drives?.display(hostPath) ?? hostPath }

    /// A path of the command line that started the shell, as users see it in here: that command line knows this machine's paths, and
    /// takes those with a drive as well.
    public func display(ofArgument path: String) -> String {
        guard let drives else { return path }
        guard WindowsDrives.drive(of: path) == nil else { return path }
        return drives.display(Self.absolute(path, from: FileSystemView(environment: environment).location, home: userHome))
    }

    /// The user's own folder, as users see it.
    public var home: String { drives?.home ?? userHome }

    private var userHome: String { environment["HOME"] ?? "/" }

    /// The folder that a path as users see it lies in, without a separator at its end; empty where it names none.
    public static func folder(of path: String) -> String {
        let separator: Character = WindowsDrives.drive(of: path) != nil && path.contains("\\") ? "\\" : "/"
        return path.lastIndex(of: separator).map { String(path[..<$0]) } ?? ""
    }

    /// Makes another folder the current one. Programs start there as well.
    /// - Returns: false where there is no such folder.
    public mutating func setLocation(_ path: String) -> Bool {
        let target = hostPath(path)
        // The process stays where it is: it is shared by runspaces, which have locations of their own.
        guard isDirectory(target), access(target, X_OK) == 0 else { return false }
        location = shown(target, from: path)
        hostLocation = target
        machineLocation = target
        return true
    }

    /// The same place without the stacks of locations, for another runspace. The drives of the user's own are not known there.
    var fresh: FileSystemView {
        var view = self
        view.stacks = [:]
        view.currentStack = ""
        view.driveRoot = { _ in nil }
        if view.drives == nil { view.location = hostLocation } else { view.location = display(hostLocation) }
        return view
    }

    /// Stands on a drive of another provider; the current folder stays.
    mutating func setLocation(onDrive path: String) { location = path }

    /// A folder by the name of the drive that the user took to it.
    private func shown(_ target: String, from path: String) -> String {
        let isRelative = !path.hasPrefix("/") && !path.hasPrefix("~")
        guard let drive = (DrivePath.split(path) ?? (isRelative ? DrivePath.split(location) : nil))?.name,
            let root = driveRoot(drive),
            target == root || target.hasPrefix(root == "/" ? "/" : root + "/")
        else { return display(target) }
        return drive + ":/" + target.dropFirst(root.count).drop { $0 == "/" }
    }

    public mutating func push(_ location: String, on stack: String?) { stacks[stack ?? currentStack, default: []].append(location) }
    /// Takes back where `push` was called last; nil where nothing is left.
    public mutating func pop(_ stack: String?) -> String? { stacks[stack ?? currentStack]?.popLast() }
    /// What was pushed on a stack, the latest first; nil for one that was never used.
    public func pushed(_ stack: String) -> [String]? { stacks[stack]?.reversed() ?? (stack.isEmpty ? [] : nil) }

    public func isDirectory(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }
    public func isFile(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }
    public func isExecutable(_ path: String) -> Bool { isFile(path) && access(path, X_OK) == 0 }
    public func exists(_ path: String) -> Bool { mode(path) != nil }

    private func mode(_ path: String) -> mode_t? {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode : nil
    }

    private static func slashed(_ path: String) -> String { path.contains("\\") ? path.replacing("\\", with: "/") : path }

    /// A backslash separates as a slash does: scripts that were written on Windows run.
    static func absolute(_ path: String, from location: String, home: String) -> String {
        let path = slashed(path)
        if path == "~" { return home }
        if path.hasPrefix("~/") { return normalize(home + "/" + path.dropFirst(2)) }
        return normalize(path.hasPrefix("/") ? path : location + "/" + path)
    }

    /// Removes `.`, `..` and doubled slashes by text.
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
