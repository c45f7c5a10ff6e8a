import Glibc
import LinuxSystem

/// `-Login`: gives the shell the environment of a login shell (/etc/profile, ~/.profile), in the way of PowerShell (about_Pwsh).
enum LoginShell {
    /// Replaces this process by `/bin/sh -l`, which executes this program again. Returns only if that fails; a message then says
    /// why.
    /// - Parameter arguments: the program's arguments without the one that asked for a login shell.
    static func restart(_ arguments: [String]) {
        guard let program = Environment.program else {
            return explain("/proc/self/exe cannot be read")
        }
        var words = ["/bin/sh", "-l", "-c", "exec \"$@\"", "sh", program] + arguments
        words = words.map { String($0.prefix { $0 != "\0" }) }
        var pointers = words.map { strdup($0) } + [nil]
        execv("/bin/sh", &pointers)
        let reason = String(cString: strerror(errno))
        for pointer in pointers { free(pointer) }
        explain("/bin/sh cannot be run: \(reason)")
    }

    private static func explain(_ reason: String) {
        TextOutput(2).write("bulkhead: the login profiles (/etc/profile, ~/.profile) were not read: \(reason).\n")
    }
}
