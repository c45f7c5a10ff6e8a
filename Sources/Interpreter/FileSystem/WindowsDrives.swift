import Glibc
import LinuxSystem
import Values

/// The drives of a Windows-style session, and the host folders behind them.
public struct WindowsDrives: Sendable {
    /// A drive.
    public struct Drive: Sendable {
        /// The letter, in upper case.
        public let letter: Character
        /// The host folder without a slash at its end; empty for the host's root.
        public let root: String
        /// Whether names are found in any case: `c:\windows` is `C:\Windows`.
        public let ignoresCase: Bool

        /// Makes a drive.
        public init(_ letter: Character, root: String, ignoresCase: Bool) {
            self.letter = letter
            self.root = root
            self.ignoresCase = ignoresCase
        }
    }

    /// The drives, the system drive first.
    private let all: [Drive]
    /// The user's home folder as users see it.
    public let home: String

    /// Makes the drives of a session; the first is the system drive.
    public init(_ all: [Drive], home: String) {
        self.all = all
        self.home = home
    }

    /// The root of the system drive, where sessions start.
    public var start: String { all.first.map { "\($0.letter):\\" } ?? "C:\\" }

    /// The letters, the system drive's first.
    var letters: [Character] { all.map(\.letter) }

    /// The folder of paths on unknown drives: a path below a device file cannot exist, and `display` still gives the drive back.
    private static let nowhere = "/dev/null/"

    /// The host path of a path as written at a location.
    func hostPath(_ path: String, from location: String) -> String {
        var text = Self.slashed(path)
        if text == "~" || text.hasPrefix("~/") { text = Self.slashed(home) + text.dropFirst() }
        let here = Self.slashed(location)
        var letter = here.first ?? "C"
        if let named = Self.drive(of: text) {
            letter = named
            text = "/" + text.dropFirst(2)
        } else if !text.hasPrefix("/") {
            text = here.dropFirst(2) + "/" + text
        }
        let rest = FileSystemView.normalize(text)
        guard let drive = all.first(where: { $0.letter == Character(letter.uppercased()) }) else {
            return Self.nowhere + letter.uppercased() + ":" + (rest == "/" ? "" : rest)
        }
        if drive.ignoresCase { return Self.spelled(rest, below: drive.root) }
        return drive.root.isEmpty ? rest : drive.root + (rest == "/" ? "" : rest)
    }

    /// A host path as users see it.
    func display(_ hostPath: String) -> String {
        if hostPath.hasPrefix(Self.nowhere) { return Self.backslashed(String(hostPath.dropFirst(Self.nowhere.count))) }
        let fitting = all.filter { hostPath == $0.root || hostPath.hasPrefix($0.root + "/") }
        guard let drive = fitting.max(by: { $0.root.utf8.count < $1.root.utf8.count }) else { return hostPath }
        return Self.backslashed("\(drive.letter):" + hostPath.dropFirst(drive.root.count))
    }

    /// The drive letter of a path, in upper case: `C` of `c:\x`; nil without one.
    static func drive(of path: String) -> Character? {
        guard let first = path.first, first.isASCII, first.isLetter, path.dropFirst().first == ":" else { return nil }
        return Character(first.uppercased())
    }

    private static func slashed(_ path: String) -> String { path.replacing("\\", with: "/") }

    private static func backslashed(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let drive = parts.first else { return path }
        return drive + "\\" + parts.dropFirst().joined(separator: "\\")
    }

    /// A path in the spelling of the existing files; components that do not exist keep the given one.
    private static func spelled(_ path: String, below root: String) -> String {
        var found = root
        var isThere = true
        for part in path.split(separator: "/").map(String.init) {
            let exact = found + "/" + part
            isThere = isThere && exists(exact)
            if !isThere, let names = try? Folders.names(in: found),
                let name = names.first(where: { $0.equalsIgnoringCase(part) })
            {
                isThere = true
                found += "/" + name
            } else {
                found = exact
            }
        }
        return found
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
