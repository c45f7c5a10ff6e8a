import Glibc

/// How execve(2) would find a program below a root that is not this process's own: a container's.
///
/// For saying why a program was not started. It looks at what is there now, so that it explains a failure and predicts nothing.
package struct ProgramLookup: Sendable {
    /// What stands where the program is looked for.
    package enum Finding: Sendable, Hashable {
        /// A file that could be executed, or one that cannot be judged from here (a link of /proc).
        case executable
        case missing
        /// A folder, a device, or a file without the permission.
        case notExecutable
    }

    /// A path, or a name that is searched in `searchPath`.
    package var program: String
    /// The value of PATH.
    package var searchPath: String
    /// What relative paths count from, below the root.
    package var workingDirectory: String
    /// The user id that is to execute the program, which decides whether the file is executable.
    package var user: UInt32
    /// The group id that is to execute the program.
    package var group: UInt32

    /// A look-up by its parts.
    package init(program: String, searchPath: String, workingDirectory: String, user: UInt32, group: UInt32) {
        self.program = program
        self.searchPath = searchPath
        self.workingDirectory = workingDirectory
        self.user = user
        self.group = group
    }

    /// - Parameter environment: `NAME=value` pairs, of which PATH is used.
    package init(program: String, environment: [String], workingDirectory: String, user: UInt32, group: UInt32) {
        let path = environment.last { $0.hasPrefix("PATH=") }?.dropFirst(5) ?? ""
        self.init(program: program, searchPath: String(path), workingDirectory: workingDirectory, user: user, group: group)
    }

    /// Looks below a root folder. Nothing outside it is opened, and nothing that opening would change (a pipe, a device).
    package func find(in root: Descriptor) -> Finding {
        guard !program.contains("/") else { return examine(absolute(program), root) }
        var result = Finding.missing
        for folder in searchPath.split(separator: ":", omittingEmptySubsequences: false) {
            switch examine(absolute("\(folder.isEmpty ? "." : folder)/\(program)"), root) {
            case .missing: continue
            // A later folder may have it as well; without one the error is of this file.
            case .notExecutable: result = .notExecutable
            case let found: return found
            }
        }
        return result
    }

    private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : workingDirectory + "/" + path }

    private func examine(_ path: String, _ root: Descriptor) -> Finding {
        do throws(SystemError) {
            let status = try root.openInRoot(path, Descriptor.pathOnly).status()
            return Files.isRegular(status) && mayExecute(status) ? .executable : .notExecutable
        } catch {
            switch error.number {
            case ENOENT, ENOTDIR: return .missing
            case EACCES: return .notExecutable
            default: return .executable
            }
        }
    }

    private func mayExecute(_ status: stat) -> Bool {
        let mode = status.st_mode
        if user == 0 { return mode & 0o111 != 0 }
        if status.st_uid == user { return mode & 0o100 != 0 }
        return status.st_gid == group ? mode & 0o010 != 0 : mode & 0o001 != 0
    }
}
