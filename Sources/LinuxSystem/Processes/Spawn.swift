import CLinux
import Glibc

/// How `spawn` starts a program: the state that the child sets up between fork and exec.
package struct SpawnOptions: Sendable {
    /// argv, with the program's name as its first element.
    package var arguments: [String]
    /// The environment as `NAME=value` texts; nil for that of this process.
    package var environment: [String]?
    /// This process's descriptors by the numbers that they get in the child, at most 64. 0, 1 and 2 are /dev/null if they are
    /// missing; all other descriptors are closed.
    package var descriptors: [Int32: Int32]
    /// The folder in which the program runs, inside `root`; nil for that of this process.
    package var workingDirectory: String?
    /// A folder that becomes the child's root (chroot(2)) before `workingDirectory` is entered; nil for none.
    package var root: String?
    /// Whether the child starts a session (setsid(2)).
    package var newSession = false
    /// The process group: 0 makes a new one, another number joins that group; nil stays in this process's group.
    package var processGroup: Int32?
    /// The descriptor, by its number in the child, that becomes the controlling terminal; needs `newSession`.
    package var controllingTerminal: Int32?
    /// A terminal of this process, by its descriptor here. The child's process group becomes its foreground group before the
    /// program runs.
    package var foregroundTerminal: Int32?
    /// The signal that the child gets when the thread that started it ends, not the whole process (PR_SET_PDEATHSIG).
    package var parentDeathSignal: Int32?
    /// The child's user and groups; nil for those of this process. A change from root to another user drops all capabilities.
    package var credentials: Credentials?
    /// Whether set-user-ID programs and file capabilities have no effect in the child (PR_SET_NO_NEW_PRIVS).
    package var noNewPrivileges = false
    /// The child's umask; nil for that of this process.
    package var fileModeMask: UInt32?

    /// A user with its groups.
    package struct Credentials: Sendable, Hashable {
        /// The real, effective and saved user id.
        package var user: UInt32
        /// The real, effective and saved group id.
        package var group: UInt32
        /// The supplementary group ids; all others are dropped.
        package var groups: [UInt32]

        /// Makes credentials; the parameters are the properties of the same names.
        package init(user: UInt32, group: UInt32, groups: [UInt32] = []) {
            self.user = user
            self.group = group
            self.groups = groups
        }
    }

    /// Makes options; the parameters are the properties of the same names.
    package init(
        arguments: [String], environment: [String]? = nil, descriptors: [Int32: Int32] = [:], workingDirectory: String? = nil
    ) {
        self.arguments = arguments
        self.environment = environment
        self.descriptors = descriptors
        self.workingDirectory = workingDirectory
    }

    /// Sets the child's standard streams; nil is /dev/null.
    package mutating func setStandard(input: Int32? = nil, output: Int32? = nil, error: Int32? = nil) {
        descriptors[0] = input
        descriptors[1] = output
        descriptors[2] = error
    }
}

/// Starts a program as a child of this process, and returns once exec(2) has succeeded. In the child all signals are unblocked and
/// have their default actions.
/// - Parameter path: the executable's path; `$PATH` is not searched.
/// - Throws: `EINVAL` if an argument contains a zero byte; otherwise the error of the step that failed, which the error's operation
///   names (`execute`, `change the folder`).
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
        // The array ends with the terminating NULL, so it is never empty.
        guard let base = buffer.baseAddress else { preconditionFailure("an array of one element has an address") }
        return body(base)
    }
}
