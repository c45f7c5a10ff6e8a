import CLinux
import Glibc

/// How a program is started: what `spawn` does between fork and exec.
package struct SpawnOptions: Sendable {
    /// argv, the program's own name included.
    package var arguments: [String]
    /// `NAME=value` pairs; nil passes this process's own on.
    package var environment: [String]?
    /// The child's descriptors by number. 0, 1 and 2 are /dev/null where they are not named; all others are closed.
    package var descriptors: [Int32: Int32]
    package var workingDirectory: String?
    /// A folder that becomes the child's root (chroot) before `workingDirectory` is entered.
    package var root: String?
    package var newSession = false
    /// 0 makes a process group of its own, another number joins that one; nil stays in the parent's.
    package var processGroup: Int32?
    /// The child's descriptor that becomes its controlling terminal; needs `newSession`.
    package var controllingTerminal: Int32?
    /// This process's terminal, on which the child's process group goes to the foreground before it runs.
    package var foregroundTerminal: Int32?
    /// The signal the child gets when the *thread* that started it ends.
    package var parentDeathSignal: Int32?
    /// User, group and supplementary groups; nil keeps this process's. A change from root gives up every capability.
    package var credentials: Credentials?
    package var noNewPrivileges = false
    package var fileModeMask: UInt32?

    package struct Credentials: Sendable, Hashable {
        package var user: UInt32
        package var group: UInt32
        package var groups: [UInt32]

        package init(user: UInt32, group: UInt32, groups: [UInt32] = []) {
            self.user = user
            self.group = group
            self.groups = groups
        }
    }

    package init(
        arguments: [String], environment: [String]? = nil, descriptors: [Int32: Int32] = [:], workingDirectory: String? = nil
    ) {
        self.arguments = arguments
        self.environment = environment
        self.descriptors = descriptors
        self.workingDirectory = workingDirectory
    }

    /// Standard streams of the child: each nil is /dev/null.
    package mutating func setStandard(input: Int32? = nil, output: Int32? = nil, error: Int32? = nil) {
        descriptors[0] = input
        descriptors[1] = output
        descriptors[2] = error
    }
}

/// Starts the program at `path` (no search in PATH) as a child of this process. Returns once it executes, or throws what failed.
///
/// The child has every signal unblocked and at its default action.
package func spawn(_ path: String, _ options: SpawnOptions) throws(SystemError) -> ChildProcess {
    guard !options.arguments.contains(where: { $0.utf8.contains(0) }), !path.utf8.contains(0) else {
        throw SystemError(EINVAL, "execute with a zero byte in an argument", path)
    }
    let environment = options.environment ?? Environment.pairs
    let pairs = options.descriptors.sorted { $0.key < $1.key }
    let (targets, sources) = (pairs.map(\.key), pairs.map(\.value))
    let groups = options.credentials?.groups ?? []
    var step: UnsafePointer<CChar>?
    var number: Int32 = 0
    let pid = withCStrings(options.arguments) { argv in
        withCStrings(environment.filter { !$0.utf8.contains(0) }) { envp in
            withCStrings([path, options.root ?? "", options.workingDirectory ?? ""]) { texts in
                targets.withUnsafeBufferPointer { targets in
                    sources.withUnsafeBufferPointer { sources in
                        groups.withUnsafeBufferPointer { groups in
                            var c = clinux_spawn_options(
                                path: texts[0], argv: argv, envp: envp, sources: sources.baseAddress, targets: targets.baseAddress,
                                descriptors: Int32(clamping: sources.count), root: options.root == nil ? nil : texts[1],
                                directory: options.workingDirectory == nil ? nil : texts[2],
                                new_session: options.newSession ? 1 : 0,
                                process_group: options.processGroup ?? -1, controlling_terminal: options.controllingTerminal ?? -1,
                                foreground_terminal: options.foregroundTerminal ?? -1,
                                parent_death_signal: options.parentDeathSignal ?? 0,
                                change_credentials: options.credentials == nil ? 0 : 1, user: options.credentials?.user ?? 0,
                                group: options.credentials?.group ?? 0, groups: groups.baseAddress,
                                group_count: Int32(clamping: groups.count), no_new_privileges: options.noNewPrivileges ? 1 : 0,
                                file_mode_mask: options.fileModeMask.map { Int32(truncatingIfNeeded: $0) } ?? -1)
                            let pid = CLinux.clinux_spawn(&c, &step)
                            number = errno
                            return pid
                        }
                    }
                }
            }
        }
    }
    guard pid > 0 else { throw SystemError(number, step.map { String(cString: $0) } ?? "start", path) }
    return ChildProcess(pid)
}

/// Calls `body` with a NULL-terminated array of C strings.
private func withCStrings<R>(_ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
        // An array that has at least one element has an address.
        guard let base = buffer.baseAddress else { preconditionFailure("an array of one element has an address") }
        return body(base)
    }
}
