import Synchronization

/// The environment variables of a session, which programs that it starts inherit.
///
/// The process's own environment is read once and never changed: setenv is not safe beside threads that read it (setenv(3), "MT-Unsafe
/// const:env"), and runspaces, supervisors and jobs run on threads.
public final class EnvironmentVariables: Sendable {
    private let table: Mutex<[String: String]>

    /// - Parameter pairs: `NAME=value`, as execve(2) takes them; by default those that the process was started with.
    public init(_ pairs: [String]? = nil) {
        var table: [String: String] = [:]
        for pair in pairs ?? Environment.pairs {
            guard let equals = pair.firstIndex(of: "=") else { continue }
            // Of a name that stands twice getenv(3) finds the first.
            let name = String(pair[..<equals])
            if table[name] == nil { table[name] = String(pair[pair.index(after: equals)...]) }
        }
        self.table = Mutex(table)
    }

    /// The value of a variable; nil where it is not set. Setting nil takes it away. Names have no `=` and no zero character.
    public subscript(name: String) -> String? {
        get { table.withLock { $0[name] } }
        set { table.withLock { $0[name] = newValue } }
    }

    /// Every variable with its value, by name.
    public var all: [(name: String, value: String)] {
        table.withLock { $0.sorted { $0.key < $1.key } }.map { ($0.key, $0.value) }
    }

    /// The names, sorted.
    public var names: [String] { all.map(\.name) }

    /// `NAME=value` of each, as execve(2) takes them.
    public var pairs: [String] { all.map { "\($0.name)=\($0.value)" } }

    /// The folders of PATH, `/usr/local/bin:/usr/bin:/bin` where it is not set.
    public var path: String { self["PATH"] ?? "/usr/local/bin:/usr/bin:/bin" }
}
