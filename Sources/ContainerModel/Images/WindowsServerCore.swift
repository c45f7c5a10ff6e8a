import Glibc
import LinuxSystem

/// The larger built-in image: bash, coreutils, procps and others of the machine, with the shared libraries that they need.
enum WindowsServerCore {
    static func makeFiles(_ root: String) throws(ContainerError) -> UInt64 {
        let bash = try Tools.path("bash", package: "bash", purpose: "make the image WindowsServerCore")
        _ = try Tools.path("ps", package: "procps", purpose: "make the image WindowsServerCore")
        let programs = [bash] + names.compactMap { findTool($0) }
        let libraries = try libraries(of: programs)
        return try ContainerError.wrap("The files of WindowsServerCore cannot be written.") { () throws(SystemError) in
            var files = ImageFiles(root: root)
            try Folders.make(root, mode: 0o755)
            // One tree below /usr, as Debian has it: a library's path then means the same by both of its names.
            for folder in ["bin", "sbin", "lib", "lib64"] {
                try Folders.make("\(root)/usr/\(folder)", mode: 0o755)
                try files.link(folder, to: "usr/\(folder)")
            }
            try files.addBase(name: "WindowsServerCore", shell: "/bin/bash")
            for program in programs {
                try files.copy(program, to: "usr/bin/\(Files.split(program).name)", mode: 0o755)
            }
            try files.link("usr/bin/sh", to: "bash")
            for library in libraries {
                let path = library.hasPrefix("/usr/") ? library.dropFirst() : "usr" + library
                try files.copy(library, to: String(path), mode: 0o755)
            }
            for terminal in [
                "d/dumb", "l/linux", "s/screen", "s/screen-256color", "t/tmux", "t/tmux-256color", "v/vt100", "x/xterm",
                "x/xterm-256color",
            ] {
                let source = "/lib/terminfo/\(terminal)"
                if Files.exists(source) { try files.copy(source, to: "usr/lib/terminfo/\(terminal)", mode: 0o644) }
            }
            return files.size
        }
    }

    /// The programs of coreutils, procps, grep, sed, findutils and a few more packages; those that this machine does not have are left out.
    private static let names = """
        [ arch b2sum base32 base64 basename basenc cat chgrp chmod chown cksum comm cp csplit cut date dd df dir dircolors dirname du echo env
        expand expr factor false fmt fold groups head hostid id install join kill link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice
        nl nohup nproc numfmt od paste pathchk pr printenv printf ptx pwd readlink realpath rm rmdir runcon seq sha1sum sha256sum sha512sum
        shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq
        unlink users vdir wc who whoami yes
        ps top free uptime vmstat w watch pgrep pkill pidof pmap pwdx slabtop sysctl tload
        grep egrep fgrep sed find xargs hostname ip ping clear
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    /// The shared libraries and the loader that programs name, as ldd of the C library finds them. The programs are the machine's own.
    private static func libraries(of programs: [String]) throws(ContainerError) -> [String] {
        let ldd = try Tools.path("ldd", package: "libc-bin", purpose: "find the libraries of WindowsServerCore's programs")
        let result: ToolResult
        do {
            // ldd ends with 1 where one of the programs is a script.
            result = try runTool(ldd, programs)
        } catch {
            throw ContainerError(
                "ToolFailed", "The libraries of WindowsServerCore's programs cannot be found.", cause: error.description)
        }
        var found: Set<String> = []
        for line in result.outputText.split(separator: "\n") {
            // `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)` or `/lib64/ld-linux-x86-64.so.2 (0x…)`
            let words = line.split { $0 == " " || $0 == "\t" }
            if line.hasSuffix(")"), let path = words.first(where: { $0.hasPrefix("/") }) { found.insert(String(path)) }
        }
        guard !found.isEmpty else {
            throw ContainerError("ToolFailed", "ldd found no libraries of WindowsServerCore's programs.", cause: result.errorText)
        }
        return found.sorted()
    }
}
