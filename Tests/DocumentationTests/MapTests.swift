import Foundation
import Testing

/// The table of targets in docs/architecture.md, beside Package.swift.
@Suite struct MapTests {
    /// The rows of the table by target: what each may use, as it is written.
    private static let rows: [String: String] = {
        var rows: [String: String] = [:]
        for line in ((try? Project.text("docs/architecture.md")) ?? "").split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3 else { continue }
            for name in names(cells[0]) where Project.exists(Project.root.appending(path: "Sources/" + name)) {
                rows[name] = cells[2]
            }
        }
        return rows
    }()

    /// The targets that Package.swift lists for a target; nil for one that it does not declare with its helpers.
    private static let listed: [String: Set<String>] = {
        let text = (try? Project.text("Package.swift")) ?? ""
        var listed: [String: Set<String>] = [:]
        for match in text.matches(of: #/(target|library|cmdlets)\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/#) {
            let names = (match.3 ?? "").matches(of: #/"(\w+)"/#).map { String($0.1) }
            // The targets of cmdlets have some in common, which Package.swift names once.
            listed[String(match.2)] = Set(names + (match.1 == "cmdlets" ? ["CmdletSupport"] : []))
        }
        return listed
    }()

    private static func names(_ cell: String) -> [String] {
        cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func `every target has a row`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Project.root.appending(path: "Sources").path)
        #expect(folders.filter { Self.rows[$0] == nil }.sorted() == [])
        #expect(Self.rows.count > 20)
    }

    /// Rows in words (`everything above but Agent`) are left out.
    @Test(arguments: listed.keys.sorted()) func `a row says what Package.swift lists`(_ target: String) throws {
        guard let cell = Self.rows[target] else { return }
        let shared = " and what it may use"
        let written = Set(Self.names(cell.replacing(shared, with: "")).filter { $0 != "–" })
        guard written.allSatisfy({ Self.rows[$0] != nil }) else { return }
        var actual = Self.listed[target] ?? []
        if cell.contains(shared) { actual.subtract((Self.listed["CmdletSupport"] ?? []).subtracting(written)) }
        #expect(written == actual, "\(target)")
    }
}
