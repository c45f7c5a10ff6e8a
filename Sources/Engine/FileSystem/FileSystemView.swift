import Glibc

/// Paths as the user of this session writes and sees them, and the files of this machine behind them.
///
/// On the Linux host both are the same. The simulated host shows drives, such as `C:\`, which are backed by folders.
public struct FileSystemView {
    /// Nil for plain paths.
    public let drives: WindowsDrives?
    /// The current folder, as users see it.
    public private(set) var location: String
    private var previous: [String] = []

    public var isWindowsStyle: Bool { drives != nil }

    public init(drives: WindowsDrives? = nil) {
        self.drives = drives
        if let drives {
            location = drives.start
        } else {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            location =
                getcwd(&buffer, buffer.count) == nil
                ? "/" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// This machine's absolute path of a path that the user gave. No link is resolved.
    public func hostPath(_ path: String) -> String {
        drives?.hostPath(path, from: location) ?? Self.absolute(path, from: location, home: home)
    }

    /// A path of this machine as the user sees it.
    public func display(_ hostPath: String) -> String { drives?.display(hostPath) ?? hostPath }

    /// A path of the command line that started the shell, as users see it in here: that command line knows this machine's paths, and
    /// takes those with a drive as well.
    public func display(ofArgument path: String) -> String {
        guard let drives else { return path }
        guard WindowsDrives.drive(of: path) == nil else { return path }
        return drives.display(Self.absolute(path, from: FileSystemView().location, home: Self.userHome))
    }

    /// The current folder on this machine.
    public var hostLocation: String { hostPath(location) }

    /// The user's own folder, as users see it.
    public var home: String { drives?.home ?? Self.userHome }

    private static var userHome: String { getenv("HOME").map { String(cString: $0) } ?? "/" }

    /// The folder that a path as users see it lies in, without a separator at its end; empty where it names none.
    public static func folder(of path: String) -> String {
        let separator: Character = WindowsDrives.drive(of: path) != nil && path.contains("\\") ? "\\" : "/"
        return path.lastIndex(of: separator).map { String(path[..<$0]) } ?? ""
    }

    /// Makes another folder the current one. Programs start there as well.
    /// - Returns: false where there is no such folder.
    public mutating func setLocation(_ path: String) -> Bool {
        let target = hostPath(path)
        guard isDirectory(target), chdir(target) == 0 else { return false }
        location = display(target)
        return true
    }

    public mutating func push() { previous.append(location) }
    /// Goes back to where `push` was called last.
    public mutating func pop() -> Bool {
        guard let last = previous.popLast() else { return false }
        return setLocation(last)
    }

    public func isDirectory(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }
    public func isFile(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }
    public func isExecutable(_ path: String) -> Bool { isFile(path) && access(path, X_OK) == 0 }
    public func exists(_ path: String) -> Bool { mode(path) != nil }

    private func mode(_ path: String) -> mode_t? {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode : nil
    }

    static func absolute(_ path: String, from location: String, home: String) -> String {
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
