import Glibc

/// This process's environment variables.
package enum Environment {
    /// All variables, as `NAME=value`.
    package static var pairs: [String] {
        var result: [String] = []
        var entry = environ
        while let text = entry.pointee {
            result.append(String(cString: text))
            entry += 1
        }
        return result
    }

    /// The path of the running executable (/proc/self/exe).
    package static var program: String? { Files.linkTarget("/proc/self/exe") }

    /// The value of a variable; nil if it is not set. getenv(3) is not safe while another thread calls setenv(3).
    package static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

/// Finds the executable of a command name. A name with a slash is a path and is not searched for.
/// - Parameters:
///   - path: folders separated by colons; nil for `$PATH`. Empty and relative entries are skipped.
/// - Returns: nil if no executable file is found.
package func findExecutable(_ name: String, path: String? = nil) -> String? {
    func usable(_ candidate: String) -> Bool {
        access(candidate, X_OK) == 0 && !Files.isDirectory(candidate)
    }
    if name.contains("/") { return usable(name) ? name : nil }
    guard !name.isEmpty else { return nil }
    let folders = path ?? Environment.value("PATH") ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
        let candidate = "\(folder)/\(name)"
        if usable(candidate) { return candidate }
    }
    return nil
}

/// Finds a system tool in `$PATH`, then in the usual folders: a user's `$PATH` often lacks the sbin folders.
package func findTool(_ name: String) -> String? {
    findExecutable(name) ?? findExecutable(name, path: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
}
