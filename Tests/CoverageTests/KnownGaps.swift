import FoundationEssentials
import Glibc
import Testing

/// A committed list of what no test shows yet, one a line. A gap that it does not have fails, and so does an entry that is none any more: the
/// list can only become shorter. BULKHEAD_RECORD=1 writes it anew.
struct KnownGaps {
    private let path: String

    /// - Parameter name: the file's name in this folder.
    init(_ name: String) { path = ScriptTexts.root.appendingPathComponent("Tests/CoverageTests/" + name).path }

    /// Compares what was found with the list.
    /// - Parameter advice: what shows an entry, for the failure.
    func check(_ found: [String], _ advice: String) throws {
        if getenv("BULKHEAD_RECORD") != nil {
            try Data(found.sorted().map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
            return
        }
        let known = Set(((try? ScriptTexts.read(path)) ?? "").split(separator: "\n").map(String.init))
        let new = Set(found).subtracting(known).sorted()
        let closed = known.subtracting(found).sorted()
        #expect(new.isEmpty, "\(new.count) without a test. \(advice)\n\(new.joined(separator: "\n"))")
        #expect(closed.isEmpty, "No gap any more; remove from \(path):\n\(closed.joined(separator: "\n"))")
    }
}
