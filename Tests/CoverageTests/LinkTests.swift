import FoundationEssentials
import Testing

/// The links of the documents to files of the project.
@Suite struct LinkTests {
    private static let documents =
        ["README.md", "CONTRIBUTING.md"].map { ScriptTexts.root.appendingPathComponent($0).path }
        + ScriptTexts.files(below: "docs", "md")

    /// The targets of a Markdown text's links: what stands in the parentheses of `[text](target)`, code left out.
    private static func targets(_ text: String) -> [Substring] {
        var isCode = false
        return text.split(separator: "\n").flatMap { line -> [Substring] in
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode else { return [] }
            return line.ranges(of: "](").compactMap { range in
                let rest = line[range.upperBound...]
                return rest.firstIndex(of: ")").map { rest[..<$0] }
            }
        }
    }

    @Test(arguments: documents) func `the links of a document lead to files`(_ document: String) throws {
        let folder = URL(fileURLWithPath: document).deletingLastPathComponent()
        for target in Self.targets(try ScriptTexts.read(document))
        where !target.contains("://") && !target.hasPrefix("#") && !target.hasPrefix("mailto:") {
            let path = String(target.prefix { $0 != "#" && $0 != " " })
            let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
            #expect(isThere, "\(document): there is no '\(path)'")
        }
    }

    @Test func `there are documents with links`() throws {
        let links = try Self.documents.flatMap { Self.targets(try ScriptTexts.read($0)) }
        #expect(Self.documents.count > 3 && links.count > 1)
    }
}
