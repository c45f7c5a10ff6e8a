import Glibc

/// Paths as the user of this session writes and sees them, and the files of the host behind them.
///
/// On the Linux host both are the same. The simulated host shows `C:\…`, backed by a folder of its own.
public struct FileSystemView {
    /// The folder behind `C:\`; nil for plain paths.
    public let windowsRoot: String?
    /// The current folder, as users see it.
    public private(set) var location: String
    private var previous: [String] = []

    public var isWindowsStyle: Bool { windowsRoot != nil }

    public init(windowsRoot: String? = nil, location: String? = nil) {
        self.windowsRoot = windowsRoot
        if let location {
            self.location = location
        } else if windowsRoot != nil {
            self.location = "C:\\"
        } else {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            self.location =
                getcwd(&buffer, buffer.count) == nil
                ? "/" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// The host's absolute path of a path that the user gave. No link is resolved.
    public func hostPath(_ path: String) -> String {
        guard let windowsRoot else { return Self.absolute(path, from: location, home: home) }
        var text = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        if text.count >= 2, text.dropFirst().first == ":" { text = String(text.dropFirst(2)) }
        let isAbsolute = text.hasPrefix("/") || path.dropFirst().first == ":"
        let here = location.dropFirst(2).split(separator: "\\").joined(separator: "/")
        return windowsRoot + Self.normalize(isAbsolute ? "/" + text : "/" + here + "/" + text)
    }

    /// A host path as the user sees it.
    public func display(_ hostPath: String) -> String {
        guard let windowsRoot else { return hostPath }
        guard hostPath.hasPrefix(windowsRoot) else { return hostPath }
        return "C:\\" + hostPath.dropFirst(windowsRoot.count).split(separator: "/").joined(separator: "\\")
    }

    /// The current folder on the host.
    public var hostLocation: String { hostPath(location) }

    private var home: String { getenv("HOME").map { String(cString: $0) } ?? "/" }

    /// Makes another folder the current one. Programs start there as well.
    /// - Returns: false where there is no such folder.
    public mutating func setLocation(_ path: String) -> Bool {
        let target = hostPath(path == "~" && isWindowsStyle ? "C:\\" : path)
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
