import Glibc

/// This process's environment variables.
package enum Environment {
    package static var pairs: [String] {
        var result: [String] = []
        var entry = environ
        while let text = entry.pointee {
            result.append(String(cString: text))
            entry += 1
        }
        return result
    }

    /// The file of the running program.
    package static var program: String? { Files.linkTarget("/proc/self/exe") }

    /// Nil where it is not set. The environment is not changed while threads run, so that this is safe from any of them.
    package static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

/// The executable a name stands for: itself where it has a slash, else the first in `path` (PATH's form, empty entries skipped).
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

/// A system tool: in PATH, else in the sbin folders, which a user's PATH often leaves out.
package func findTool(_ name: String) -> String? {
    findExecutable(name) ?? findExecutable(name, path: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
}
