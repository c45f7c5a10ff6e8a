import Glibc

/// OCI's `process` object.
package enum ProcessDocument {
    /// The document for `exec --process`.
    package static func bytes(_ process: ProcessSpecification) -> [UInt8] { json(process).bytes }

    static func json(_ process: ProcessSpecification) -> JSON {
        var entries: [(String, JSON)] = [
            ("terminal", .bool(process.terminal)),
            ("user", ["uid": .number(Int64(process.userID)), "gid": .number(Int64(process.groupID))]),
            ("args", .strings(process.arguments)),
            ("env", .strings(process.environment)),
            ("cwd", .string(process.workingDirectory)),
            ("noNewPrivileges", true),
            ("capabilities", Capabilities.json(user: process.userID)),
            ("rlimits", [["type": "RLIMIT_NOFILE", "hard": .number(openFiles), "soft": .number(openFiles)]]),
        ]
        if process.terminal {
            entries.append(("consoleSize", ["width": .number(Int64(process.columns)), "height": .number(Int64(process.rows))]))
        }
        return .object(entries)
    }

    /// The limit of open files: Docker's 1048576, or this process's hard limit if that is lower, since an OCI runtime may not be allowed to
    /// raise it.
    private static var openFiles: Int64 {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(7), &limit) == 0 else { return 1024 }
        return min(1_048_576, Int64(clamping: limit.rlim_max))
    }
}
