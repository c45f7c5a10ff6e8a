import Glibc
import LinuxSystem
import Testing

@Suite struct ProgramLookupTests {
    /// Calls `body` with a folder that stands for a root, and what finds programs in it.
    private func withRoot(
        _ body: (String, (_ program: String, _ user: UInt32) throws -> ProgramLookup.Finding) throws -> Void
    ) throws {
        let root = try Folders.makeTemporary()
        defer { try? Folders.removeTree(root) }
        for folder in ["bin", "opt", "sbin", "proc"] { try Folders.make("\(root)/\(folder)", mode: 0o755) }
        try body(root) { program, user in
            ProgramLookup(
                program: program, environment: ["A=1", "PATH=/bin:/opt:/none"], workingDirectory: "/opt", user: user, group: user
            ).find(in: try Descriptor.open(root, Descriptor.pathOnly))
        }
    }

    private func write(_ path: String, _ text: String, _ mode: UInt32) throws {
        try Files.write(Array(text.utf8), to: path, mode: mode)
        try Files.setMode(path, mode)
    }

    @Test func namesAreSearchedInPath() throws {
        try withRoot { root, find in
            try write(root + "/bin/both", "x", 0o644)
            try write(root + "/opt/both", "x", 0o755)
            try write(root + "/opt/plain", "x", 0o644)
            try write(root + "/sbin/elsewhere", "x", 0o755)
            #expect(try find("both", 0) == .executable)
            #expect(try find("plain", 0) == .notExecutable)
            #expect(try find("elsewhere", 0) == .missing)
            #expect(try find("./plain", 0) == .notExecutable)
            #expect(try find("./elsewhere", 0) == .missing)
            #expect(try find("/bin", 0) == .notExecutable)
            #expect(try find("/bin/both/below", 0) == .missing)
        }
    }

    @Test func permissionsAreTheUsers() throws {
        try withRoot { root, find in
            try write(root + "/bin/own", "x", 0o700)
            try Files.setOwner(root + "/bin/own", user: 1000, group: 1000)
            #expect(try find("own", 1000) == .executable)
            #expect(try find("own", 1001) == .notExecutable)
            #expect(try find("own", 0) == .executable)
        }
    }

    /// A container's links count from its own root, and a pipe in a program's place is not opened.
    @Test func nothingOutsideIsSeen() throws {
        try withRoot { root, find in
            try Files.symlink(root + "/bin/link", to: "/opt/real")
            try Files.symlink(root + "/bin/out", to: "../../../../../../bin/sh")
            #expect(try find("link", 0) == .missing)
            #expect(try find("out", 0) == .missing)
            try write(root + "/opt/real", "x", 0o755)
            try write(root + "/bin/sh", "x", 0o755)
            #expect(try find("link", 0) == .executable)
            #expect(try find("out", 0) == .executable)
            #expect(mkfifo(root + "/bin/pipe", 0o755) == 0)
            #expect(try find("pipe", 0) == .notExecutable)
        }
    }
}
