import LinuxSystem

/// Writes the files that both built-in images share.
struct ImageFiles {
    let root: String
    private(set) var size: UInt64 = 0

    init(root: String) { self.root = root }

    /// The folders, accounts and name service files that programs expect on any Linux.
    mutating func addBase(name: String, shell: String) throws(SystemError) {
        for folder in [
            "dev", "etc", "home", "mnt", "opt", "proc", "run", "srv", "sys", "usr/bin", "usr/sbin", "usr/lib", "var/log",
        ] {
            try Folders.make("\(root)/\(folder)", mode: 0o755)
        }
        // The folder on which the engine mounts its executable: made in the image, so that it is not among each container's own files.
        try Folders.make("\(root)/.bulkhead", mode: 0o755)
        for folder in ["tmp", "var/tmp"] {
            try Folders.make("\(root)/\(folder)")
            try Files.setMode("\(root)/\(folder)", 0o1777)
        }
        try Folders.make("\(root)/root", mode: 0o700)
        try Folders.make("\(root)/home/ContainerUser", mode: 0o755)
        try Files.setOwner("\(root)/home/ContainerUser", user: 1000, group: 1000)
        try add(
            "etc/passwd",
            """
            root:x:0:0:root:/root:\(shell)
            ContainerAdministrator:x:0:0::/root:\(shell)
            ContainerUser:x:1000:1000::/home/ContainerUser:\(shell)
            nobody:x:65534:65534:nobody:/:/bin/false

            """)
        try add("etc/group", "root:x:0:\ntty:x:5:\nContainerUser:x:1000:\nnogroup:x:65534:\n")
        try add("etc/hosts", "127.0.0.1\tlocalhost\n::1\tlocalhost\n")
        try add("etc/profile", "export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n")
        try add(
            "etc/os-release",
            "NAME=\"\(name)\"\nID=bulkhead\nVERSION_ID=\"\(BuiltInImage.version)\"\nPRETTY_NAME=\"\(name) \(BuiltInImage.version)\"\n"
        )
        // `docker run … cmd`, the form of Windows' documents, opens a shell.
        try add("usr/bin/cmd", Self.commandPrompt(shell), mode: 0o755)
    }

    mutating func add(_ path: String, _ text: String, mode: UInt32 = 0o644) throws(SystemError) {
        try Files.write(Array(text.utf8), to: "\(root)/\(path)", mode: mode)
        try Files.setMode("\(root)/\(path)", mode)
        size &+= UInt64(text.utf8.count)
    }

    /// Copies a file of the machine into the image, following links and making the folders above the copy.
    mutating func copy(_ source: String, to path: String, mode: UInt32) throws(SystemError) {
        let target = "\(root)/\(path)"
        try Folders.make(Files.split(target).folder, mode: 0o755)
        if Files.exists(target) { return }
        size &+= try Files.copy(source, to: target, mode: mode)
    }

    func link(_ path: String, to target: String) throws(SystemError) {
        try Folders.make(Files.split("\(root)/\(path)").folder, mode: 0o755)
        try Files.symlink("\(root)/\(path)", to: target)
    }

    /// Writes the program `cmd`, which starts the image's shell: `/c` runs one command and ends, `/k` runs it and stays interactive.
    private static func commandPrompt(_ shell: String) -> String {
        """
        #!\(shell)
        case $1 in
        /[cC]) shift; exec \(shell) -c "$*" ;;
        /[kK]) shift; \(shell) -c "$*"; exec \(shell) ;;
        esac
        exec \(shell) "$@"

        """
    }
}
