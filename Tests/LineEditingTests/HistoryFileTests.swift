import Glibc
import LinuxSystem
import Testing

@testable import LineEditing

@Suite struct HistoryFileTests {
    /// A new folder, removed behind the body.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Folders.makeTemporary(prefix: "bulkhead-history-")
        defer { try? Folders.removeTree(folder) }
        try body(folder)
    }

    @Test(arguments: ["plain", "two\nlines", #"C:\new\name"#, #"\\n"#, "ends with \\", "é 日本\n"])
    func `an entry is read as it was written`(_ entry: String) throws {
        #expect(HistoryFile.decode(HistoryFile.encode(entry)[...]) == entry)
        #expect(!HistoryFile.encode(entry).contains("\n"))
        try inFolder { folder in
            HistoryFile(folder + "/deep/history").append(entry)
            #expect(HistoryFile(folder + "/deep/history").newEntries() == [entry])
        }
    }

    @Test func `each shell reads the entries of the others once`() throws {
        try inFolder { folder in
            let (first, second) = (HistoryFile(folder + "/history"), HistoryFile(folder + "/history"))
            first.append("one")
            first.append("two")
            #expect(first.newEntries() == [])
            #expect(second.newEntries() == ["one", "two"])
            second.append("three")
            #expect(second.newEntries() == [])
            #expect(first.newEntries() == ["three"])
        }
    }

    @Test(arguments: [
        " with a blank", "", "$password = 1", "ConvertTo-SecureString x -AsPlainText", "curl -H 'API TOKEN: x'", "setx APIKEY 1",
    ])
    func `secrets and lines with a blank in front are not written`(_ entry: String) throws {
        try inFolder { folder in
            let history = HistoryFile(folder + "/history")
            history.append(entry)
            #expect(!Files.exists(folder + "/history"))
        }
    }

    @Test func `others cannot read the file, and a link is not followed`() throws {
        try inFolder { folder in
            HistoryFile(folder + "/own/history").append("line")
            let status = try #require(try Files.status(folder + "/own/history"))
            #expect(status.st_mode & 0o777 == 0o600)
            try Files.symlink(folder + "/link", to: folder + "/own/history")
            HistoryFile(folder + "/link").append("through the link")
            #expect(HistoryFile(folder + "/link").newEntries() == [])
            #expect(HistoryFile(folder + "/own/history").newEntries() == ["line"])
        }
    }

    @Test func `a file that became shorter is read from its beginning`() throws {
        try inFolder { folder in
            let history = HistoryFile(folder + "/history")
            for number in 1...5 { HistoryFile(folder + "/history").append("line \(number)") }
            #expect(history.newEntries().count == 5)
            try Files.remove(folder + "/history")
            HistoryFile(folder + "/history").append("new")
            #expect(history.newEntries() == ["new"])
        }
    }

    @Test func `of a large file the end is read`() throws {
        try inFolder { folder in
            let file = try Descriptor.open(folder + "/history", O_WRONLY | O_CREAT, mode: 0o600)
            let line = String(repeating: "x", count: 1023) + "\n"
            for _ in 0..<(5 << 10) { try writeFully(file.raw, line) }
            try writeFully(file.raw, "last\n")
            file.close()
            let entries = HistoryFile(folder + "/history").newEntries()
            #expect(entries.last == "last" && entries.count <= (4 << 10) + 1 && entries.count > 4000)
        }
    }
}
