import Glibc
import LinuxSystem
import Testing

@Suite struct FileTests {
    @Test func replaceLeavesNoTemporaryFile() throws {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        try Files.replace("\(folder)/a", with: Array("one".utf8))
        try Files.replace("\(folder)/a", with: Array("two".utf8))
        #expect(try Files.readText("\(folder)/a") == "two")
        #expect(try Folders.names(in: folder) == ["a"])
        #expect(try Files.status("\(folder)/a")?.st_mode == 0o100600)
        #expect(throws: SystemError.self) { try Files.read("\(folder)/a", limit: 2) }
    }

    @Test func removeTreeFollowsNoLink() throws {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        try Folders.make("\(folder)/victim")
        try Files.write(Array("v".utf8), to: "\(folder)/victim/v")
        try Folders.make("\(folder)/tree/a/b")
        try Files.symlink("\(folder)/tree/a/link", to: "\(folder)/victim")
        try Folders.removeTree("\(folder)/tree")
        #expect(try Folders.names(in: folder) == ["victim"])
        #expect(try Folders.names(in: "\(folder)/victim") == ["v"])
        try Files.symlink("\(folder)/tree", to: "\(folder)/victim")
        try Folders.removeTree("\(folder)/tree")
        #expect(try Folders.names(in: "\(folder)/victim") == ["v"])
    }

    @Test func removeTreeAtAnyDepth() throws {
        let folder = try Folders.makeTemporary()
        var current = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
        for _ in 0..<1500 {
            #expect(mkdirat(current.raw, "nested-folder", 0o700) == 0)
            current = try current.open("nested-folder", O_RDONLY | O_DIRECTORY)
        }
        current.close()
        try Folders.removeTree(folder)
        #expect(!Files.exists(folder))
    }

    @Test func locksExcludeEachOther() throws {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let first = try FileLock.lock("\(folder)/lock")
        #expect(try FileLock.tryLock("\(folder)/lock") == nil)
        #expect(throws: SystemError(ETIMEDOUT, "lock", "\(folder)/lock")) { try FileLock.lock("\(folder)/lock", timeout: 0.05) }
        first.unlock()
        #expect(try FileLock.tryLock("\(folder)/lock") != nil)
    }

    @Test func openInRootStaysInside() throws {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        try Folders.make("\(folder)/etc")
        try Files.write(Array("inside".utf8), to: "\(folder)/etc/passwd")
        try Files.symlink("\(folder)/link", to: "/etc/passwd")
        try Files.symlink("\(folder)/up", to: "../../../../../../../etc/passwd")
        let root = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
        for name in ["link", "up", "/etc/passwd", "../etc/passwd"] {
            let file = try root.openInRoot(name, O_RDONLY)
            #expect(try readToEnd(file.raw, limit: 100) == Array("inside".utf8))
        }
    }

    @Test func mountInfoUnescapes() throws {
        let line = #"36 35 98:0 /mnt1 /mnt\0402 rw,noatime master:1 - ext3 /dev/root rw,errors=continue"#
        let mount = try #require(MountPoint.parse(line + "\nnonsense\n").first)
        #expect(mount.path == "/mnt 2" && mount.type == "ext3" && mount.options == ["rw", "noatime"])
        #expect(try MountPoint.all().contains { $0.path == "/" })
    }

    @Test func accounts() {
        let accounts = Accounts(
            passwdText: "root:x:0:0:root:/root:/bin/sh\nbad\n7:x:9:9::/:/bin/sh\n", groupText: "g:x:5:root,7\nh:x:6:\n")
        #expect(accounts.user(0)?.name == "root" && accounts.user(named: "7")?.id == 9)
        #expect(accounts.supplementaryGroups(of: "7") == [5])
    }

    /// A container can make such names: the removal of its files must end all the same.
    @Test func `a tree with names that are no UTF-8 is removed`() throws {
        let folder = try Folders.makeTemporary()
        var name = Array(folder.utf8CString.dropLast()) + "/bad-".utf8CString.dropLast()
        name += [CChar(bitPattern: 0xFF), CChar(bitPattern: 0xFE), 0]
        #expect(mkdir(name, 0o700) == 0)
        var inner = Array(name.dropLast()) + "/".utf8CString.dropLast()
        inner += [CChar(bitPattern: 0xC3), 0]
        let file = open(inner, O_WRONLY | O_CREAT, 0o600)
        #expect(file >= 0)
        close(file)
        try Folders.removeTree(folder)
        #expect(!Files.exists(folder))
    }
}
