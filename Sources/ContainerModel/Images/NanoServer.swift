import LinuxSystem

/// The smaller built-in image: a static busybox and links to it.
enum NanoServer {
    static func makeFiles(_ root: String) throws(ContainerError) -> UInt64 {
        let busybox = try Tools.path("busybox", package: "busybox-static", purpose: "make the image NanoServer")
        guard try isStatic(busybox) else {
            throw ContainerError(
                "ToolNotFound", "'\(busybox)' needs shared libraries, which the image NanoServer has not.",
                remedy: "Install the static one: apt-get install --no-install-recommends busybox-static")
        }
        let applets = try Tools.run(busybox, ["--list-full"], "busybox cannot list its applets.").outputText
        return try ContainerError.wrap("The files of NanoServer cannot be written.") { () throws(SystemError) in
            var files = ImageFiles(root: root)
            for folder in ["bin", "sbin", "lib"] { try Folders.make("\(root)/\(folder)", mode: 0o755) }
            try files.addBase(name: "NanoServer", shell: "/bin/sh")
            try files.copy(busybox, to: "bin/busybox", mode: 0o755)
            for applet in applets.split(separator: "\n") where isPlain(applet) && applet != "bin/busybox" {
                try files.link(String(applet), to: "/bin/busybox")
            }
            return files.size
        }
    }

    /// A relative path without `..`.
    private static func isPlain(_ path: Substring) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..") && path.utf8.count < 200
    }

    /// A program that names no interpreter in its ELF header (PT_INTERP) needs no library.
    private static func isStatic(_ path: String) throws(ContainerError) -> Bool {
        let bytes = try ContainerError.wrap("'\(path)' cannot be read.") { () throws(SystemError) in
            try Files.read(path, limit: 64 << 20)
        }
        func word(_ offset: Int, _ size: Int) -> Int? {
            guard offset >= 0, offset <= bytes.count - size else { return nil }
            return (0..<size).reversed().reduce(0) { ($0 & 0xff_ffff_ffff_ffff) << 8 | Int(bytes[offset + $1]) }
        }
        // 64-bit little-endian ELF; program headers at e_phoff, e_phentsize bytes each.
        guard bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]), let start = word(32, 8), let size = word(54, 2),
            let count = word(56, 2)
        else { return false }
        for index in 0..<count {
            let (offset, overflow) = start.addingReportingOverflow(index * size)
            guard !overflow, let type = word(offset, 4) else { return false }
            if type == 3 { return false }
        }
        return true
    }
}
